"""A build on a machine of another kind: `python -m tests.otherwise PROCESSES SEED OUT`, in a directory's folder.

So many processors share the work even where there is little of it, and folders name their files in another order.
"""

import os
import random
import sys
from typing import Any

from signpost.cli import building, main, reading
from tests.conftest import TODAY


class Entries:
    """What a folder holds, as os.scandir gives it."""

    def __init__(self, found: list[Any]) -> None:
        self.found = found

    def __iter__(self) -> "Entries":
        return self

    def __next__(self) -> Any:
        if not self.found:
            raise StopIteration
        return self.found.pop()

    def __enter__(self) -> "Entries":
        return self

    def __exit__(self, *_: object) -> None:
        self.found.clear()


def build(processes: int, seed: int, out: str) -> int:
    """Build the directory in the current folder; the exit code."""
    chance, plain = random.Random(seed), os.scandir  # noqa: S311 - an order, not a secret

    def scandir(path: Any = ".") -> Entries:
        with plain(path) as entries:
            found = list(entries)
        return Entries(chance.sample(found, len(found)))

    os.scandir = scandir  # type: ignore[assignment]
    os.sched_getaffinity = lambda _: set(range(processes))
    building.WORTH_A_PROCESS = reading.WORTH_A_PROCESS = 1
    return main(["build", "--today", TODAY.isoformat(), "--out", out])


if __name__ == "__main__":
    sys.exit(build(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]))
