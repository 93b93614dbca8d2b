"""Kinds and listings -> columns and rows, as plain text: what a cell says, `model.answers` reads back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from signpost.model.addresses import of_listing
from signpost.model.answers import ON_LINES, answers
from signpost.model.fieldtypes import TYPES
from signpost.model.fieldtypes.times import SHORT_DAYS
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


def columns(kinds: Iterable[Kind], text_under: str) -> tuple[Field, ...]:
    """The columns of some kinds: what the site adds, each field once, and the text below them under its name."""
    of = list(kinds)
    names = dict.fromkeys(name for kind in of for name in kind.fields)
    fields = [_shared([kind.fields.get(name) for kind in of]) for name in names]
    return (*OWN, *fields, _text(text_under))


def _text(name: str) -> Field:
    return Field(name, TYPES["markdown"], "Description", "The text below the fields, in Markdown.")


def _shared(fields: list[Field | None]) -> Field:
    """One field that holds for all kinds that have it. Where they differ in what they take, it takes any text."""
    found = [each for each in fields if each is not None]
    first = found[0]
    if all(each == first for each in found):
        return first if len(found) == len(fields) else first._replace(required=False)
    required = len(found) == len(fields) and all(each.required for each in found)
    alike = all(
        (each.type, each.vocabulary, each.whole) == (first.type, first.vocabulary, first.whole) for each in found
    )
    shared = first._replace(required=required, min=None, max=None)
    return shared if alike else shared._replace(type=TYPES["text"], vocabulary=None)


def table_of(name: str, title: str, listings: Iterable[Listing], of: tuple[Field, ...], base_url: str) -> Table:
    """The table of some listings."""
    names = [field.name for field in of[len(OWN) : -1]]
    return Table(name, title, of, [_row(each, names, base_url.rstrip("/")) for each in listings])


def _row(listing: Listing, names: list[str], base: str) -> Row:
    values, said = listing.values, answers(listing.document, listing.kind)
    fields = listing.kind.fields
    cells = [_cell(values[name], said.get(name), fields[name]) if name in values else None for name in names]
    return (listing.id, listing.kind.slug, base + of_listing(listing.id), *cells, said.get(BODY))


def _cell(value: Any, said: str | None, field: Field) -> str | None:
    """A value as its author wrote it; yes and no in one way, and what holds by default as it would be written."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return said or _said_anyway(value, field)


def _said_anyway(value: Any, field: Field) -> str | None:
    """What holds by default, as it would be written; None for meetings, which nobody has by default."""
    match field.type.name:
        case "meets":
            return None
        case "hours":
            return "; ".join(f"{_days(each.days)} {each.opens}-{each.closes}" for each in value)
        case "links":
            return "\n".join(f"{name}: {address}" for name, address in value)
    if isinstance(value, tuple):
        return ("\n" if field.type.name in ON_LINES else ", ").join(value)
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def _days(days: tuple[int, ...]) -> str:
    return SHORT_DAYS[days[0]] if len(days) == 1 else f"{SHORT_DAYS[days[0]]}-{SHORT_DAYS[days[-1]]}"


def catalog_table(catalog: Catalog) -> Table:
    """The table of every listing."""
    site, of = catalog.charter.site, columns(catalog.charter.kinds.values(), text_name(catalog.charter))
    return table_of("listings", site.title, catalog, of, site.base_url)


def of_kind(kind: Kind, whole: Table) -> Table:
    """The rows of one kind out of the table of all, with the columns that the kind has."""
    mine = columns([kind], whole.columns[-1].name)
    at = {column.name: number for number, column in enumerate(whole.columns)}
    kept = [at[column.name] for column in mine]
    rows = [tuple([row[number] for number in kept]) for row in whole.rows if row[1] == kind.slug]
    return Table(kind.slug, kind.many, mine, rows)
