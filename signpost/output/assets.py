"""The theme's assets -> files under their digest, so that browsers may keep them for good."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from signpost.model.files import File, digest
from signpost.model.pictures import STATIC, danger
from signpost.model.source import Tree

ASSETS, STYLES = "templates/assets/", "css/"
NONE: Mapping[str, bytes] = MappingProxyType({})


class Assets(NamedTuple):
    """The files of a theme by name, and the folder they are published in."""

    folder: str
    by_name: dict[str, bytes]

    def files(self) -> Iterator[File]:
        """The files as they are written."""
        for name, content in self.by_name.items():
            yield File(f"{self.folder}/{name}", content)


def assets(tree: Tree, drawn: Mapping[str, bytes] = NONE) -> Assets:
    """The assets of a tree, and those that were drawn for it.

    Stylesheets become one, `css/site.css`; those of a folder, `css/map.css` for `css/map/`.
    In each, those whose names begin with `_` stand first, then all by name. `css/tokens.css` has those of the site by
    themselves, for pages that load nothing else of it.

    One digest for all: a change of one moves all of them, and links between them stay as they are written.
    """
    found = {path.removeprefix(ASSETS): tree[path] for path in sorted(tree) if _is_in(ASSETS, path)}
    sheets = sorted((name for name in found if name.startswith(STYLES)), key=lambda name: (not _is_first(name), name))
    by_name = {**{name: content for name, content in found.items() if name not in sheets}, **drawn}
    by_name[f"{STYLES}site.css"] = b""
    for sheet, names in groupby(sorted(sheets, key=_sheet), _sheet):
        by_name[sheet] = b"".join(found[name] for name in names)
    by_name[f"{STYLES}tokens.css"] = b"".join(
        found[name] for name in sheets if _is_first(name) and name.count("/") == 1
    )
    return Assets(f"assets/{digest(by_name)}", by_name)


def _sheet(name: str) -> str:
    """The sheet that a stylesheet becomes a part of."""
    folder, slash, _ = name.removeprefix(STYLES).partition("/")
    return f"{STYLES}{folder if slash else 'site'}.css"


def _is_first(name: str) -> bool:
    return name.rpartition("/")[2].startswith("_")


def _is_in(folder: str, path: str) -> bool:
    """Whether a file is published: what an operating system leaves behind, such as .DS_Store, is not."""
    return path.startswith(folder) and "/." not in path


def pictures(tree: Tree) -> Iterator[File]:
    """The files of content/static/, as they are; without those that would run, which `check` tells."""
    for path in sorted(tree):
        if _is_in(STATIC, path) and not danger(path, tree[path]):
            yield File(f"static/{path.removeprefix(STATIC)}", tree[path])
