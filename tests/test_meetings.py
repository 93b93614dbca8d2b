"""Rules for meeting -> the times people meet, as a contributor writes them and on the day of the tests, a Sunday."""

import subprocess
import sys
from datetime import date, timedelta

import pytest

from signpost.model.meetings import Occurrence, Series, in_force, uid, upcoming
from tests.conftest import HERE, TODAY
from tests.directories import catalog_of, listing

DESK = {"content/coworking-spaces/desk.md": listing("Desk", "city: Porto", "country: PT", "timezone: Europe/Lisbon")}


def series(written: str, *lines: str, today: date = TODAY) -> tuple[Series, ...]:
    """The rules in force of a meetup in Leeds, beside a coworking space in Porto."""
    catalog = catalog_of({**DESK, "content/meetups/a.md": listing("A", f"meets: {written}", *lines)})
    return in_force(catalog, today).get("meetups/a", ())


def soon(written: str, *lines: str, today: date = TODAY) -> list[Occurrence]:
    """The next times, by one rule."""
    (rule,) = series(written, *lines, today=today)
    return list(upcoming(rule, today))


def days(written: str, *lines: str, today: date = TODAY) -> list[str]:
    """The next days."""
    return [each.day.isoformat() for each in soon(written, *lines, today=today)]


def times(written: str, *lines: str) -> tuple[str, str]:
    """When the next meeting begins and ends."""
    first = soon(written, *lines)[0]
    return first.start.isoformat(timespec="minutes"), first.end.isoformat(timespec="minutes") if first.end else ""


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("{every: week, day: tuesday}", ["2026-11-24", "2026-12-01", "2026-12-08"]),
        ("{every: week, day: [friday, monday]}", ["2026-11-23", "2026-11-27", "2026-11-30"]),
        ("{every: 2 weeks, day: thursday, starts: 2026-09-03}", ["2026-11-26", "2026-12-10", "2026-12-24"]),
        ("{every: 2 weeks, day: thursday, starts: 2026-09-04}", ["2026-12-03", "2026-12-17", "2026-12-31"]),
        ("{every: 3 weeks, day: [monday, friday], starts: 2026-11-13}", ["2026-11-30", "2026-12-04", "2026-12-21"]),
        ("{every: month, day: first tuesday}", ["2026-12-01", "2027-01-05", "2027-02-02"]),
        ("{every: month, day: last friday}", ["2026-11-27", "2026-12-25", "2027-01-29"]),
        ("{every: month, day: 28}", ["2026-11-28", "2026-12-28", "2027-01-28"]),
        ("{every: 2 months, day: last friday, starts: 2026-01-30}", ["2026-11-27", "2027-01-29", "2027-03-26"]),
        ("{every: 3 months, day: 1, starts: 2019-02-01}", ["2027-02-01", "2027-05-01"]),
        ("{date: 2026-12-17}", ["2026-12-17"]),
    ],
)
def test_a_rule_becomes_days(written: str, shown: str) -> None:
    assert days(written)[:3] == shown


def test_it_does_not_matter_how_long_ago_a_rule_began() -> None:
    assert days("{every: 2 weeks, day: monday, starts: 0001-01-01}")[:2] == ["2026-11-23", "2026-12-07"]
    (old,) = series("{every: 2 weeks, day: monday, starts: 0001-01-01}")
    assert old.first == date(2026, 11, 9)


def test_days_left_out_are_left_out() -> None:
    rule = "{every: week, day: friday, except: [2026-12-25, 2027-01-01], ends: 2027-01-08}"
    assert days(rule) == ["2026-11-27", "2026-12-04", "2026-12-11", "2026-12-18", "2027-01-08"]


def test_a_rule_ends_when_its_listing_is_too_old_to_rely_on() -> None:
    (rule,) = series("{every: week, day: friday}", "verified: 2026-11-10")
    assert rule.last == date(2026, 11, 10) + timedelta(days=180)
    assert days("{every: week, day: friday}", "verified: 2026-11-10")[-1] == "2027-05-07"


def test_a_rule_of_a_listing_nobody_confirmed_is_tentative_and_ends_as_well() -> None:
    (rule,) = series(
        "{every: week, day: friday}", "verified:", "source: https://a.example.org/", "compiled: 2026-06-01"
    )
    assert (rule.is_tentative, rule.last) == (True, date(2026, 6, 1) + timedelta(days=180))
    assert not series("{every: week, day: friday}")[0].is_tentative


def test_a_single_date_stays_when_the_check_is_getting_old_but_is_tentative() -> None:
    assert series("{every: week, day: friday}", "verified: 2026-03-01") == ()
    (party,) = series("{date: 2026-12-17}", "verified: 2026-03-01")
    assert party.is_tentative


@pytest.mark.parametrize(
    "line",
    ["status: closed", "status: paused", "verified: 2025-10-01", "verified: 2020-01-01"],
    ids=["closed", "paused", "stale", "expired"],
)
def test_what_cannot_be_relied_on_does_not_meet(line: str) -> None:
    assert series("[{every: week, day: friday}, {date: 2026-12-17}]", line) == ()


