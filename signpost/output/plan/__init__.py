"""The Catalog -> every page of the site, with all it shows.

What only some parts of the site need is loaded when the first page asks for it.
"""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from signpost.model.chronicle import NOTHING, Chronicle
from signpost.model.files import WHOLE, File, Page, Share
from signpost.model.listings import Catalog, Listing, freshness
from signpost.model.parts import ALL
from signpost.model.words import Words
from signpost.output.plan.browse import browse_pages
from signpost.output.plan.facts import Facts
from signpost.output.plan.listing import listing_pages, tombstone
from signpost.output.plan.prose import guide_pages
from signpost.output.plan.shelves import Shelves, card, freshness_view, leading, shelves
from signpost.output.plan.single import SINGLE

if TYPE_CHECKING:
    from signpost.output.plan.places import Places
    from signpost.output.plan.related import Neighbours
    from signpost.output.plan.ruling import Ruling
    from signpost.output.plan.table import Table


class Basis:
    """What all pages are planned from: each piece is worked out once, when the first page asks for it."""

    def __init__(self, on: Shelves, words: Words) -> None:
        self.on, self.words = on, words

    @cached_property
    def facts(self) -> Facts:
        """What listings say, for their pages."""
        return Facts(self.on, self.words)

    @cached_property
    def among(self) -> "Neighbours":
        """What listings are related by."""
        from signpost.output.plan.related import neighbours

        return neighbours(self.on)

    @cached_property
    def table(self) -> "Table":
        """What scripts find listings with."""
        from signpost.output.plan.table import table

        return table(self.on, self.words)

    @cached_property
    def places(self) -> "Places":
        """What stands on the map."""
        from signpost.output.plan.places import places

        return places(self.on)

    @cached_property
    def closer(self) -> File:
        """What the map's script shows when it comes closer."""
        from signpost.output.plan.closer import closer

        return closer(self.places.found, self.words)

    @cached_property
    def ruling(self) -> "Ruling":
        """What the forms check answers by."""
        from signpost.output.plan.ruling import ruling

        return ruling(self.on.catalog, self.words)


def basis(
    catalog: Catalog, words: Words, today: date, chronicle: Chronicle = NOTHING, parts: frozenset[str] = ALL
) -> Basis:
    """The basis of the pages of some parts, on a day, with what is known of the catalog's past."""
    return Basis(shelves(catalog, words, today, chronicle, parts), words)


def plan(based: Basis, words: Words, share: Share = WHOLE, parts: frozenset[str] = ALL) -> Iterator[Page]:
    """Every page of some parts of the site, or a share of them."""
    on = based.on
    shown = (pages(based, words) for part, pages in SINGLE.items() if part in parts)
    rest = chain(chain.from_iterable(shown), browse_pages(on, words, parts)) if share.has_rest else ()
    beside = _beside_listings(on, words, parts) if share.begins_singly else ()
    listings = share.singly(on.catalog) if "listings" in parts else ()
    among = based.among if "listings" in parts and "related" in parts else None
    return chain(
        rest,
        beside,
        chain.from_iterable(listing_pages(each, based.facts, among, parts) for each in listings),
    )


def _beside_listings(on: Shelves, words: Words, parts: frozenset[str]) -> Iterator[Page]:
    """What stands in the folders of listings and guides: the search index is made of them while the rest is written."""
    if "prose" in parts:
        yield from guide_pages(on, words)
    if "listings" in parts:
        yield from (tombstone(each, words) for each in on.catalog.removed)


def pages_of(listing: Listing, based: Basis, parts: frozenset[str]) -> Iterator[Page]:
    """The page of a listing that is another than the catalog's own, among the others of the catalog."""
    on, fresh = based.on, freshness(listing, based.on.since)
    charter = on.catalog.charter
    its_card = card(listing, charter, leading(charter), freshness_view(fresh, based.words))
    changed = on._replace(cards={**on.cards, listing.id: its_card}, freshness={**on.freshness, listing.id: fresh})
    return listing_pages(listing, Facts(changed, based.words), based.among if "related" in parts else None, parts)
