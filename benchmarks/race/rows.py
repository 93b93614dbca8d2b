"""The rows of the comparison: each a function from a lab and a number of listings to what was measured, in lines."""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.race.lab import SIGNPOST, TODAY, Lab
from benchmarks.race.memory import peak
from benchmarks.race.running import Command, Side, paired, taken

Run = Callable[[Lab, int], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its title, how many listings it is measured with unless asked otherwise, and what measures it."""

    title: str
    numbers: tuple[int, ...]
    run: Run


def _clean(other: str, *, index: bool) -> Run:
    def run(lab: Lab, count: int) -> Iterator[str]:
        own, theirs = (lab.clean(name, count, index=index) for name in (SIGNPOST, other))
        yield from paired(own, theirs, lab.times).told()

    return run


def _again(*, index: bool, edits: bool) -> Run:
    def run(lab: Lab, count: int) -> Iterator[str]:
        own, theirs = (lab.again(name, count, index=index, edits=edits) for name in (SIGNPOST, "hugo"))
        yield from paired(own, theirs, lab.times).told()

    return run


def _check(lab: Lab, count: int) -> Iterator[str]:
    """From nothing: what Signpost keeps is taken away before each turn."""
    project = lab.project(count, SIGNPOST)
    ours = Command((sys.executable, "-m", "signpost", "check", "--today", TODAY), project)
    theirs = Command((sys.executable, "-m", "benchmarks.reading", str(project)), project)
    own = Side("signpost check", (ours,), lambda _turn: lab.emptied(count, SIGNPOST))
    yield from paired(own, Side("yaml.CSafeLoader alone", (theirs,)), lab.times).told()


def _memory(lab: Lab, count: int) -> Iterator[str]:
    """Clean builds; Pagefind's own memory counts in none of them."""
    for name, index in ((SIGNPOST, False), (SIGNPOST, True), ("hugo", False)):
        side = lab.clean(name, count, index=index)
        side.before(0)
        yield f"  {side.name:<44} {peak(side.commands, aside='pagefind'):.0f} MiB (PSS, all processes, Pagefind aside)"


def _growth(lab: Lab, count: int) -> Iterator[str]:
    """Signpost alone, ten times as many listings beside a number of them."""
    many, few = (_sized(lab, number) for number in (10 * count, count))
    yield from paired(many, few, lab.times).told()


def _sized(lab: Lab, count: int) -> Side:
    side = lab.clean(SIGNPOST, count, index=False)
    return replace(side, name=f"{count:,} listings")


def _written(lab: Lab, count: int) -> Iterator[str]:
    """Files that are new or were written again, by inode and time of change; and those that went."""
    for index in (False, True):
        side = lab.again(SIGNPOST, count, index=index, edits=True)
        before: Mapping[str, tuple[int, int]] = {}
        for turn in range(2):
            side.before(turn)
            before = _marks(lab.out(count, SIGNPOST))
            taken(side.commands)
        after = _marks(lab.out(count, SIGNPOST))
        touched = [name for name in after if before.get(name) != after[name]]
        of_index = sum(name.startswith("pagefind/") for name in touched)
        told = f"{len(touched)} written, {of_index} of them of the index; {len(before.keys() - after.keys())} removed"
        yield f"  {side.name:<44} {told}"


def _marks(site: Path) -> Mapping[str, tuple[int, int]]:
    """What tells whether a file was written: which it is, and when it was."""
    found = ((path, path.stat()) for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): (stat.st_ino, stat.st_mtime_ns) for path, stat in found}


ROWS: Mapping[str, Row] = {
    "clean": Row("clean build, no index, against Hugo", (10_000, 1_000, 300), _clean("hugo", index=False)),
    "index": Row("clean build with index, against Hugo + Pagefind", (10_000,), _clean("hugo", index=True)),
    "eleventy": Row("clean build, no index, against Eleventy", (1_000,), _clean("eleventy", index=False)),
    "eleventy-index": Row(
        "clean build with index, against Eleventy + Pagefind", (1_000,), _clean("eleventy", index=True)
    ),
    "pelican": Row("clean build, no index, against Pelican", (1_000,), _clean("pelican", index=False)),
    "body": Row("one body changed, no index, against Hugo", (10_000,), _again(index=False, edits=True)),
    "body-index": Row(
        "one body changed, with index, against Hugo + Pagefind", (10_000,), _again(index=True, edits=True)
    ),
    "nothing": Row("nothing changed, with index, against Hugo + Pagefind", (10_000,), _again(index=True, edits=False)),
    "check": Row("check, against the same files read by yaml.CSafeLoader alone", (10_000,), _check),
    "memory": Row("peak memory", (10_000,), _memory),
    "growth": Row("growth: ten times the listings, no index", (5_000,), _growth),
    "written": Row("files written for one changed body", (10_000,), _written),
}
"""By the names they are asked for."""