def test_what_is_over_does_not_meet() -> None:
    assert series("{date: 2026-11-21}") == ()
    assert series("{every: week, day: friday, ends: 2026-11-20}") == ()
    assert days("{date: 2026-11-22}") == ["2026-11-22"]


@pytest.mark.parametrize("written", ["{date: 9999-12-31}", "{every: 2 weeks, day: monday, starts: 9999-12-30}"])
def test_a_slip_of_the_pen_does_not_meet(written: str) -> None:
    assert series(written) == ()


def test_a_date_out_of_the_distant_past_does_not_meet() -> None:
    assert series("{date: 0001-01-01}") == ()
    assert series('{date: 0001-01-01, from: "00:00", timezone: Asia/Tokyo}') == ()


def test_where_it_is_still_yesterday_evening_the_meeting_is_still_ahead() -> None:
    rule = '{date: 2026-11-21, from: "19:00", to: "21:00", timezone: America/Los_Angeles}'
    assert times(rule) == ("2026-11-21T19:00-08:00", "2026-11-21T21:00-08:00")


def test_clocks_go_back_and_the_meeting_does_not_move() -> None:
    found = soon('{every: week, day: sunday, from: "18:30"}', "verified: 2026-10-01", today=date(2026, 10, 18))
    assert [each.start.isoformat(timespec="minutes") for each in found[:2]] == [
        "2026-10-18T18:30+01:00",
        "2026-10-25T18:30+00:00",
    ]


def test_a_meeting_that_ends_before_it_begins_ends_on_the_next_day() -> None:
    assert times('{date: 2026-12-31, from: "22:00", to: "02:00"}') == (
        "2026-12-31T22:00+00:00",
        "2027-01-01T02:00+00:00",
    )


def test_a_meeting_without_an_end_has_none() -> None:
    assert times('{date: 2026-12-31, from: "22:00"}') == ("2026-12-31T22:00+00:00", "")


def test_a_meeting_without_a_time_is_somewhen_on_its_day() -> None:
    first = soon("{date: 2026-12-31}")[0]
    assert not first.has_time
    assert times("{date: 2026-12-31}") == ("2026-12-31T00:00+00:00", "2027-01-01T00:00+00:00")


@pytest.mark.parametrize(
    ("rule", "lines", "zone"),
    [
        ("timezone: Asia/Tokyo", ["timezone: Europe/Paris"], "Asia/Tokyo"),
        ("title: A", ["timezone: Europe/Paris"], "Europe/Paris"),
        ("title: A", [], "Europe/London"),
        ("title: A", ["city:", "country:", "hosted_at: coworking-spaces/desk"], "Europe/Lisbon"),
        ("hosted_at: coworking-spaces/desk", ["city:", "country:", "serves: PT"], "Europe/Lisbon"),
        ("title: A", ["city:", "country:", "serves: PT"], "UTC"),
    ],
)
def test_the_zone_is_the_nearest_that_is_known(rule: str, lines: list[str], zone: str) -> None:
    assert series(f"{{date: 2026-12-17, {rule}}}", *lines)[0].zone == zone


def test_the_place_is_the_hosts_where_the_rule_has_one() -> None:
    (at_host,) = series("{date: 2026-12-17, hosted_at: coworking-spaces/desk}")
    (at_home,) = series("{date: 2026-12-17}", "hosted_at: coworking-spaces/desk")
    assert [(each.at.name, each.host and each.host.name) for each in (at_host, at_home)] == [
        ("Desk", "Desk"),
        ("A", "Desk"),
    ]


def uids(written: str, *lines: str) -> list[str]:
    """What the rules of a meetup are known by."""
    return [uid(each, catalog_of({}).charter.site) for each in series(written, *lines)]


def test_a_meeting_stays_known_when_its_time_place_or_name_changes() -> None:
    before = uids('{every: week, day: friday, from: "18:00"}')
    assert uids('[{every: week, day: monday}, {every: week, day: friday, from: "19:00", format: online}]')[1:] == before
    catalog = catalog_of(
        {"content/meetups/b.md": listing("B", "meets: {every: week, day: friday}", "formerly: meetups/a")}
    )
    (renamed,) = in_force(catalog, TODAY)["meetups/b"]
    assert [uid(renamed, catalog.charter.site)] == before


def test_meetings_that_differ_are_known_apart() -> None:
    found = uids(
        '[{every: week, day: friday, from: "09:00"}, {every: week, day: friday, from: "18:00"}, {date: 2026-12-17},'
        " {date: 2026-12-17, title: Party}, {every: 2 weeks, day: friday, starts: 2026-11-13}]"
    )
    assert len(set(found)) == 5


def test_checking_needs_no_calendar_library() -> None:
    words = (
        "import sys; from tests.test_meetings import catalog_of, listing;"
        " catalog_of({'content/meetups/a.md': listing('A', 'meets: {every: week, day: friday}')});"
        " print(sorted({'dateutil', 'icalendar'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", words], cwd=HERE.parent, capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"
