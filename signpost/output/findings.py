"""A Review -> JSON that one workflow leaves for another, and back: anybody may have written what is read back."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from signpost.model.problems import Problem, Refused
from signpost.model.reviews import Change, Difference, Review
from signpost.model.source import Span

LARGEST = 4 * 1024 * 1024


def as_findings(review: Review) -> bytes:
    """An object with `problems`, `standing`, `changes` and `notes` (RFC 8259, UTF-8)."""
    return (json.dumps(asdict(review), ensure_ascii=False, indent=1) + "\n").encode()


def from_findings(content: bytes) -> Review:
    """The Review that JSON holds. Raises Refused for anything that is not one."""
    try:
        found = json.loads(content) if len(content) <= LARGEST else None
        return Review(
            tuple(map(_problem, _list(found, "problems"))),
            tuple(map(_problem, _list(found, "standing"))),
            tuple(map(_change, _list(found, "changes"))),
            tuple(_text(each) for each in _list(found, "notes")),
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Refused("These are not the findings of signpost review.") from None


def _problem(row: Mapping[str, Any]) -> Problem:
    texts = {name: _text(row[name]) for name in ("path", "rule", "say", "hint", "line")}
    line, column, end = (_number(each) for each in _list(row, "span"))
    return Problem(**texts, span=Span(line, column, end), warning=row["warning"] is True)


def _change(row: Mapping[str, Any]) -> Change:
    texts = {name: _text(row[name]) for name in ("what", "path", "kind", "name")}
    return Change(**texts, differences=tuple(map(_difference, _list(row, "differences"))))


def _difference(row: Mapping[str, Any]) -> Difference:
    return Difference(*(_text(row[name]) for name in ("label", "before", "after")))


def _list(row: Any, name: str) -> Sequence[Any]:
    found: Any = row[name] if isinstance(row, dict) else None
    if not isinstance(found, list | tuple):
        raise TypeError(name)
    return found


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    value.encode()  # halves of characters, which JSON can name, cannot be said
    return value


def _number(value: Any) -> int:
    if type(value) is not int:
        raise TypeError(value)
    return value
