"""The YAML of one document -> its nodes without places, read at a glance; nothing where that takes care.

Nearly every file is sound and plain, and then nobody asks where in it a value stands. The reader is serde_yaml, whose
scanner is libyaml's own, so both understand a text alike; but it tells numbers from texts, follows references, and
knows no places. What it might take in another way than the careful reader is therefore left to that one.
"""

import re
from functools import lru_cache
from typing import Any

from ryaml import loads  # type: ignore[attr-defined]

from signpost.model.source import DEEPEST, START, Entries, Items, Node, Text

MARKS = re.compile(r"[\t&*!#]|\n ")
"""What stands in few files, and in each that might take care: so that few are looked at more closely."""

CAREFUL = re.compile(r"""\t|\S[ ]+\#|^[ ]+$|(?:^|[\s\[{,:"'])(?:[&*]\S|!)""", re.MULTILINE | re.VERBOSE)
"""Tabs, comments after something, lines of blanks, and what may be a reference or a tag."""

BEGUN = re.compile(r"^[^\s#]", re.MULTILINE)
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
    if MARKS.search(text) and CAREFUL.search(text):
        return None
    try:
        found = loads(text)
        if type(found) is not dict or len(BEGUN.findall(text)) != len(found):
            return None
        return Entries(tuple([(_name(name), _field(name, value, text)) for name, value in found.items()]), START)
    except (ValueError, TakesCare):
        return None


def _name(name: Any) -> Text:
    if type(name) is not str:
        raise TakesCare
    return _text(name)


def _text(value: str) -> Text:
    text: Text = make(Text, (value, START, False))
    return text


def _field(name: str, value: Any, text: str) -> Node:
    """The value of a field; numbers and truth values as they are written."""
    if type(value) is str:
        return _text(value)
    _, found, rest = f"\n{text}".partition(f"\n{name}:")
    if not found:
        raise TakesCare
    if type(value) in (int, float, bool):
        written = rest.partition("\n")[0]
        if not WRITTEN.fullmatch(written):
            raise TakesCare
        return _text(written[1:])
    following = BEGUN.search(rest)
    return _node(value, 2, rest[: following.start()] if following else rest)


def _node(value: Any, depth: int, text: str) -> Node:
    """A value within a field, of which all is given as it is written."""
    kind = type(value)
    if kind is str:
        return _text(value)
    if kind is int or kind is float or kind is bool:
        if not _is_usual(text):
            raise TakesCare
        return _text(str(value).lower() if kind is bool else str(value))
    if depth > DEEPEST:
        raise TakesCare
    if kind is list:
        return Items(tuple([_node(each, depth + 1, text) for each in value]), START)
    if kind is dict:
        pairs = [(_name(name), _node(each, depth + 1, text)) for name, each in value.items()]
        return Entries(tuple(pairs), START)
    raise TakesCare


@lru_cache(maxsize=1)
def _is_usual(text: str) -> bool:
    """Whether every number and truth value in a field's text is written in the usual way; it is asked for each."""
    words = WORDS.findall(text)
    return (
        '":' not in text and "':" not in text and all(USUAL.fullmatch(each) for each in words if LOOSE.fullmatch(each))
    )
