"""Two states of a directory -> the Review of the change that leads from one to the other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from signpost.model.answers import answers
from signpost.model.kinds import Charter, Field, Kind
from signpost.model.problems import Problem
from signpost.model.questions import BODY
from signpost.model.reviews import Change, Difference, Review
from signpost.model.source import Document

MADE = {
    "docs/fields.md": "make docs",
    "docs/rules.md": "make docs",
    "content/.schema/": "make docs",
    ".github/ISSUE_TEMPLATE/": "make docs",
    "constraints.txt": "make constraints",
    "site/": "make site",
}
"""Files that are made from others, and by which command."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A directory at one moment: what was read of it, and every problem in it."""

    documents: Mapping[str, Document]
    charter: Charter | None
    problems: Sequence[Problem]


def review(before: Standing, after: Standing, paths: Sequence[str]) -> Review:
    """What a change of some files does. A problem is new when it was not there before, in whatever line it stands."""
    known = Counter(map(_likeness, before.problems))
    new: list[Problem] = []
    standing: list[Problem] = []
    for each in after.problems:
        known[_likeness(each)] -= 1
        (standing if known[_likeness(each)] >= 0 else new).append(each)
    changes = tuple(_changes(before, after, paths))
    return Review(tuple(new), tuple(standing), changes, (*_scope(paths), *_lost(changes, after)))


def _likeness(problem: Problem) -> tuple[str, str, str]:
    return problem.path, problem.rule, problem.say


def _changes(before: Standing, after: Standing, paths: Iterable[str]) -> Iterator[Change]:
    """The listings among some files, with what differs in each."""
    for path in paths:
        kind = _kind(path, after.charter) or _kind(path, before.charter)
        old, new = before.documents.get(path), after.documents.get(path)
        if kind and (old or new):
            what = "changed" if old and new else "added" if new else "removed"
            said = tuple(answers(each, kind) if each else {} for each in (old, new))
            name = said[1].get("name") or said[0].get("name") or path.rpartition("/")[2]
            yield Change(what, path, kind.one, name, tuple(_differences(kind, *said)) if new else ())


def _kind(path: str, charter: Charter | None) -> Kind | None:
    folder, _, name = path.removeprefix("content/").rpartition("/")
    is_listing = path.startswith("content/") and name.endswith((".md", ".yaml")) and not name.startswith("_")
    return charter.kinds.get(folder) if charter and is_listing else None


def _differences(kind: Kind, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Difference]:
    for name, field in kind.fields.items():
        if before.get(name, "") != after.get(name, ""):
            yield Difference(field.label, _shown(field, before.get(name, "")), _shown(field, after.get(name, "")))
    if before.get(BODY, "") != after.get(BODY, ""):
        yield Difference("Text", before.get(BODY, ""), after.get(BODY, ""))


def _shown(field: Field, answer: str) -> str:
    """An answer as readers see it: choices by their labels."""
    if field.vocabulary is None or field.type.name not in ("term", "terms"):
        return answer
    terms = field.vocabulary.terms
    return ", ".join(terms[code].label if code in terms else code for code in answer.split(", "))


def _scope(paths: Sequence[str]) -> Iterator[str]:
    """What there is to say of the files that a change touches."""
    for path in paths:
        made = next((each for each in MADE if path == each or (each.endswith("/") and path.startswith(each))), None)
        if made and not any(_declares(each) for each in paths):
            yield f"{path} is made from other files: change those, then run {MADE[made]}."
        elif "/" not in path.removeprefix("content/") and path.endswith(".md") and _is_stray(path):
            yield f"{path} stands where nothing reads it. Listings stand in a folder of their kind in content/."
    listings = [path for path in paths if path.startswith("content/") and not _declares(path)]
    code = [path for path in paths if path.startswith(("signpost/", "templates/", "tests/", ".github/workflows/"))]
    if listings and code:
        yield "Content and code change together here. Two pull requests are easier to read, and to take back."


def _declares(path: str) -> bool:
    """Whether other files are made from this one."""
    return path.startswith(("content/_", "signpost/", "templates/words/", "pyproject.toml")) or "/_" in path


def _is_stray(path: str) -> bool:
    return path not in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE.md", "SECURITY.md")


def _lost(changes: Iterable[Change], after: Standing) -> Iterator[str]:
    """A note for each listing that goes without leaving an address behind."""
    said = " ".join(each.text for each in after.documents.values() if "formerly" in each.text)
    for each in changes:
        name = each.path.removeprefix("content/").rpartition(".")[0]
        if each.what == "removed" and name not in said:
            yield (
                f"{name} goes, and links to it will lead nowhere. If it moved, add formerly: [{name}] to the new file; "
                "if it closed, keep it with status: closed."
            )
