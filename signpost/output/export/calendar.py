"""The rules by which listings meet -> calendar files (RFC 5545): one for all, for each listing, and for each city.

Nothing in them depends on when they are made: the same listings make the same bytes.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from signpost.model.addresses import city_of, of_calendar, of_city, of_listing
from signpost.model.fieldtypes.places import country_names
from signpost.model.files import File
from signpost.model.kinds import Site
from signpost.model.listings import Listing
from signpost.model.meetings import MIDNIGHT, Occurrence, Series, days, on_day, uid
from signpost.model.words import Words

if TYPE_CHECKING:
    from icalendar import Event

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
END = b"END:VCALENDAR\r\n"


class Entry(NamedTuple):
    """A series as it stands in files: its event, the zone that it is told in, if any, and the days it spans."""

    event: bytes
    zone: str | None
    first: date
    last: date


def calendars(series: Iterable[tuple[Series, ...]], site: Site, words: Words) -> Iterator[File]:
    """The files of all that meets: by the series of each listing, as `in_force` found them.

    Where nothing meets there is no file, for a calendar may not be empty. Each event is written once, and stands in
    up to three files.
    """
    held: dict[str, tuple[str, list[Entry]]] = {}
    for each in (each for found in series for each in found):
        entry = _entry(each, site, words)
        for address, title in _shelves_of(each, site):
            held.setdefault(address, (title, []))[1].append(entry)
    zones = _zones(held["/"][1]) if held else {}
    for address, (title, entries) in held.items():
        yield File(of_calendar(address)[1:], _calendar(address, title, entries, zones, site))


def _shelves_of(series: Series, site: Site) -> Iterator[tuple[str, str]]:
    """Address and title of each calendar that a series stands in."""
    yield "/", site.title
    yield of_listing(series.listing.id), series.listing.name
    if city_of(series.at):
        city = series.at.values["city"]
        yield of_city(series.at.values["country"], city), f"{site.title}: {city}"


def _calendar(address: str, title: str, entries: list[Entry], zones: Mapping[str, bytes], site: Site) -> bytes:
    """One file: its head, the time zones that it names, its events. RFC 5545, 3.6; names and colours as in RFC 7986."""
    from icalendar import Calendar  # loaded once something meets

    head = Calendar()
    head.add("prodid", "-//Signpost//Calendar//EN")
    head.add("version", "2.0")
    head.add("name", title)
    head.add("x-wr-calname", title)
    head.add("url", site.base_url.rstrip("/") + address)
    head.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    named = sorted({entry.zone for entry in entries if entry.zone})
    parts = (*(zones[zone] for zone in named), *(entry.event for entry in entries))
    return bytes(head.to_ical().removesuffix(END)) + b"".join(parts) + END


def _zones(entries: list[Entry]) -> Mapping[str, bytes]:
    """The definition of each time zone that entries name, over all the years that any of them spans."""
    years = min(each.first.year for each in entries), max(each.last.year for each in entries)
    return {zone: _zone(zone, *years) for zone in {each.zone for each in entries if each.zone}}


@cache
def _zone(zone: str, first: int, last: int) -> bytes:
    """A VTIMEZONE for some years."""
    from icalendar import Timezone

    found = Timezone.from_tzid(zone, first_date=date(first, 1, 1), last_date=date(last + 1, 1, 1))
    return bytes(found.to_ical())


def _entry(series: Series, site: Site, words: Words) -> Entry:
    """A series as one VEVENT (RFC 5545, 3.6.1)."""
    from icalendar import Event

    event, listing, first = Event(), series.listing, on_day(series, series.first)
    event.add("uid", uid(series, site))
    event.add("dtstamp", datetime.combine(series.stamp, MIDNIGHT, UTC))
    event.add("dtstart", _when(first))
    if first.has_time and first.end:
        event.add("dtend", first.end)
    _repeat(event, series)
    event.add("summary", f"{listing.name}: {series.rule.title}" if series.rule.title else listing.name)
    event.add("description", _description(series, words))
    event.add("url", site.base_url.rstrip("/") + of_listing(listing.id))
    event.add("categories", list(_categories(listing)))
    event.add("status", "TENTATIVE" if series.is_tentative else "CONFIRMED")
    if location := _location(series, site.language, words):
        event.add("location", location)
    if series.format != "online" and "lat" in series.at.values and "lon" in series.at.values:
        event.add("geo", (series.at.values["lat"], series.at.values["lon"]))
    return Entry(event.to_ical(), event["dtstart"].params.get("TZID"), series.first, series.last)


def _when(occurrence: Occurrence) -> Any:
    """The beginning: with its time and zone, or the day alone."""
    return occurrence.start if occurrence.has_time else occurrence.day


def _repeat(event: "Event", series: Series) -> None:
    """How a series goes on, until when, and on which of its days it does not happen."""
    rule = series.rule
    if rule.on:
        return
    last = on_day(series, series.last)
    parts: dict[str, Any] = {
        "freq": "MONTHLY" if rule.unit == "month" else "WEEKLY",
        "interval": rule.interval,
        "until": last.start.astimezone(UTC) if last.has_time else last.day,
    }
    if rule.month_day:
        parts["bymonthday"] = rule.month_day
    else:
        parts["byday"] = [f"{rule.ordinal or ''}{DAYS[each]}" for each in rule.weekdays]
    event.add("rrule", parts)
    if rule.excluded and (left_out := [day for day in days(series) if day in rule.excluded]):
        event.add("exdate", [_when(on_day(series, day)) for day in left_out])


def _description(series: Series, words: Words) -> str:
    ask = [words("calendar.ask")] if series.is_tentative else []
    return "\n\n".join([*ask, str(series.listing.get("summary", ""))])


def _categories(listing: Listing) -> Iterator[str]:
    """The kind, and the choices of the first field whose choices have pages."""
    yield listing.kind.one
    fields = (field for field in listing.kind.fields.values() if field.pages and field.vocabulary)
    field = next(fields, None)
    if field and field.vocabulary:
        yield from (field.vocabulary.terms[code].label for code in listing.get(field.name, ()))


def _location(series: Series, language: str, words: Words) -> str:
    if series.format == "online":
        return words("calendar.online")
    at, host = series.at, series.host
    town = " ".join(part for part in (at.get("postcode"), at.get("city")) if part)
    country = country_names(language).get(at.get("country", ""))
    return ", ".join(part for part in (host.name if host else None, at.get("address"), town, country) if part)
