"""The YAML of one document -> nodes in which every scalar is still text.

Built from the parser's events (YAML 1.1, libyaml where it is there), not from composed nodes: composing
follows aliases and keeps the last of two equal keys without a word.
"""

import re
from collections.abc import Callable
from itertools import chain
from typing import Any

import yaml

from signpost.intake.parse.traps import explained, tab, unseen
from signpost.model.problems import Unfit
from signpost.model.source import DEEPEST, MOST, START, UNSEEN, Entries, Items, Node, Span, Text

BLANK = re.compile(r"^[ \t]+$", re.MULTILINE)
DEEP = "Take away brackets, or blanks at the beginning of lines."
make: Any = tuple.__new__  # half the time that calling a named tuple takes, for half a million of them
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_nodes(text: str, lines_above: int) -> Entries:
    """The named values of a document.

    `lines_above` is how many lines of the file stand above the text. Raises Unfit for the first thing that is
    not plain YAML.

    not-fields: the file holds something else than lines of `name: value`.
    two-listings: a file has a second set of fields below the first.
    """
    for unfit in tab(text, lines_above):
        raise unfit
    try:
        node = Reader(LOADER("\n" * lines_above + BLANK.sub("", text)).get_event).document()
    except yaml.YAMLError as error:
        raise explained(error, text, lines_above) from None
    if node is None:
        return Entries((), START)
    if not isinstance(node, Entries):
        hint = "Write one field a line, as name: value, with a blank after the colon."
        raise Unfit("not-fields", "The file does not hold fields", hint, node.span)
    if "\\" in text:
        _seen(node)
    return node


def _seen(node: Node) -> None:
    r"""Nothing, when all that YAML makes of a backslash between quotation marks, such as "\u202E", can be seen."""
    if isinstance(node, Text):
        for found in UNSEEN.finditer(node.value):
            raise Unfit("forbidden-character", *unseen(found[0]), node.span)
        return
    for each in node.nodes if isinstance(node, Items) else chain.from_iterable(node.pairs):
        _seen(each)


class Reader:
    """Events -> nodes. Its only state is how far the events have been read, and how many values were in them."""

    def __init__(self, next_event: Callable[[], Any]) -> None:
        self.next, self.left = next_event, MOST

    def document(self) -> Node | None:
        """The root of the only document, or None when there is none."""
        self.next()
        if isinstance(self.next(), yaml.StreamEndEvent):
            return None
        root = self.node(self.next(), 1)
        self.next()
        after = self.next()
        if not isinstance(after, yaml.StreamEndEvent):
            hint = "Give each listing a file of its own."
            raise Unfit("two-listings", "A second listing begins here", hint, _span(after))
        return root

    def node(self, event: Any, depth: int) -> Node:
        """The node an event begins.

        nested-too-deep: values stand inside values inside values, further than any field goes.
        too-much: the fields of a file hold more values than anybody looks through.
        """
        self.left -= 1
        if self.left < 0:
            hint = "Shorten it, or make several files of it."
            raise Unfit("too-much", f"The fields hold more than {MOST} names and values", hint, _span(event))
        if event.anchor is not None or event.tag is not None:
            _is_plain(event)
        if type(event) is yaml.ScalarEvent:
            text: Text = make(Text, (event.value, _span(event), event.implicit[0]))
            return text
        if depth > DEEPEST:
            raise Unfit("nested-too-deep", "The values stand too deep inside each other", DEEP, _span(event))
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(tuple(self.items(depth)), _span(event))
        return Entries(tuple(self.pairs(depth)), _span(event))

    def items(self, depth: int) -> list[Node]:
        """The values of a list, up to its end."""
        nodes = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            nodes.append(self.node(event, depth + 1))
        return nodes

    def pairs(self, depth: int) -> list[tuple[Text, Node]]:
        """The names and values of a mapping, up to its end.

        duplicate-field: a name stands twice in the same file.
        not-a-name: a list or a set of values stands where a field's name belongs.
        """
        pairs, seen, following = list[tuple[Text, Node]](), dict[str, Span](), self.next
        while type(event := following()) is not yaml.MappingEndEvent:
            key = self.node(event, depth + 1)
            if type(key) is not Text:
                hint = "Brackets need quotation marks around them when they are part of a name."
                raise Unfit("not-a-name", "This cannot be a field's name", hint, key.span)
            if key.value in seen:
                hint = f"It stands on line {seen[key.value].line} already: keep one of the two."
                raise Unfit("duplicate-field", f"{key.value} is given twice", hint, key.span)
            seen[key.value] = key.span
            pairs.append((key, self.node(following(), depth + 1)))
        return pairs


def _is_plain(event: Any) -> None:
    """Nothing, when an event is a plain value.

    alias: a `*` or `&` begins a value, which in YAML refers to another one.
    tag: a `!` begins a value, which in YAML says of which type it is.
    """
    if event.anchor is not None or isinstance(event, yaml.AliasEvent):
        mark = "*" if isinstance(event, yaml.AliasEvent) else "&"
        hint = f"Write the value itself. If {mark} belongs to the words, put quotation marks around them."
        raise Unfit("alias", f"{mark}{event.anchor} refers to another value", hint, _span(event))
    if event.tag is not None and not (isinstance(event, yaml.ScalarEvent) and event.tag == "!"):
        say = f"!{event.tag.rpartition(':')[2].lstrip('!')} says which type a value is"
        raise Unfit("tag", say, "Write the value alone, or put quotation marks around it.", _span(event))


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    line, column = start.line, start.column + 1
    span: Span = make(Span, (line + 1, column, end.column + 1 if end.line == line else column))
    return span
