"""The Catalog -> files for programs: one module for each format."""

from collections.abc import Iterator
from datetime import date

from signpost.model.chronicle import Past
from signpost.model.files import File
from signpost.model.listings import Catalog
from signpost.model.offers import Offer
from signpost.output.export import calendar, feeds, hsds, listings, places, schema, tables, terms
from signpost.output.export.robots import robots_txt
from signpost.output.export.schemas import schemas
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
)
"""What the page about the data shows, in this order."""


def export(catalog: Catalog, today: date, known: Past) -> Iterator[File]:
    """Every export of facts, given what is known of their past."""
    site, texts = catalog.charter.site, listings.texts(catalog)
    yield from listings.listings_json(site, texts)
    yield places.listings_geojson(catalog, texts)
    yield from terms.terms_json(catalog)
    yield schema.listings_schema(catalog.charter)
    yield from tables.tables(catalog)
    yield from schemas(catalog.charter, "data/v1/schema")
    yield from sitemap_xml(site, for_search_engines(catalog, today), last_changes(catalog, known))
    yield robots_txt(site)
