"""A listing's file -> the same file with the lines that say where its city is, and what to say of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signpost.model.cities import PLACED, City, Nowhere, find, needed
from signpost.model.fieldtypes.places import countries
from signpost.model.kinds import Kind
from signpost.model.source import Document, Entries, Text

LINE_END = re.compile(rb"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Located:
    """What becomes of one file: its new content, or None where it stays as it is; and a line that says so."""

    path: str
    content: bytes | None
    told: str


def locate(document: Document, kind: Kind, content: bytes) -> Located | None:
    """What becomes of a listing's file, by its city and country; None when nothing is to be done or said.

    `content` is the file as it is on the disk: but for the new lines it is kept to the byte. What the author wrote is
    never changed, nor is a latitude without a longitude completed by those of a city.
    """
    missing, country = _missing(document.fields, kind), _said(document, "country") or kind.defaults.get("country", "")
    name = _said(document, "city")
    if not missing or not name or country not in countries():
        return None
    try:
        city = find(name, country, _said(document, "region"))
    except Nowhere as nowhere:
        fields = needed(missing, country)
        return _left(document, nowhere, fields) if fields else None
    values = {field: value for field, value in city.fields.items() if field in missing}
    return _written(document, content, city, values) if values else None


def _missing(fields: Entries, kind: Kind) -> list[str]:
    """The fields of the kind that the file says nothing of: both degrees or neither, and the time zone."""
    missing = [name for name in PLACED if name in kind.fields and fields.get(name) is None]
    return missing if {"lat", "lon"} <= set(missing) else [name for name in missing if name == "timezone"]


def _said(document: Document, name: str) -> str:
    """What the file says in a field of one value."""
    node = document.fields.get(name)
    return " ".join(node.value.split()) if isinstance(node, Text) else ""


def _left(document: Document, why: Nowhere, fields: Sequence[str]) -> Located:
    """A file that stays as it is, and why."""
    return Located(document.path, None, f"{document.path}: {why.told(fields)}")


def _written(document: Document, content: bytes, city: City, values: Mapping[str, str]) -> Located:
    """The file with the values written below its country, or its city where the country is that of the whole kind."""
    line = _line_to_follow(document, "country" if document.fields.get("country") else "city")
    if line is None:
        return _left(document, Nowhere("the country has no line of its own"), list(values))
    said = ", ".join(f"{field}: {value}" for field, value in values.items())
    indent = " " * (document.fields.span.column - 1)
    new = [f"{indent}{field}: {value}" for field, value in values.items()]
    return Located(
        document.path, _inserted(content, line, new), f"{document.path}: {said} ({city.name}, {city.country})"
    )


def _line_to_follow(document: Document, name: str) -> int | None:
    """The number of the line that a field ends on, when nothing else stands there and a line may follow it."""
    node, root = document.fields.get(name), document.fields.span
    if not isinstance(node, Text) or node.span.end <= node.span.column:  # it goes on over several lines
        return None
    is_braced = document.line(root.line)[root.column - 1 : root.column] == "{"
    rest = document.line(node.span.line)[node.span.end - 1 :].strip()
    return None if is_braced or (rest and not rest.startswith("#")) else node.span.line


def _inserted(content: bytes, line: int, new: list[str]) -> bytes:
    """The content with lines added below one of its lines, ended as that line is."""
    ends = list(LINE_END.finditer(content))
    end = ends[line - 1].group() if line <= len(ends) else (ends[0].group() if ends else b"\n")
    at = ends[line - 1].end() if line <= len(ends) else len(content)
    added = b"".join(each.encode() + end for each in new)
    return content[:at] + (b"" if line <= len(ends) else end) + added + content[at:]
