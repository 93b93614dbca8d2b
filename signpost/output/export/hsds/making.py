"""What every record of an export is made from: the directory, where fields stand, ids and terms."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from signpost.model.chronicle import Past
from signpost.model.hsds import AS_THEY_ARE, NUMBERS, SCALARS, held, identity, places
from signpost.model.kinds import Field, Kind, Site
from signpost.model.listings import Freshness, Listing
from signpost.model.meetings import Series
from signpost.model.words import Words
from signpost.output.export.hsds.terms import Record, Terms

CHOICES = ("term", "terms")


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the fields of a kind stand: `scalars` by object and property, `by_place` all.

    `chosen` are the fields with choices and their vocabularies' names, `valued` those that need an attribute with a
    value, and of them `local` those that stand whole in a location, if there is one. `placed` are all that
    do, whole or not; `runners` name an organisation.
    """

    scalars: Mapping[str, tuple[tuple[str, tuple[Field, ...], bool], ...]]
    by_place: Mapping[str, tuple[Field, ...]]
    chosen: tuple[tuple[str, str], ...]
    valued: frozenset[str]
    local: frozenset[str]
    placed: frozenset[str]
    runners: tuple[str, ...]


def stand(kind: Kind) -> Stand:
    """Where the fields of a kind stand."""
    by_place = places(kind)
    scalars: dict[str, list[tuple[str, tuple[Field, ...], bool]]] = {}
    for place, fields in by_place.items():
        if place in SCALARS:
            table, _, name = place.partition(".")
            scalars.setdefault(table, []).append((name, fields, place in NUMBERS))
    of_types = kind.fields.values()
    chosen = {each.name: each.vocabulary.name for each in of_types if each.vocabulary and each.type.name in CHOICES}
    tables, whole = ("location", "address"), held(kind)
    placed = frozenset(each.name for table in tables for _, fields, _ in scalars.get(table, ()) for each in fields)
    return Stand(
        {table: tuple(found) for table, found in scalars.items()},
        by_place,
        tuple(chosen.items()),
        frozenset(kind.fields) - chosen.keys() - (whole - placed),
        placed & whole,
        placed,
        tuple(name for name, each in kind.fields.items() if each.type.name == "organisation"),
    )


@dataclass(frozen=True, slots=True)
class Making:
    """What records are made from.

    `within` is the namespace of ids, `about` the state of listings, `since` today, `past` what git knows of them.
    """

    site: Site
    within: bytes
    stands: Mapping[str, Stand]
    terms: Terms
    listings: Mapping[str, Listing]
    about: Mapping[str, Freshness]
    series: Mapping[str, tuple[Series, ...]]
    words: Words
    since: date
    past: Past

    def id_of(self, name: str) -> str:
        """The id of the record of a name."""
        return identity(self.within, name)

    def stand_of(self, listing: Listing) -> Stand:
        """Where a listing's fields stand."""
        return self.stands[listing.kind.slug]


def scalars(listing: Listing, table: str, on: Making) -> Record:
    """What a listing's fields say for the properties of one object."""
    found: Record = {}
    values = listing.values
    for name, fields, is_number in on.stand_of(listing).scalars.get(table, ()):
        said = None
        for each in fields:
            value = values.get(each.name)
            if value is not None:
                more = value if is_number else told(value, each)
                said = more if said is None else f"{said}{_stop(said)} {more}"
        if said is not None and isinstance(said, int | float if is_number else str):
            found[name] = said
    return found


def told(value: Any, field: Field) -> str:
    """A value as the text of a property."""
    if field.type.name in AS_THEY_ARE:
        return value if type(value) is str else f"{value:g}" if isinstance(value, float) else str(value)
    if field.vocabulary and field.type.name in CHOICES:
        codes = value if field.type.many else (value,)
        return ", ".join(field.vocabulary.terms[code].label for code in codes)
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _stop(said: str) -> str:
    """The full stop that a text needs before another."""
    return "" if said[-1:] in ".!?" else "."
