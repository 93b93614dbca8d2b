"""What is exported: which files there are, and which part of the site each belongs to."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain

from signpost.model.chronicle import Past
from signpost.model.files import File
from signpost.model.listings import Catalog
from signpost.model.offers import Offer
from signpost.model.parts import ALL
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

SINGLE = tuple(each for each in OFFERS if "{" not in each.path)
"""Those that are one file."""


def export(catalog: Catalog, today: date, known: Past, words: Words, parts: frozenset[str] = ALL) -> Iterator[File]:
    """Every export of facts that belongs to some parts of the site, given what is known of their past."""
    site, charter = catalog.charter.site, catalog.charter
    rows = listings.texts(catalog) if parts & {"json", "json-files", "map"} else {}
    found: dict[str, Callable[[], Iterable[File]]] = {
        "json": lambda: (listings.listings_json(site, rows),),
        "json-files": lambda: chain(listings.files(site, rows), terms.terms_json(catalog)),
        "map": lambda: (places.listings_geojson(catalog, rows),),
        "tables": lambda: tables.tables(catalog),
        "schemas": lambda: (schema.listings_schema(charter), *schemas.schemas(charter, "data/v1/schema")),
        "sitemap": lambda: sitemap_xml(site, for_search_engines(catalog, today), last_changes(catalog, known)),
        "discovery": lambda: (robots_txt(site), llms_txt(catalog, SINGLE, words), *security_txt(site, today)),
    }
    return chain.from_iterable(files() for part, files in found.items() if part in parts)
