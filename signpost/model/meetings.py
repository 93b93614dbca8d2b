"""Rules for meeting -> the times people meet: with the zone, the place and the bounds that each rule has (RFC 5545)."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from signpost.model.addresses import HOME, city_of, of_city, of_country, of_listing
from signpost.model.fieldtypes.places import zone_of
from signpost.model.fieldtypes.times import SHORT_DAYS, Meeting
from signpost.model.kinds import Site
from signpost.model.listings import Catalog, Freshness, Listing, State, freshness, is_listed

if TYPE_CHECKING:
    from dateutil.rrule import rrule

A_DAY, MIDNIGHT = timedelta(days=1), time()
LONGEST = 3660  # days ahead: a date more than ten years away is a slip of the pen
CODES = tuple(each.upper() for each in SHORT_DAYS)
"""The days of the week as RFC 5545 has them, Monday first."""


class Series(NamedTuple):
    """A rule in force, with all it inherits.

    `first` is the first day that matches the rule, and `last` the day after which nobody can say: both in `zone`.
    `at` is the listing whose place it is, `host` the one that takes them in; `stamp` is the day the rule was known on.
    """

    listing: Listing
    rule: Meeting
    at: Listing
    host: Listing | None
    zone: str
    first: date
    last: date
    stamp: date
    is_tentative: bool

    @property
    def format(self) -> str:
        """`in-person`, `online` or `hybrid`: the rule's, else the listing's."""
        return self.rule.format or str(self.listing.get("format", "in-person"))


class Occurrence(NamedTuple):
    """One time that people meet: the day there, and when it begins and ends, aware of their zone.

    `end` is None where nobody said; without a time of day both are the midnights around the day.
    """

    series: Series
    day: date
    start: datetime
    end: datetime | None

    @property
    def has_time(self) -> bool:
        """Whether the time of day is known."""
        return self.series.rule.opens is not None

    @property
    def over(self) -> datetime:
        """When it has passed, as far as anybody can say."""
        return self.end or self.start


def by_day(rule: Meeting) -> list[str]:
    """The weekdays of a rule (RFC 5545, BYDAY): `TU`; the first of a month `1TU`, the last Friday `-1FR`."""
    return [f"{rule.ordinal or ''}{CODES[each]}" for each in rule.weekdays]


def in_force(catalog: Catalog, today: date) -> Mapping[str, tuple[Series, ...]]:
    """The rules by which each listing still meets, by its id; listings that do not are left out.

    So are those that are closed, paused or not checked for long.
    """
    meeting = [each for each in catalog if "meets" in each.values]
    by_id = {each.id: each for each in catalog} if meeting else {}
    found = ((each, _in_force(each, by_id, catalog.charter.site.timezone, today)) for each in meeting)
    return {listing.id: series for listing, series in found if series}


def _in_force(listing: Listing, by_id: Mapping[str, Listing], site_zone: str, today: date) -> tuple[Series, ...]:
    checked = freshness(listing, today)
    away = not is_listed(listing, checked) or checked.state is State.STALE or listing.get("status") == "paused"
    if away or checked.day is None:
        return ()
    known = (_series(rule, listing, by_id, site_zone, checked) for rule in listing.values["meets"])
    return tuple(each for each in known if each and next(upcoming(each, today), None))


def _series(
    rule: Meeting, listing: Listing, by_id: Mapping[str, Listing], site_zone: str, checked: Freshness
) -> Series | None:
    """The rule with what it inherits; None when it ends before it begins."""
    host = by_id.get(rule.hosted_at or listing.get("hosted_at", ""))
    at = host if host and (rule.hosted_at or "city" not in listing.values) else listing
    zone = rule.timezone or _zone(listing) or (_zone(host) if host else None) or site_zone
    stamp = checked.day or date.min
    first, last = _bounds(rule, stamp, stamp + timedelta(days=min(listing.kind.stale_after_days, LONGEST)))
    if first is None or first > last:
        return None
    return Series(listing, rule, at, host, zone, first, last, stamp, checked.state is not State.FRESH)


def _zone(listing: Listing) -> str | None:
    zone: str | None = listing.get("timezone") or zone_of(listing.get("country"))
    return zone


def _bounds(rule: Meeting, stamp: date, known_until: date) -> tuple[date | None, date]:
    """A day that matches a rule, to count from, and the last on which it holds.

    A rule that repeats holds only as long as its listing counts as checked: one that nobody checks any more leaves
    people's calendars by itself.
    """
    if rule.on:
        return rule.on, min(stamp + timedelta(days=LONGEST), rule.ends or rule.on)
    last = min(known_until, rule.ends or known_until)
    first = _next(rule, rule.starts or stamp)
    if first is None or first >= stamp:
        return first, last
    return _next(rule, _near(rule, first, stamp)), last


def _next(rule: Meeting, since: date) -> date | None:
    """The first day that matches a rule; None when there is none before the year 10000."""
    found = next(iter(_matching(rule, since, interval=1)), None)
    return found.date() if found else None


def _near(rule: Meeting, first: date, stamp: date) -> date:
    """A rule's first day, moved on by whole intervals to the one of the stamp: nobody needs the years before."""
    if rule.unit == "week":
        return first + timedelta(weeks=max(0, (stamp - first).days // 7 // rule.interval) * rule.interval)
    months = (stamp.year - first.year) * 12 + stamp.month - first.month
    years, month = divmod(first.month - 1 + months // rule.interval * rule.interval, 12)
    return date(first.year + years, month + 1, 1) if months >= rule.interval else first


def _matching(rule: Meeting, first: date, interval: int) -> "rrule":
    """Every day from the first on that matches a rule."""
    from dateutil.rrule import MO, MONTHLY, WEEKLY, rrule, weekday  # loaded once something meets

    return rrule(
        MONTHLY if rule.unit == "month" else WEEKLY,
        dtstart=datetime.combine(first, MIDNIGHT),
        interval=interval,
        wkst=MO,
        byweekday=[weekday(each, rule.ordinal) for each in rule.weekdays] or None,
        bymonthday=rule.month_day,
    )


def days(series: Series) -> Iterator[date]:
    """Every day of a series, those left out as well, in order."""
    if series.rule.on:
        yield series.rule.on
        return
    found = (each.date() for each in _matching(series.rule, series.first, series.rule.interval))
    yield from takewhile(lambda day: day <= series.last, found)


def upcoming(series: Series, since: date) -> Iterator[Occurrence]:
    """The times that people meet, in order, from those on that are not over when the day `since` begins in UTC."""
    from_then = datetime.combine(since, MIDNIGHT, UTC)
    for day in days(series):
        if day >= since - 2 * A_DAY and day not in series.rule.excluded:
            occurrence = on_day(series, day)
            if occurrence.over > from_then:
                yield occurrence


def on_day(series: Series, day: date) -> Occurrence:
    """The time that people meet on a day of the series; what ends before it begins ends on the day after."""
    rule, zone = series.rule, ZoneInfo(series.zone)
    if rule.opens is None:
        start, end = (datetime.combine(each, MIDNIGHT, zone) for each in (day, day + A_DAY))
        return Occurrence(series, day, start, end)
    start = datetime.combine(day, time.fromisoformat(rule.opens), zone)
    if rule.closes is None:
        return Occurrence(series, day, start, None)
    ends_on = day if rule.closes > rule.opens else day + A_DAY
    return Occurrence(series, day, start, datetime.combine(ends_on, time.fromisoformat(rule.closes), zone))


def calendars_of(series: Series) -> Iterator[str]:
    """The addresses of all that has a calendar file with a series in it: `/` for the whole directory."""
    yield HOME
    yield series.listing.kind.address
    yield of_listing(series.listing.id)
    if "country" in series.at.values:
        yield of_country(series.at.values["country"])
    if city_of(series.at):
        yield of_city(series.at.values["country"], series.at.values["city"])


def uid(series: Series, site: Site) -> str:
    """What a series is known by in people's calendars (RFC 5545, UID; RFC 9562, version 5), whatever is built when.

    It stays when the listing is renamed, and when the time of day or the place of the meeting changes.
    """
    told = _told_by(series.rule)
    same = [each for each in series.listing.values["meets"] if _told_by(each) == told]
    number = "|" * same.index(series.rule)  # two that differ in nothing but their time of day
    first = (*series.listing.get("formerly", ()), series.listing.id)[0]
    from uuid import NAMESPACE_URL, uuid5  # loads much, for the few that ask

    return str(uuid5(uuid5(NAMESPACE_URL, site.base_url), f"{first}|{told}{number}"))


def _told_by(rule: Meeting) -> str:
    """What tells a rule from the others of its listing: how often, on which days, and its title."""
    days = rule.on or [rule.weekdays, rule.ordinal, rule.month_day]
    return f"{rule.unit}{rule.interval}|{days}|{rule.title}"
