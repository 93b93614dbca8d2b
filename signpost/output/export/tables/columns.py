"""Kinds and listings -> columns and rows, as plain text: what a cell says, `model.answers` reads back."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from signpost.model.addresses import of_listing
from signpost.model.answers import ON_LINES, answers
from signpost.model.fieldtypes import TYPES
from signpost.model.kinds import Field, Kind
from signpost.model.listings import Catalog, Listing
from signpost.model.questions import BODY
from signpost.model.sheets import OWN, text_name

Row = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns, each column told by a field. What is not known is None."""

    name: str
    title: str
    columns: tuple[Field, ...]
    rows: list[Row]


def columns(kinds: Iterable[Kind]) -> tuple[Field, ...]:
    """The columns of some kinds: what the site adds, each field once, and the text below the fields."""
    of = list(kinds)
    names = dict.fromkeys(name for kind in of for name in kind.fields)
    fields = [_shared([kind.fields.get(name) for kind in of]) for name in names]
    text = text_name(names)
    return (*OWN, *fields, Field(text, TYPES["markdown"], "Description", "The text below the fields, in Markdown."))


def _shared(fields: list[Field | None]) -> Field:
    """One field that holds for all kinds that have it. Where they differ in what they take, it takes any text."""
    found = [each for each in fields if each is not None]
    first = found[0]
    if all(each == first for each in found):
        return first if len(found) == len(fields) else replace(first, required=False)
    required = len(found) == len(fields) and all(each.required for each in found)
    alike = all(
        (each.type, each.vocabulary, each.whole) == (first.type, first.vocabulary, first.whole) for each in found
    )
    shared = replace(first, required=required, min=None, max=None)
    return shared if alike else replace(shared, type=TYPES["text"], vocabulary=None)


def table_of(name: str, title: str, listings: Iterable[Listing], of: tuple[Field, ...], base_url: str) -> Table:
    """The table of some listings."""
    names = [field.name for field in of[len(OWN) : -1]]
    return Table(name, title, of, [_row(each, names, base_url.rstrip("/")) for each in listings])


def _row(listing: Listing, names: list[str], base: str) -> Row:
    values, said = listing.values, answers(listing.document, listing.kind)
    cells = [_cell(values[name], said.get(name), listing, name) if name in values else None for name in names]
    return (listing.id, listing.kind.slug, base + of_listing(listing.id), *cells, said.get(BODY))


def _cell(value: Any, said: str | None, listing: Listing, name: str) -> str:
    """A value as its author wrote it; one that holds by default as it would be written."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if said:
        return said
    if isinstance(value, tuple):
        return ("\n" if listing.kind.fields[name].type.name in ON_LINES else ", ").join(map(str, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def catalog_table(catalog: Catalog) -> Table:
    """The table of every listing."""
    site, of = catalog.charter.site, columns(catalog.charter.kinds.values())
    return table_of("listings", site.title, catalog, of, site.base_url)


def of_kind(kind: Kind, whole: Table) -> Table:
    """The rows of one kind out of the table of all, with the columns that the kind has."""
    mine = columns([kind])
    at = {column.name: number for number, column in enumerate(whole.columns)}
    kept = [at.get(column.name, len(whole.columns) - 1) for column in mine]
    rows = [tuple([row[number] for number in kept]) for row in whole.rows if row[1] == kind.slug]
    return Table(kind.slug, kind.many, mine, rows)
