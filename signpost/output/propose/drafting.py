"""What is answered -> the one file it makes or changes, as it would be. Only a listing's own file can be named."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from signpost.model.addresses import slug_of
from signpost.model.answers import Answers, body, said, vouched, whole, written
from signpost.model.answers import answers as answers_in
from signpost.model.issues import GONE, Form
from signpost.model.kinds import Kind
from signpost.model.listings import Catalog
from signpost.model.questions import BODY
from signpost.model.segments import revised
from signpost.model.source import Document, Tree
from signpost.output.propose.reading import Unclear

ENDINGS = (".md", ".yaml")
IDENTITY = re.compile(r"(?:^|/)(?P<kind>[a-z0-9-]+)/(?P<slug>[a-z0-9-]+)(?:\.md|\.yaml)?/?$")


@dataclass(frozen=True, slots=True)
class Draft:
    """A file below content/, as it would be and as it was (nothing, when it is new).

    `moves` is whether it has yet to be looked up where its city is.
    """

    path: str
    kind: Kind
    content: bytes
    was: bytes = b""
    moves: bool = False


def path_of(answer: str, catalog: Catalog, tree: Tree) -> str:
    """The file of a listing, by its address on the site, its file's, or its id; or by those it had before.

    Raises Unclear where there is none.
    """
    try:
        found = IDENTITY.search(urlsplit(" ".join(answer.split())).path)
    except ValueError:  # brackets that are no address (RFC 3986, 3.2.2)
        found = None
    if found and found["kind"] in catalog.charter.kinds:
        identity = f"{found['kind']}/{found['slug']}"
        moved = (each.document.path for each in catalog if identity in each.get("formerly", ()))
        there = [f"content/{identity}{end}" for end in ENDINGS if f"content/{identity}{end}" in tree]
        if path := next(iter([*there, *moved]), ""):
            return path
    raise Unclear("no-such-listing")


def added(form: Form, answers: Answers, tree: Tree, today: date) -> Draft:
    """The file of a new listing. Raises Unclear when another listing has its name already."""
    kind = form.kind
    assert kind is not None  # noqa: S101 - forms that add have one
    identity = f"{kind.slug}/{slug_of(' '.join(answers.get('name', '').split()))}"
    if any(f"content/{identity}{end}" in tree for end in ENDINGS):
        raise Unclear("there-already", identity=identity)
    return Draft(f"content/{identity}.md", kind, whole(vouched(answers, kind, today), kind).encode(), moves=True)


def mended(document: Document, kind: Kind, answers: Answers, content: bytes, today: date) -> Draft:
    """The file of a listing with what is answered anew; what is not answered stays. Raises Unclear, Refused."""
    before = answers_in(document, kind)
    asked = {name: "" if answer == GONE else answer for name, answer in answers.items() if name in {*kind.fields, BODY}}
    changes = {name: answer for name, answer in asked.items() if not _same(name, kind, answer, before.get(name, ""))}
    if changes.get("verified_how"):
        changes |= _checked(document, today)
    if moves := any(slug_of(changes.get(name, said)) != slug_of(said) for name, said in _place(before).items()):
        changes |= {name: "" for name in ("lat", "lon") if document.fields.get(name)}
    return replace(_changed(document, kind, content, changes), moves=moves)


def confirmed(document: Document, kind: Kind, how: str, content: bytes, today: date) -> Draft:
    """The file of a listing that somebody checked today. Raises Unclear, Refused."""
    return _changed(document, kind, content, {"verified_how": how, **_checked(document, today)})


def _checked(document: Document, today: date) -> Mapping[str, str]:
    """The day of a check; whoever checked it before did not do so today."""
    return {"verified": str(today), **({"verified_by": ""} if document.fields.get("verified_by") else {})}


def _place(before: Answers) -> dict[str, str]:
    """What says where it is on the map: coordinates of another city than it is in now say nothing of that."""
    return {name: before.get(name, "") for name in ("city", "country")}


def _changed(document: Document, kind: Kind, content: bytes, changes: Answers) -> Draft:
    now = revised(document, content, kind, changes)
    if now == content:
        raise Unclear("unchanged")
    return Draft(document.path, kind, now, content)


def _same(name: str, kind: Kind, answer: str, before: str) -> bool:
    """Whether two answers say the same, be it by other names of the same choices."""
    if name == BODY:
        return body(answer) == body(before)
    if not answer.strip() or not before:
        return answer.strip() == before
    field = kind.fields[name]
    return said(field, answer) == said(field, before) or written(field, answer) == written(field, before)
