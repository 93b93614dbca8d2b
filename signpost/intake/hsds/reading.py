"""Files -> the HSDS services in them, each as full as any file has it, with the organization that offers it.

A file holds a page of a list, a list, one service, or organizations with their services in them, as HSDS 2 had it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from signpost.model.problems import Problem

Record = Mapping[str, Any]

SIGNS = frozenset(
    ("status", "organization_id", "organization", "service_at_locations", "application_process", "fees_description",
     "fees", "eligibility_description", "eligibilities", "service_areas", "schedules", "regular_schedules")
)  # fmt: skip
"""What only services have: a record with a name and one of these is one."""


@dataclass(frozen=True, slots=True)
class Found:
    """A service of a file."""

    path: str
    record: Record


def services(files: Mapping[str, bytes]) -> tuple[list[Found], list[Problem]]:
    """The services of some files, each once, in their order; and a Problem for each file that cannot be read."""
    found: dict[Any, Found] = {}
    behind: dict[Any, Record] = {}
    problems = []
    for path, content in files.items():
        try:
            for record in _records(_read(content)):
                _sort(Found(path, record), found, behind)
        except ValueError as error:
            hint = "Save or fetch it again, as JSON in UTF-8."
            problems.append(Problem(path, "not-json", f"This cannot be read: {error}", hint))
    return [_offered(each, behind) for each in found.values()], problems


def _read(content: bytes) -> Any:
    """What the bytes of a file say. Raises ValueError with words for its reader."""
    try:
        return json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError(f"byte {error.start + 1} is not text in UTF-8") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"line {error.lineno}, column {error.colno} is not JSON") from None
    except RecursionError:
        raise ValueError("values stand too deep inside each other") from None
    except ValueError:
        raise ValueError("it has a number with thousands of digits") from None


def _records(read: Any) -> Iterator[Record]:
    """The records of a file: those of a page or a list, and those within organizations. Raises ValueError for none."""
    if isinstance(read, dict) and isinstance(read.get("contents"), list):
        read = read["contents"]
    if not isinstance(read, dict | list):
        raise ValueError("it holds neither a list nor a record")
    for record in read if isinstance(read, list) else [read]:
        if isinstance(record, dict):
            yield record
            for each in objects(record.get("services")):
                yield {"organization": {name: said for name, said in record.items() if name != "services"}, **each}


def _sort(one: Found, found: dict[Any, Found], behind: dict[Any, Record]) -> None:
    """Keep a record as a service, or as an organization by its id; of two services of an id the one that says more."""
    key = one.record.get("id") if isinstance(one.record.get("id"), str) else f"{one.path} {len(found)}"
    if one.record.get("name") and SIGNS & one.record.keys():
        held = found.get(key)
        if held is None or len(held.record) < len(one.record):
            found[key] = one
    elif isinstance(one.record.get("id"), str):
        behind[key] = one.record


def _offered(one: Found, behind: Mapping[Any, Record]) -> Found:
    """A service with its organization, where that stands by itself."""
    named = one.record.get("organization_id")
    if one.record.get("organization") or not isinstance(named, str) or named not in behind:
        return one
    return replace(one, record={**one.record, "organization": behind[named]})


def objects(value: Any) -> list[Record]:
    """The records of a list; one record counts as a list of one, and what is neither as none."""
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict)]
