"""HSDS 3.0 as the tests hold files to it: the musts of each record, and the standard's own schemas where they are.

The schemas are read from the folder that HSDS_SCHEMA_DIR names: their licence (CC BY-SA) keeps them out of here.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

SCHEMAS = os.environ.get("HSDS_SCHEMA_DIR", "")
PAGE = {
    "total_items": int, "total_pages": int, "page_number": int, "size": int,
    "first_page": bool, "last_page": bool, "empty": bool, "contents": list,
}  # fmt: skip
MUSTS = {
    "service": "id name status",
    "organization": "id name description",
    "taxonomy": "id name description",
    "taxonomy_term": "id name description",
    "location": "id location_type",
    "address": "id address_1 city state_province postal_code country address_type",
    "phone": "id number",
    "schedule": "id",
    "service_area": "id",
    "service_at_location": "id",
    "language": "id",
    "cost_option": "id",
    "attribute": "id",
    "accessibility": "id",
}
CHOICES = {
    ("service", "status"): {"active", "inactive", "defunct", "temporarily closed"},
    ("location", "location_type"): {"physical", "postal", "virtual"},
    ("address", "address_type"): {"physical", "postal", "virtual"},
    ("schedule", "freq"): {"WEEKLY", "MONTHLY"},
    ("schedule", "wkst"): {"MO", "TU", "WE", "TH", "FR", "SA", "SU"},
}
NUMBERS = {
    "latitude", "longitude", "timezone", "count", "interval", "amount", "year_incorporated", "minimum_age",
    "maximum_age",
}  # fmt: skip
BELOW = {
    "phones": "phone", "schedules": "schedule", "service_areas": "service_area", "languages": "language",
    "service_at_locations": "service_at_location", "location": "location", "organization": "organization",
    "cost_options": "cost_option", "attributes": "attribute", "taxonomy_term": "taxonomy_term",
    "addresses": "address", "accessibility": "accessibility",
}  # fmt: skip
"""Property -> the table of what it holds. Whatever else a record has is a number or a text."""

ID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def records(files: Mapping[str, bytes]) -> Iterator[tuple[str, str, Any]]:
    """Path, table and content of each record of an export, those of lists too."""
    for path, content in files.items():
        if path.startswith("data/hsds/") and path.endswith(".json"):
            found, table = json.loads(content), table_of(path)
            for each in found.get("contents", [found]):
                yield path, table, each


def table_of(path: str) -> str:
    """`data/hsds/services/<id>.json` and `data/hsds/services.json` hold services."""
    name = path.split("/")[2].removesuffix(".json")
    return "taxonomy" if name == "taxonomies" else name.removesuffix("s")


def faults(table: str, record: Mapping[str, Any]) -> Iterator[str]:
    """What in a record is not as HSDS has it, by the rules above."""
    yield from (f"{table} has no {name}" for name in MUSTS[table].split() if name not in record)
    for name, value in record.items():
        if name in BELOW:
            for each in value if isinstance(value, list) else [value]:
                yield from faults(BELOW[name], each)
        elif not _fits(table, name, value):
            yield f"{table}.{name} is {value!r}"


def _fits(table: str, name: str, value: Any) -> bool:
    """Whether a number or a text is as HSDS has it."""
    if name in NUMBERS:
        return isinstance(value, int | float)
    is_id = name == "id" or name.endswith("_id")
    return isinstance(value, str) and (ID.fullmatch(value) is not None if is_id else _is_known(table, name, value))


def _is_known(table: str, name: str, value: str) -> bool:
    return value in CHOICES.get((table, name), {value})


@cache
def schema(table: str) -> Any:
    """A validator of a table's records that knows no property but those of the standard, nowhere."""
    from jsonschema import Draft202012Validator, FormatChecker
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT202012

    def strict(found: Any) -> Any:
        if isinstance(found, list):
            return [strict(each) for each in found]
        if not isinstance(found, dict):
            return found
        kept = {name: strict(each) for name, each in found.items() if name not in ("$schema", "constraints")}
        return kept | ({"additionalProperties": False} if found.get("type") == "object" else {})

    def read(name: str) -> Any:
        made = strict(json.loads((Path(SCHEMAS) / name).read_text(encoding="utf-8")))
        return Resource(made, DRAFT202012)

    registry = Registry(retrieve=lambda uri: read(uri.rpartition("/")[2]))
    checker = FormatChecker(formats=["uuid", "email"])
    return Draft202012Validator(read(f"{table}.json").contents, registry=registry, format_checker=checker)


def invalid(files: Mapping[str, bytes]) -> list[str]:
    """What the standard's own schemas say of an export."""
    return [
        f"{path}: {error.json_path}: {error.message}"
        for path, table, record in records(files)
        for error in schema(table).iter_errors(record)
    ]
