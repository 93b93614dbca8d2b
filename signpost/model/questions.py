"""A kind -> what is asked of somebody who adds or mends a listing of it, by the site's form and by issue forms."""

from collections.abc import Iterator
from typing import NamedTuple

from signpost.model.kinds import Field, Kind

BODY = "body"
"""The name under which the text below the fields is asked and answered. No field can have it."""

WAYS_IN = ("url", "email", "phone", "how_to_join")
UNASKED = (
    "formerly",
    "maintainers",
    "lat",
    "lon",
    "logo",
    "logo_alt",
    "seen_active",
    "verified",
    "verified_by",
    "compiled",
)
"""Fields nobody is asked for: they are worked out (`answers.vouched`, `signpost locate`), or for maintainers."""


class Question(NamedTuple):
    """One field that is asked. `is_needed`: nothing is sound without it, or without one that can stand for it."""

    field: Field
    is_needed: bool


def questions(kind: Kind) -> tuple[Question, ...]:
    """What is asked, in the order of the kind's fields, with what is needed first."""
    needed = needs(kind)
    asked = [Question(field, name in needed) for name, field in kind.fields.items() if name not in UNASKED]
    return tuple(sorted(asked, key=lambda each: not each.is_needed))


def needs(kind: Kind) -> frozenset[str]:
    """The fields without which `check` has something to say: the required ones, and the first of each group."""
    required = [name for name, field in kind.fields.items() if field.required]
    return frozenset([*required, *(group[0] for group in groups(kind) if not set(group) & set(required))])


def groups(kind: Kind) -> Iterator[tuple[str, ...]]:
    """Fields of which one is needed, likeliest first: a way in, a place where people meet, what the kind asks for."""
    in_person = kind.defaults.get("format") in ("in-person", "hybrid")
    place = (("city", "hosted_at", "serves"), ("country", "hosted_at", "serves")) if in_person else ()
    for group in (WAYS_IN, *place, *kind.one_of):
        known = tuple(name for name in group if name in kind.fields)
        if known:
            yield known
