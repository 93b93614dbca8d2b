"""The YAML of one document -> its nodes without places, read at a glance; nothing where that takes care.

Nearly every file is sound and plain, and then nobody asks where in it a value stands. The reader is serde_yaml, whose
scanner is libyaml's own, so both understand a text alike; but it tells numbers from texts, follows references, and
knows no places. What it might take in another way than the careful reader is therefore left to that one.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import repeat
from typing import Any

from ryaml import loads  # type: ignore[attr-defined]

from signpost.model.source import DEEPEST, MOST, START, Entries, Items, Node, Text

LARGE = 5000  # characters, in which there cannot be too many values
BEFORE = ":,-[{?\n"
"""What values come after, at most two after each."""

ESCAPE = re.compile(r'\\[^"]')
"""What a text in quotation marks writes otherwise than it is shown, but for the marks themselves."""

COMMENT = re.compile(r"\S +#")
BLANK = re.compile(r"\n +\n")
SIGN = re.compile(r"""(?:^|[\s\[{,:"'])(?:[&*]\S|!)""", re.MULTILINE)
"""What may be a reference or a tag."""

BEGUN = re.compile(r"\n[^\s#]")
WRITTEN = re.compile(r" [-+.\w]+")
WORDS = re.compile(r"[^\s\[\]{},]+")
LOOSE = re.compile(r"[-+]?\.?\d[\w.+]*|[Tt]rue|TRUE|[Ff]alse|FALSE")
USUAL = re.compile(r"0|-?[1-9]\d{0,14}|-?(0|[1-9]\d{0,9})\.\d{0,3}[1-9]|-?[1-9]\d{0,9}\.0|true|false")
"""Numbers and truth values as Python and JSON write them."""

make: Any = tuple.__new__


class TakesCare(Exception):  # noqa: N818 - nothing is wrong
    """A value that is not certainly what the author wrote."""


def glance(text: str) -> Entries | None:
    """The named values of a document, all of them as written, none with its place; None for the careful reader.

    Every field begins a line of its own, and no other line begins there: so how a number is written can be looked up.
    Texts do not tell whether they stood between quotation marks.
    """
    if _takes_care(text):
        return None
    try:
        found = loads(text)
        if type(found) is not dict or len(BEGUN.findall(f"\n{text}")) != len(found):
            return None
        return _entries(found, [_field(name, value, text) for name, value in found.items()])
    except (ValueError, TakesCare):
        return None


def _takes_care(text: str) -> bool:
    """Whether there is very much, or tabs, escapes, comments after something, lines of blanks, references or tags."""
    return bool(
        (len(text) > LARGE and 2 * sum(map(text.count, BEFORE)) > MOST)
        or "\t" in text
        or ("\\" in text and ESCAPE.search(text))
        or (" #" in text and COMMENT.search(text))
        or text.startswith(" ")
        or text.endswith(" ")
        or (" \n" in text and BLANK.search(text))
        or (("&" in text or "*" in text or "!" in text) and SIGN.search(text))
    )


def _entries(names: Iterable[Any], nodes: Iterable[Node]) -> Entries:
    """Named values, whose names are texts."""
    if not set(map(type, names)) <= {str}:
        raise TakesCare
    return Entries(tuple(zip(_texts(names), nodes, strict=True)), START)


def _texts(values: Iterable[str]) -> tuple[Text, ...]:
    """Scalars without their places: there are dozens in a file, so none of them is worth a call."""
    return tuple(map(make, repeat(Text), zip(values, repeat(START), repeat(False))))  # noqa: FBT003 - Text.plain


def _text(value: str) -> Text:
    text: Text = make(Text, (value, START, False))
    return text


def _field(name: str, value: Any, text: str) -> Node:
    """The value of a field; a number or a truth value as it stands in its line."""
    if type(value) is str:
        return _text(value)
    if type(value) in (int, float, bool):
        written = _written(name, text).partition("\n")[0]
        if not WRITTEN.fullmatch(written):
            raise TakesCare
        return _text(written[1:])
    return _node(value, 2, name, text)


def _node(value: Any, depth: int, field: str, text: str) -> Node:
    """A value within a field."""
    kind = type(value)
    if kind is str:
        return _text(value)
    if kind is int or kind is float or kind is bool:
        if not _is_usual(field, text):
            raise TakesCare
        return _text(str(value).lower() if kind is bool else str(value))
    if depth > DEEPEST:
        raise TakesCare
    if kind is list and set(map(type, value)) == {str}:
        return Items(_texts(value), START)
    if kind is list:
        return Items(tuple([_node(each, depth + 1, field, text) for each in value]), START)
    if kind is dict:
        return _entries(value, [_node(each, depth + 1, field, text) for each in value.values()])
    raise TakesCare


@lru_cache(maxsize=1)
def _is_usual(field: str, text: str) -> bool:
    """Whether every number and truth value in a field is written in the usual way; it is asked for each of them."""
    written = _written(field, text)
    if '":' in written or "':" in written:
        return False  # a value may follow without a blank
    return all(USUAL.fullmatch(each) for each in WORDS.findall(written) if LOOSE.fullmatch(each))


def _written(field: str, text: str) -> str:
    """What stands after a field's name and colon, up to the next field."""
    _, found, rest = f"\n{text}".partition(f"\n{field}:")
    if not found:
        raise TakesCare
    following = BEGUN.search(rest)
    return rest[: following.start()] if following else rest
