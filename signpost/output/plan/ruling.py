"""The Charter and the listings -> the data that the form's scripts check and compare with: rules as they are declared.

The form's words for what does not fit are in the theme's scripts; a test holds them to those of `signpost check`.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from signpost.model.addresses import ADD
from signpost.model.fieldtypes.fitting import room
from signpost.model.fieldtypes.phones import national_lengths
from signpost.model.fieldtypes.places import (
    REGIONS,
    country_codes,
    country_names,
    known_parts,
    language_names,
    language_tags,
    zone_of,
    zones,
)
from signpost.model.files import File
from signpost.model.hosts import FORM
from signpost.model.kinds import Field, Kind
from signpost.model.listings import Catalog, Listing
from signpost.model.persons import PROVIDERS, ROLES
from signpost.model.words import Words
from signpost.output.plan.shelves import alphabetical

NAMES, LISTINGS = "names.json", "listings.json"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the form's scripts load, in a folder named by its digest: a file for each kind, names, and the listings."""

    contents: Mapping[str, bytes]

    @property
    def address(self) -> str:
        """The folder, as scripts are told it: with other content it has another name."""
        digest = hashlib.sha256(b"\0".join(self.contents.values())).hexdigest()[:12]
        return f"/data{ADD}{digest}/"

    def files(self) -> Iterator[File]:
        """The files as they are written."""
        yield from (File(f"{self.address[1:]}{name}", content) for name, content in self.contents.items())


def ruling(catalog: Catalog, words: Words) -> Ruling:
    """The rules of every kind, names and words they are told in, and what can be a duplicate."""
    kinds = {f"{slug}.json": _json(rules(kind)) for slug, kind in catalog.charter.kinds.items()}
    return Ruling({**kinds, NAMES: _json(names(words)), LISTINGS: _json(known(catalog))})


def rules(kind: Kind) -> dict[str, Any]:
    """What a kind declares, as a script reads it."""
    return {
        "slug": kind.slug,
        "fields": [_field(field) for field in kind.fields.values()],
        "oneOf": kind.one_of,
        "defaults": {name: value for name, value in kind.defaults.items() if name in kind.fields},
    }


def _field(field: Field) -> dict[str, Any]:
    """A field's rules; what does not hold is left out."""
    terms = field.vocabulary.terms.values() if field.vocabulary else ()
    found = {
        "name": field.name,
        "type": field.type.name,
        "label": field.label,
        "example": field.example,
        "many": field.type.many,
        "required": field.required,
        "whole": field.whole,
        "min": field.min,
        "max": field.max,
        "most": room(field) if field.type.many else field.max_items,
        "vocabulary": field.vocabulary and field.vocabulary.name,
        "choices": [(term.code, term.label) for term in terms] or None,
    }
    return {name: value for name, value in found.items() if value not in (None, "", False)}


def names(words: Words) -> dict[str, Any]:
    """Words for what is wrong, countries and languages by their names and others, time zones, and telephones."""
    return {"words": words.under("add.wrong"), **_named(words.language)}


@cache
def _named(language: str) -> dict[str, Any]:
    countries, spoken = country_names(language), language_names(language)
    territories, scripts = known_parts()
    return {
        "countries": _sorted(countries),
        "codes": country_codes(),
        "regions": list(REGIONS.items()),
        "languages": _sorted({tag: name for tag, name in spoken.items() if "_" not in tag}),
        "tags": language_tags(),
        "territories": sorted(territories),
        "scripts": sorted(scripts),
        "zones": sorted(zones()),
        "zoneOf": {code: zone for code in countries if (zone := zone_of(code))},
        "phones": national_lengths(),
        "providers": sorted(PROVIDERS),
        "roles": sorted(ROLES),
        "hosts": FORM,
    }


def _sorted(named: Mapping[str, str]) -> list[tuple[str, str]]:
    return sorted(named.items(), key=lambda each: alphabetical(each[1]))


def known(listings: Iterable[Listing]) -> list[tuple[str, ...]]:
    """Id, name, web address, city and country of each listing, by id: all that tells whether two are the same."""
    fields = ("url", "city", "country")
    return sorted((each.id, each.name, *(str(each.get(name, "")) for name in fields)) for each in listings)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str).encode()
