"""What another directory wrote -> text that may stand in a listing's file: without HTML, and with nothing unseen."""

import html
import re
from typing import Any

from signpost.model.fieldtypes.reading import quoted
from signpost.model.source import UNSEEN

HALVES = re.compile("[\ud800-\udfff]")
"""Halves of characters, which JSON can name and no file in UTF-8 can hold."""

SOFT = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Places where a line may or may not break: nothing is lost without them."""

TAG = re.compile(
    r"</?(a|b|i|u|p|br|hr|em|ul|ol|li|dl|dt|dd|tr|td|th|h[1-6]|div|img|svg|pre|sub|sup|span|font|form|code|table|tbody|"
    r"thead|input|style|strong|script|iframe|object|embed|button|section|blockquote)(\s[^<>]*)?/?>",
    re.IGNORECASE,
)
BREAK = re.compile(r"<(br|/p|/div|/li|/h[1-6]|/tr)\s*/?>\s*", re.IGNORECASE)


def text_of(value: Any) -> str:
    """A text or number as text; nothing for anything else. Raises ValueError when it holds what cannot be seen."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    said = SOFT.sub("", str(value)).replace("\r\n", "\n").replace("\r", "\n").strip()
    if UNSEEN.search(said) or HALVES.search(said):
        raise ValueError("has characters in it that nobody can see")
    return _without_tags(said) if TAG.search(said) else said


def _without_tags(said: str) -> str:
    """The words of a text with HTML in it; scripts go with all they hold."""
    import nh3  # few texts have HTML in them

    apart = BREAK.sub(lambda found: "\n" if found[1].lower() in ("br", "/li", "/tr") else "\n\n", said)
    words = html.unescape(nh3.clean(apart, tags=set()))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(" ".join(line.split()) for line in words.split("\n"))).strip()


def line_of(value: Any) -> str:
    """The same on one line."""
    return " ".join(text_of(value).split())


def shown(value: Any) -> str:
    """A value as an account quotes it: short, and without what would move a terminal's cursor."""
    said = " ".join(str(value).split())
    return quoted("".join(each if each.isprintable() else "�" for each in said))
