"""Folders -> a sign each time something in them changes."""

from collections.abc import Iterable, Iterator
from pathlib import Path


def changes(root: Path, folders: Iterable[str]) -> Iterator[None]:
    """Nothing, again and again: once for each bundle of changes. Ends with Ctrl-C."""
    from watchfiles import watch  # only `serve` watches

    for _ in watch(*(root / folder for folder in folders if (root / folder).is_dir()), raise_interrupt=True):
        yield
