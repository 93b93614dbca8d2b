"""Kinds -> a JSON Schema each (draft 2020-12), by which editors complete and check a file while it is written.

It sees values as YAML 1.2 gives them to an editor: `2026` is a number there and `NO` a text. So it takes numbers
wherever our reader takes the text they were written as. What it cannot express, `check` tells alone
(tests/test_schemas.py has the list, with reasons).
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from signpost.model.files import File
from signpost.model.kinds import Charter, Kind
from signpost.model.listings import REMOVED, may_be_removed
from signpost.model.offers import Offer
from signpost.output.export.schemas.conditions import conditions
from signpost.output.export.schemas.values import definitions, value_of

DRAFT = "https://json-schema.org/draft/2020-12/schema"
OFFERS = (Offer("data/v1/schema/{kind}.json", "schema-json", "application/schema+json", DRAFT),)
MADE = "Made by `signpost export schemas`. Change the declarations in content/ instead."


def schemas(charter: Charter, folder: str) -> Iterator[File]:
    """`<folder>/<kind>.json` for each kind. The bytes are the same wherever they stand."""
    for kind in charter.kinds.values():
        yield File(f"{folder}/{kind.slug}.json", written(schema(kind)))


def schema(kind: Kind) -> Mapping[str, Any]:
    """The schema of a kind's files: what may stand in them, and what must."""
    return {
        "$schema": DRAFT,
        "$comment": MADE,
        "title": kind.one,
        "description": kind.intro,
        "type": "object",
        "properties": {name: value_of(field, kind.defaults.get(name)) for name, field in kind.fields.items()},
        "additionalProperties": False,
        **_needed(kind),
        "$defs": definitions(kind.fields.values()),
    }


def _needed(kind: Kind) -> Mapping[str, Any]:
    """What must stand in a file, unless all that is left of the listing is that it was removed."""
    required = [field.name for field in kind.fields.values() if field.required]
    needed = {"required": required, "allOf": list(conditions(kind))}
    if not may_be_removed(kind):
        return needed
    removed = {"properties": {"status": {"const": REMOVED}}, "required": ["status"]}
    return {"if": removed, "then": {"maxProperties": 1}, "else": needed}


def written(found: Mapping[str, Any]) -> bytes:
    """A schema as text, with a line for each field and each definition, so that a difference can be read."""
    lines = []
    for key, value in found.items():
        if key in ("properties", "$defs"):
            inner = ",\n".join(f"    {json.dumps(name)}: {_compact(each)}" for name, each in value.items())
            lines.append(f"  {json.dumps(key)}: {{\n{inner}\n  }}")
        else:
            lines.append(f"  {json.dumps(key)}: {_compact(value)}")
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
