"""The lines of a listing's file with what changed among them (a diff of the whole file) -> the fields that changed."""

import re
from collections.abc import Iterable, Iterator

from signpost.model.chronicle import TEXT

FIELD = re.compile(r"([A-Za-z_][\w-]*):(?:\s|$)")
STATUS = re.compile(r"status:\s*[\"']?(\w+)")
BOTH_RULES = 2  # the line of dashes before the fields and the one after them


def changed_fields(lines: str) -> tuple[tuple[str, ...], str]:
    """The names of the fields that changed, TEXT for the text below them; and the status, when that was set anew."""
    given = lines.split("\n")[1:]  # after the line that counts them
    before, after = (tuple(_changed(given, mark)) for mark in "-+")
    fields = tuple(dict.fromkeys(field for field, _ in (*before, *after)))
    statuses = (found[1] for field, text in after if field == "status" and (found := STATUS.match(text)))
    return fields, next(statuses, "")


def _changed(lines: Iterable[str], mark: str) -> Iterator[tuple[str, str]]:
    """Field and text of each line that was there before (`-`) or is there now (`+`) alone.

    Blank lines, comments and the dashes around the fields belong to none.
    """
    field, rules = TEXT, 0
    for line in lines:
        if line[:1] not in (" ", mark):
            continue
        text = line[1:].rstrip().removeprefix("\ufeff")
        if rules < BOTH_RULES:
            if text == "---":
                field, rules = TEXT, rules + 1
                continue
            if text.lstrip().startswith("#"):
                continue
            field = found[1] if (found := FIELD.match(text)) else field
        if text and line[0] == mark:
            yield field, text
