"""What is remembered of addresses, as records and as a file (JSON), and how a run changes it."""

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from signpost.model.health import ALIVE, FAILING, Finding, Health, Record
from signpost.model.problems import Refused

FORMAT = "signpost links 1"
"""Stands in each file, so that no other is taken for one."""

Records = Mapping[str, Record]
"""By address."""


def remembered(records: Records, findings: Iterable[Finding], known: Collection[str], today: date) -> Records:
    """The records after a run. An address that was not tried keeps its own; one that no listing has any more goes."""
    tried = (each for each in findings if each.health is not Health.UNTRIED)
    fresh = {each.address: _after(records.get(each.address), each.health, today) for each in tried}
    return {address: record for address, record in sorted({**records, **fresh}.items()) if address in known}


def _after(was: Record | None, health: Health, today: date) -> Record:
    """A record after one more try. Whatever fails counts on in the same row; runs on the same day count once."""
    seen = today if health in ALIVE else was.seen if was else None
    if was and (was.health is health or {was.health, health} <= FAILING):
        return Record(health, was.since, was.times + (was.tried < today), max(was.tried, today), seen)
    return Record(health, today, 1, today, seen)


def written(records: Records) -> bytes:
    """Records as a file: one address a line, in order, so that its versions can be compared."""
    rows = ",\n".join(f"{json.dumps(each)}: {json.dumps(_row(record))}" for each, record in sorted(records.items()))
    return f'{{"format": {json.dumps(FORMAT)},\n"addresses": {{\n{rows}\n}}}}\n'.encode()


def _row(record: Record) -> dict[str, Any]:
    days = {"since": record.since, "tried": record.tried, "seen": record.seen}
    told = {name: day.isoformat() for name, day in days.items() if day}
    return {"class": record.health.value, "times": record.times, **told}


def recalled(content: bytes | None, name: str) -> Records:
    """The records in a file; none when there is no file yet. Raises Refused for a file that is broken or another's."""
    if content is None:
        return {}
    try:
        read = json.loads(content)
        if read["format"] != FORMAT:
            raise ValueError
        return {address: _record(row) for address, row in read["addresses"].items()}
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError):
        say = f"{name} is not what signpost links remembers, or it is broken"
        raise Refused(f"{say}. Put it right, or move it away to begin anew: it is not overwritten.") from None


def _record(row: Mapping[str, Any]) -> Record:
    since, tried = (date.fromisoformat(row[name]) for name in ("since", "tried"))
    seen = date.fromisoformat(row["seen"]) if "seen" in row else None
    return Record(Health(row["class"]), since, int(row["times"]), tried, seen)
