"""Markdown below the fields -> what keeps it from being shown as it is meant, or without end."""

from collections.abc import Iterator

from signpost.model.problems import Unfit
from signpost.model.source import Document, Span

FENCES = ("```", "~~~")
MARKS = " \t>*+-.)0123456789"
"""What may stand before the words of a line: marks of quotations and of lists."""

DEEPEST, MOST_EMAILS = 20, 500


def markdown(document: Document) -> Iterator[Unfit]:
    """An Unfit for each thing that Markdown below a listing's fields cannot have."""
    yield from _top_headings(document)
    yield from laborious(document)


def laborious(document: Document) -> Iterator[Unfit]:
    """An Unfit for each thing whose cost grows with the square of its number, however large the page may be."""
    yield from _deep_quotations(document)
    yield from _many_emails(document)


def _top_headings(document: Document) -> Iterator[Unfit]:
    """An Unfit for each heading of the first level: the page's own heading is the listing's name.

    top-heading: the Markdown has a heading of the first level.
    """
    body = document.body
    if "# " not in body:
        return
    fenced = False
    for number, line in enumerate(body.split("\n"), document.body_line):
        fenced ^= line.startswith(FENCES)
        if line.startswith("# ") and not fenced:
            yield Unfit("top-heading", "This heading is as large as the name", f"Write #{line}", Span(number, 1, 2))


def _deep_quotations(document: Document) -> Iterator[Unfit]:
    """An Unfit for each line that stands in more quotations within quotations than anybody follows.

    deep-quotation: a line of the Markdown begins with more than twenty >.
    """
    if document.body.count(">") <= DEEPEST:
        return
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        begins = line[: len(line) - len(line.lstrip(MARKS))].rstrip()
        depth = begins.count(">")
        if depth > DEEPEST:
            say = f"Quotations stand within quotations here, {depth} deep"
            yield Unfit("deep-quotation", say, "Take away all > but one.", Span(number, 1, len(begins) + 1))


def _many_emails(document: Document) -> Iterator[Unfit]:
    """The Unfit for Markdown that looks like a list of everybody's e-mail addresses.

    too-many-emails: the Markdown has more than 500 e-mail addresses, or other words with an @.
    """
    found = document.body.count("@")
    if found > MOST_EMAILS:
        say = f"There are {found} @ in the text; there is room for {MOST_EMAILS}"
        yield Unfit("too-many-emails", say, "Leave out addresses that nobody needs.", Span(document.body_line, 1, 1))
