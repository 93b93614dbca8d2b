"""A listing -> the texts in it that are anybody's own words, each with its place."""

from collections.abc import Callable, Iterator

from signpost.model.listings import Listing, fields_of
from signpost.model.source import Document, Span, scalars

FREE = ("text", "texts", "markdown", "organisation")


def free_texts(listing: Listing, is_marked: Callable[[str], bool]) -> Iterator[tuple[str, Span]]:
    """Each free text among the fields, and each line below them, that is marked, with its place.

    In most listings nothing is: so their lines are not looked at one by one.
    """
    for name in fields_of(listing, *FREE):
        node = listing.document.said.get(name)
        found = scalars(node) if node else ()
        yield from ((text.value, text.span) for text in found if is_marked(text.value))
    body = listing.document.body
    if is_marked(body):
        for number, line in enumerate(body.split("\n"), listing.document.body_line):
            if is_marked(line):
                yield line, Span(number, 1, len(line) + 1)


def place_of(found: str, span: Span, document: Document) -> Span:
    """Where words stand within a text that may go on for several lines; where it begins, when they are broken off."""
    for number, line in enumerate(document.lines[span.line - 1 :], span.line):
        start = line.find(found, span.column - 1 if number == span.line else 0)
        if start >= 0:
            return Span(number, start + 1, start + 1 + len(found))
    return span
