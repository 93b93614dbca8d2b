"""What must hold within one listing, or one meeting, beyond its fields one by one, in JSON Schema.

The functions bear the names of the rules in intake/check/rules.py that say the same.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from signpost.model.fieldtypes.times import HOW_OFTEN, LAST_SURE_DAY, ORDINALS, WEEKDAYS
from signpost.model.kinds import Kind

Schema = dict[str, Any]
IN_PERSON, ONLINE = ("in-person", "hybrid"), ("online",)
WAYS_IN = ("url", "email", "phone", "how_to_join")


def conditions(kind: Kind) -> Iterator[Schema]:
    """Each condition of a kind. Where a directory does not declare its fields, there is none."""
    for rule in (vouched, way_in, place, online_reach, one_of, coordinates, alert_until):
        yield from rule(kind)


def _any_of(groups: Iterable[Iterable[str]], kind: Kind) -> Iterator[Schema]:
    """At least one group of fields is given whole; those with a field that is not declared cannot be."""
    wholes = [list(group) for group in groups if set(group) <= kind.fields.keys()]
    if wholes:
        yield {"anyOf": [{"required": whole} for whole in wholes]}


def vouched(kind: Kind) -> Iterator[Schema]:
    """Who vouches for it: `verified`, or `source` and `compiled`."""
    if {"verified", "source", "compiled"} <= kind.fields.keys():
        yield from _any_of((["verified"], ["source", "compiled"]), kind)


def way_in(kind: Kind) -> Iterator[Schema]:
    """There is at least one way in."""
    yield from _any_of(([name] for name in WAYS_IN), kind)


def place(kind: Kind) -> Iterator[Schema]:
    """What happens in person says where."""
    if "serves" in kind.fields:
        groups = (["city", "country"], ["hosted_at"], ["serves"])
        yield from (_where(kind, IN_PERSON, needed) for needed in _any_of(groups, kind))


def online_reach(kind: Kind) -> Iterator[Schema]:
    """What happens online only has an address to go to."""
    yield from (_where(kind, ONLINE, needed) for needed in _any_of((["url"], ["links"]), kind))


def _where(kind: Kind, formats: tuple[str, ...], needed: Schema) -> Schema:
    """What is needed where the format is one of some, be it because that holds where nothing is said."""
    is_so: Schema = {"properties": {"format": {"enum": list(formats)}}}
    is_default = kind.defaults.get("format") in formats
    return {"if": is_so if is_default else is_so | {"required": ["format"]}, "then": needed}


def one_of(kind: Kind) -> Iterator[Schema]:
    """At least one field of each group that the kind names."""
    for group in kind.one_of:
        yield from _any_of(([name] for name in group), kind)


def coordinates(kind: Kind) -> Iterator[Schema]:
    """`lat` and `lon` come together."""
    if {"lat", "lon"} <= kind.fields.keys():
        yield {"dependentRequired": {"lat": ["lon"], "lon": ["lat"]}}


def alert_until(kind: Kind) -> Iterator[Schema]:
    """An `alert` says until when it holds."""
    if {"alert", "alert_until"} <= kind.fields.keys():
        yield {"dependentRequired": {"alert": ["alert_until"]}}


def a_meeting(properties: Mapping[str, Schema]) -> Schema:
    """One rule for meeting: a single date; or every so many weeks on weekdays; or every so many months on one day."""
    weekly = [code for code in HOW_OFTEN.terms if code.endswith(("week", "weeks"))]
    monthly = [code for code in HOW_OFTEN.terms if code not in weekly]
    further = [code for code in HOW_OFTEN.terms if code not in ("week", "month")]
    weekday: Schema = {"enum": list(WEEKDAYS)}
    weekdays = {"anyOf": [weekday, {"type": "array", "items": weekday, "minItems": 1}]}
    anchored = {"if": {"properties": {"every": {"enum": further}}, "required": ["every"]}}
    return {
        "type": "object",
        "properties": dict(properties),
        "additionalProperties": False,
        "anyOf": [
            {"required": ["date"], "properties": {"every": False, "day": False}},
            _repeated(weekly, weekdays),
            _repeated(monthly, _day_of_month()),
        ],
        "dependentRequired": {"to": ["from"]},
        **anchored,
        "then": {"required": ["starts"]},
    }


def _repeated(every: list[str], day: Schema) -> Schema:
    return {"required": ["every", "day"], "properties": {"every": {"enum": every}, "day": day, "date": False}}


def _day_of_month() -> Schema:
    words = f"^(({'|'.join(ORDINALS)}) ({'|'.join(WEEKDAYS)})|0?[1-9]|1[0-9]|2[0-8])$"
    one: Schema = {"type": ["string", "integer"], "pattern": words, "minimum": 1, "maximum": LAST_SURE_DAY}
    return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1, "maxItems": 1}]}
