"""Two built sites -> what tells them apart as work: addresses, bytes, words that are seen, data; nothing if they match.

White space, the spelling of entities, and attributes may differ. Signpost's sitemap may name more, and in its data a
listing may say more.
"""

import json
import random
import re
from collections.abc import Iterator, Mapping, Set
from html import unescape
from pathlib import Path
from typing import Any

SAMPLED, SHOWN, APART = 80, 5, 0.10
"""How many pages are read word by word, how many differences of a sort are told, and by how much bytes may differ."""

UNSEEN = re.compile("<(style|script)\\b.*?</\\1>|<!--.*?-->|<!doctype[^>]*>", re.DOTALL | re.IGNORECASE)
TAG = re.compile("<[^>]+>")
LOCATION = re.compile("<loc>([^<]*)</loc>")
LISTINGS = "data/v1/listings.json"
MEANT = ("name", "summary", "support", "work", "country", "city", "lat", "lon", "description", "verified")
"""What is compared of each listing's row. Signpost takes meetings and hours apart, the others show them as written."""

CALLED = {"title": "name"}  # by the others


def differences(own: Path, other: Path) -> Iterator[str]:
    """What differs, in words, each sort of difference for itself."""
    ours, theirs = pages(own), pages(other)
    yield from _told("pages that only Signpost has", ours - theirs)
    yield from _told("pages that Signpost lacks", theirs - ours)
    yield from _sizes(own, other, ours & theirs)
    yield from _told("pages that say something else", set(_unlike(own, other, ours & theirs)))
    yield from _told("addresses that Signpost's sitemap.xml lacks", locations(other) - locations(own))
    yield from _rows(own, other)


def pages(site: Path) -> Set[str]:
    """The paths of a site's pages."""
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html") if "pagefind" not in path.parts}


def weight(site: Path) -> int:
    """The bytes of a site's files, the search index aside."""
    found = (path for path in site.rglob("*") if path.is_file())
    return sum(path.stat().st_size for path in found if "pagefind" not in path.relative_to(site).parts)


def text(page: str) -> list[str]:
    """The words of a page, its title's too, in order."""
    return unescape(TAG.sub(" ", UNSEEN.sub(" ", page))).split()


def locations(site: Path) -> Set[str]:
    """The addresses in a site's sitemap."""
    return set(LOCATION.findall((site / "sitemap.xml").read_text(encoding="utf-8")))


def rows(site: Path) -> Mapping[str, Any]:
    """What a site's data say of each listing, by its id."""
    found = json.loads((site / LISTINGS).read_text(encoding="utf-8"))["listings"]
    return {each["id"]: _meant({CALLED.get(name, name): value for name, value in each.items()}) for each in found}


def _meant(row: Mapping[str, Any]) -> Mapping[str, Any]:
    found = {name: row.get(name) for name in MEANT}
    return {name: float(value or 0) if name in ("lat", "lon") else str(value).strip() for name, value in found.items()}


def _told(what: str, found: Set[str]) -> Iterator[str]:
    if found:
        yield f"{len(found)} {what}: {', '.join(sorted(found)[:SHOWN])}"


def _sizes(own: Path, other: Path, both: Set[str]) -> Iterator[str]:
    ours, theirs = (sum((site / name).stat().st_size for name in both) for site in (own, other))
    if abs(ours / theirs - 1) > APART:
        yield f"pages of {ours:,} bytes beside {theirs:,}"
    if abs(weight(own) / weight(other) - 1) > APART:
        yield f"a site of {weight(own):,} bytes beside {weight(other):,}"


def _unlike(own: Path, other: Path, both: Set[str]) -> Iterator[str]:
    """Pages whose words differ, with the first that do, among some that are drawn; the same ones each time."""
    names = sorted(both)
    for name in random.Random(SAMPLED).sample(names, min(SAMPLED, len(names))):
        ours, theirs = (text((site / name).read_text(encoding="utf-8")) for site in (own, other))
        if ours != theirs:
            at = next((n for n, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]), -1)
            yield f"{name} ({' '.join(ours[at : at + 4])} | {' '.join(theirs[at : at + 4])})"


def _rows(own: Path, other: Path) -> Iterator[str]:
    ours, theirs = rows(own), rows(other)
    yield from _told(f"listings in one {LISTINGS}", ours.keys() ^ theirs.keys())
    yield from _told(
        f"listings that {LISTINGS} tells otherwise", {each for each in ours if ours[each] != theirs.get(each)}
    )
