"""The Site and the theme's `manifest.json` -> `manifest.webmanifest`: what a device is told that installs the site.

The theme gives colours, icons and the way it is shown; the directory its name and where it begins.
"""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from signpost.model.files import File
from signpost.model.kinds import Site
from signpost.model.problems import BrokenTheme, Problem
from signpost.model.source import Tree

NAME, SOURCE = "manifest.webmanifest", "templates/manifest.json"


def manifest(tree: Tree, site: Site, folder: str) -> Iterator[File]:
    """The manifest (W3C, Web Application Manifest), or nothing when the theme has none.

    `folder` is where the theme's assets are published: icons are named from there. Raises BrokenTheme when the theme's
    file cannot be read.
    """
    if SOURCE not in tree:
        return
    base, look = urlsplit(site.base_url).path or "/", _look(tree[SOURCE])
    icons = [{**icon, "src": f"{base}{folder}/{icon['src']}"} for icon in look["icons"]]
    says = {
        "name": site.title,
        "short_name": site.title,
        "description": site.tagline,
        "lang": site.language,
        "id": base,
        "start_url": base,
        "scope": base,
    }
    text = json.dumps({**says, **look, "icons": icons}, ensure_ascii=False, indent=2)
    yield File(NAME, f"{text}\n".encode())


def _look(source: bytes) -> dict[str, Any]:
    """What the theme says: an object, whose `icons` each have a `src`. Raises BrokenTheme for anything else."""
    try:
        look = json.loads(source)
        icons = [{**icon, "src": str(icon["src"])} for icon in look.get("icons", ())]
        return {**look, "icons": icons}
    except (ValueError, TypeError, AttributeError, LookupError):
        say, hint = "This is not a manifest", "Put the file back as it came with Signpost."
        raise BrokenTheme(Problem(SOURCE, "broken-template", say, hint)) from None
