"""The Catalog -> files for programs: one module for each format."""

from collections.abc import Iterator
from datetime import date

from signpost.model.files import File
from signpost.model.listings import Catalog
from signpost.output.export.listings import listings_json
from signpost.output.export.robots import robots_txt
from signpost.output.export.schemas import schemas
from signpost.output.export.sitemap import for_search_engines, sitemap_xml


def export(catalog: Catalog, today: date) -> Iterator[File]:
    """Every export."""
    yield listings_json(catalog)
    yield from schemas(catalog.charter, "data/v1/schema")
    yield from sitemap_xml(catalog.charter.site, for_search_engines(catalog, today))
    yield robots_txt(catalog.charter.site)
