"""A listing -> a few others that share its city, its work and country, or its work and needs."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from signpost.model.addresses import city_of
from signpost.model.listings import Listing
from signpost.output.plan.shelves import Shelves, grouped, pages_fields

HOW_MANY, LOOKED_AT = 4, 8
WEIGHTS = {"city": 4, "kind-there": 3, "kind-and-work": 2}
"""What counts for more than one: being near, and being of the same kind for the same work."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Listings by what they share, and where in each such row a listing stands."""

    rows: Mapping[Key, Sequence[Listing]]
    places: Mapping[tuple[Key, str], int]
    keys: Callable[[Listing], Sequence[Key]]


def neighbours(shelves: Shelves) -> Neighbours:
    """The rows of all that is listed."""
    lead, second = (*(field.name for field in pages_fields(shelves.catalog.charter)), "", "")[:2]

    def keys(listing: Listing) -> list[Key]:
        country, city = listing.get("country", ""), city_of(listing)
        work, needs = (listing.get(name, ()) for name in (second, lead))
        found: list[Key] = [("city", *city)] if city else []
        found += [("work-there", each, country) for each in work]
        found += [("kind-and-work", listing.kind.slug, each) for each in work]
        found += [("work-and-need", each, need) for each in work for need in needs]
        return [*found, ("kind-there", listing.kind.slug, country)]

    rows = grouped(shelves.listed, keys)
    places = {(key, each.id): place for key, row in rows.items() for place, each in enumerate(row)}
    return Neighbours(rows, places, keys)


def related(listing: Listing, among: Neighbours) -> tuple[str, ...]:
    """The ids of what the listing names itself, then of those that share most with it.

    In each row only the next few are looked at: so the time does not grow with the length of the rows, and not
    every listing leads to the same famous ones.
    """
    shared: Counter[str] = Counter()
    for key in among.keys(listing):
        shared.update({each.id: WEIGHTS.get(key[0], 1) for each in _next_in(key, listing, among)})
    named = tuple(listing.get("related", ()))
    best = sorted(shared, key=lambda identity: (-shared[identity], identity))
    return (*named, *(each for each in best if each not in named))[:HOW_MANY]


def _next_in(key: Key, listing: Listing, among: Neighbours) -> Iterator[Listing]:
    """The listings after one in a row, from its start again at its end."""
    row, place = among.rows.get(key, ()), among.places.get((key, listing.id), -1)
    for step in range(1, min(LOOKED_AT, len(row) - (place >= 0)) + 1):
        yield row[(place + step) % len(row)]
