"""Days, opening hours and meetings."""

from datetime import date

import pytest

from signpost.model.fieldtypes.times import ALWAYS, Meeting, Opening
from tests.telling import field, read, refused

DAY, HOURS, MEETS = field("date"), field("hours"), field("meets", "Meets")


def meeting(written: str) -> Meeting:
    (found,) = read(written, MEETS)
    assert isinstance(found, Meeting)
    return found


def test_a_day_is_written_year_month_day() -> None:
    assert read("2028-02-29", DAY) == date(2028, 2, 29)


@pytest.mark.parametrize("written", ["22/11/2026", "2026-9-1", "20261122", "2026-W47-7", "soon", "２０２６-11-22"])
def test_what_is_not_written_as_a_day_is_no_date(written: str) -> None:
    assert refused(written, DAY) == [f'"{written}" is not a date [not-a-date] Write it as 2026-11-22.']


@pytest.mark.parametrize("written", ["2026-02-30", "2026-22-11", "0000-01-01"])
def test_a_day_that_does_not_exist_is_no_date(written: str) -> None:
    hint = "[not-a-date] Look at the month and the day: it is written year-month-day."
    assert refused(written, DAY) == [f'"{written}" is not in the calendar {hint}']


def test_opening_hours_are_read_day_by_day() -> None:
    assert read("Mo-Fr 08:30-19:00; Sa 10:00-14:00", HOURS) == (
        Opening((0, 1, 2, 3, 4), "08:30", "19:00"),
        Opening((5,), "10:00", "14:00"),
    )
    assert read("Fr-Mo 20:00-02:00;Tu 00:00-24:00", HOURS) == (
        Opening((4, 5, 6, 0), "20:00", "02:00"),
        Opening((1,), "00:00", "24:00"),
    )
    assert read("24/7", HOURS) == (ALWAYS,)


@pytest.mark.parametrize(
    "part",
    [
        "Mon-Fri 9-17",
        "Mo 9:00-17:00",
        "Mo,We 10:00-12:00",
        "Mo 25:00-26:00",
        "Mo 10:00-24:30",
        "Mo 10:00-10:00",
        "Mo",
        "open late",
    ],
)
def test_the_part_that_is_not_opening_hours_is_told(part: str) -> None:
    hint = "[not-hours] Write it as Mo-Fr 08:30-19:00; Sa 10:00-14:00, or 24/7."
    assert refused(f"Mo 10:00-12:00; {part}", HOURS) == [f'"{part}" cannot be read as opening hours {hint}']


def test_hours_end_without_a_semicolon() -> None:
    assert refused("Mo 10:00-12:00;", HOURS)[0].startswith('"Mo 10:00-12:00;" cannot be read')


def test_a_weekly_meeting_is_on_days_of_the_week() -> None:
    assert meeting("{every: week, day: [thursday, monday], from: 19:00, to: 21:30}") == Meeting(
        unit="week", weekdays=(0, 3), opens="19:00", closes="21:30"
    )


def test_a_monthly_meeting_is_on_one_day_of_the_month() -> None:
    assert meeting("{every: month, day: first tuesday}") == Meeting(unit="month", weekdays=(1,), ordinal=1)
    assert meeting("{every: month, day: last saturday}") == Meeting(unit="month", weekdays=(5,), ordinal=-1)
    assert meeting("{every: month, day: 15}") == Meeting(unit="month", month_day=15)


def test_a_rarer_meeting_says_from_when_on() -> None:
    assert meeting("{every: 2 weeks, day: friday, starts: 2026-01-02}") == Meeting(
        unit="week", interval=2, weekdays=(4,), starts=date(2026, 1, 2)
    )
    assert meeting("{every: 3 months, day: fourth monday, starts: 2026-01-26}") == Meeting(
        unit="month", interval=3, weekdays=(0,), ordinal=4, starts=date(2026, 1, 26)
    )


def test_a_meeting_can_be_once_and_say_more() -> None:
    written = (
        "{date: 2026-12-17, from: 19:00, title: Winter party, format: hybrid, timezone: Europe/Lisbon, "
        "hosted_at: coworking-spaces/kitchen-table}"
    )
    assert meeting(written) == Meeting(
        on=date(2026, 12, 17),
        opens="19:00",
        title="Winter party",
        format="hybrid",
        timezone="Europe/Lisbon",
        hosted_at="coworking-spaces/kitchen-table",
    )


def test_days_can_be_left_out_and_meetings_can_end() -> None:
    found = meeting("{every: week, day: monday, starts: 2026-01-05, ends: 2026-06-29, except: [2026-04-06]}")
    assert (found.starts, found.ends, found.excluded) == (date(2026, 1, 5), date(2026, 6, 29), (date(2026, 4, 6),))


@pytest.mark.parametrize(
    ("written", "say"),
    [
        ("{day: tuesday}", "It is not said how often they meet"),
        ("{}", "It is not said how often they meet"),
        ("{every: week}", "It is not said on which day they meet"),
        ("{every: week, day: first tuesday}", "A weekly meeting needs days of the week"),
        ("{every: week, day: Tuesday}", "A weekly meeting needs days of the week"),
        ("{every: month, day: tuesday}", "A monthly meeting needs one day of the month"),
        ("{every: month, day: [first monday, third monday]}", "A monthly meeting needs one day of the month"),
        ("{every: month, day: 29}", "A monthly meeting needs one day of the month"),
        ("{every: month, day: 0}", "A monthly meeting needs one day of the month"),
        ("{every: month, day: fifth monday}", "A monthly meeting needs one day of the month"),
        ("{every: 2 weeks, day: monday}", "Every 2 weeks, but from when on is not said"),
        ("{every: week, day: monday, date: 2026-12-01}", "It has both a date and how often"),
        ("{date: 2026-12-01, day: first tuesday}", "It has both a date and a day"),
        ("{every: week, day: monday, to: 20:30}", "It is said when it ends, not when it begins"),
        ("{every: week, day: monday, starts: 2026-02-01, ends: 2026-01-01}", "It ends before it starts"),
    ],
)
def test_what_keeps_fields_from_making_a_meeting_is_said(written: str, say: str) -> None:
    (said,) = refused(written, MEETS)
    assert said.startswith(f"{say} [not-a-meeting] ")


def test_a_day_to_write_goes_with_how_often_they_meet() -> None:
    assert refused("{every: month}", MEETS)[0].endswith("Add day: first tuesday.")
    assert refused("{every: week}", MEETS)[0].endswith("Add day: tuesday.")


def test_a_field_of_a_meeting_that_does_not_fit_is_told_alone() -> None:
    time, colour = refused("{every: week, from: 7pm, colour: red}", MEETS)
    assert time == '"7pm" is not a time of day [not-a-time] Write it as "18:30".'
    assert colour.startswith("There is no field colour here [unknown-field] The fields are every, day, date, from,")


@pytest.mark.parametrize("written", ["24:00", "9:00", "19.00", "1900", "19:60"])
def test_a_time_of_day_is_written_with_24_hours(written: str) -> None:
    (said,) = refused(f"{{every: week, day: monday, from: '{written}'}}", MEETS)
    assert said == f'"{written}" is not a time of day [not-a-time] Write it as "18:30".'
