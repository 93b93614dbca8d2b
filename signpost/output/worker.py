"""The theme's worker and what the site is made of -> `sw.js`, which lets visitors read on without a connection.

The worker itself stands in the theme. At its head it is told which build it belongs to and what that begins with: the
first pages, the theme's assets, and what listings are found with, unless that is much. Decision 11 tells how a build
takes the place of another.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import PurePosixPath

from signpost.model.addresses import HOME, OFFLINE, PLAN, SEARCH
from signpost.model.files import File, as_json, digest
from signpost.model.source import Tree

NAME, SOURCE = "sw.js", "templates/sw.js"
FIRST = (HOME, SEARCH, PLAN, OFFLINE)
NEEDED = (".css", ".js", ".json", ".svg", ".woff2")  # pictures for installing are fetched by what installs
MOST = 400_000  # bytes of a folder that are fetched before they are asked for; more is kept as it is used


def worker(tree: Tree, parts: Mapping[str, Sequence[File]], base_url: str, today: date) -> Iterator[File]:
    """The worker of one build (W3C, Service Workers), or nothing when the theme has none.

    `parts` holds, by the folders that are named by what they hold, the files in them. The same tree, address and day
    make the same bytes.
    """
    if SOURCE not in tree:
        return
    build = {
        "digest": digest({**tree, "": f"{base_url}\0{today}".encode()}),
        "parts": list(parts),
        "core": [*(address.lstrip("/") for address in FIRST), *chain.from_iterable(map(_first, parts.values()))],
    }
    yield File(NAME, b"const BUILD = %s;\n%s" % (as_json(build), tree[SOURCE]))


def _first(part: Sequence[File]) -> Iterator[str]:
    """The files of a folder that are fetched before they are asked for."""
    needed = [file for file in part if PurePosixPath(file.path).suffix in NEEDED]
    if sum(len(file.content) for file in needed) <= MOST:
        yield from (file.path for file in needed)
