"""What a directory holds: listings, prose pages, and the Catalog of them all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any, NamedTuple

from signpost.model.kinds import Charter, Kind
from signpost.model.problems import Problem
from signpost.model.source import Document, Text

REMOVED = "removed"
"""The status that is all that is left of a listing whose people asked to be removed."""


class State(IntEnum):
    """How much a listing can be trusted to be alive, best first; lists are sorted by it."""

    FRESH = 0
    UNCONFIRMED = 1
    AGEING = 2
    STALE = 3
    EXPIRED = 4


class Listing(NamedTuple):
    """One place, group or programme. `values` holds what the author gave and the defaults, by field name."""

    kind: Kind
    slug: str
    values: Mapping[str, Any]
    document: Document

    @property
    def id(self) -> str:
        """`<folder>/<slug>`: its address and its name in links from other listings."""
        return f"{self.kind.slug}/{self.slug}"

    @property
    def name(self) -> str:
        """What people call it."""
        return str(self.values["name"])

    @property
    def is_closed(self) -> bool:
        """Closed listings keep their page and leave every list."""
        return self.values.get("status") == "closed"

    def get(self, field: str, default: Any = None) -> Any:
        """The value of a field, or the default when it is unknown."""
        return self.values.get(field, default)


def fields_of(listing: Listing, *types: str) -> Iterator[str]:
    """The names of the fields of some types that a listing has, type by type."""
    values = listing.values
    return (name for name in listing.kind.of_types(types) if name in values)


def web_addresses(listing: Listing) -> Iterator[tuple[str, str]]:
    """Field and web address, for each that a listing has."""
    for name in fields_of(listing, "url", "urls", "links"):
        value = listing.values[name]
        if isinstance(value, str):
            yield name, value
        else:
            yield from ((name, each if isinstance(each, str) else each[1]) for each in value)


class Removed(NamedTuple):
    """What is left of a listing that was removed on request: where it stood. No name, no words, no picture."""

    kind: Kind
    slug: str

    @property
    def id(self) -> str:
        """`<folder>/<slug>`, as it was."""
        return f"{self.kind.slug}/{self.slug}"


def may_be_removed(kind: Kind) -> bool:
    """Whether a directory has the status that removed listings need."""
    status = kind.fields.get("status")
    return status is not None and status.vocabulary is not None and REMOVED in status.vocabulary.terms


def removed(document: Document, kind: Kind) -> Removed | None:
    """What is left of a listing, when its file says that it was removed."""
    status = document.said.get("status") if may_be_removed(kind) else None
    if not isinstance(status, Text) or status.value.strip() != REMOVED:
        return None
    return Removed(kind, document.path.rpartition("/")[2].rpartition(".")[0])


class Freshness(NamedTuple):
    """A listing's state, the day it rests on, and the days since."""

    state: State
    day: date | None


def freshness(listing: Listing, today: date) -> Freshness:
    """How old the last check by a person is, in units of what its kind allows: up to 1, 2, 4, beyond.

    Without a check by a person a listing is unconfirmed, however new its sources are.
    """
    day = listing.get("verified")
    if day is None:
        return Freshness(State.UNCONFIRMED, listing.get("compiled"))
    periods = (today - day).days / listing.kind.stale_after_days
    steps = ((1, State.FRESH), (2, State.AGEING), (4, State.STALE))
    return Freshness(next((state for limit, state in steps if periods <= limit), State.EXPIRED), day)


def is_listed(listing: Listing, found: Freshness) -> bool:
    """Whether lists, search and search engines show a listing: not once it is closed, or its check is too old."""
    return not listing.is_closed and found.state is not State.EXPIRED


class Prose(NamedTuple):
    """A page of text: `address` is its path below content/pages/ without the ending."""

    address: str
    title: str
    summary: str
    order: float
    document: Document

    @property
    def is_guide(self) -> bool:
        """Guides are the pages in content/pages/guides/."""
        return self.address.startswith("guides/")


@dataclass(frozen=True, slots=True)
class Catalog:
    """The waist of the hourglass: every check is before it, every output reads only from it.

    `left_out` tells why some files of the directory are not in it, when it is a catalog of all that is sound.
    What was `removed` stands on no shelf, so that no list, search, calendar or export can show it.
    """

    charter: Charter
    shelves: Mapping[str, tuple[Listing, ...]]
    prose: tuple[Prose, ...]
    left_out: tuple[Problem, ...] = ()
    removed: tuple[Removed, ...] = ()

    def __iter__(self) -> Iterator[Listing]:
        """Every listing, shelf by shelf."""
        for shelf in self.shelves.values():
            yield from shelf

    def __len__(self) -> int:
        """How many listings there are."""
        return sum(len(shelf) for shelf in self.shelves.values())
