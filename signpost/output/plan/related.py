"""A listing -> a few others that share its city, its work and country, or its work and needs."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from signpost.model.addresses import city_of
from signpost.model.listings import Listing
from signpost.output.plan.shelves import Shelves, grouped, leading

HOW_MANY, LOOKED_AT = 4, 5
WEIGHTS = {"city": 4, "kind-there": 3, "kind-and-work": 2}
"""What counts for more than one: being near, and being of the same kind for the same work."""

Key = tuple[str, ...]


class Neighbours(NamedTuple):
    """The ids of listings by what they share, and where in each such row a listing stands.

    A row ends with its own beginning once more, so that the last listings have neighbours too.
    """

    rows: Mapping[Key, Sequence[str]]
    places: Mapping[Key, Mapping[str, int]]
    keys: Callable[[Listing], Sequence[Key]]


def neighbours(shelves: Shelves) -> Neighbours:
    """The rows of all that is listed."""
    lead, second = (field.name if field else "" for field in leading(shelves.catalog.charter))

    def keys(listing: Listing) -> list[Key]:
        kind, country, city = listing.kind.slug, listing.get("country", ""), city_of(listing)
        work, needs = (listing.get(name, ()) for name in (second, lead))
        found: list[Key] = [("city", *city)] if city else []
        for each in work:
            found += [("work-there", each, country), ("kind-and-work", kind, each)]
            found += [("work-and-need", each, need) for need in needs]
        return [*found, ("kind-there", kind, country)]

    rows = {key: tuple(each.id for each in row) for key, row in grouped(shelves.listed, keys).items()}
    places = {key: {identity: place for place, identity in enumerate(row)} for key, row in rows.items()}
    return Neighbours({key: row + row[:LOOKED_AT] for key, row in rows.items()}, places, keys)


def related(listing: Listing, among: Neighbours) -> tuple[str, ...]:
    """The ids of what the listing names itself, then of those that share most with it.

    In each row only the next few are looked at: so the time does not grow with the length of the rows, and not
    every listing leads to the same famous ones.
    """
    own, shared = listing.id, defaultdict[str, int](int)
    for key in among.keys(listing):
        weight, start = WEIGHTS.get(key[0], 1), among.places.get(key, {}).get(own, -1) + 1
        for identity in among.rows.get(key, ())[start : start + LOOKED_AT]:
            shared[identity] += weight
    named = tuple(listing.get("related", ()))
    best = sorted(shared, key=lambda identity: (-shared[identity], identity))
    return (*named, *(each for each in best if each != own and each not in named))[:HOW_MANY]
