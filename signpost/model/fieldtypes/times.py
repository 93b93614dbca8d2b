"""Field types for days, opening hours and meetings."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from signpost.model.fieldtypes.fitting import fit
from signpost.model.fieldtypes.places import timezone
from signpost.model.fieldtypes.reading import entries, one, quoted, several
from signpost.model.fieldtypes.references import listing
from signpost.model.fieldtypes.words import term, text
from signpost.model.kinds import Field, FieldType, Term, Vocabulary
from signpost.model.problems import Unfit
from signpost.model.source import Node

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
A_DAY, A_TIME = "|".join(SHORT_DAYS), "([01][0-9]|2[0-4]):[0-5][0-9]"
OPENING = re.compile(rf" ?(?P<a>{A_DAY})(-(?P<b>{A_DAY}))? (?P<opens>{A_TIME})-(?P<closes>{A_TIME})")
LAST_SURE_DAY = 28  # every month has it
LAST_MONTH = 12


def day(node: Node, field: Field) -> date:
    """A day, written year-month-day (ISO 8601): 2026-11-22.

    not-a-date: the text is not a day, or is not written as year-month-day.
    """
    value = one(node, field)
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise Unfit("not-a-date", f"{quoted(value)} is not a date", f"Write it as {_meant(value) or '2026-11-22'}.")
    try:
        return date.fromisoformat(value)
    except ValueError:
        hint = "Look at the month and the day: it is written year-month-day."
        raise Unfit("not-a-date", f"{quoted(value)} is not in the calendar", hint) from None


def _meant(value: str) -> date | None:
    """The day that a date in another order can only mean: day, month, year, where the first can be no month."""
    found = re.fullmatch("([0-9]{1,2})[./ -]([0-9]{1,2})[./ -]([0-9]{4})", value)
    try:
        day_of_month, month, year = (int(each) for each in found.groups()) if found else (0, 0, 0)
        return date(year, month, day_of_month) if day_of_month > LAST_MONTH else None
    except ValueError:
        return None


def clock(node: Node, field: Field) -> str:
    """A time of day, 24 hours: 18:30.

    not-a-time: the text is not a time of day written with 24 hours.
    """
    value = one(node, field)
    if not re.fullmatch("([01][0-9]|2[0-3]):[0-5][0-9]", value):
        raise Unfit("not-a-time", f"{quoted(value)} is not a time of day", 'Write it as "18:30".')
    return value


@dataclass(frozen=True, slots=True)
class Opening:
    """Days of the week (0 is Monday) and the times, as HH:MM, between which a place is open on them."""

    days: tuple[int, ...]
    opens: str
    closes: str


ALWAYS = Opening(tuple(range(7)), "00:00", "24:00")


def hours(node: Node, field: Field) -> tuple[Opening, ...]:
    """Opening hours (a part of OpenStreetMap's opening_hours): `Mo-Fr 08:30-19:00; Sa 10:00-14:00`, or `24/7`.

    not-hours: the text is not opening hours.
    """
    value = one(node, field)
    if value == "24/7":
        return (ALWAYS,)
    openings = [_opening(part) for part in value.split(";")]
    if None in openings:
        wrong = next(part for part, read in zip(value.split(";"), openings, strict=True) if read is None)
        hint = "Write it as Mo-Fr 08:30-19:00; Sa 10:00-14:00, or 24/7."
        raise Unfit("not-hours", f"{quoted(wrong.strip() or value)} cannot be read as opening hours", hint)
    return tuple(each for each in openings if each)


def _opening(part: str) -> Opening | None:
    found = OPENING.fullmatch(part)
    if not found or max(found["opens"], found["closes"]) > "24:00" or found["opens"] == found["closes"]:
        return None
    first = SHORT_DAYS.index(found["a"])
    last = SHORT_DAYS.index(found["b"] or found["a"])
    return Opening(tuple((first + n) % 7 for n in range((last - first) % 7 + 1)), found["opens"], found["closes"])


@dataclass(frozen=True, slots=True)
class Meeting:
    """A rule for meeting (RFC 5545, RRULE): every `interval` weeks or months on days, or once on `on`.

    A monthly rule has `ordinal` (1 to 4, -1 is the last) and one weekday, or `month_day`.
    """

    unit: str = ""
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    ordinal: int | None = None
    month_day: int | None = None
    on: date | None = None
    opens: str | None = None
    closes: str | None = None
    starts: date | None = None
    ends: date | None = None
    excluded: tuple[date, ...] = ()
    timezone: str | None = None
    title: str = ""
    format: str | None = None
    hosted_at: str | None = None


def _vocabulary(name: str, label: str, codes: dict[str, str]) -> Vocabulary:
    return Vocabulary(name, label, {code: Term(code, label) for code, label in codes.items()})


HOW_OFTEN = _vocabulary(
    "how-often",
    "How often",
    {each: each for each in ("week", "2 weeks", "3 weeks", "4 weeks", "month", "2 months", "3 months")},
)
FORMATS = _vocabulary(
    "format", "Format", {"in-person": "In person", "online": "Online", "hybrid": "In person and online"}
)

_DAY, _CLOCK, _TEXT = FieldType("date", day), FieldType("time", clock), FieldType("text", text)
MEETING = {
    field.name: field
    for field in (
        Field("every", FieldType("term", term), "How often", vocabulary=HOW_OFTEN),
        Field("day", FieldType("texts", several(text), many=True), "Day", example="first tuesday"),
        Field("date", _DAY, "Date"),
        Field("from", _CLOCK, "From"),
        Field("to", _CLOCK, "To"),
        Field("starts", _DAY, "First date"),
        Field("ends", _DAY, "Last date"),
        Field("except", FieldType("dates", several(day), many=True), "Dates left out"),
        Field("timezone", FieldType("timezone", timezone), "Time zone"),
        Field("title", _TEXT, "Title", max=80),
        Field("format", FieldType("term", term), "Format", vocabulary=FORMATS),
        Field("hosted_at", FieldType("listing", listing), "Hosted at"),
    )
}
"""The fields of one meeting, read by the same `fit` as a listing's."""


def meeting(node: Node, field: Field) -> Meeting:
    """When people meet: `every` and `day` (`tuesday`, `first tuesday`, `last friday`, `15`), or one `date`.

    `from` and `to` are times of day; `starts` anchors every 2 weeks or 3 months; `except` lists days left out.

    not-a-meeting: a meeting lacks its day, has a day that does not go with how often it is, or ends before it begins.
    """
    given = entries(node, field)
    values, unfits = fit(given, MEETING)
    unfits = unfits or [Unfit("not-a-meeting", say, hint, given.span) for say, hint in _faults(values)][:1]
    if unfits:
        raise ExceptionGroup(field.name, unfits)
    return _meeting(values)


def _faults(values: dict[str, Any]) -> list[tuple[str, str]]:
    """What keeps fields that fit one by one from making a meeting together."""
    every, days, unit = values.get("every"), values.get("day", ()), _unit(values)
    monthly = "first tuesday, last friday or 15"
    checks = (
        ("date" not in values and every is None, "It is not said how often they meet", "Add every: month, or a date."),
        ("date" in values and every is not None, "It has both a date and how often", "Keep one of the two."),
        ("date" in values and bool(days), "It has both a date and a day", "Keep date: and delete day:."),
        (every is not None and not days, "It is not said on which day they meet", f"Add day: {_sample_day(unit)}."),
        (
            unit == "week" and any(each not in WEEKDAYS for each in days),
            "A weekly meeting needs days of the week",
            "Write day: tuesday.",
        ),
        (
            unit == "month" and not (len(days) == 1 and _monthly(days[0])),
            "A monthly meeting needs one day of the month",
            f"Write day: {monthly}; give each further day a meeting of its own.",
        ),
        (
            every not in (None, "week", "month") and "starts" not in values,
            f"Every {every}, but from when on is not said",
            "Add starts: with the first date, such as 2026-01-06.",
        ),
        (
            "to" in values and "from" not in values,
            "It is said when it ends, not when it begins",
            'Add from: "18:30".',
        ),
        (
            values.get("ends", date.max) < values.get("starts", date.min),
            "It ends before it starts",
            "Look at starts and ends again.",
        ),
    )
    return [(say, hint) for is_so, say, hint in checks if is_so]


def _unit(values: dict[str, Any]) -> str:
    return str(values.get("every", "")).rstrip("s").rpartition(" ")[2]


def _sample_day(unit: str) -> str:
    return "first tuesday" if unit == "month" else "tuesday"


def _monthly(words: str) -> tuple[int | None, tuple[int, ...], int | None] | None:
    """`first tuesday` -> its ordinal and weekday; `15` -> the day of the month; anything else -> None."""
    ordinal, _, weekday = words.partition(" ")
    if ordinal in ORDINALS and weekday in WEEKDAYS:
        return ORDINALS[ordinal], (WEEKDAYS.index(weekday),), None
    if re.fullmatch("[0-9]{1,2}", words) and 1 <= int(words) <= LAST_SURE_DAY:
        return None, (), int(words)
    return None


def _meeting(values: dict[str, Any]) -> Meeting:
    unit, days = _unit(values), values.get("day", ())
    interval = str(values.get("every", "")).partition(" ")[0]
    by_month = _monthly(days[0]) if unit == "month" else None
    ordinal, weekdays, month_day = by_month or (None, tuple(sorted(WEEKDAYS.index(each) for each in days)), None)
    return Meeting(
        unit=unit,
        interval=int(interval) if interval.isdecimal() else 1,
        weekdays=weekdays,
        ordinal=ordinal,
        month_day=month_day,
        on=values.get("date"),
        opens=values.get("from"),
        closes=values.get("to"),
        starts=values.get("starts"),
        ends=values.get("ends"),
        excluded=values.get("except", ()),
        timezone=values.get("timezone"),
        title=values.get("title", ""),
        format=values.get("format"),
        hosted_at=values.get("hosted_at"),
    )
