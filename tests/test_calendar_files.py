"""Calendar files (RFC 5545), read back as a calendar does."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from signpost.model.chronicle import Act, Chronicle, Deed, past
from signpost.model.meetings import in_force
from signpost.output.export.calendar import calendars
from tests.conftest import TODAY
from tests.directories import catalog_of, english, files_of, listing
from tests.pasts import commit

LEEDS = ZoneInfo("Europe/London")


def files(*texts: str) -> dict[str, bytes]:
    """The calendar files of meetups named a, b, c."""
    named = {f"content/meetups/{name}.md": text for name, text in zip("abc", texts, strict=False)}
    catalog = catalog_of(named)
    return dict(calendars(in_force(catalog, TODAY).values(), catalog.charter.site, english()))


def calendar(*lines: str) -> Calendar:
    """The calendar of one listing, in which nothing is wrong."""
    found = Calendar.from_ical(files(listing("A", *lines))["calendar.ics"])
    assert isinstance(found, Calendar)
    assert [*found.errors, *(error for each in found.walk() for error in each.errors)] == []
    assert found.get_missing_tzids() == set()
    return found


def event(written: str, *lines: str) -> Event:
    """The event that a rule becomes."""
    (found,) = calendar(f"meets: {written}", *lines).events
    return found


def told(found: Event, *names: str) -> list[Any]:
    """Properties as they are written."""
    written = (found[name].to_ical() for name in names)
    return [each.decode() if isinstance(each, bytes) else each for each in written]


def test_a_monthly_meeting_repeats_until_it_is_too_old_to_rely_on() -> None:
    found = event('{every: month, day: first tuesday, from: "18:30", to: "20:30"}', "verified: 2026-11-10")
    assert (found.start, found.end) == (
        datetime(2026, 12, 1, 18, 30, tzinfo=LEEDS),
        datetime(2026, 12, 1, 20, 30, tzinfo=LEEDS),
    )
    assert told(found, "RRULE") == ["FREQ=MONTHLY;UNTIL=20270509T173000Z;INTERVAL=1;BYDAY=1TU"]
    assert told(found, "DTSTAMP", "STATUS") == ["20261110T000000Z", "CONFIRMED"]


@pytest.mark.parametrize(
    ("written", "start", "rule"),
    [
        ("{every: week, day: [monday, friday]}", "20261113", "FREQ=WEEKLY;UNTIL=20270509;INTERVAL=1;BYDAY=MO,FR"),
        (
            "{every: 2 weeks, day: thursday, starts: 2026-11-13, ends: 2027-01-31}",
            "20261119",
            "FREQ=WEEKLY;UNTIL=20270131;INTERVAL=2;BYDAY=TH",
        ),
        ("{every: month, day: last friday}", "20261127", "FREQ=MONTHLY;UNTIL=20270509;INTERVAL=1;BYDAY=-1FR"),
        (
            "{every: 2 months, day: 15, starts: 2026-01-01}",
            "20261115",
            "FREQ=MONTHLY;UNTIL=20270509;INTERVAL=2;BYMONTHDAY=15",
        ),
    ],
)
def test_a_rule_without_a_time_is_about_days(written: str, start: str, rule: str) -> None:
    found = event(written)
    assert told(found, "DTSTART", "RRULE") == [start, rule]
    assert found["DTSTART"].params["VALUE"] == "DATE"
    assert "DTEND" not in found


def test_a_single_date_does_not_repeat() -> None:
    found = event('{date: 2026-12-17, from: "19:00", to: "01:00", title: Party}')
    assert told(found, "DTSTART", "DTEND", "SUMMARY") == ["20261217T190000", "20261218T010000", "A: Party"]
    assert "RRULE" not in found


def test_days_left_out_are_named_with_their_time_when_they_would_have_met() -> None:
    found = event('{every: week, day: friday, from: "18:00", except: [2026-12-25, 2026-12-24]}')
    assert told(found, "EXDATE") == ["20261225T180000"]
    assert found["EXDATE"].params["TZID"] == "Europe/London"
    assert event("{every: week, day: friday, except: 2026-12-25}")["EXDATE"].to_ical() == b"20261225"


def test_a_time_zone_is_defined_with_its_changes() -> None:
    (zone,) = calendar('meets: {every: week, day: friday, from: "18:00"}').timezones
    assert zone.tz_name == "Europe/London"
    for month in (1, 7):
        noon = datetime(2027, month, 1, 12, tzinfo=LEEDS)
        assert noon.replace(tzinfo=zone.to_tz()).utcoffset() == noon.utcoffset()


def test_days_without_a_time_need_no_zone() -> None:
    assert calendar("meets: {every: week, day: friday}").timezones == []


def test_utc_needs_no_definition() -> None:
    found = calendar('meets: {date: 2026-12-17, from: "18:00", timezone: UTC}')
    assert (found.events[0]["DTSTART"].to_ical(), found.timezones) == (b"20261217T180000Z", [])


def test_an_event_says_what_where_and_how_sure() -> None:
    found = event(
        "{date: 2026-12-17}", "address: Mill Lane 2; back door", "postcode: LS1 1AA", "lat: 53.8", "lon: -1.55",
        "verified:", "compiled: 2026-11-20", "source: https://a.example.org/",
    )  # fmt: skip
    assert told(found, "STATUS", "GEO", "URL", "DTSTAMP") == [
        "TENTATIVE", "53.8;-1.55", "https://directory.example.org/meetups/a/", "20261120T000000Z",
    ]  # fmt: skip
    assert found["LOCATION"] == "Mill Lane 2; back door, LS1 1AA Leeds, United Kingdom"
    assert found["DESCRIPTION"] == "Not confirmed. Ask before you go.\n\nAn evening a month for people who work alone."
    assert found.categories == ["Meetup", "Emotional support"]


def test_an_event_online_is_nowhere() -> None:
    found = event("{date: 2026-12-17, format: online}", "lat: 53.8", "lon: -1.55")
    assert (found["LOCATION"], "GEO" in found) == ("Online", False)


def test_lines_are_folded_at_75_octets_and_never_within_a_letter() -> None:
    name = "東京フリーランス会" * 8
    text = files(listing("A", f"name: {name}", "url: https://a.example.org/", "meets: {date: 2026-12-17}"))[
        "calendar.ics"
    ]
    assert max(len(line) for line in text.split(b"\r\n")) <= 75
    assert all(line.decode() for line in text.split(b"\r\n")[:-1])
    assert Calendar.from_ical(text).events[0]["SUMMARY"] == name


def test_the_site_has_the_files() -> None:
    found = files_of({"content/meetups/a.md": listing("A", "meets: {date: 2026-12-17}")}, "https://example.org/repo/")
    assert "\nURL:https://example.org/repo/meetups/a/\r\n" in found["calendar.ics"]


def test_there_is_a_file_for_all_for_each_kind_listing_country_and_city() -> None:
    found = files(
        listing("A", "meets: {date: 2026-12-17}"),
        listing("B", "meets: {date: 2026-12-18}", "city: 東京", "country: JP"),
        listing("C", "meets: {date: 2020-12-18}"),
    )
    assert {path: [each["SUMMARY"] for each in Calendar.from_ical(text).events] for path, text in found.items()} == {
        "calendar.ics": ["A", "B"],
        "meetups/calendar.ics": ["A", "B"],
        "meetups/a/calendar.ics": ["A"],
        "in/gb/calendar.ics": ["A"],
        "in/gb/leeds/calendar.ics": ["A"],
        "meetups/b/calendar.ics": ["B"],
        "in/jp/calendar.ics": ["B"],
        "in/jp/dong-jing/calendar.ics": ["B"],
    }
    names = {path: str(Calendar.from_ical(text)["NAME"]) for path, text in found.items()}
    assert names["calendar.ics"] == "Example Directory"
    assert names["meetups/calendar.ics"] == "Example Directory: Meetups"
    assert names["meetups/a/calendar.ics"] == "A"
    assert names["in/jp/calendar.ics"] == "Example Directory: Japan"
    assert names["in/jp/dong-jing/calendar.ics"] == "Example Directory: 東京"
    assert Calendar.from_ical(found["in/gb/leeds/calendar.ics"])["NAME"] == "Example Directory: Leeds"


def test_the_same_listings_make_the_same_bytes() -> None:
    texts = [
        listing(name, f'meets: {{every: week, day: friday, from: "18:00", timezone: {zone}}}')
        for name, zone in (("A", "Asia/Tokyo"), ("B", "America/New_York"), ("C", "Europe/Lisbon"))
    ]
    assert files(*texts) == files(*texts)
    zones = Calendar.from_ical(files(*texts)["calendar.ics"]).timezones
    assert [each.tz_name for each in zones] == ["America/New_York", "Asia/Tokyo", "Europe/Lisbon"]


def test_a_line_ends_as_the_standard_says() -> None:
    text = files(listing("A", "meets: {date: 2026-12-17}"))["calendar.ics"]
    assert text.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert text.endswith(b"END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert b"\n" not in text.replace(b"\r\n", b"")


def test_programs_that_subscribe_are_told_where_from_and_how_often() -> None:
    found = calendar("meets: {date: 2026-12-17}")
    assert told(found, "URL", "SOURCE", "REFRESH-INTERVAL", "X-PUBLISHED-TTL") == [
        "https://directory.example.org/calendar/", "https://directory.example.org/calendar.ics", "P1D", "P1D",
    ]  # fmt: skip
    assert found["SOURCE"].params["VALUE"] == "URI"
    assert found["DESCRIPTION"] == found["X-WR-CALDESC"]
    assert found["DESCRIPTION"].startswith("Example Directory: when people meet")


def with_past(is_whole: bool) -> Event:
    """The event of a listing that was added, and changed twice since."""
    catalog = catalog_of({"content/meetups/a.md": listing("A", "meets: {date: 2026-12-17}")})
    deeds = (Deed(commit(n, n, "Jo"), "meetups/a", Act.CHANGED) for n in (12, 5, 1))
    known = past(catalog, Chronicle(tuple(deeds), is_whole))
    made = dict(calendars(in_force(catalog, TODAY).values(), catalog.charter.site, english(), known))
    (found,) = Calendar.from_ical(made["calendar.ics"]).events
    return found


def test_an_event_counts_how_often_its_file_changed_and_when_it_last_did() -> None:
    assert told(with_past(is_whole=True), "DTSTAMP", "LAST-MODIFIED", "SEQUENCE") == [
        "20261112T093000Z", "20261112T093000Z", "3",
    ]  # fmt: skip


def test_where_only_the_last_commits_are_known_nothing_is_counted() -> None:
    found = with_past(is_whole=False)
    assert told(found, "DTSTAMP") == ["20261110T000000Z"]
    assert not {"SEQUENCE", "LAST-MODIFIED"} & found.keys()
