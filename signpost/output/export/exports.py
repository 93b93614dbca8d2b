"""What is exported, by the part of the site it belongs to. Each part's own module is loaded when it is asked for."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import chain

from signpost.model.chronicle import Past
from signpost.model.files import File
from signpost.model.listings import Catalog
from signpost.model.parts import ALL
from signpost.model.words import Words
from signpost.output.export.listings import Rows, files, listings_json, rows


class Exports:
    """What exports are made from, and each of them by the name of its part."""

    def __init__(self, catalog: Catalog, today: date, known: Past, words: Words, parts: frozenset[str]) -> None:
        self.catalog, self.day, self.known, self.words, self.parts = catalog, today, known, words, parts
        self.site = catalog.charter.site

    @cached_property
    def rows(self) -> Rows:
        """Every listing's row: several files hold it."""
        return rows(self.catalog)

    def json(self) -> Iterable[File]:
        """Every listing in one file."""
        return (listings_json(self.site, self.rows),)

    def json_files(self) -> Iterable[File]:
        """A file for each listing, and the vocabularies."""
        from signpost.output.export.terms import terms_json

        return chain(files(self.site, self.rows), terms_json(self.catalog))

    def map(self) -> Iterable[File]:
        """What stands on the map, for other maps."""
        from signpost.output.export.places import listings_geojson

        return (listings_geojson(self.catalog, self.rows),)

    def tables(self) -> Iterable[File]:
        """Tables, and the database."""
        from signpost.output.export.tables import tables

        return tables(self.catalog)

    def schemas(self) -> Iterable[File]:
        """What describes all this to programs."""
        from signpost.output.export.schema import listings_schema
        from signpost.output.export.schemas import schemas

        charter = self.catalog.charter
        return (listings_schema(charter), *schemas(charter, "data/v1/schema"))

    def sitemap(self) -> Iterable[File]:
        """What search engines are led by."""
        from signpost.output.export.sitemap import for_search_engines, last_changes, sitemap_xml

        shown = for_search_engines(self.catalog, self.day, self.parts)
        return sitemap_xml(self.site, shown, last_changes(self.catalog, self.known, self.parts))

    def discovery(self) -> Iterable[File]:
        """What programs look for at addresses that are the same everywhere."""
        from signpost.output.export.llms import llms_txt
        from signpost.output.export.offers import SINGLE
        from signpost.output.export.robots import robots_txt
        from signpost.output.export.security import security_txt

        yield from (robots_txt(self.site), llms_txt(self.catalog, SINGLE, self.words))
        yield from security_txt(self.site, self.day)


BY_PART: tuple[tuple[str, Callable[[Exports], Iterable[File]]], ...] = (
    ("json", Exports.json),
    ("json-files", Exports.json_files),
    ("map", Exports.map),
    ("tables", Exports.tables),
    ("schemas", Exports.schemas),
    ("sitemap", Exports.sitemap),
    ("discovery", Exports.discovery),
)


def export(catalog: Catalog, today: date, known: Past, words: Words, parts: frozenset[str] = ALL) -> Iterator[File]:
    """Every export of facts that belongs to some parts of the site, given what is known of their past."""
    exports = Exports(catalog, today, known, words, parts)
    return chain.from_iterable(files(exports) for part, files in BY_PART if part in parts)
