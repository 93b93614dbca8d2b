"""Listings, what is remembered of their addresses, and the day -> which of them most need a person, and why.

Each reason has a weight; a listing's score is their sum. This is the one place that says what weighs how much.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from signpost.model.fieldtypes.times import Meeting
from signpost.model.health import RUNS, SAY, Health, Record, host_of
from signpost.model.health.memory import Records
from signpost.model.listings import Listing, State, fields_of, freshness, web_addresses
from signpost.model.quoting import code
from signpost.output.tending.told import tried_as

DEAD = {"url": 50, "links": 20, "urls": 5}
"""By the type of the field: without its own page a listing is of little use, without one of its sources of much."""

TROUBLED = 10
TOO_OLD = {State.AGEING: 15, State.STALE: 30, State.EXPIRED: 45}
UNCONFIRMED, UNCONFIRMED_LONG = 10, 30
OVER = 20
NOT_OF_THE_PLACE = ("verified", "compiled", "alert_until")
"""Dates that are about the listing itself."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a listing needs a person, in a sentence of Markdown, and how much it weighs."""

    weight: int
    say: str


@dataclass(frozen=True, slots=True)
class Need:
    """A listing that needs a person: why, what weighs most first; `day` is what it rests on."""

    listing: Listing
    reasons: tuple[Reason, ...]
    day: date

    @property
    def score(self) -> int:
        """How much all reasons weigh together."""
        return sum(each.weight for each in self.reasons)


def needs(listings: Iterable[Listing], records: Records, today: date) -> list[Need]:
    """Those that need a person, most urgent first; among equals, whoever has waited longest."""
    found = (_need(each, records, today) for each in listings if not each.is_closed)
    return sorted((each for each in found if each.reasons), key=lambda need: (-need.score, need.day, need.listing.id))


def _need(listing: Listing, records: Records, today: date) -> Need:
    reasons = [reason for rule in REASONS for reason in rule(listing, records, today)]
    day = freshness(listing, today).day or date.min
    return Need(listing, tuple(sorted(reasons, key=lambda each: -each.weight)), day)


def unanswered(listing: Listing, records: Records, _today: date) -> Iterator[Reason]:
    """Its addresses failed at least three times in a row, or their server has trouble for as long."""
    for name, address in dict.fromkeys(web_addresses(listing)):
        record, field = records.get(tried_as(address)), listing.kind.fields[name]
        if record is None:
            continue
        say = f"{field.label}: {code(host_of(address))} {_so_far(record)}."
        if record.is_dead:
            yield Reason(DEAD[field.type.name], say)
        elif record.health is Health.TROUBLE and record.times >= RUNS:
            yield Reason(TROUBLED, say)


def _so_far(record: Record) -> str:
    """What an address does, and since when."""
    seen = f"; it last worked on {record.seen}" if record.seen else ""
    return f"{SAY[record.health]}, for {record.times} runs since {record.since}{seen}"


def unchecked(listing: Listing, _records: Records, today: date) -> Iterator[Reason]:
    """Nobody has checked it for longer than its kind allows, or nobody ever has."""
    state, day = (found := freshness(listing, today)).state, found.day
    if state in TOO_OLD and day:
        left = "; it has left the lists" if state is State.EXPIRED else ""
        yield Reason(TOO_OLD[state], f"Nobody has checked it since {day}{left}.")
    elif state is State.UNCONFIRMED and day:
        older = UNCONFIRMED * (today - day).days // listing.kind.stale_after_days
        say = f"Nobody has confirmed it; it was compiled from public pages on {day}."
        yield Reason(min(UNCONFIRMED + older, UNCONFIRMED_LONG), say)
    elif state is State.UNCONFIRMED:
        yield Reason(UNCONFIRMED_LONG, "Nobody has confirmed it, and it does not say when it was compiled.")


def passed(listing: Listing, _records: Records, today: date) -> Iterator[Reason]:
    """Days that it names for people to come or to apply are over."""
    for name in fields_of(listing, "date"):
        day = listing.values[name]
        if name not in NOT_OF_THE_PLACE and day < today:
            yield Reason(OVER, f"{listing.kind.fields[name].label}: {day} has passed.")
    last = [_last_day(each) for each in listing.get("meets", ())]
    if last and all(day and day < today for day in last):
        yield Reason(OVER, f"All times it meets have passed; the last day was {max(filter(None, last))}.")


def _last_day(rule: Meeting) -> date | None:
    """The day on which a rule for meeting ends; None when it goes on and on."""
    return rule.on or rule.ends


def alerted(listing: Listing, _records: Records, today: date) -> Iterator[Reason]:
    """Its alert is over, and still there."""
    until = listing.get("alert_until")
    if until and until < today:
        yield Reason(OVER, f"Its alert was over on {until}: take it out, or say what holds now.")


REASONS: tuple[Callable[[Listing, Records, date], Iterator[Reason]], ...] = (unanswered, unchecked, passed, alerted)
