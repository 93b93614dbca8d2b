"""A file that is published as it is -> what a browser would run or fetch because of it: pictures only show."""

import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat

STATIC = "content/static/"
"""Where files stand that are published as they are."""

SHOWN = (".avif", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".webp", ".csv", ".ics", ".pdf", ".txt", ".zip")
"""Endings of what a browser shows or saves, and runs nothing of."""

SVG = "http://www.w3.org/2000/svg"
DRAWN = frozenset(
    ("circle", "clippath", "defs", "desc", "ellipse", "filter", "g", "image", "line", "lineargradient", "marker",
     "mask", "metadata", "path", "pattern", "polygon", "polyline", "radialgradient", "rect", "stop", "style", "svg",
     "switch", "symbol", "text", "textpath", "title", "tspan", "use", "view")
)  # fmt: skip
"""Elements of SVG that draw: neither scripts nor frames, nor what sets another's attributes."""

HELD = re.compile(r"#|data:image/(?:png|jpeg|webp|gif|avif)[;,]")
"""What the address of something begins with that the file itself holds."""

FETCHES = re.compile(r"""@import|(?:url|src)\(\s*+(?!["']?#)|image-set|\\""", re.IGNORECASE)


def danger(path: str, content: bytes) -> str:
    """Why a file is not published, in words; nothing when a browser only shows or saves it."""
    if not path.lower().endswith(SHOWN):
        return "it is neither a picture nor a file to save, so a browser may run it"
    return next(_in_drawing(content), "") if path.lower().endswith(".svg") else ""


def _in_drawing(content: bytes) -> Iterator[str]:
    """What is wrong with an SVG (W3C, SVG 2, 3.2, secure static mode), as far as it can be read."""
    found: list[str] = []
    try:
        _read(content, found)
    except (expat.ExpatError, ValueError):
        found.append("it is not an SVG that can be read")
    yield from found


def _read(content: bytes, found: list[str]) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")

    def begin(name: str, attributes: Mapping[str, str]) -> None:
        found.extend(_in_element(name, attributes))

    def refuse(*_: object) -> None:
        raise ValueError("what is declared before the drawing can stand for anything")

    parser.buffer_text = True
    parser.StartElementHandler = begin
    parser.StartDoctypeDeclHandler = refuse
    parser.ProcessingInstructionHandler = refuse
    parser.CharacterDataHandler = lambda text: found.extend(_in_style(text))
    parser.Parse(content, True)  # noqa: FBT003 - expat takes no names


def _in_element(name: str, attributes: Mapping[str, str]) -> Iterator[str]:
    namespace, _, local = name.rpartition(" ")
    if (namespace == SVG and local.lower() not in DRAWN and not local.startswith("fe")) or "xhtml" in namespace:
        yield f"it has <{local}> in it"
    for key, value in attributes.items():
        own = key.rpartition(" ")[2].lower()
        if own.startswith("on"):
            yield f"it has {own}= in it"
        elif own == "href" and not HELD.match(value.strip()):
            yield f"it leads to {value.strip()[:60]}"
        elif " " not in key:
            yield from _in_style(value)


def _in_style(text: str) -> Iterator[str]:
    if FETCHES.search(text):
        yield "it fetches something when it is shown"
