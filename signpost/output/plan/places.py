"""The shelves -> the places on the map: every city of which a listing says where it is.

A listing that says where it is and names no city is a place of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median

from signpost.model.addresses import city_of, of_city, of_country, of_listing
from signpost.model.files import Link
from signpost.model.listings import Listing
from signpost.output.plan.shelves import Shelves, alphabetical

NOWHERE = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One place: its page, its country's code, how many listings are there, and where it is in degrees (WGS 84)."""

    name: str
    address: str
    country: str
    count: int
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Nation:
    """A country with its places by name; `id` is its part of the map's page. Places without a country stand in one."""

    id: str
    country: Link | None
    cities: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """The places, those with most listings first; how many listings are in none; and the countries, by name."""

    found: tuple[Place, ...]
    without: int
    nations: tuple[Nation, ...]


def part(country: str) -> str:
    """The id of a country's part of the map's page."""
    return f"at-{country.lower() or 'other'}"


def places(on: Shelves) -> Places:
    """The places of all that is listed."""
    located = [each for each in on.listed if "lat" in each.values and "lon" in each.values]
    in_cities: dict[tuple[str, str], list[Listing]] = defaultdict(list)
    for listing in located:
        if city := city_of(listing):
            in_cities[city].append(listing)
    found = [_city(key, those, on) for key, those in in_cities.items()]
    found += [_alone(each) for each in located if city_of(each) is None]
    found.sort(key=lambda each: (-each.count, each.address))
    return Places(tuple(found), len(on.listed) - sum(each.count for each in found), tuple(_nations(found, on)))


def _city(key: tuple[str, str], those: Iterable[Listing], on: Shelves) -> Place:
    """A city, in the middle of its listings: one that is far off moves it by nothing."""
    lats, lons = zip(*((each.values["lat"], each.values["lon"]) for each in those), strict=True)
    name = on.cities[key]
    return _place(name, of_city(key[0], name), key[0], len(on.by_city[key]), (median(lats), median(lons)))


def _alone(listing: Listing) -> Place:
    at = (listing.values["lat"], listing.values["lon"])
    return _place(listing.name, of_listing(listing.id), listing.get("country", NOWHERE), 1, at)


def _place(name: str, address: str, country: str, count: int, at: tuple[float, float]) -> Place:
    return Place(name, address, country, count, round(at[0], 2), round(at[1], 2))


def _nations(found: Iterable[Place], on: Shelves) -> Iterator[Nation]:
    """The countries of the places, by name; then the places without one."""
    within: dict[str, list[Place]] = defaultdict(list)
    for place in sorted(found, key=lambda each: (alphabetical(each.name), each.address)):
        within[place.country].append(place)
    for code in (*on.countries, NOWHERE):
        if code in within:
            yield Nation(part(code), _country(code, on.countries, on), tuple(map(_link, within[code])))


def _country(code: str, names: Mapping[str, str], on: Shelves) -> Link | None:
    return Link(names[code], of_country(code), len(on.by_country[code])) if code else None


def _link(place: Place) -> Link:
    return Link(place.name, place.address, place.count)
