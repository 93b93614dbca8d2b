"""Folders -> the files that changed in them, each time some do."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

STEP = 20  # milliseconds to wait for more of the same: editors write a file in several steps


def changes(root: Path, folders: Iterable[str]) -> Iterator[Sequence[str]]:
    """The paths below a root that changed together, again and again. Ends with Ctrl-C."""
    from watchfiles import watch  # only `serve` watches

    watched = (root / folder for folder in folders if (root / folder).is_dir())
    for found in watch(*watched, raise_interrupt=True, step=STEP):
        yield sorted({Path(path).relative_to(root).as_posix() for _, path in found})
