"""A listing's file -> its segments, and back with some of its fields changed: every byte nobody asked about stays.

The segments of a file, joined, are the file. Each is a field (its name and colon, its value, what follows it to the
end of its last line) or what stands between fields. The site's form does the same with the same segments.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from signpost.model.answers import Answers, body, written
from signpost.model.kinds import Kind
from signpost.model.problems import Refused
from signpost.model.questions import BODY
from signpost.model.source import Document, Node, scalars

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
KEY = re.compile(r"""("[^"]*"|'[^']*'|[^:'"]*):""")
CLOSING = re.compile(r"(?:\s*[\]}])*")


class Segment(NamedTuple):
    """A stretch of a file. `name` is that of the field it holds; "" for what stands between fields.

    `head` goes up to the field's colon, `value` is all between that and `tail`: blanks, a comment, the line's end.
    """

    name: str
    head: str
    value: str = ""
    tail: str = ""


def segments(document: Document, content: bytes) -> tuple[Segment, ...]:
    """The segments of a file, by what was read of it.

    Raises Refused, with words for the author, where fields do not stand on lines of their own.
    """
    if why := refusal(document):
        raise Refused(f"{document.path} {why}: edit the file itself.")
    lines = LINE.findall(content.decode())
    starts = [(name.value, name.span.line, node) for name, node in document.fields.pairs]
    last = document.body_line - 2 if document.body_line > 1 else len(lines)
    read, found, at = document.text.split("\n"), list[Segment](), 0
    ends = [*(line - 1 for _, line, _ in starts[1:]), last]
    for (name, line, node), end in zip(starts, ends, strict=False):
        until = _end(lines, line, end, document.fields.span.column)
        found += _between(lines[at : line - 1])
        found.append(_field(name, node, lines[line - 1 : until], read[line - 1]))
        at = until
    after = max(at, document.body_line - 1)
    found += _between(lines[at:after])
    return (*found, Segment(BODY, "", "".join(lines[after:]))) if document.body_line > 1 else tuple(found)


def refusal(document: Document) -> str:
    """Why a file cannot be taken apart into segments; nothing when it can."""
    if not document.fields.pairs:
        return "has no fields yet"
    return "has its fields in braces" if _shares_lines(document) else ""


def _shares_lines(document: Document) -> bool:
    """Whether some field begins on a line with another."""
    lines = [name.span.line for name, _ in document.fields.pairs]
    root = document.fields.span
    return len(set(lines)) < len(lines) or document.line(root.line)[root.column - 1 : root.column] == "{"


def _end(lines: Sequence[str], start: int, end: int, column: int) -> int:
    """The number of a field's last line: blank lines, and comments no deeper than it, belong to what follows."""
    while end > start and _stands_apart(lines[end - 1], column):
        end -= 1
    return end


def _stands_apart(line: str, column: int) -> bool:
    said = line.strip()
    return not said or (said[0] == "#" and line.index("#") < column)


def _between(lines: Sequence[str]) -> list[Segment]:
    return [Segment("", "".join(lines))] if lines else []


def _field(name: str, node: Node, lines: Sequence[str], read: str) -> Segment:
    """A field's segment. `read` is its first line as it was read."""
    first, end = lines[0], _line_end(lines[-1])
    key = KEY.match(first)
    at = key.end() if key else len(first)
    whole = "".join(lines)
    is_short = len(lines) == 1 and whole.removesuffix(end) == read
    stop = max(_value_end(node, read), at) if is_short else len(whole) - len(end)
    return Segment(name, whole[:at], whole[at:stop], whole[stop:])


def _value_end(node: Node, line: str) -> int:
    """Where a value on one line ends, and its brackets: a comment behind it is not its own."""
    last = max((each.span.end - 1 for each in scalars(node)), default=len(line))
    closing = CLOSING.match(line, last)
    return closing.end() if closing else last


def _line_end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]


def revised(document: Document, content: bytes, kind: Kind, changes: Answers) -> bytes:
    """The file with some fields answered anew; an empty answer takes its field away. Raises Refused as `segments`."""
    found = segments(document, content)
    end = next((each for each in map(_line_end, LINE.findall(content.decode())) if each), "\n")
    values = {
        name: written(kind.fields[name], text).replace("\n", end) if text.strip() else ""
        for name, text in changes.items()
        if name in kind.fields
    }
    kept = [each._replace(value=values.get(each.name, each.value)) for each in found if values.get(each.name, "?")]
    held = {each.name for each in found}
    for name in (each for each in kind.fields if values.get(each) and each not in held):
        kept = _with(kept, Segment(name, f"{name}:", values[name], end), list(kind.fields))
    if BODY in changes:
        kept = [_answered(each, changes[BODY], end) for each in kept]
    return "".join(each.head + each.value + each.tail for each in kept).encode()


def _answered(segment: Segment, text: str, end: str) -> Segment:
    """The body's segment with another text."""
    if segment.name != BODY:
        return segment
    lines = body(text)
    return segment._replace(value=f"{end}{lines}{end}".replace("\n", end) if lines else "")


def _with(kept: list[Segment], new: Segment, order: Sequence[str]) -> list[Segment]:
    """The segments with a new field, below the one that comes before it in the kind's order, else below all."""
    ranks = {name: rank for rank, name in enumerate(order)}
    fields = {ranks[each.name]: n for n, each in enumerate(kept) if each.name in ranks}
    before = [rank for rank in fields if rank < ranks[new.name]]
    at = fields[max(before)] if before else max(fields.values())
    above = kept[at] if _line_end(kept[at].tail) else kept[at]._replace(tail=kept[at].tail + new.tail)
    return [*kept[:at], above, new, *kept[at + 1 :]]
