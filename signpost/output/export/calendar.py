"""The rules by which listings meet -> calendar files (RFC 5545): for all, each kind, listing, country and city.

Nothing in them depends on when they are made: the same listings with the same past make the same bytes.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from signpost.model.addresses import CALENDAR, HOME, of_calendar, of_country, of_listing
from signpost.model.chronicle import UNKNOWN, Past
from signpost.model.fieldtypes.places import country_names
from signpost.model.files import File
from signpost.model.kinds import Site
from signpost.model.listings import Listing
from signpost.model.meetings import A_DAY, MIDNIGHT, Occurrence, Series, by_day, calendars_of, days, on_day, uid
from signpost.model.offers import Offer
from signpost.model.words import Words

if TYPE_CHECKING:
    from icalendar import Event

OFFERS = (Offer("calendar.ics", "calendar", "text/calendar", "https://www.rfc-editor.org/rfc/rfc5545"),)
END = b"END:VCALENDAR\r\n"


class Entry(NamedTuple):
    """A series as it stands in files: its event, the zone that it is told in, if any, and the days it spans."""

    event: bytes
    zone: str | None
    first: date
    last: date


def calendars(series: Iterable[tuple[Series, ...]], site: Site, words: Words, known: Past = UNKNOWN) -> Iterator[File]:
    """The files of all that meets: by the series of each listing, as `in_force` found them.

    Where nothing meets there is no file, for a calendar may not be empty. Each event is written once, and stands in
    up to five files.
    """
    held: dict[str, tuple[str, list[Entry]]] = {}
    for each in (each for found in series for each in found):
        entry = _entry(each, site, words, known)
        for address in calendars_of(each):
            held.setdefault(address, (_title(address, each, site), []))[1].append(entry)
    zones = _zones(held["/"][1]) if held else {}
    for address, (title, entries) in held.items():
        head = _head(address, title, site, words)
        yield File(of_calendar(address)[1:], _calendar(head, entries, zones))


def _title(address: str, series: Series, site: Site) -> str:
    """What a calendar is called: its listing, or the directory and the part of it that a series stands in."""
    if address == of_listing(series.listing.id):
        return series.listing.name
    country = series.at.get("country", "")
    parts = {HOME: "", series.listing.kind.address: series.listing.kind.many}
    if address in parts:
        return ": ".join(filter(None, (site.title, parts[address])))
    place = country_names(site.language)[country] if address == of_country(country) else series.at.values["city"]
    return f"{site.title}: {place}"


def _head(address: str, title: str, site: Site, words: Words) -> bytes:
    """What is said of a whole calendar, for programs that subscribe to it: RFC 5545, 3.6; RFC 7986, 5.

    The names that begin with X are those that programs knew before the standard.
    """
    from icalendar import Calendar  # loaded once something meets

    head, base = Calendar(), site.base_url.rstrip("/")
    about = words("calendar.about", what=title)
    head.add("prodid", "-//Signpost//Calendar//EN")
    head.add("version", "2.0")
    head.add("uid", str(uuid5(NAMESPACE_URL, base + of_calendar(address))))
    head.add("name", title)
    head.add("x-wr-calname", title)
    head.add("description", about)
    head.add("x-wr-caldesc", about)
    head.add("url", base + (CALENDAR if address == HOME else address))
    head.add("source", base + of_calendar(address), parameters={"VALUE": "URI"})
    head.add("refresh-interval", A_DAY, parameters={"VALUE": "DURATION"})
    head.add("x-published-ttl", "P1D")
    return bytes(head.to_ical().removesuffix(END))


def _calendar(head: bytes, entries: list[Entry], zones: Mapping[str, bytes]) -> bytes:
    """One file: its head, the time zones that it names, its events."""
    named = sorted({entry.zone for entry in entries if entry.zone})
    return b"".join((head, *(zones[zone] for zone in named), *(entry.event for entry in entries), END))


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


def _entry(series: Series, site: Site, words: Words, known: Past) -> Entry:
    """A series as one VEVENT (RFC 5545, 3.6.1)."""
    from icalendar import Event

    event, listing, first = Event(), series.listing, on_day(series, series.first)
    event.add("uid", uid(series, site))
    _stamp(event, series, known)
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


def _stamp(event: "Event", series: Series, known: Past) -> None:
    """When the event was last revised, and how often: as its file was. All programs that have it then see the newest.

    A past that is not whole counts too few, and programs take no older count for a newer one: then nothing is counted.
    """
    deeds = known.of(series.listing) if known.is_whole else ()
    when = deeds[0].commit.when if deeds else datetime.combine(series.stamp, MIDNIGHT, UTC)
    event.add("dtstamp", when)
    if deeds:
        event.add("last-modified", when)
        event.add("sequence", len(deeds))


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
        parts["byday"] = by_day(rule)
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
