"""The Catalog -> tables of `data/v1/`: sheets (CSV), their description (Data Package), and a file to query (SQLite)."""

from collections.abc import Iterator

from signpost.model.files import File
from signpost.model.listings import Catalog
from signpost.model.offers import Offer
from signpost.output.export.tables.columns import catalog_table
from signpost.output.export.tables.database import database
from signpost.output.export.tables.package import package
from signpost.output.export.tables.sheets import sheets

CSV = "https://www.rfc-editor.org/rfc/rfc4180"
OFFERS = (
    Offer("data/v1/listings.csv", "listings-csv", "text/csv", CSV),
    Offer("data/v1/{kind}.csv", "kind-csv", "text/csv", CSV),
    Offer("data/v1/datapackage.json", "datapackage", "application/vnd.datapackage+json", "https://datapackage.org/"),
    Offer("data/v1/listings.db", "listings-db", "application/vnd.sqlite3", "https://www.sqlite.org/fileformat2.html"),
)


def tables(catalog: Catalog) -> Iterator[File]:
    """All of them, from rows that are worked out once."""
    whole, charter = catalog_table(catalog), catalog.charter
    found = tuple(sheets(whole, charter.kinds.values()))
    yield from (file for _, file in found)
    yield package(charter.site, found)
    yield database(catalog, whole)
