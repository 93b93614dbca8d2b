"""The shelves -> the calendar: what meets in the next 60 days, day by day, and how to narrow it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby

from signpost.model.addresses import CALENDAR, HOME, city_of, of_calendar, of_city, of_listing
from signpost.model.files import Alternate, Link, Page
from signpost.model.kinds import Kind
from signpost.model.listings import Listing
from signpost.model.meetings import Occurrence, Series
from signpost.model.words import Words
from signpost.output.plan.facets import Choice, city_code
from signpost.output.plan.lists import numbered, pager
from signpost.output.plan.shelves import AHEAD, Shelves, alphabetical, label_of, place_of

A_PAGE = 200
"""How many meetings one page holds. They are narrowed page by page; what is asked goes along to the other pages."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """One meeting on one day. Moments are in UTC (ISO 8601); `country` and `city` are codes to narrow by."""

    listing: Link
    title: str
    kind: Kind
    day: date
    start: str
    end: str
    over: str
    opens: str
    closes: str
    zone: str
    format: str
    venue: Link | None
    places: tuple[Link, ...]
    country: str
    city: str
    cost: str
    is_tentative: bool
    file: str


@dataclass(frozen=True, slots=True)
class Day:
    """The meetings of a day."""

    day: date
    weekday: str
    month: str
    gatherings: tuple[Gathering, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """The days of a month on which anything happens, and what their part of the page is called in addresses."""

    anchor: str
    label: str
    short: str
    days: tuple[Day, ...]


def calendar_pages(on: Shelves, words: Words) -> Iterator[Page]:
    """The pages of the calendar; one, when there are few meetings or none."""
    soon = agenda(on)
    of, title = max(1, -(-len(soon) // A_PAGE)), words("menu.calendar")
    every = {"total": len(soon), "ahead": AHEAD.days, "file": of_calendar(CALENDAR[:1]), **_choices(soon, on)}
    for number in range(1, of + 1):
        here = soon[(number - 1) * A_PAGE : number * A_PAGE]
        months = tuple(_months([gathering(each, on, words) for each in here], words))
        pages = pager(CALENDAR, number, of, len(soon), A_PAGE)
        yield Page(
            numbered(CALENDAR, number),
            "pages/calendar.html",
            title if number == 1 else f"{title} ({number}/{of})",
            words("calendar.summary"),
            (Link(words("page.home"), HOME), Link(title, CALENDAR)),
            alternates=(Alternate(of_calendar(HOME), "text/calendar", title),) if on.series else (),
            shows={**every, "months": months, "pager": pages},
        )


def agenda(on: Shelves) -> list[Occurrence]:
    """What meets in the next days, in the order of the days; on each, by the clock there and by name."""
    soon = [each for found in on.upcoming.values() for each in found if each.day <= on.since + AHEAD]
    return sorted(soon, key=lambda each: (each.day, each.series.rule.opens or "", alphabetical(_name(each)), _id(each)))


def _name(occurrence: Occurrence) -> str:
    return occurrence.series.listing.name


def _id(occurrence: Occurrence) -> str:
    return occurrence.series.listing.id


def _months(gatherings: Sequence[Gathering], words: Words) -> Iterator[Month]:
    for month, held in groupby(gatherings, key=lambda each: each.day.isoformat()[:7]):
        those = tuple(held)
        days = tuple(_day(day, tuple(on_day), words) for day, on_day in groupby(those, key=lambda each: each.day))
        yield Month(f"month-{month}", words.month(those[0].day), _month(those[0].day, words), days)


def _day(day: date, gatherings: tuple[Gathering, ...], words: Words) -> Day:
    weekday = words.locale.days["stand-alone"]["wide"][day.weekday()]
    return Day(day, weekday, words.locale.months["format"]["wide"][day.month], gatherings)


def _month(day: date, words: Words) -> str:
    return str(words.locale.months["stand-alone"]["wide"][day.month])


def gathering(occurrence: Occurrence, on: Shelves, words: Words) -> Gathering:
    """A meeting as the calendar shows it."""
    series, listing = occurrence.series, occurrence.series.listing
    country, city = where(series)
    return Gathering(
        listing=Link(listing.name, of_listing(listing.id)),
        title=series.rule.title,
        kind=listing.kind,
        day=occurrence.day,
        start=moment(occurrence.start) if occurrence.has_time else "",
        end=moment(occurrence.end) if occurrence.has_time and occurrence.end else "",
        over=moment(occurrence.over),
        opens=series.rule.opens or "",
        closes=series.rule.closes or "",
        zone=words("calendar.zone", zone=series.zone.rpartition("/")[2].replace("_", " ")),
        format=series.format,
        venue=Link(series.host.name, of_listing(series.host.id)) if series.host else None,
        places=() if series.format == "online" else tuple(_places(series.at, on)),
        country=country,
        city=city,
        cost=label_of(listing.kind.fields.get("cost"), listing.get("cost")),
        is_tentative=series.is_tentative,
        file=of_calendar(of_listing(listing.id)),
    )


def where(series: Series) -> tuple[str, str]:
    """The codes of the country and of the city that a meeting belongs to; empty where it has none."""
    country, city = str(series.at.get("country", "")).lower(), city_of(series.at)
    return country, city_code(*city) if city else ""


def _places(at: Listing, on: Shelves) -> Iterator[Link]:
    """City and country, or what else is known of where it is."""
    country = at.get("country")
    if country and "city" in at.values:
        yield Link(at.values["city"], of_city(country, at.values["city"]))
        yield Link(on.countries[country], None)
    elif place := place_of(at, on.catalog.charter.site.language):
        yield Link(place, None)


def moment(when: datetime) -> str:
    """A moment in UTC, to the minute: 2026-12-01T18:30Z."""
    return f"{when.astimezone(UTC):%Y-%m-%dT%H:%MZ}"


def _choices(soon: Sequence[Occurrence], on: Shelves) -> dict[str, tuple[Choice, ...]]:
    """The countries and the cities in which anything happens, by name."""
    found = {where(each.series) for each in soon}
    countries = {code for code, _ in found if code}
    cities = {(code, city): on.cities[code.upper(), city.partition("/")[2]] for code, city in found if city}
    in_order = sorted(cities.items(), key=lambda each: (alphabetical(each[1]), each[0]))
    names = ((code.lower(), name) for code, name in on.countries.items())
    return {
        "countries": tuple(Choice(code, name) for code, name in names if code in countries),
        "cities": tuple(Choice(city, name) for (_, city), name in in_order),
    }
