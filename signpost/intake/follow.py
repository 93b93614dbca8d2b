"""The Catalog -> a Problem for each link in a text that leads to no page of the site."""

import re
from collections.abc import Iterator

from signpost.model.addresses import addresses, named_by_files, of_listing
from signpost.model.fieldtypes.reading import did_you_mean
from signpost.model.listings import Catalog
from signpost.model.problems import Problem, Unfit, problem
from signpost.model.source import Document, Span, Tree

PAGES = "content/pages/"
LINK = re.compile(r"\]\((/[^\s)#?]*)")


def follow(catalog: Catalog, tree: Tree) -> list[Problem]:
    """Every link that leads nowhere, in the texts of listings and pages.

    A file that does not fit is told by itself: a link to it does lead somewhere.
    """
    texts = [each.document for each in (*catalog, *catalog.prose)]
    with_links = [document for document in texts if "](/" in document.body]
    if not with_links:
        return []
    known = {*addresses(catalog), *(of_listing(each) for each in named_by_files(tree)), *_pages(tree)}
    return [problem(document, unfit) for document in with_links for unfit in no_such_page(document, known)]


def _pages(tree: Tree) -> Iterator[str]:
    """The addresses of the files below content/pages/."""
    paths = (path.removeprefix(PAGES) for path in tree if path.startswith(PAGES))
    return (f"/{path.rpartition('.')[0]}/" for path in paths)


def no_such_page(document: Document, known: set[str]) -> Iterator[Unfit]:
    """A link within the site leads to a page that is there."""
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        for found in LINK.finditer(line):
            if found[1] not in known and not found[1].startswith("/static/"):
                span = Span(number, found.start(1) + 1, found.end(1) + 1)
                hint = did_you_mean(found[1], known) + "Write it as the page's address shows it, with a / at its end."
                yield Unfit("no-such-page", f"There is no page {found[1]} here", hint, span)


RULES = (no_such_page,)
