"""Where a race takes place: projects on a disk in memory, the commands that build them, and what is cleared between."""

import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.race.peers import NAMES, Peers
from benchmarks.race.projects import changed, listings_of, projects
from benchmarks.race.running import Command, Side

TODAY = "2026-11-22"
PARTS = "listings,lists,home,sitemap,json"
"""What of Signpost's output the others make too; all else is switched off."""

SIGNPOST = "signpost"


@dataclass(frozen=True, slots=True)
class Lab:
    """Projects by number of listings, made when they are first asked for, and how often each pair runs."""

    folder: Path
    peers: Peers
    times: int
    made: dict[int, Mapping[str, Path]] = field(default_factory=dict)

    def project(self, count: int, name: str) -> Path:
        """A generator's project of so many listings."""
        if count not in self.made:
            self.made[count] = projects(count, self.folder / str(count))
        return self.made[count][name]

    def out(self, count: int, name: str) -> Path:
        """Where a generator builds a project."""
        return self.folder / str(count) / f"out-{name}"

    def emptied(self, count: int, name: str) -> None:
        """Take away what a generator built, and what it kept to build faster."""
        for each in (self.out(count, name), self.project(count, name) / ".signpost"):
            shutil.rmtree(each, ignore_errors=True)

    def edited(self, count: int, name: str, turn: int) -> None:
        """Change the text of one listing, the same one of each project."""
        found = list(listings_of(self.project(count, name)))
        changed(found[len(found) // 2], turn)

    def build(self, count: int, *, index: bool) -> Command:
        """Signpost's build of the outputs that the others make too."""
        out, less = str(self.out(count, SIGNPOST)), () if index else ("--no-index",)
        words = ("build", "--today", TODAY, "--only", PARTS, "--out", out, *less)
        return Command((sys.executable, "-m", "signpost", *words), self.project(count, SIGNPOST))

    def commands(self, name: str, count: int, *, index: bool) -> tuple[Command, ...]:
        """A generator's build; for another than Signpost Pagefind follows, over all it made. Raises Absent."""
        if name == SIGNPOST:
            return (self.build(count, index=index),)
        project, out = self.project(count, name), self.out(count, name)
        built = Command(self.peers.command(name, project, out), project)
        return (built, Command((_pagefind(), "--site", str(out), "--quiet"), project)) if index else (built,)

    def clean(self, name: str, count: int, *, index: bool) -> Side:
        """A build from nothing, each turn anew."""
        run = self.commands(name, count, index=index)
        return Side(_titled(name, index=index), run, lambda _turn: self.emptied(count, name))

    def again(self, name: str, count: int, *, index: bool, edits: bool) -> Side:
        """A build into what the turn before built, after an edit, or after none."""

        def before(turn: int) -> None:
            if turn == 0:
                self.emptied(count, name)
            if edits:
                self.edited(count, name, turn)

        return Side(_titled(name, index=index), self.commands(name, count, index=index), before)


def _titled(name: str, *, index: bool) -> str:
    if name == SIGNPOST:
        return "Signpost with its index" if index else "Signpost without index"
    return f"{NAMES[name]} + Pagefind over its whole output" if index else NAMES[name]


def _pagefind() -> str:
    """The program that Signpost runs too."""
    from pagefind_bin import get_executable

    return str(get_executable())
