"""The Catalog and its Problems -> the Catalog of all that is sound: one bad file does not take the others with it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from signpost.model.fieldtypes.references import REFERENCE
from signpost.model.kinds import Field
from signpost.model.listings import Catalog, Listing
from signpost.model.problems import Problem

DECLARES = re.compile(r"_[^/]*$|/_terms/")


def quarantine(catalog: Catalog, problems: list[Problem]) -> Catalog | None:
    """The catalog without the listings and pages that have errors, which it tells as `left_out`.

    What other listings say of them is left out too. None when an error stands in a declaration: all rests on those.
    """
    errors = tuple(each for each in problems if not each.warning)
    if any(DECLARES.search(each.path) for each in errors):
        return None
    bad = {each.path for each in errors}
    kept = {each.id for each in catalog if each.document.path not in bad}
    shelves = {
        slug: tuple(_without_lost(each, kept) for each in shelf if each.id in kept)
        for slug, shelf in catalog.shelves.items()
    }
    prose = tuple(each for each in catalog.prose if each.document.path not in bad)
    return replace(catalog, shelves=shelves, prose=prose, left_out=errors)


def _without_lost(listing: Listing, kept: set[str]) -> Listing:
    return replace(listing, values=dict(_values(listing, kept)))


def _values(listing: Listing, kept: set[str]) -> Iterator[tuple[str, Any]]:
    """The values of a listing that do not rest on one that is left out."""
    for name, value in listing.values.items():
        left = value if name == "formerly" else _kept(value, listing.kind.fields[name], kept)
        if left not in (None, ()):
            yield name, left


def _kept(value: Any, field: Field, kept: set[str]) -> Any:
    """What is left of a value; None or nothing when all of it is lost."""
    match field.type.name:
        case "listing":
            return value if value in kept else None
        case "organisation":
            return value if value in kept or not REFERENCE.fullmatch(value) else None
        case "listings":
            return tuple(each for each in value if each in kept)
        case "meets":
            return tuple(each if each.hosted_at in kept else replace(each, hosted_at=None) for each in value)
    return value
