"""The Catalog -> files for programs: one module for each format."""

from collections.abc import Iterable, Iterator

from signpost.model.files import File, Page
from signpost.model.listings import Catalog
from signpost.output.export.listings import listings_json
from signpost.output.export.robots import robots_txt
from signpost.output.export.sitemap import sitemap_xml


def export(catalog: Catalog, pages: Iterable[Page]) -> Iterator[File]:
    """Every export."""
    yield listings_json(catalog)
    yield from sitemap_xml(catalog.charter.site, pages)
    yield robots_txt(catalog.charter.site)
