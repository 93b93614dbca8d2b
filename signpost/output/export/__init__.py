"""The Catalog -> files for programs: one module for each format."""

from collections.abc import Iterator
from datetime import date

from signpost.model.chronicle import Past
from signpost.model.files import File
from signpost.model.listings import Catalog
from signpost.model.offers import Offer
from signpost.model.words import Words
from signpost.output.export import (
    calendar,
    feeds,
    hsds,
    listings,
    llms,
    places,
    schema,
    schemas,
    sitemap,
    tables,
    terms,
)
from signpost.output.export.llms import llms_txt
from signpost.output.export.robots import robots_txt
from signpost.output.export.security import security_txt
from signpost.output.export.sitemap import for_search_engines, last_changes, sitemap_xml

OFFERS: tuple[Offer, ...] = (
    *tables.OFFERS,
    *listings.OFFERS,
    *terms.OFFERS,
    *schema.OFFERS,
    *places.OFFERS,
    *calendar.OFFERS,
    *feeds.OFFERS,
    *hsds.OFFERS,
    *schemas.OFFERS,
    *sitemap.OFFERS,
    *llms.OFFERS,
)
"""What the page about the data shows, in this order."""


def export(catalog: Catalog, today: date, known: Past, words: Words) -> Iterator[File]:
    """Every export of facts, given what is known of their past."""
    site, texts = catalog.charter.site, listings.texts(catalog)
    yield from listings.listings_json(site, texts)
    yield places.listings_geojson(catalog, texts)
    yield from terms.terms_json(catalog)
    yield schema.listings_schema(catalog.charter)
    yield from tables.tables(catalog)
    yield from schemas.schemas(catalog.charter, "data/v1/schema")
    yield from sitemap_xml(site, for_search_engines(catalog, today), last_changes(catalog, known))
    yield robots_txt(site)
    yield llms_txt(catalog, (each for each in OFFERS if "{" not in each.path), words)
    yield from security_txt(site, today)
