"""Listings in a list -> its pages: up to 42 cards on each, and ways to look elsewhere."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from signpost.model.addresses import ADD, of_adding, of_calendar, of_feed
from signpost.model.files import Link, Page
from signpost.model.kinds import Kind
from signpost.model.listings import Listing
from signpost.model.words import Words
from signpost.output.plan.elsewhere import calendar, feeds
from signpost.output.plan.shelves import Shelves
from signpost.output.plan.views import Group, Pager, Snippet

A_PAGE = 42
AROUND = 2  # how many page numbers are shown on either side of the page itself


class List(NamedTuple):
    """One list of the site: where it stands, what it says at its head, and what it holds.

    `short` is its name below those of `crumbs`, `summary` what search engines show, where these are not the heading
    and the intro.
    """

    address: str
    heading: str
    intro: str
    listings: Sequence[Listing]
    crumbs: tuple[Link, ...]
    groups: tuple[Group, ...] = ()
    kind: Kind | None = None
    short: str = ""
    summary: str = ""
    indexed: bool = True
    has_feeds: bool = False
    snippet: Snippet | None = None


def list_pages(found: List, shelves: Shelves, words: Words) -> Iterator[Page]:
    """The pages of a list; an empty list has one."""
    of = max(1, -(-len(found.listings) // A_PAGE))
    meets = found.address in shelves.meeting
    alternates = (
        *(feeds(found.address, found.heading, words) if found.has_feeds else ()),
        *((calendar(found.address, found.heading, words),) if meets else ()),
    )
    for number in range(1, of + 1):
        here = found.listings[(number - 1) * A_PAGE : number * A_PAGE]
        yield Page(
            address=numbered(found.address, number),
            template="pages/list.html",
            title=found.heading if number == 1 else f"{found.heading} ({number}/{of})",
            summary=found.summary or found.intro or found.heading,
            crumbs=(*found.crumbs, Link(found.short or found.heading, found.address)),
            indexed=found.indexed,
            alternates=alternates,
            shows={
                "heading": found.heading,
                "intro": found.intro,
                "kind": found.kind,
                "count": len(found.listings),
                "listings": shelves.cards_of(here),
                "pager": pager(found.address, number, of, len(found.listings)),
                "groups": tuple(group for group in found.groups if group.links),
                "add": of_adding(found.kind.slug) if found.kind else ADD,
                "feed": of_feed(found.address) if found.has_feeds else None,
                "calendar": of_calendar(found.address) if meets else None,
                "snippet": found.snippet if number == 1 else None,
            },
        )


def numbered(address: str, number: int) -> str:
    """The address of one page of a list; the first has the list's own."""
    return address if number == 1 else f"{address}page/{number}/"


def pager(address: str, number: int, of: int, count: int, a_page: int = A_PAGE) -> Pager:
    """The way to the other pages of a list: the first, the last, and those around this one."""
    near = [n for n in range(1, of + 1) if n in (1, of) or abs(n - number) <= AROUND]
    return Pager(
        number=number,
        of=of,
        previous=numbered(address, number - 1) if number > 1 else None,
        next=numbered(address, number + 1) if number < of else None,
        links=tuple(Link(str(n), numbered(address, n), current=n == number) for n in near),
        first=(number - 1) * a_page + 1,
        last=min(number * a_page, count),
    )
