"""`import`: what somebody else wrote down becomes listings, once they say so."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from signpost.cli.reading import PROBLEMS, SOUND, declared, listings, typed
from signpost.edges import disk
from signpost.model.fieldtypes.reading import did_you_mean
from signpost.model.kinds import Charter
from signpost.model.problems import Problem, Refused, are_sound
from signpost.model.proposals import Proposal
from signpost.model.source import Tree

LARGEST, WHOLE_FILES = 16_000_000, 3  # bytes; how many files are shown with every line
LARGEST_FOLDER = 64_000_000  # bytes of all files


class Imported(NamedTuple):
    """What a format makes of a source.

    `places` tells where each listing stands in it, by path; `told` is what to say first; `is_harmful` a source of
    which nothing may be written, `is_broken` one that cannot be read whole, of which nothing is written either.
    """

    proposals: tuple[Proposal, ...]
    places: Mapping[str, str]
    told: str = ""
    is_harmful: bool = False
    is_broken: bool = False


def import_(options: argparse.Namespace) -> int:
    """Turn another directory's data into listings: show them, and with --write write them."""
    from signpost.errands import proposed  # needed here alone

    if not (project := declared(options.today)):
        return PROBLEMS
    found = FORMATS[options.format](options, *project)
    judged = proposed(found.proposals, project[0], options.today)
    sound = [each for each in judged if are_sound(each.problems)]
    print(found.told, end="")
    _tell(judged, found.places)
    for number, each in enumerate(() if found.is_harmful or found.is_broken else sound):
        _show(each, number, options)
    is_whole = 0 < len(sound) == len(judged)
    print(_closing(len(sound), len(judged), found, options))
    return SOUND if is_whole and not found.is_harmful and not found.is_broken else PROBLEMS


def _show(proposal: Proposal, number: int, options: argparse.Namespace) -> None:
    """A file that is written now, or what it would say: the first few whole, of the others the names."""
    if options.write:
        disk.create(Path(proposal.path), proposal.text)
    print(proposal.path)
    if not options.write and number < WHOLE_FILES:
        print("".join(f"    {line}".rstrip() + "\n" for line in proposal.text.splitlines()))


def _tell(judged: tuple[Proposal, ...], places: Mapping[str, str]) -> None:
    """Every problem at the place in the source that it comes from; what is wrong in two fields at once is said once."""
    for proposal in judged:
        for each in {problem.say: problem for problem in reversed(proposal.problems)}.values():
            where = places.get(each.path) or f"{each.path}:{each.span.line}"
            print(f"{where}: {_weight(each)}: {each.say} [{each.rule}]")
            if each.hint:
                print(f"         {each.hint}")


def _weight(problem: Problem) -> str:
    return "worth a look" if problem.warning else "not used"


def _closing(sound: int, number: int, found: Imported, options: argparse.Namespace) -> str:
    left = f", {number - sound} cannot be used" if sound < number else ""
    if found.is_broken:
        return f"Nothing is written: not all of {options.source} can be read. Mend that first."
    if not number:
        return "There is nothing to write."
    if found.is_harmful:
        return f"Nothing is written: {options.source} holds what may do harm. Mend that first."
    if options.write:
        return f"{listings(range(sound))} written{left}. Look at them: {typed()} check"
    return (
        f"{listings(range(sound))} would be written{left}. Nothing is written yet: add --write."
        if sound
        else (f"Nothing can be written{left}.")
    )


def csv(options: argparse.Namespace, tree: Tree, charter: Charter) -> Imported:
    """A table from a spreadsheet."""
    from signpost.intake.sheets import Asked, understood  # needed here alone
    from signpost.intake.sheets.account import account
    from signpost.intake.sheets.cells import HARMFUL

    name = Path(options.source).name
    asked = Asked(options.kind, dict(options.map), options.today)
    found = understood(disk.one(Path(options.source), LARGEST), name, asked, charter, tree)
    proposals = tuple(each.proposal for each in found.drafts)
    rules = {problem.rule for each in proposals for problem in each.problems}
    places = {each.path: f"{name}:{line}" for line, each in found.drafts if not each.problems}
    return Imported(proposals, places, account(found), bool(rules & set(HARMFUL)))


def hsds(options: argparse.Namespace, tree: Tree, charter: Charter) -> Imported:
    """Another directory's services, in the Human Services Data Specification."""
    from signpost.edges.given import given  # needed here alone, as the next ones
    from signpost.intake.hsds import Asked
    from signpost.intake.hsds import hsds as understood
    from signpost.output.report import report

    kind = charter.kinds.get(options.kind)
    if kind is None:
        asked = f"There is no kind {options.kind}." if options.kind else "Say what they are with --kind."
        raise Refused(f"{asked} {did_you_mean(options.kind, charter.kinds)}It can be {', '.join(charter.kinds)}.")
    for name, _ in options.set:
        if name not in kind.fields:
            raise Refused(f"{kind.many} have no field {name}. {did_you_mean(name, kind.fields)}".rstrip())
    files = given(Path(options.source), ".json", LARGEST_FOLDER)
    asked_for = Asked(kind, dict(options.set), options.origin or "", options.today)
    proposals, problems = understood(files, asked_for, tree)
    left = [f"{each.path}: left out: {line}\n" for each in proposals for line in each.unmapped]
    return Imported(proposals, {}, "".join((report(problems, "text"), *left)), is_broken=bool(problems))


FORMATS: Mapping[str, Callable[[argparse.Namespace, Tree, Charter], Imported]] = {"csv": csv, "hsds": hsds}
"""What can be imported, by the name of its format."""
