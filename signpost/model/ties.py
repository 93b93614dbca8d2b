"""What a listing says of other listings, and the listing without some of it."""

import re
from collections.abc import Container, Iterator
from dataclasses import replace
from typing import Any

from signpost.model.listings import Listing, fields_of

TYPES = ("listing", "organisation", "listings", "meets")
AN_ID = re.compile("[a-z0-9-]+/[a-z0-9-]+")


def ties(listing: Listing) -> Iterator[tuple[str, str]]:
    """Field and id, for each listing that a listing names, except by addresses it had before."""
    for name in fields_of(listing, *TYPES):
        yield from ((name, each) for each in _named(listing, name, listing.values[name]))


def _named(listing: Listing, name: str, value: Any) -> Iterator[str]:
    """The ids in a value. An organisation's name is one when it has a slash and no blank."""
    match listing.kind.types[name]:
        case "listing":
            yield value
        case "organisation" if AN_ID.fullmatch(value):
            yield value
        case "listings" if name != "formerly":
            yield from value
        case "meets":
            yield from (each.hosted_at for each in value if each.hosted_at)


def without(listing: Listing, gone: Container[str]) -> Listing:
    """The listing without its ties to some others: the same one when it has none."""
    names = {name for name, other in ties(listing) if other in gone}
    if not names:
        return listing
    values = {name: _less(value, gone) if name in names else value for name, value in listing.values.items()}
    return listing._replace(values={name: value for name, value in values.items() if value})


def _less(value: Any, gone: Container[str]) -> Any:
    """A value without some listings; nothing when nothing is left of it."""
    if isinstance(value, str):
        return None
    if all(isinstance(each, str) for each in value):
        return tuple(each for each in value if each not in gone)
    return tuple(replace(each, hosted_at=None) if each.hosted_at in gone else each for each in value)
