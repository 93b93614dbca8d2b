"""The Catalog -> every page of the site, with all it shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from signpost.model.addresses import HOME, OFFLINE
from signpost.model.files import WHOLE, File, Page, Share
from signpost.model.listings import Catalog
from signpost.model.words import Words
from signpost.output.plan.adding import adding
from signpost.output.plan.browse import browse_pages, ways_in
from signpost.output.plan.calendar import calendar_pages
from signpost.output.plan.closer import closer
from signpost.output.plan.finding import search
from signpost.output.plan.giving import give_back
from signpost.output.plan.health import needs_check
from signpost.output.plan.listing import listing_pages, tombstone
from signpost.output.plan.network import network
from signpost.output.plan.places import Places, places
from signpost.output.plan.prose import links, prose_pages
from signpost.output.plan.related import Neighbours, neighbours
from signpost.output.plan.ruling import Ruling, ruling
from signpost.output.plan.shelves import Shelves, shelves
from signpost.output.plan.table import Table, table
from signpost.output.plan.world import world

NOT_FOUND = "/404.html"


@dataclass(frozen=True, slots=True)
class Basis:
    """What all pages are planned from, worked out once."""

    on: Shelves
    among: Neighbours
    table: Table
    places: Places
    closer: File
    ruling: Ruling


def basis(catalog: Catalog, words: Words, today: date) -> Basis:
    """The basis of a catalog's pages on a day."""
    on = shelves(catalog, words, today)
    on_map = places(on)
    return Basis(on, neighbours(on), table(on, words), on_map, closer(on_map.found, words), ruling(catalog, words))


def plan(based: Basis, words: Words, share: Share = WHOLE) -> Iterator[Page]:
    """Every page, or a share of them."""
    on = based.on
    single = (
        home(on, words),
        search(on, based.table, words),
        world(based.places, based.closer, words),
        network(on, based.table, words),
        give_back(on, words),
        needs_check(on, words),
        not_found(words),
        offline(words),
        *adding(on, based.ruling, words),
    )
    gone = (tombstone(each, words) for each in on.catalog.removed)
    return chain(
        share.among(chain(single, gone, calendar_pages(on, words), browse_pages(on, words), prose_pages(on, words))),
        chain.from_iterable(listing_pages(each, on, based.among, words) for each in share.among(on.catalog)),
    )


def home(on: Shelves, words: Words) -> Page:
    """The first page: the needs, the kinds, the guides, and every other way in."""
    site, guides = on.catalog.charter.site, [each for each in on.catalog.prose if each.is_guide]
    shows = {"total": len(on.listed), "guides": links(guides), **ways_in(on, words)}
    return Page(HOME, "pages/home.html", site.title, site.tagline, shows=shows)


def not_found(words: Words) -> Page:
    """What a host shows for an address that is not there."""
    return Page(NOT_FOUND, "pages/not-found.html", words("not-found.heading"), words("not-found.text"), indexed=False)


def offline(words: Words) -> Page:
    """What is shown in place of a page that cannot be had without a connection: a script lists those that can."""
    return Page(OFFLINE, "pages/offline.html", words("offline.heading"), words("offline.text"), indexed=False)
