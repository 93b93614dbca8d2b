"""A made-up directory -> a project of each generator with the same listings; what has to be converted is, beforehand.

Eleventy and Pelican read the listings' own files. Hugo takes `url` for the address of the page itself and sorts by
`title`, so these two fields get other names for it; and its lists get a heading each.
"""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.corpus import ROOT, corpus
from benchmarks.race.declared import declared

PEERS = ROOT / "benchmarks" / "peers"
SINCE_FRESH = "2026-06-01"
FOR_HUGO = (("\nname: ", "\ntitle: "), ("\nurl: ", "\nwebsite: "))


def listings_of(folder: Path) -> Iterator[Path]:
    """The files of a project's listings, in order."""
    return (path for path in sorted((folder / "content").glob("*/*.md")) if not path.name.startswith("_"))


def projects(count: int, folder: Path) -> Mapping[str, Path]:
    """A project of so many listings for each generator, by its name, in a folder. They hold the same."""
    own = folder / "signpost"
    signpost(count, own)
    known = declared(own)
    made = {name: folder / name for name in ("hugo", "eleventy", "pelican")}
    for name, project in made.items():
        shutil.copytree(PEERS / name, project)
        _copied(own, project, FOR_HUGO if name == "hugo" else ())
        _written(project / ("_data" if name == "eleventy" else "data") / "declared.json", known)
    _heads(made["hugo"] / "content", known)
    return {"signpost": own, **made}


def signpost(count: int, folder: Path) -> None:
    """A directory with the lean theme: every listing was checked so lately that lists are in the order of names.

    The words are those of the project's own theme: the plan asks for some of them.
    """
    from datetime import date

    corpus(count, folder, since=date.fromisoformat(SINCE_FRESH))
    shutil.rmtree(folder / "templates")
    shutil.copytree(ROOT / "templates" / "words", folder / "templates" / "words")
    shutil.copytree(PEERS / "signpost" / "templates", folder / "templates", dirs_exist_ok=True)


def _copied(source: Path, project: Path, names: tuple[tuple[str, str], ...]) -> None:
    """The listings of a directory, with other names for some of their fields."""
    for path in listings_of(source):
        head, mark, body = path.read_text(encoding="utf-8").partition("\n---\n")
        for old, new in names:
            head = head.replace(old, new)
        to = project / "content" / path.parent.name / path.name
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(head + mark + body, encoding="utf-8")


def _written(path: Path, known: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(known, ensure_ascii=False, indent=1), encoding="utf-8")


def _heads(content: Path, known: Mapping[str, Any]) -> None:
    """Hugo's lists: a file with heading, intro and address each. JSON is front matter too."""
    for kind in known["kinds"]:
        _head(content / kind["slug"], kind["many"], kind["intro"], f"/{kind['slug']}/")
    for name, choices in known["lists"].items():
        at = "/in/" if name == "country" else f"/{name}/"
        _head(content / name, known["heads"][name]["heading"], known["heads"][name]["intro"], at)
        for each in choices:
            code = each["code"].lower()
            _head(content / name / code, each["label"], each["intro"], f"{at}{code}/")


def _head(folder: Path, title: str, intro: str, address: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    head = {"title": title, "description": intro, "url": address}
    (folder / "_index.md").write_text(json.dumps(head, ensure_ascii=False) + "\n", encoding="utf-8")


def changed(listing: Path, turn: int) -> None:
    """Give the text of a listing another last sentence, which tells the turns apart."""
    text = re.sub(r"\nTurn \d+ of the race\.\n$", "", listing.read_text(encoding="utf-8"))
    listing.write_text(f"{text}\nTurn {turn} of the race.\n", encoding="utf-8")
