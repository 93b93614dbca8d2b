"""The Charter -> `data/v1/schema/listings.json`: what `listings.json` holds (JSON Schema, 2020-12)."""

import json
from dataclasses import fields
from typing import Any

from signpost.model.fieldtypes.times import Meeting, Opening
from signpost.model.files import File
from signpost.model.kinds import Charter, Field, Kind
from signpost.model.offers import Offer
from signpost.model.sheets import OWN, text_name

DRAFT = "https://json-schema.org/draft/2020-12/schema"
PATH = "data/v1/schema/listings.json"
OFFERS = (Offer(PATH, "listings-schema", "application/schema+json", DRAFT),)

TEXT: dict[str, Any] = {"type": "string"}
DATE: dict[str, Any] = {"type": "string", "format": "date"}
DAYS = {"type": "array", "items": {"type": "integer", "minimum": 0, "maximum": 6}}
INSIDE: dict[str, Any] = {
    "weekdays": DAYS | {"description": "0 is Monday."},
    "days": DAYS | {"description": "0 is Monday."},
    "interval": {"type": "integer", "minimum": 1},
    "ordinal": {"type": "integer", "description": "-1 is the last."},
    "month_day": {"type": "integer"},
    "on": DATE,
    "starts": DATE,
    "ends": DATE,
    "excluded": {"type": "array", "items": DATE},
}
"""What stands in a meeting, and in opening hours, beside texts."""

SHAPES: dict[str, dict[str, Any]] = {
    "yes-no": {"type": "boolean"},
    "date": DATE,
    "links": {"type": "object", "additionalProperties": TEXT},
    "meets": {"$ref": "#/$defs/meeting"},
    "hours": {"type": "array", "items": {"$ref": "#/$defs/opening"}},
}
"""What is more than a text, by type."""


def listings_schema(charter: Charter) -> File:
    """The schema, with a definition for each kind. More may stand in an object than it names: v1 may grow."""
    base = charter.site.base_url.rstrip("/")
    head = dict.fromkeys(("title", "url", "licence", "licence_url"), TEXT)
    found = {
        "$schema": DRAFT,
        "$id": f"{base}/{PATH}",
        "title": charter.site.title,
        "type": "object",
        "required": [*head, "listings"],
        "properties": {**head, "listings": {"type": "array", "items": {"$ref": "#/$defs/listing"}}},
        "$defs": {
            "listing": {"oneOf": [{"$ref": f"#/$defs/kind-{slug}"} for slug in charter.kinds]},
            "meeting": _inside(Meeting),
            "opening": _inside(Opening),
            **{f"kind-{slug}": _of_kind(kind, text_name(charter)) for slug, kind in charter.kinds.items()},
        },
    }
    return File(PATH, (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode())


def _of_kind(kind: Kind, text_under: str) -> dict[str, Any]:
    own = {each.name: {"type": "string", "title": each.label, "description": each.help} for each in OWN}
    told = {name: _told(field) for name, field in kind.fields.items()}
    return {
        "title": kind.one,
        "type": "object",
        "required": [*own, *(name for name, field in kind.fields.items() if field.required)],
        "properties": {**told, **own, "kind": {"const": kind.slug}, text_under: TEXT},
    }


def _told(field: Field) -> dict[str, Any]:
    one = _of_type(field)
    value = {"type": "array", "items": one} if field.type.many else one
    return {"title": field.label} | ({"description": field.help} if field.help else {}) | value


def _of_type(field: Field) -> dict[str, Any]:
    """One value of a field."""
    if field.type.name == "number":
        limits = {"minimum": field.min, "maximum": field.max}
        known = {key: limit for key, limit in limits.items() if limit is not None}
        return {"type": "integer" if field.whole else "number", **known}
    if field.type.name in ("term", "terms") and field.vocabulary:
        return {"enum": list(field.vocabulary.terms)}
    return SHAPES.get(field.type.name, TEXT)


def _inside(shape: type) -> dict[str, Any]:
    """A value of several parts: those that are not told are not known."""
    return {"type": "object", "properties": {each.name: INSIDE.get(each.name, TEXT) for each in fields(shape)}}
