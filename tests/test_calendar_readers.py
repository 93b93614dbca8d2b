"""Other programs' readers of calendar files find in ours what the calendar on the site shows: each day, each time."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

import pytest
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from signpost.model.listings import Catalog
from signpost.model.source import Tree
from signpost.output.plan import basis
from signpost.output.plan.calendar import agenda
from signpost.output.plan.shelves import AHEAD
from signpost.pipeline import take_in
from tests.conftest import miniature
from tests.directories import english, listing, site_of, tree_of

ZONES = ("Europe/London", "America/New_York", "Australia/Lord_Howe", "Pacific/Auckland", "Asia/Kathmandu",
         "America/Santiago", "Africa/Casablanca", "Pacific/Apia", "Europe/Dublin", "UTC")  # fmt: skip
RULES = (
    '{every: week, day: [monday, thursday], from: "18:30", to: "20:00"}',
    '{every: 2 weeks, day: sunday, from: "01:30", to: "03:00", starts: 2026-01-04}',
    '{every: month, day: first tuesday, from: "23:30", to: "01:00"}',
    '{every: month, day: last sunday, from: "02:30"}',
    '{every: 2 months, day: 15, from: "12:00", starts: 2026-02-15}',
    "{every: week, day: saturday, except: [2026-03-28, 2026-11-28]}",
    '{every: week, day: friday, from: "19:00", ends: 2026-12-04, except: 2026-11-27}',
    '{date: 2026-11-29, from: "09:00", to: "17:00", title: Open day}',
)
SPRING, AUTUMN = date(2026, 3, 1), date(2026, 10, 1)
"""In the 60 days from these most zones change to and from summer time."""

Found = Counter[tuple[str, str, str]]


def many(checked: date) -> Tree:
    """A generated directory: every rule in every zone, checked by a person on a day."""
    names = [(f"M{number:03}", zone, rule) for number, (zone, rule) in enumerate((z, r) for z in ZONES for r in RULES)]
    return tree_of(
        {
            f"content/meetups/{name.lower()}.md": listing(
                name, f"timezone: {zone}", f"verified: {checked}", f"meets: {rule}"
            )
            for name, zone, rule in names
        }
    )


DIRECTORIES = [(miniature, date(2026, 11, 22)), (lambda: many(SPRING), SPRING), (lambda: many(AUTUMN), AUTUMN)]


@cache
def site(tree: Callable[[], Tree], today: date) -> tuple[Catalog, Mapping[str, bytes]]:
    """The catalog of a directory, and its calendar files."""
    catalog, _ = take_in(tree(), today)
    assert catalog is not None
    files = site_of(catalog, tree(), today, parts=frozenset({"calendar"}))
    return catalog, {file.path: file.content for file in files if file.path.endswith(".ics")}


def told(name: str, start: Any, end: Any) -> tuple[str, str, str]:
    """A meeting with its beginning and its end in UTC; or with its day, when it has no time."""
    if isinstance(start, datetime):
        return name, start.astimezone(UTC).isoformat(), end.astimezone(UTC).isoformat()
    return name, start.isoformat(), ""


def shown(catalog: Catalog, today: date) -> Found:
    """What the calendar on the site shows; without days that began, for when they end no file can say."""
    found: Found = Counter()
    for each in agenda(basis(catalog, english(), today).on):
        rule, name = each.series.rule, each.series.listing.name
        times = (each.start, each.end or each.start) if each.has_time else (each.day, None)
        if each.has_time or each.day > today:
            found[told(f"{name}: {rule.title}" if rule.title else name, *times)] += 1
    return found


def expanded(content: bytes, today: date) -> Found:
    """The same of a calendar file, as an independent library expands its rules."""
    begins, last = datetime.combine(today, time(), UTC), today + AHEAD
    found: Found = Counter()
    calendar = recurring_ical_events.of(Calendar.from_ical(content))
    for event in calendar.between(today - timedelta(days=2), last + timedelta(days=3)):
        start, end = event.start, event.end
        is_there = start.date() <= last and end > begins if isinstance(start, datetime) else today < start <= last
        found[told(str(event["SUMMARY"]), start, end)] += is_there
    return +found


@pytest.mark.parametrize(("tree", "today"), DIRECTORIES)
def test_an_independent_library_finds_the_days_and_times_that_the_site_shows(tree: Any, today: date) -> None:
    catalog, files = site(tree, today)
    assert expanded(files["calendar.ics"], today) == shown(catalog, today)
    assert len(shown(catalog, today)) > 5


def rule_of(event: Any) -> str | None:
    """How often something happens; every time, which readers take for granted, is left out."""
    return event["RRULE"].to_ical().decode().replace("INTERVAL=1;", "") if "RRULE" in event else None


@pytest.mark.parametrize(("tree", "today"), DIRECTORIES)
def test_every_file_is_without_errors_and_a_second_reader_finds_the_same_events(tree: Any, today: date) -> None:
    _, files = site(tree, today)
    assert "meetups/calendar.ics" in files
    for path, content in files.items():
        first = Calendar.from_ical(content)
        assert [error for each in first.walk() for error in each.errors] == [], path
        second = IcsCalendarStream.calendar_from_ics(content.decode())
        assert [(str(each["UID"]), str(each["SUMMARY"]), each.start.isoformat()) for each in first.events] == [
            (each.uid, each.summary, each.dtstart.isoformat()) for each in second.events
        ]
        assert [rule_of(each) for each in first.events] == [
            each.rrule.as_rrule_str() if each.rrule else None for each in second.events
        ]
