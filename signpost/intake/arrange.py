"""Listings -> the Catalog: every listing on the shelf of its kind, by name."""

from collections.abc import Iterable

from signpost.model.kinds import Charter
from signpost.model.listings import Catalog, Listing, Prose, Removed


def arrange(listings: list[Listing], prose: list[Prose], charter: Charter, removed: Iterable[Removed] = ()) -> Catalog:
    """The Catalog. Listings are in the order of their names, pages in their own order."""
    by_name = sorted(listings, key=lambda each: (each.name.casefold(), each.slug))
    shelves: dict[str, list[Listing]] = {slug: [] for slug in charter.kinds}
    for listing in by_name:
        shelves[listing.kind.slug].append(listing)
    pages = sorted(prose, key=lambda page: (not page.is_guide, page.order, page.address))
    return Catalog(charter, {slug: tuple(each) for slug, each in shelves.items()}, tuple(pages), removed=tuple(removed))
