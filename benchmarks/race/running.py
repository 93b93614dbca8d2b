"""Commands -> how long they take, side by side: A B A B, whole processes seen from outside."""

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from benchmarks.corpus import ROOT


@dataclass(frozen=True, slots=True)
class Command:
    """A program with its arguments, and the folder it is run in."""

    words: Sequence[str]
    folder: Path


@dataclass(frozen=True, slots=True)
class Side:
    """One of two that are compared: what it runs, one after the other, and what is done before, which is not timed.

    `before` is given the number of the turn, counted from 0; the first is the warm-up.
    """

    name: str
    commands: Sequence[Command]
    before: Callable[[int], object] = lambda _turn: None


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock, and seconds of CPU (user and system, of all processes that were waited for)."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Pairs:
    """The turns of two sides, in order, without the warm-up."""

    own: Side
    other: Side
    turns: tuple[tuple[Taken, Taken], ...]

    def told(self) -> Iterable[str]:
        """The numbers, a line for each side and one for their ratio."""
        for side, at in ((self.own, 0), (self.other, 1)):
            walls, cpus = [turn[at].wall for turn in self.turns], [turn[at].cpu for turn in self.turns]
            yield f"  {side.name:<44} {spread(walls)} s, CPU {spread(cpus)} s"
        walls = [own.wall / other.wall for own, other in self.turns]
        cpus = [own.cpu / other.cpu for own, other in self.turns]
        yield f"  {'ratio':<44} {spread(walls)}, CPU {spread(cpus)}"


def spread(numbers: Sequence[float]) -> str:
    """The median, and between which numbers the others are."""
    return f"{statistics.median(numbers):.3f} ({min(numbers):.3f}-{max(numbers):.3f})"


def environment() -> dict[str, str]:
    """That of this process. The Signpost that is measured is the one beside these benchmarks, compiled as is usual."""
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**usual, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}


def started(command: Command, told: int) -> subprocess.Popen[bytes]:
    """A command that is under way; what it says goes into a file."""
    return subprocess.Popen(command.words, cwd=command.folder, env=environment(), stdout=told, stderr=told)


def taken(commands: Iterable[Command]) -> Taken:
    """What some commands take, one after the other. Ends the benchmark when one of them fails."""
    wall = cpu = 0.0
    for command in commands:
        with tempfile.TemporaryFile() as said:
            begun = time.perf_counter()
            process = started(command, said.fileno())
            _, status, usage = os.wait4(process.pid, 0)
            wall += time.perf_counter() - begun
            cpu += usage.ru_utime + usage.ru_stime
            process.returncode = os.waitstatus_to_exitcode(status)
            failed(process.returncode, command, said)
    return Taken(wall, cpu)


def failed(code: int, command: Command, said: IO[bytes]) -> None:
    """End the benchmark with what a command said, if it failed."""
    if code:
        said.seek(0)
        raise SystemExit(f"{' '.join(command.words)}\nended with {code}:\n{said.read().decode(errors='replace')}")


def paired(own: Side, other: Side, times: int) -> Pairs:
    """Two sides in turn, after a warm-up of each."""
    turns = [(_turn(own, turn), _turn(other, turn)) for turn in range(times + 1)]
    return Pairs(own, other, tuple(turns[1:]))


def _turn(side: Side, turn: int) -> Taken:
    side.before(turn)
    return taken(side.commands)
