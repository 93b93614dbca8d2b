"""The Catalog -> every page of the site, with all it shows."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import chain

from signpost.model.addresses import HOME, OFFLINE
from signpost.model.chronicle import NOTHING, Chronicle
from signpost.model.files import WHOLE, File, Page, Share
from signpost.model.listings import Catalog, Listing, freshness
from signpost.model.parts import ALL
from signpost.model.words import Words
from signpost.output.plan.adding import adding
from signpost.output.plan.browse import browse_pages, ways_in
from signpost.output.plan.calendar import calendar_pages
from signpost.output.plan.changes import change_pages
from signpost.output.plan.closer import closer
from signpost.output.plan.elsewhere import found_on
from signpost.output.plan.finding import search
from signpost.output.plan.giving import give_back
from signpost.output.plan.health import needs_check
from signpost.output.plan.hsds import conformance
from signpost.output.plan.listing import listing_pages, tombstone
from signpost.output.plan.network import network
from signpost.output.plan.places import Places, places
from signpost.output.plan.prose import links, prose_pages
from signpost.output.plan.related import Neighbours, neighbours
from signpost.output.plan.ruling import Ruling, ruling
from signpost.output.plan.shelves import Shelves, card, freshness_view, shelves
from signpost.output.plan.table import Table, table
from signpost.output.plan.world import world

NOT_FOUND = "/404.html"


class Basis:
    """What all pages are planned from: each piece is worked out once, when the first page asks for it."""

    def __init__(self, on: Shelves, words: Words) -> None:
        self.on, self.words = on, words

    @cached_property
    def among(self) -> Neighbours:
        """What listings are related by."""
        return neighbours(self.on)

    @cached_property
    def table(self) -> Table:
        """What scripts find listings with."""
        return table(self.on, self.words)

    @cached_property
    def places(self) -> Places:
        """What stands on the map."""
        return places(self.on)

    @cached_property
    def closer(self) -> File:
        """What the map's script shows when it comes closer."""
        return closer(self.places.found, self.words)

    @cached_property
    def ruling(self) -> Ruling:
        """What the forms check answers by."""
        return ruling(self.on.catalog, self.words)


def basis(
    catalog: Catalog, words: Words, today: date, chronicle: Chronicle = NOTHING, parts: frozenset[str] = ALL
) -> Basis:
    """The basis of the pages of some parts, on a day, with what is known of the catalog's past."""
    return Basis(shelves(catalog, words, today, chronicle, parts), words)


def plan(based: Basis, words: Words, share: Share = WHOLE, parts: frozenset[str] = ALL) -> Iterator[Page]:
    """Every page of some parts of the site, or a share of them."""
    on = based.on
    shown = (pages(based, words) for part, pages in SINGLE if part in parts)
    rest = chain(chain.from_iterable(shown), browse_pages(on, words, parts)) if share.has_rest else ()
    listings = share.singly(on.catalog) if "listings" in parts else ()
    among = based.among if "listings" in parts and "related" in parts else None
    return chain(
        rest,
        chain.from_iterable(listing_pages(each, on, among, words, parts) for each in listings),
    )


def pages_of(listing: Listing, based: Basis, parts: frozenset[str]) -> Iterator[Page]:
    """The page of a listing that is another than the catalog's own, among the others of the catalog."""
    on, fresh = based.on, freshness(listing, based.on.since)
    its_card = card(listing, on.catalog.charter, freshness_view(fresh, based.words))
    changed = replace(on, cards={**on.cards, listing.id: its_card}, freshness={**on.freshness, listing.id: fresh})
    return listing_pages(listing, changed, based.among if "related" in parts else None, based.words, parts)


SINGLE: tuple[tuple[str, Callable[[Basis, Words], Iterable[Page]]], ...] = (
    ("home", lambda based, words: (home(based.on, words),)),
    ("search", lambda based, words: (search(based.on, based.table, words),)),
    ("map", lambda based, words: (world(based.places, based.closer, words),)),
    ("plan", lambda based, words: (network(based.on, based.table, words),)),
    ("give-back", lambda based, words: (give_back(based.on, words),)),
    ("health", lambda based, words: (needs_check(based.on, words),)),
    ("hsds", lambda based, words: (conformance(based.on.catalog, words),)),
    ("errors", lambda _, words: (not_found(words),)),
    ("offline", lambda _, words: (offline(words),)),
    ("form", lambda based, words: adding(based.on, based.ruling, words)),
    ("listings", lambda based, words: (tombstone(each, words) for each in based.on.catalog.removed)),
    ("calendar", lambda based, words: calendar_pages(based.on, words)),
    ("changes", lambda based, words: change_pages(based.on, words)),
    ("prose", lambda based, words: prose_pages(based.on, words)),
)
"""The pages that are not a listing's and not a list's, by the part they belong to."""


def home(on: Shelves, words: Words) -> Page:
    """The first page: the needs, the kinds, the guides, and every other way in."""
    site, guides = on.catalog.charter.site, [each for each in on.catalog.prose if each.is_guide]
    shows = {"total": len(on.listed), "guides": links(guides), **ways_in(on, words)}
    there = found_on(HOME, site.title, on, words)
    return Page(HOME, "pages/home.html", site.title, site.tagline, alternates=there, shows=shows)


def not_found(words: Words) -> Page:
    """What a host shows for an address that is not there."""
    return Page(NOT_FOUND, "pages/not-found.html", words("not-found.heading"), words("not-found.text"), indexed=False)


def offline(words: Words) -> Page:
    """What is shown in place of a page that cannot be had without a connection: a script lists those that can."""
    return Page(OFFLINE, "pages/offline.html", words("offline.heading"), words("offline.text"), indexed=False)
