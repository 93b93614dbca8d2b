"""A command -> the most memory that all its processes held together, as Linux counts it.

Every few milliseconds the process and all that came from it are looked up in /proc, and their proportional set sizes
(PSS) added up: what several processes share, as after a fork, counts once. Programs that are not to count are passed
over by name. Looking costs time, so that these runs are not timed.
"""

import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.race.running import Command, failed, started

EVERY = 0.01  # seconds between two looks
KIB = 1024
PROC = Path("/proc")


def peak(commands: Iterable[Command], aside: str = "") -> float:
    """MiB at the most, of some commands one after the other; programs named like `aside` do not count."""
    return max(_peak(command, aside) for command in commands) / KIB


def _peak(command: Command, aside: str) -> int:
    """KiB at the most, of one command and what it starts."""
    most = 0
    with tempfile.TemporaryFile() as said:
        process = started(command, said.fileno())
        while process.poll() is None:
            most = max(most, sum(map(_held, family(process.pid, aside))))
            time.sleep(EVERY)
        failed(process.returncode, command, said)
    return most


def family(pid: int, aside: str = "") -> Iterator[int]:
    """A process and all that came from it, but for programs named like `aside` and what came from them."""
    name = _read(pid, "comm")
    if not name or (aside and aside in name):
        return
    yield pid
    for task in _tasks(pid):
        for child in _read(pid, f"task/{task}/children").split():
            yield from family(int(child), aside)


def _tasks(pid: int) -> list[str]:
    try:
        return [each.name for each in (PROC / str(pid) / "task").iterdir()]
    except OSError:  # it has ended meanwhile
        return []


def _held(pid: int) -> int:
    """The proportional set size of a process in KiB (proc(5), smaps_rollup); 0 once it has ended."""
    rows = (line.split() for line in _read(pid, "smaps_rollup").splitlines())
    return next((int(row[1]) for row in rows if row[0] == "Pss:"), 0)


def _read(pid: int, name: str) -> str:
    try:
        return (PROC / str(pid) / name).read_text()
    except OSError:
        return ""
