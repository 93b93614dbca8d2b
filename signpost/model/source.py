"""What was read, before it means anything: a tree of files, and the nodes of one document.

Nodes are named tuples, not dataclasses: a directory of 10,000 listings has half a million of them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

Tree = Mapping[str, bytes]
"""A folder as a value: POSIX path below the project's root -> content."""


def is_within(path: str, places: Iterable[str]) -> bool:
    """Whether a path is one of some files, or stands in one of some folders; `.` is the whole project."""
    return any(place in (".", path) or path.startswith(f"{place}/") for place in places)


class Span(NamedTuple):
    """A stretch of one line. Lines and columns count from 1; `end` is the column after the last character."""

    line: int
    column: int
    end: int


START, NOTHING = Span(1, 1, 1), ("~", "null")
DEEPEST, MOST = 6, 3000
"""How deep values may stand inside each other, the fields of a file being the first step; and how many there may be."""

UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2028\u2029\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0001\ud800-\udfff]"
)
"""Control characters, and characters that are invisible or turn the reading direction round (Unicode TR 36).

Some scripts and emoji need U+200C and U+200D: those are refused in web addresses alone.
"""


class Text(NamedTuple):
    """A scalar, exactly as written: nothing has been made a number, a date or a truth value."""

    value: str
    span: Span
    plain: bool = True


class Items(NamedTuple):
    """A sequence."""

    nodes: "tuple[Node, ...]"
    span: Span


class Entries(NamedTuple):
    """A mapping, in the order it was written."""

    pairs: "tuple[tuple[Text, Node], ...]"
    span: Span

    def get(self, key: str) -> "Node | None":
        """The value under a key, or None."""
        for name, node in self.pairs:
            if name.value == key:
                return node
        return None

    def said(self) -> "dict[str, Node]":
        """The values by their keys, as far as anything stands after these."""
        return {name.value: node for name, node in self.pairs if not is_empty(node)}

    def span_of(self, key: str, value: str = "") -> Span:
        """Where the value of a key stands, or one text within it; the key if it is empty; else the first line."""
        for name, node in self.pairs:
            if name.value == key:
                within = (each.span for each in scalars(node) if value and each.value.strip() == value)
                return name.span if is_empty(node) else next(within, node.span)
        return START


Node = Text | Items | Entries


def is_empty(node: Node) -> bool:
    """Whether the author wrote a key and nothing after it, or nothing between quotation marks."""
    if type(node) is not Text:
        return False
    value = node.value
    return not value or value.isspace() or (node.plain and value in NOTHING)


def scalars(node: Node) -> Iterator[Text]:
    """Every scalar in a node, keys left out."""
    if isinstance(node, Text):
        yield node
        return
    for child in node.nodes if isinstance(node, Items) else (value for _, value in node.pairs):
        yield from scalars(child)


@dataclass(frozen=True)
class Document:
    """One file of content: its fields, and the Markdown that follows them.

    The Markdown `begins` at a character of the text, and on a line. `read` reads the fields. A document that was told
    by another process reads them again if they are asked for, which few are once they are found to fit.
    """

    path: str
    text: str
    begins: int
    body_line: int
    read: "Callable[[Document], Entries]" = field(compare=False, repr=False)

    @cached_property
    def fields(self) -> Entries:
        """What stands above the Markdown."""
        return self.read(self)

    @cached_property
    def said(self) -> Mapping[str, Node]:
        """The fields with something after their names: every rule asks for some of them."""
        return self.fields.said()

    @property
    def body(self) -> str:
        """The Markdown; nothing for a file of YAML alone. Cut out each time: texts are most of what memory holds."""
        return self.text[self.begins :]

    def __reduce__(self) -> tuple[type["Document"], tuple[Any, ...]]:
        """What another process is told: all but the fields (pickle)."""
        return Document, (self.path, self.text, self.begins, self.body_line, self.read)

    @cached_property
    def lines(self) -> list[str]:
        """The lines as the author wrote them, without their ends: once, however much there is to tell of them."""
        return self.text.split("\n")

    def line(self, number: int) -> str:
        """One line as the author wrote it, without its end; empty when there is no such line."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def unread(path: str, text: str = "") -> Document:
    """A document of which nothing could be read."""
    return Document(path, text, len(text), 1, lambda _: Entries((), START))
