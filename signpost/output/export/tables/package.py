"""Tables and their sheets -> `data/v1/datapackage.json`: what each column holds (Data Package and Table Schema, v2)."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from signpost.model.files import File
from signpost.model.kinds import Field, Site
from signpost.output.export.tables.columns import Table

PROFILES = "https://datapackage.org/profiles/2.0"
PATH = "data/v1/datapackage.json"
LISTED = ("terms", "languages", "places", "listings")
"""Types whose values stand between commas and have none themselves."""


def package(site: Site, sheets: Iterable[tuple[Table, File]]) -> File:
    """The descriptor: one resource for each sheet. Nothing in it depends on when it is made."""
    found = {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": "listings",
        "title": site.title,
        "description": site.tagline,
        "homepage": site.base_url,
        "licenses": [{"path": site.licence_url, "title": site.licence}],
        "resources": [_resource(table, file.content) for table, file in sheets],
    }
    return File(PATH, (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode())


def _resource(table: Table, content: bytes) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "title": table.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {
            "$schema": f"{PROFILES}/tableschema.json",
            "fields": [described(column) for column in table.columns],
            "primaryKey": ["id"],
            "missingValues": [""],
        },
    }


def described(column: Field) -> dict[str, Any]:
    """A column as Table Schema tells it."""
    found = {"name": column.name, **_typed(column), "title": column.label, "description": column.help}
    limits = {"required": column.required, **_limits(column)}
    return {key: value for key, value in found.items() if value} | {
        "constraints": {key: value for key, value in limits.items() if value not in (None, False)}
    }


def _typed(column: Field) -> dict[str, Any]:
    match column.type.name:
        case "number":
            return {"type": "integer" if column.whole else "number"}
        case "yes-no":
            return {"type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]}
        case "date":
            return {"type": "date"}
        case name if name in LISTED:
            return {"type": "list", "delimiter": ", ", "itemType": "string"}
    return {"type": "string"}


def _limits(column: Field) -> dict[str, Any]:
    """What Table Schema can say of what is allowed."""
    if column.type.name == "number":
        read = int if column.whole else float
        bounds = {"minimum": column.min, "maximum": column.max}
        return {key: read(bound) for key, bound in bounds.items() if bound is not None}
    if column.type.name == "term" and column.vocabulary:
        return {"enum": list(column.vocabulary.terms)}
    return {}
