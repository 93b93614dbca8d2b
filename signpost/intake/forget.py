"""Listings and what was removed -> the listings without links to it, and a Problem for each link that was there.

Who asks to be removed must not break the pages of others: their links to the listing are left out, with a warning.
"""

from collections.abc import Iterable, Iterator

from signpost.model.listings import Listing, Removed
from signpost.model.problems import Problem, Unfit, problem
from signpost.model.ties import ties, without


def forget(listings: list[Listing], removed: Iterable[Removed]) -> tuple[list[Listing], list[Problem]]:
    """What stays of the listings, and what is told of them.

    removed-listing: a link to another listing leads to one that was removed; the page leaves it out. A warning.
    """
    gone = frozenset(each.id for each in removed)
    if not gone:
        return listings, []
    problems = [problem(listing.document, unfit) for listing in listings for unfit in _twice(listing, gone)]
    problems += (
        problem(listing.document, unfit, warning=True) for listing in listings for unfit in _links(listing, gone)
    )
    return [without(each, gone) for each in listings if each.id not in gone], problems


def _twice(listing: Listing, gone: frozenset[str]) -> Iterator[Unfit]:
    """The Unfit for a listing that another file of the same name says was removed: that file wins."""
    if listing.id in gone:
        hint = "Delete one of the two files: a removed listing does not come back by itself."
        yield Unfit("same-page", f"Another file says that {listing.id} was removed", hint)


def _links(listing: Listing, gone: frozenset[str]) -> Iterator[Unfit]:
    for name, other in dict.fromkeys(ties(listing)):
        if other in gone:
            span = listing.document.fields.span_of(name, other)
            yield Unfit("removed-listing", f"{other} was removed", f"Take it out of {name}:.", span)
