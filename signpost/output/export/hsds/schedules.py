"""When a listing is open or meets -> HSDS schedules (RFC 5545, RRULE, of which HSDS knows the weekly and monthly).

Their `timezone` is a number: the hours from UTC on the first day. Only the calendar files know of daylight saving.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from signpost.model.fieldtypes.places import zone_of
from signpost.model.fieldtypes.times import Opening
from signpost.model.hsds import SCHEDULES, first_name
from signpost.model.listings import Listing
from signpost.model.meetings import CODES, LONGEST, Series, by_day, uid
from signpost.output.export.hsds.making import Making
from signpost.output.export.hsds.terms import Record

AN_HOUR = 3600


def openings(listing: Listing, on: Making) -> Iterator[Record]:
    """The schedules of opening hours, good for as long as the listing counts as checked; none once it has closed."""
    if listing.is_closed:
        return
    checked = on.about[listing.id].day or on.since
    known_until = checked + timedelta(days=min(listing.kind.stale_after_days, LONGEST))
    zone = listing.get("timezone") or zone_of(listing.get("country")) or on.site.timezone
    for field in on.stand_of(listing).by_place.get(SCHEDULES, ()):
        if field.type.name == "hours" and field.name in listing.values:
            for number, opening in enumerate(listing.values[field.name]):
                name = f"{first_name(listing)}|{field.name}|{number}"
                yield {
                    "id": on.id_of(name),
                    "valid_from": str(checked),
                    "valid_to": str(known_until),
                    "freq": "WEEKLY",
                    "wkst": "MO",
                    **_open(opening, offset(zone, checked)),
                }


def _open(opening: Opening, hours: float) -> Record:
    """The days and times; what is open to the end of a day closes at 00:00, for not every program reads 24:00."""
    closes = "00:00" if opening.closes == "24:00" else opening.closes
    opens = "00:00" if opening.opens == "24:00" else opening.opens
    return {
        "byday": ",".join(CODES[each] for each in sorted(opening.days)),
        "timezone": hours,
        "opens_at": opens + sign(hours),
        "closes_at": closes + sign(hours),
    }


def meetings(listing: Listing, on: Making) -> Iterator[tuple[Series, Record]]:
    """The schedule of each rule that is in force, up to the day on which nobody can say any more."""
    for series in on.series.get(listing.id, ()):
        yield (
            series,
            {
                "id": uid(series, on.site),
                "valid_from": str(series.stamp),
                "valid_to": str(series.last),
                "dtstart": str(series.first),
                "until": str(series.last),
                **_repeated(series),
                **_timed(series),
                **_noted(series, on),
            },
        )


def _repeated(series: Series) -> Record:
    """How it goes on; what happens once has no `freq`."""
    rule = series.rule
    if rule.on:
        return {"count": 1}
    found: Record = {"freq": "MONTHLY" if rule.unit == "month" else "WEEKLY", "interval": rule.interval, "wkst": "MO"}
    if rule.month_day:
        return {**found, "bymonthday": str(rule.month_day)}
    return {**found, "byday": ",".join(by_day(rule))}


def _timed(series: Series) -> Record:
    hours = offset(series.zone, series.first)
    times = {"opens_at": series.rule.opens, "closes_at": series.rule.closes}
    return {"timezone": hours, **{name: said + sign(hours) for name, said in times.items() if said}}


def _noted(series: Series, on: Making) -> Record:
    """What a rule says in words: its title, how to attend, and that it is not confirmed."""
    formats = series.listing.kind.fields.get("format")
    terms = formats.vocabulary.terms if formats and formats.vocabulary else {}
    how = terms.get(series.rule.format or "")
    noted = {
        "description": series.rule.title,
        "attending_type": how.label if how else "",
        "notes": on.words("calendar.ask") if series.is_tentative else "",
    }
    return {name: said for name, said in noted.items() if said}


@cache
def offset(zone: str, day: date) -> float:
    """The hours from UTC at noon of a day."""
    found = datetime.combine(day, time(12), ZoneInfo(zone)).utcoffset() or timedelta()
    hours = found.total_seconds() / AN_HOUR
    return int(hours) if hours.is_integer() else hours


def sign(hours: float) -> str:
    """Hours from UTC as they stand after a time of day: `Z`, `+05:30`."""
    if not hours:
        return "Z"
    minutes = round(abs(hours) * 60)
    return f"{'-' if hours < 0 else '+'}{minutes // 60:02}:{minutes % 60:02}"
