"""The shelves -> what the site's own scripts find listings with: a table of codes for filters, and rows for cards.

Browsing by filters needs the table alone, about twenty bytes a listing over the wire, never the search index. Rows
stand by id in both, so that a listing is found by its id without reading all of them.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from signpost.model.addresses import city_of
from signpost.model.fieldtypes.places import language_names, region_of
from signpost.model.files import File
from signpost.model.kinds import Charter, Field
from signpost.model.listings import Listing, State
from signpost.model.words import Words
from signpost.output.plan.shelves import Shelves, alphabetical

FOLDER, A_FILE, ALWAYS = "data/find", 96, 6
"""Where the files stand, how many cards one of them holds, and how many filters are always visible."""

GUIDES = "guides"


class Row(NamedTuple):
    """What a card says of a listing or a guide, and what it can be filtered by: codes by the filter's name."""

    id: str
    name: str
    summary: str
    place: str
    codes: Mapping[str, Sequence[str]]
    checked: str = ""
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter: its choices' codes and labels; `many` when a listing can have several; the kinds that have it."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...]
    many: bool = False
    kinds: tuple[str, ...] = ()
    always: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The files, in a folder named by their digest: what a page has read always belongs together."""

    facets: tuple[Facet, ...]
    contents: Mapping[str, bytes]

    @property
    def digest(self) -> str:
        """What names the folder: other content, another name."""
        return hashlib.sha256(b"".join(self.contents.values())).hexdigest()[:12]

    @property
    def address(self) -> str:
        """The folder, as scripts are told it."""
        return f"/{FOLDER}/{self.digest}/"

    def files(self) -> Iterator[File]:
        """The files as they are written."""
        for name, content in self.contents.items():
            yield File(f"{self.address[1:]}{name}", content)


def table(on: Shelves, words: Words) -> Table:
    """The table of all that is listed, and of the guides."""
    rows = sorted([*(_row(each, on) for each in on.listed), *_guides(on)], key=lambda row: row.id)
    found = tuple(each for each in facets(on, words) if each.choices)
    contents = {"table.json": _json(_table(rows, found, on))}
    for start in range(0, len(rows), A_FILE):
        cards = [[row.id, row.name, row.summary, row.place] for row in rows[start : start + A_FILE]]
        contents[f"cards-{start // A_FILE}.json"] = _json(cards)
    return Table(found, contents)


def _row(listing: Listing, on: Shelves) -> Row:
    card, found = on.cards[listing.id], on.freshness[listing.id]
    codes: dict[str, Sequence[str]] = {"kind": (listing.kind.slug,), "freshness": (card.freshness.state,)}
    for field in listing.kind.fields.values():
        if (field.facet or field.name == "serves") and field.name in listing.values:
            codes[field.name] = _codes(listing.values[field.name])
    if city := city_of(listing):
        codes["city"] = (_city_code(*city),)
    checked = found.day.isoformat() if found.day and found.state is not State.UNCONFIRMED else ""
    lat, lon = listing.get("lat"), listing.get("lon")
    return Row(listing.id, card.name, card.summary, card.place, codes, checked, lat, lon)


def _guides(on: Shelves) -> Iterator[Row]:
    for prose in on.catalog.prose:
        if prose.is_guide:
            yield Row(prose.address, prose.title, prose.summary, "", {"kind": (GUIDES,)})


def _codes(value: Any) -> tuple[str, ...]:
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    return value if isinstance(value, tuple) else (str(value),)


def _city_code(country: str, slug: str) -> str:
    return f"{country.lower()}/{slug}"


def _table(rows: Sequence[Row], found: Sequence[Facet], on: Shelves) -> dict[str, Any]:
    """What stands in table.json; docs/architecture.md tells what each part is for."""
    best = {listing.id: place for place, listing in enumerate(on.listed)}
    by_id = {row.id: number for number, row in enumerate(rows)}
    kinds = on.catalog.charter.kinds
    shapes = {slug: [kind.one, kind.icon, kind.tone] for slug, kind in kinds.items()}
    return {
        "facets": [_facet(each) for each in found],
        "kinds": {**shapes, GUIDES: ["", "book-open", "slate"]},
        "columns": {each.name: _column(rows, each) for each in found},
        "best": sorted(by_id.values(), key=lambda number: best.get(rows[number].id, len(best))),
        "named": sorted(by_id.values(), key=lambda number: alphabetical(rows[number].name)),
        "checked": {number: row.checked for number, row in enumerate(rows) if row.checked},
        "places": {number: [row.lat, row.lon] for number, row in enumerate(rows) if row.lat is not None},
        "regions": {code: region_of(code) for code in on.countries},
        "starts": [row.id for row in rows[::A_FILE]],
        "size": A_FILE,
        "length": len(rows),
    }


def _facet(facet: Facet) -> dict[str, Any]:
    codes, labels = zip(*facet.choices, strict=True)
    return {"name": facet.name, "label": facet.label, "codes": codes, "labels": labels, "many": facet.many}


def _column(rows: Sequence[Row], facet: Facet) -> list[Any]:
    """For each row the numbers of its choices: a list where there can be several, else one, -1 where it is unknown."""
    places = {code: number for number, (code, _) in enumerate(facet.choices)}
    chosen = ([places[code] for code in row.codes.get(facet.name, ()) if code in places] for row in rows)
    return [each if facet.many else (each or [-1])[0] for each in chosen]


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def facets(on: Shelves, words: Words) -> Iterator[Facet]:
    """Every filter, in order: the kind, the fields of all kinds, those of some, and how sure a listing is."""
    charter = on.catalog.charter
    kinds = (*((slug, kind.many) for slug, kind in charter.kinds.items()), (GUIDES, words("menu.guides")))
    yield Facet("kind", words("search.kind"), kinds, always=True)
    for number, (field, slugs) in enumerate(_faceted(charter), 2):
        made = {code for each in on.listed if field.name in each.values for code in _codes(each.values[field.name])}
        choices = tuple(_choices(field, made, on, words))
        yield Facet(field.name, field.label, choices, field.type.many, slugs, always=number <= ALWAYS + 1 and not slugs)
    if "serves" in charter.shared.fields:
        served = {code for each in on.listed for code in each.get("serves", ())}
        yield Facet("serves", "", tuple((code, code) for code in sorted(served)), many=True)
    states = [state.name.lower() for state in State]
    yield Facet("freshness", "", tuple((state, words(f"freshness.{state}.name")) for state in states))


def _faceted(charter: Charter) -> list[tuple[Field, tuple[str, ...]]]:
    """The fields with a facet, by its number, each with the kinds that alone have it: none for shared ones."""
    found: dict[str, tuple[Field, tuple[str, ...]]] = {}
    for slug, kind in charter.kinds.items():
        for field in kind.fields.values():
            if field.facet:
                slugs = () if field.name in charter.shared.fields else (*found.get(field.name, (field, ()))[1], slug)
                found[field.name] = (field, slugs)
    return sorted(found.values(), key=lambda each: each[0].facet or 0)


def _choices(field: Field, made: set[str], on: Shelves, words: Words) -> Iterator[tuple[str, str]]:
    """Code and label of each choice that some listing made, in the order they are shown."""
    if field.vocabulary:
        yield from ((code, term.label) for code, term in field.vocabulary.terms.items() if code in made)
    elif labels := BY_TYPE.get(field.type.name):
        yield from ((code, label) for code, label in labels(on).items() if code in made)
    elif field.type.name == "yes-no":
        yield from ((code, words(f"field.{code}")) for code in ("yes", "no") if code in made)
    elif field.name == "city":
        yield from sorted(((_city_code(*key), name) for key, name in on.cities.items()), key=lambda each: each[0])


BY_TYPE: dict[str, Callable[[Shelves], Mapping[str, str]]] = {
    "country": lambda on: on.countries,
    "languages": lambda on: language_names(on.catalog.charter.site.language),
}
"""The names of codes that are no choices of a vocabulary, by the type of field they stand in."""
