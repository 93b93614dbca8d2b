"""HSDS schedules -> opening hours and rules for meeting, as they are answered (RFC 5545, RRULE, in part)."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from signpost.intake.hsds.reading import Record, objects
from signpost.intake.hsds.saying import Left, Said, Told, Wanted, coded
from signpost.intake.hsds.texts import line_of, shown
from signpost.model.fieldtypes.times import ORDINALS, SHORT_DAYS, WEEKDAYS
from signpost.model.hsds import SCHEDULES
from signpost.model.meetings import CODES

BYDAY = re.compile(r"(?P<nth>[+-]?[0-9]+)?(?P<day>MO|TU|WE|TH|FR|SA|SU)")
CLOCK = re.compile(r"(?P<time>([01][0-9]|2[0-4]):[0-5][0-9])(:[0-5][0-9](\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?")
WORDS = {number: word for word, number in ORDINALS.items()}
MOST = {"week": 4, "month": 3}


def times(service: Record, wanted: Wanted, said: frozenset[str]) -> Told:
    """The opening hours and the rules for meeting; not those of a field that an attribute has told whole."""
    hours, meets = wanted.first(SCHEDULES, "hours"), wanted.first(SCHEDULES, "meets")
    opening, meeting = list[str](), list[str]()
    for number, schedule in enumerate(_schedules(service)):
        whence = f"schedules[{number}]"
        is_hours = bool(hours) and _is_hours(schedule)
        name = hours if is_hours else meets
        if name in said:
            continue
        try:
            _in_force(schedule, wanted.since)
            if not name:
                raise ValueError(f"{wanted.kind.many} do not say when they meet")
            (opening if is_hours else meeting).extend(_hours(schedule) if is_hours else _meets(schedule, wanted))
            yield from _words(schedule, whence, name)
        except ValueError as error:
            yield Left(whence, str(error))
    if opening:
        yield Said(hours, "24/7" if opening == ["Mo-Su 00:00-24:00"] else "; ".join(opening), "schedules")
    if meeting:
        yield Said(meets, "\n".join(meeting), "schedules")


def _schedules(service: Record) -> Iterator[Record]:
    """Those of the service, and those of the service at its places."""
    yield from objects(service.get("schedules"))
    for at in objects(service.get("service_at_locations")):
        yield from objects(at.get("schedules"))


def _in_force(schedule: Record, today: date) -> None:
    """Nothing, when a schedule still holds. Raises ValueError when it does not."""
    until = _day(schedule.get("valid_to")) or _day(schedule.get("until"))
    if until and until < today:
        raise ValueError(f"it held until {until}")


def _is_hours(schedule: Record) -> bool:
    """Whether it tells when a place is open: weekly times without a first or last day."""
    bounded = any(schedule.get(name) for name in ("dtstart", "until", "count"))
    return schedule.get("freq") == "WEEKLY" and schedule.get("interval", 1) == 1 and not bounded


def _hours(schedule: Record) -> Iterator[str]:
    opens, closes = _clock(schedule.get("opens_at")), _clock(schedule.get("closes_at"))
    if not opens or not closes:
        raise ValueError("it does not say from when to when it is open")
    for days in _runs(sorted({CODES.index(each) for each in _weekly(schedule)})):
        closing = "24:00" if closes == "00:00" else closes
        yield f"{'-'.join(SHORT_DAYS[each] for each in dict.fromkeys((days[0], days[-1])))} {opens}-{closing}"


def _runs(days: list[int]) -> list[list[int]]:
    """Days of the week one after another, together."""
    runs: list[list[int]] = []
    for each in days:
        if runs and runs[-1][-1] == each - 1:
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def _weekly(schedule: Record) -> list[str]:
    """The days of the week of a weekly schedule: those it names, else the one it begins on."""
    found = [each["day"] for each in _byday(schedule)]
    begins = _day(schedule.get("dtstart"))
    if not found and not begins:
        raise ValueError("it does not say on which day")
    return found or [CODES[begins.weekday()]] if begins else found


def _byday(schedule: Record) -> list[re.Match[str]]:
    parts = [each.strip() for each in str(schedule.get("byday") or "").split(",") if each.strip()]
    found = [BYDAY.fullmatch(each) for each in parts]
    if None in found:
        raise ValueError(f"{shown(schedule.get('byday'))} are no days")
    return [each for each in found if each]


def _meets(schedule: Record, wanted: Wanted) -> Iterator[str]:
    """The rules for meeting that a schedule is, one for each day of a month."""
    starts, count = _day(schedule.get("dtstart")), schedule.get("count")
    if not schedule.get("freq"):
        if starts is None or count not in (None, 1):
            raise ValueError("it says neither a date nor how often")
        yield _line({"date": str(starts), **_times(schedule)}, schedule, wanted)
        return
    unit = {"WEEKLY": "week", "MONTHLY": "month"}.get(str(schedule["freq"]))
    interval = schedule.get("interval") or 1
    if unit is None or interval not in range(1, MOST[unit] + 1) or count:
        raise ValueError("a listing cannot say that it is so often")
    if interval > 1 and starts is None:
        raise ValueError("it does not say from when on")
    every = unit if interval == 1 else f"{int(interval)} {unit}s"
    bounds = _bounds(schedule, starts if interval > 1 or (starts and starts > wanted.since) else None)
    for day in _weekdays(schedule) if unit == "week" else _of_month(schedule):
        yield _line({"every": every, "day": day, **_times(schedule), **bounds}, schedule, wanted)


def _bounds(schedule: Record, starts: date | None) -> dict[str, str]:
    """First and last day; a last day that is only as far as the other directory can say is none."""
    ends = _day(schedule.get("until"))
    known = _day(schedule.get("valid_to"))
    told = {"starts": starts, "ends": None if ends == known else ends}
    return {name: str(day) for name, day in told.items() if day}


def _weekdays(schedule: Record) -> list[str]:
    names = [WEEKDAYS[CODES.index(each)] for each in _weekly(schedule)]
    return [names[0] if len(names) == 1 else f"[{', '.join(names)}]"]


def _of_month(schedule: Record) -> Iterator[str]:
    by_number = [each.strip() for each in str(schedule.get("bymonthday") or "").split(",") if each.strip()]
    days = _byday(schedule)
    if bool(by_number) == bool(days) or any(each["nth"] is None for each in days):
        raise ValueError("it does not say on which day of the month")
    yield from by_number
    for each in days:
        if int(each["nth"]) not in WORDS:
            raise ValueError(f"a listing cannot say {each.group()}")
        yield f"{WORDS[int(each['nth'])]} {WEEKDAYS[CODES.index(each['day'])]}"


def _times(schedule: Record) -> dict[str, str]:
    times = {"from": _clock(schedule.get("opens_at")), "to": _clock(schedule.get("closes_at"))}
    return {name: said for name, said in times.items() if said and (name == "from" or times["from"])}


def _line(parts: dict[str, str], schedule: Record, wanted: Wanted) -> str:
    """A rule as it is answered, with its title and its format where they can be told."""
    title, formats = _title(schedule), wanted.kind.fields.get("format")
    how = coded(schedule.get("attending_type", ""), formats) if formats else ""
    told = {**parts, "title": title if _is_plain(title) else "", "format": how}
    return ", ".join(f"{name}: {said}" for name, said in told.items() if said)


def _words(schedule: Record, whence: str, name: str) -> Iterator[Left]:
    """Words of a schedule that stand nowhere."""
    title = _title(schedule)
    if title and (not _is_plain(title) or _is_hours(schedule)):
        yield Left(f"{whence}.description", f"{name} has no place for {shown(title)}")


def _title(schedule: Record) -> str:
    return line_of(schedule.get("description"))


def _is_plain(title: str) -> bool:
    return not re.search(r"[\[\]{},]", title)


def _clock(value: Any) -> str:
    """A time of day without its offset and seconds; nothing where there is none. Raises ValueError for what is none."""
    if not value:
        return ""
    found = CLOCK.fullmatch(str(value).strip())
    if not found:
        raise ValueError(f"{shown(value)} is not a time of day")
    return "00:00" if found["time"] == "24:00" else found["time"]


def _day(value: Any) -> date | None:
    """A day. Raises ValueError for what is none."""
    if not value:
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise ValueError(f"{shown(value)} is not a date") from None
