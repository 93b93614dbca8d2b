"""Listings and what was removed -> the listings without links to it, and a Problem for each link that was there.

Who asks to be removed must not break the pages of others: their links to the listing are left out, with a warning.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from signpost.model.listings import Listing, Removed
from signpost.model.problems import Problem, Unfit, problem


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
    return [_without(each, gone) for each in listings if each.id not in gone], problems


def _twice(listing: Listing, gone: frozenset[str]) -> Iterator[Unfit]:
    """The Unfit for a listing that another file of the same name says was removed: that file wins."""
    if listing.id in gone:
        hint = "Delete one of the two files: a removed listing does not come back by itself."
        yield Unfit("same-page", f"Another file says that {listing.id} was removed", hint)


def _links(listing: Listing, gone: frozenset[str]) -> Iterator[Unfit]:
    for name, value in listing.values.items():
        for old in dict.fromkeys(_named(listing, name, value)):
            if old in gone:
                span = listing.document.fields.span_of(name, old)
                yield Unfit("removed-listing", f"{old} was removed", f"Take it out of {name}:.", span)


def _named(listing: Listing, name: str, value: Any) -> Iterator[str]:
    """The listings that a value names; a name without a slash is none."""
    match listing.kind.fields[name].type.name:
        case "listing" | "organisation":
            yield value
        case "listings" if name != "formerly":
            yield from value
        case "meets":
            yield from (each.hosted_at for each in value if each.hosted_at)


def _without(listing: Listing, gone: frozenset[str]) -> Listing:
    """The listing without its links to what was removed: the same one when it has none."""
    named = [name for name, value in listing.values.items() if gone & {*_named(listing, name, value)}]
    if not named:
        return listing
    values = {name: _less(value, gone) if name in named else value for name, value in listing.values.items()}
    return replace(listing, values={name: value for name, value in values.items() if value})


def _less(value: Any, gone: frozenset[str]) -> Any:
    """A value without what was removed; nothing when nothing is left of it."""
    if isinstance(value, str):
        return None
    if all(isinstance(each, str) for each in value):
        return tuple(each for each in value if each not in gone)
    return tuple(replace(each, hosted_at=None) if each.hosted_at in gone else each for each in value)
