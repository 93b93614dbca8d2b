"""The Catalog -> files for programs: one module for each format."""

from collections.abc import Iterator
from datetime import date

from signpost.model.files import File
from signpost.model.listings import Catalog
from signpost.model.offers import Offer
from signpost.model.words import Words
from signpost.output.export import badges, listings, llms, schemas, sitemap
from signpost.output.export.listings import listings_json
from signpost.output.export.llms import llms_txt
from signpost.output.export.robots import robots_txt
from signpost.output.export.security import security_txt
from signpost.output.export.sitemap import for_search_engines, sitemap_xml

OFFERS: tuple[Offer, ...] = (*listings.OFFERS, *schemas.OFFERS, *sitemap.OFFERS, *badges.OFFERS, *llms.OFFERS)
"""What the site offers to programs."""


def export(catalog: Catalog, today: date, words: Words) -> Iterator[File]:
    """Every export."""
    yield listings_json(catalog)
    yield from schemas.schemas(catalog.charter, "data/v1/schema")
    yield from sitemap_xml(catalog.charter.site, for_search_engines(catalog, today))
    yield robots_txt(catalog.charter.site)
    yield llms_txt(catalog, (each for each in OFFERS if "{" not in each.path), words)
    yield from security_txt(catalog.charter.site, today)
