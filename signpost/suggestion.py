"""An issue -> the file it suggests, checked as every file is, and all there is to say of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from signpost.errands import located
from signpost.intake.compare import likenesses
from signpost.intake.parse import Unread, document
from signpost.model.answers import Answers, said
from signpost.model.answers import answers as answers_in
from signpost.model.issues import ADD, CONFIRM, LABELS, LISTING, Form, Issue, forms
from signpost.model.kinds import Kind
from signpost.model.listings import Catalog, Listing
from signpost.model.problems import Problem, Refused
from signpost.model.source import Document, Tree, unread
from signpost.model.words import Words
from signpost.output.propose.brakes import Around, brakes
from signpost.output.propose.drafting import Draft, added, confirmed, mended, path_of
from signpost.output.propose.reading import Answered, Unclear, answers, form_of
from signpost.output.propose.suggestions import Suggestion
from signpost.pipeline import take_in

NOWHERE = unread("")


@dataclass(frozen=True, slots=True)
class Project:
    """The directory as it is, before anything is suggested."""

    tree: Tree
    catalog: Catalog
    problems: tuple[Problem, ...]
    words: Words
    today: date


def suggestion(
    issue: Issue, earlier: Answered, around: Around | None, project: Project, form_name: str = ""
) -> Suggestion | None:
    """What becomes of an issue; None when it was not written with a form.

    `around` is what the brakes look at; None where a maintainer has decided already.
    """
    known = forms(project.catalog.charter, project.words)
    form = form_of(issue.text, known, form_name)
    if form is None:
        return _formless(issue, earlier)
    found = Suggestion(issue, form, earlier=earlier)
    try:
        found = replace(found, answers=answers(issue.text, form, {each.mark for each in known.values()}))
    except Unclear as unclear:
        return replace(found, unclear=unclear)
    if around is not None:
        found = replace(found, brakes=tuple(brakes(issue, form, found.answers, around)))
    return found if found.is_held else _understood(found, project)


def _formless(issue: Issue, earlier: Answered) -> Suggestion | None:
    """An issue without a form's headings: it had them once, or it is none of ours."""
    aim = next((aim for aim, label in LABELS.items() if label in issue.labels), ADD if earlier.comment else "")
    form = Form(aim, aim, "", "", "", ())
    return Suggestion(issue, form, earlier=earlier, unclear=Unclear("no-form")) if aim else None


def _understood(found: Suggestion, project: Project) -> Suggestion:
    try:
        draft = _drafted(found.form, found.answers, project)
    except Unclear as unclear:
        return replace(found, unclear=unclear)
    except Refused as refused:
        return replace(found, refused=str(refused))
    return _checked(replace(found, draft=draft), project) if draft else found


def _drafted(form: Form, given: Answers, project: Project) -> Draft | None:
    """The file that an issue makes or changes; None where it asks a person for something."""
    if form.aim == ADD and not given.get(LISTING):
        return added(form, given, project.tree, project.today)
    path = path_of(given.get(LISTING, ""), project.catalog, project.tree)
    kind = project.catalog.charter.kinds[path.split("/")[1]]
    if form.aim not in (ADD, CONFIRM):
        return None
    if form.aim == ADD and kind is not form.kind:
        raise Unclear("another-kind", one=kind.one)
    there = _read(path, project.tree[path])
    if form.aim == CONFIRM:
        return confirmed(there, kind, given.get("how", ""), project.tree[path], project.today)
    return mended(there, kind, given, project.tree[path], project.today)


def _read(path: str, content: bytes) -> Document:
    try:
        return document(path, content)
    except Unread:
        raise Refused(f"{path} cannot be read: something in it has to be mended first.") from None


def _checked(found: Suggestion, project: Project) -> Suggestion:
    """The suggestion with what `check` says of the directory once its file is in it."""
    draft = found.draft
    assert draft is not None  # noqa: S101 - only suggestions with a file are checked
    draft = _placed(draft, project)
    _, problems = take_in({**project.tree, draft.path: draft.content}, project.today)
    known = {each for each in project.problems if each.path != draft.path}
    try:
        there = document(draft.path, draft.content)
    except Unread:
        there = None
    after = answers_in(there, draft.kind) if there else found.answers
    return replace(
        found,
        draft=draft,
        document=there,
        before=answers_in(document(draft.path, draft.was), draft.kind) if draft.was else {},
        after=after,
        problems=tuple(each for each in problems if each not in known),
        alike=tuple(_alike(draft, after, project.catalog)) if not draft.was else (),
    )


def _placed(draft: Draft, project: Project) -> Draft:
    """The file with where its city is, when that has to be looked up and is known."""
    if not draft.moves:
        return draft
    found = (each.content for each in located({draft.path: draft.content}, project.catalog.charter))
    content = next((each for each in found if each), draft.content)
    return replace(draft, content=content)


def _alike(draft: Draft, after: Answers, catalog: Catalog) -> list[Listing]:
    """The listings that may be the same place."""
    values = {name: _single(draft.kind, name, after) for name in ("name", "url", "city", "country")}
    kept = {name: value for name, value in values.items() if value}
    suggested = Listing(draft.kind, "", {"name": "", **kept}, NOWHERE)
    return list(likenesses(suggested, catalog))


def _single(kind: Kind, name: str, after: Mapping[str, str]) -> str:
    return "".join(said(kind.fields[name], after[name])) if name in kind.fields and after.get(name) else ""
