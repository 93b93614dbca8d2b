"""The shelves -> what the site's own scripts find listings with: a table of codes for filters, and rows for cards.

Browsing by filters needs the table alone, some dozen bytes a listing over the wire, never the search index. Rows stand
by id in both, so that a listing is found by its id without reading all of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from signpost.model.fieldtypes.places import region_of
from signpost.model.files import File, as_json, digest
from signpost.model.listings import Listing, State
from signpost.model.words import Words
from signpost.output.plan.facets import GUIDES, Facet, codes, facets
from signpost.output.plan.meanings import meanings, plain
from signpost.output.plan.shelves import Shelves, alphabetical, leading

FOLDER, A_FILE, NEXT = "data/find", 96, 4
"""Where the files stand, how many cards one of them holds, and how many meetings of a listing are told."""

WORD = re.compile(r"[^\W\d_]{4,}")
WEB_ADDRESS = re.compile(r"https?://\S+")


class Row(NamedTuple):
    """What a card says of a listing or a guide, what it can be filtered by, and the text it has beside."""

    id: str
    name: str
    summary: str
    place: str
    codes: Mapping[str, Sequence[str]]
    text: str
    checked: str = ""
    at: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The filters, and the files, in a folder named by their digest: what a page has read always belongs together."""

    facets: tuple[Facet, ...]
    contents: Mapping[str, bytes]
    address: str

    def files(self) -> Iterator[File]:
        """The files as they are written."""
        folder = self.address[1:]
        yield from (File(f"{folder}{name}", content) for name, content in self.contents.items())


def table(on: Shelves, words: Words) -> Table:
    """The table of all that is listed, and of the guides."""
    found = facets(on, words)
    rows = sorted([*(_row(each, found, on) for each in on.listed), *_guides(on)], key=lambda row: row.id)
    wording = {"known": spelling(rows, found), "meant": meanings(found, words("search.told.ignored"))}
    contents = {"table.json": as_json(_table(rows, found, on)), "words.json": as_json(wording)}
    for number, start in enumerate(range(0, len(rows), A_FILE)):
        contents[f"cards-{number}.json"] = as_json([row[:4] for row in rows[start : start + A_FILE]])
    return Table(found, contents, f"/{FOLDER}/{digest(contents)}/")


def _row(listing: Listing, found: Iterable[Facet], on: Shelves) -> Row:
    card, fresh = on.cards[listing.id], on.freshness[listing.id]
    chosen = {facet.name: codes(facet.name, listing) for facet in found}
    chosen |= {"kind": (listing.kind.slug,), "freshness": (card.freshness.state,)}
    checked = fresh.day.isoformat() if fresh.day and fresh.state is not State.UNCONFIRMED else ""
    at = (listing.values["lat"], listing.values["lon"]) if {"lat", "lon"} <= listing.values.keys() else None
    return Row(listing.id, card.name, card.summary, card.place, chosen, listing.document.body, checked, at)


def _guides(on: Shelves) -> Iterator[Row]:
    for each in on.catalog.prose:
        if each.is_guide:
            yield Row(each.address, each.title, each.summary, "", {"kind": (GUIDES,)}, each.document.body)


def _table(rows: Sequence[Row], found: Sequence[Facet], on: Shelves) -> dict[str, Any]:
    """What stands in table.json; docs/architecture.md tells what each part is for."""
    best = {listing.id: place for place, listing in enumerate(on.listed)}
    numbers, by_id = range(len(rows)), {row.id: number for number, row in enumerate(rows)}
    shapes = {slug: (kind.one, kind.icon, kind.tone) for slug, kind in on.catalog.charter.kinds.items()}
    return {
        "length": len(rows),
        "size": A_FILE,
        "starts": [row.id for row in rows[::A_FILE]],
        "lead": lead.name if (lead := leading(on.catalog.charter)[0]) else "",
        "facets": [_facet(each) for each in found],
        "columns": {each.name: _column(rows, each) for each in found},
        "kinds": {**shapes, GUIDES: ("", "book-open", "slate")},
        "best": sorted(numbers, key=lambda number: best.get(rows[number].id, len(best))),
        "named": sorted(numbers, key=lambda number: alphabetical(rows[number].name)),
        "checked": {number: row.checked for number, row in enumerate(rows) if row.checked},
        "next": {number: _next(row.id, on) for number, row in enumerate(rows) if row.id in on.upcoming},
        "places": {number: row.at for number, row in enumerate(rows) if row.at},
        "paused": [by_id[each.id] for each in on.listed if each.get("status", "active") != "active"],
        "moved": {old: each.id for each in on.listed for old in each.get("formerly", ())},
        "regions": {code: region_of(code) for code in on.countries},
    }


def _next(listing: str, on: Shelves) -> list[int]:
    """The next times that a listing's people meet, in minutes since 1970 in UTC; midnight there for a mere day."""
    return [int(each.start.timestamp()) // 60 for each in on.upcoming[listing][:NEXT]]


def _facet(facet: Facet) -> dict[str, Any]:
    by_code, labels, _ = zip(*facet.choices, strict=True)
    return {"name": facet.name, "label": facet.label, "many": facet.many, "codes": by_code, "labels": labels}


def _column(rows: Sequence[Row], facet: Facet) -> list[Any]:
    """For each row the numbers of its choices: a list where there can be several, else one, -1 where it is unknown."""
    places = {choice.code: number for number, choice in enumerate(facet.choices)}
    chosen = ([places[code] for code in row.codes.get(facet.name, ()) if code in places] for row in rows)
    return [each if facet.many else (each or [-1])[0] for each in chosen]


def spelling(rows: Iterable[Row], found: Iterable[Facet]) -> list[str]:
    """Every word of four letters or more that can be found, without capitals and accents, in order.

    With them a word that was mistyped is known, and the nearest one offered.
    """
    texts = [f"{row.name} {row.summary} {row.place} {WEB_ADDRESS.sub(' ', row.text)}" for row in rows]
    texts += [f"{choice.label} {choice.also}" for facet in found for choice in facet.choices]
    return sorted({word for text in texts for word in WORD.findall(plain(text))})
