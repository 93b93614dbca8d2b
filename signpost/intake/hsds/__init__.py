"""Another directory's HSDS 3.0 -> proposals of listings, and a Problem for each file that cannot be read.

Nothing is taken on trust: a listing names its source, and that a person checked it is for a person to say.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from signpost.intake.hsds.attributes import kind_of
from signpost.intake.hsds.facts import facts
from signpost.intake.hsds.older import modern
from signpost.intake.hsds.reading import Found, services
from signpost.intake.hsds.saying import Left, Wanted
from signpost.intake.hsds.texts import line_of, shown
from signpost.model.addresses import named_by_files, slug_of
from signpost.model.answers import whole
from signpost.model.hsds import places
from signpost.model.kinds import Kind
from signpost.model.problems import Problem
from signpost.model.proposals import Proposal
from signpost.model.source import Tree

THERE = "Compare the two, and mend that file by hand."


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: the kind, answers for listings that lack them, the address the file is from, and the day."""

    kind: Kind
    given: Mapping[str, str]
    source: str
    day: date


def hsds(files: Mapping[str, bytes], asked: Asked, tree: Tree) -> tuple[tuple[Proposal, ...], tuple[Problem, ...]]:
    """The proposals that some files hold, in the order of the services; what is wrong in them is not told yet."""
    found, problems = services(files)
    ours = [each for each in found if kind_of(each.record) in ("", asked.kind.slug)]
    named = list(_named(ours, asked.kind))
    there = frozenset((*named_by_files(tree), *(path for path in tree if path.startswith("content/static/"))))
    ids = {path: path.removeprefix("content/").rpartition(".")[0] for path, _ in named}
    wanted = Wanted(asked.kind, places(asked.kind), there | set(ids.values()), asked.day)
    proposals = (_proposal(path, each, asked, wanted, is_there=ids[path] in there) for path, each in named)
    return tuple(proposals), (*problems, *_none(files, ours, problems))


def _none(files: Mapping[str, bytes], ours: list[Found], problems: list[Problem]) -> Iterator[Problem]:
    """A Problem when files that can be read hold no service for the kind."""
    if not ours and not problems:
        hint = "It takes a list of services, a page of one, single services, or a folder of such files."
        yield Problem(next(iter(files), ""), "no-services", "There is no service here for that kind", hint)


def _named(found: list[Found], kind: Kind) -> Iterator[tuple[str, Found]]:
    """The services, each with the path of its file: by its name, with a number where one has it already."""
    taken = set[str]()
    for each in found:
        try:
            slug = slug_of(line_of(each.record.get("name")))
        except ValueError:
            slug = slug_of("")
        numbers = (f"{slug}-{number}" for number in range(2, len(found) + 2))
        free = slug if slug not in taken else next(name for name in numbers if name not in taken)
        taken.add(free)
        yield f"content/{kind.slug}/{free}.md", each


def _proposal(path: str, found: Found, asked: Asked, wanted: Wanted, *, is_there: bool) -> Proposal:
    """A service as a listing's file, without what vouches for it there and with what it is compiled from."""
    answers, lefts = facts(modern(found.record), wanted)
    source = asked.source or answers.get("url", "")
    trust = {"source": source, "compiled": str(asked.day)} if source else {}
    kept = {name: answer for name, answer in trust.items() if name in asked.kind.fields}
    text = whole({**asked.given, **answers, **kept}, asked.kind)
    problems = (Problem(path, "is-there", "There is such a listing already", THERE),) if is_there else ()
    return Proposal(path, text, problems, tuple(dict.fromkeys(map(str, _told(lefts, found)))))


def _told(lefts: list[Left], found: Found) -> Iterator[Left]:
    """What was left, with where it stands when its file has several services."""
    yield from lefts
    if not found.record.get("id"):
        yield Left("id", f"{shown(found.record.get('name'))} has none, so it cannot be known again")
