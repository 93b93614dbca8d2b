"""Everything that reads what a stranger, or a broken disk, may have written: name -> what is to hold for any bytes.

Each either says what is wrong, in words that are not too long, or has nothing to say; none raises anything else.
Whoever tries them with bytes of their own choosing: test_hostile_files.py, and fuzzing.py (`make fuzz`).
"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, suppress
from functools import cache
from io import StringIO

from signpost.cli import commands
from signpost.edges.history.reading import chronicle_of
from signpost.intake.declare import declare
from signpost.intake.hsds import Asked as AskedOfServices
from signpost.intake.hsds import hsds
from signpost.intake.parse import document, parse
from signpost.intake.sheets import Asked, understood
from signpost.intake.sheets.account import account
from signpost.model.health.invites import INVITES
from signpost.model.health.memory import recalled, written
from signpost.model.health.parking import is_parked
from signpost.model.kinds import Charter
from signpost.model.problems import Problem, Refused
from signpost.model.source import Document
from signpost.options import parser
from signpost.output.comment import comment
from signpost.output.findings import from_findings
from signpost.output.propose.brakes import other, people_in
from signpost.output.propose.drafting import added, mended
from signpost.output.propose.live import live
from signpost.output.propose.reading import Unclear, answered, answers, issue
from signpost.output.render.markdown import Reader, contents
from signpost.output.report import FORMATS, report
from signpost.shares import found_in
from tests.conftest import TODAY, declared
from tests.suggesting import project

LONGEST, A_FEW = 2000, 400  # characters of a message; bytes of a list of people
LISTINGS = ("content/meetups/zed.md", "content/meetups/zed.yaml", "content/pages/zed.md", "content/zed.md")
DECLARATIONS = (
    "content/_site.yaml",
    "content/_listing.yaml",
    "content/meetups/_kind.yaml",
    "content/_terms/support.yaml",
)


@cache
def sound() -> tuple[tuple[Document, ...], Charter]:
    """The declarations of a small directory, read."""
    documents = [each for each in parse(declared())[0] if "/_" in each.path]
    charter, _ = declare(documents)
    assert charter is not None
    return tuple(documents), charter


def are_told(problems: Iterable[Problem]) -> None:
    """Nothing, when problems can be told in every format, at a place and in not too many words."""
    found = list(problems)
    for each in found:
        assert len(each.say) + len(each.hint) <= LONGEST, each.rule
        assert each.say, each.rule
        assert each.span.line > 0, each.rule
    for each_format in FORMATS:
        report(found, each_format).encode()


@contextmanager
def refusing() -> Iterator[None]:
    """Whatever is refused is refused in words that are not too long."""
    try:
        yield
    except Refused as refused:
        said = str(refused)
    else:
        said = ""
    assert len(said.encode()) <= 2 * LONGEST


def a_listing(content: bytes) -> None:
    """A file of a listing, or of a page of text."""
    for path in LISTINGS:
        found = found_in({path: content}, (), sound()[1], TODAY)
        are_told((*found.unread, *found.wrong))


def a_declaration(content: bytes) -> None:
    """A file that declares the site, the fields, a kind or choices."""
    path = DECLARATIONS[len(content) % len(DECLARATIONS)]  # each takes as long as all the others that are declared
    documents, unread = parse({path: content})
    charter, problems = declare([*(each for each in sound()[0] if each.path != path), *documents])
    are_told((*unread, *problems))
    assert charter is None or charter.site


def a_sheet(content: bytes) -> None:
    """A table from a spreadsheet."""
    for kind in ("", "meetups"):
        with refusing():
            found = understood(content, "zed.csv", Asked(kind, {}, TODAY), sound()[1], {})
            account(found).encode()
            for each in found.drafts:
                are_told(each.proposal.problems)
                _is_read(each.proposal.path, each.proposal.text)


def services(content: bytes) -> None:
    """Another directory's services."""
    asked = AskedOfServices(sound()[1].kinds["meetups"], {}, "", TODAY)
    proposals, problems = hsds({"zed.json": content}, asked, {})
    are_told(problems)
    for each in proposals:
        _is_read(each.path, each.text)
        "".join(each.unmapped).encode()


def _is_read(path: str, text: str) -> None:
    if text:
        a = found_in({path: text.encode()}, (), sound()[1], TODAY)
        are_told((*a.unread, *a.wrong))


def an_issue(content: bytes) -> None:
    """An issue, and what its text answers."""
    with refusing():
        issue(content)
    body = {
        "body": content.decode("utf-8", "surrogateescape"),
        "number": 1,
        "user": {"login": "a", "id": 1},
        "labels": [],
    }
    text = issue(json.dumps(body).encode()).text
    for form in _forms():
        with suppress(Unclear), refusing():
            said = answers(text, form)
            if form.kind and "listing" not in said:
                _is_read((draft := added(form, said, {}, TODAY)).path, draft.content.decode())
            there, kind = _a_listing()
            _is_read(there.path, mended(there, kind, said, there.text.encode(), TODAY).content.decode())


@cache
def _forms():  # type: ignore[no-untyped-def]
    from signpost.model.issues import forms

    return [each for each in forms(project().catalog.charter, project().words).values() if each.kind]


@cache
def _a_listing():  # type: ignore[no-untyped-def]
    found = next(each for each in project().catalog if each.kind.slug == "meetups")
    return document(found.document.path, project().tree[found.document.path]), found.kind


def what_is_kept(content: bytes) -> None:
    """Files that commands and workflows leave for each other, and may find broken."""
    with refusing():
        written(recalled(content, "links.json"))
    with refusing():
        comment(from_findings(content), "").encode()
    with refusing():
        answered(content)
    with refusing():
        list(live(content, content, project().catalog, project().words))
    people_in(content[:A_FEW])  # the reader of this small file, which maintainers write, is a slow one
    with refusing():
        other(issue(b'{"number": 7, "body": "", "user": {"login": "ada", "id": 1}, "labels": []}'), content)


def a_history(content: bytes) -> None:
    """What git tells of commits whose names, addresses and messages anybody may have written."""
    text = content.replace(b"\0", b"")
    head = b"\0\0\0" + b"\0".join((b"a1", b"p", b"1790000000", b"n" + text, b"e" + text, b"b" + text))
    chronicle_of(head + b"\0diff --git a/content/meetups/a.md b/content/meetups/a.md\n@@ \n" + text, is_whole=True)


def a_text(content: bytes) -> None:
    """Markdown."""
    reader, text = Reader(lambda address: f"/repo{address}"), content.decode("utf-8", "replace")
    for html in (reader.listing(text), reader.prose(text)):
        assert "<script" not in html.lower()
        contents(html)


def a_page(content: bytes) -> None:
    """A page of another site, which a listing links to."""
    text = content.decode("utf-8", "replace")
    is_parked(["https://a.example.org/"], text)
    for each in INVITES:
        each.is_over("https://a.example.org/b", text)


def what_is_typed(content: bytes) -> None:
    """The words of a command line."""
    words = content.decode("utf-8", "surrogateescape").split("\0")
    with redirect_stderr(StringIO()), suppress(SystemExit, argparse.ArgumentError):
        _parser().parse_args(words)


@cache
def _parser() -> argparse.ArgumentParser:
    return parser(*commands(()))


INTAKES: Mapping[str, Callable[[bytes], None]] = {
    each.__name__.replace("_", "-"): each
    for each in (
        a_listing, a_declaration, a_sheet, services, an_issue, what_is_kept, a_history, a_text, a_page, what_is_typed
    )
}  # fmt: skip
