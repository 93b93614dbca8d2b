"""What the site offers to programs, as its page about the data tells it, and what was made of it."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from signpost.model.files import File

SHOWN = 4096
"""How many bytes of a file are enough to show how it begins."""


class Offer(NamedTuple):
    """A file, or a set of files, below the site's root.

    A name in braces in `path` stands for any one name: `data/v1/{kind}.csv` is a file for each kind. `name` is a key
    below `data.offers` in the theme's words, which hold its `label` and what it is `for`; `media_type` is as registered
    with IANA; `standard` is the address of its definition, where it has one.
    """

    path: str
    name: str
    media_type: str
    standard: str = ""


class Made(NamedTuple):
    """A file of an offer: its path, how many bytes it has, and how it begins, if no file before it was as large."""

    path: str
    size: int
    opening: bytes


def noted(files: Iterable[File], offers: Iterable[Offer], made: dict[str, list[Made]]) -> Iterator[File]:
    """The files as they come; those of an offer are noted under its name in `made`.

    So nobody has to hold all files, or make them twice, to tell how large they are. A file that is an offer of its own
    belongs to no set.
    """
    whole = {each.path: each.name for each in offers}
    sets = [(re.compile(_pattern(each.path)), each.name) for each in offers if "{" in each.path]
    largest: dict[str, int] = {}
    for file in files:
        name = whole.get(file.path) or next((of for path, of in sets if path.fullmatch(file.path)), "")
        if name:
            size = len(file.content)
            made.setdefault(name, []).append(
                Made(file.path, size, file.content[:SHOWN] if size > largest.get(name, 0) else b"")
            )
            largest[name] = max(size, largest.get(name, 0))
        yield file


def _pattern(path: str) -> str:
    """A path with names in braces, as a regular expression."""
    return "[^/]+".join(re.escape(part) for part in re.split(r"{\w+}", path))
