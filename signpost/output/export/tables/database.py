"""Tables -> `data/v1/listings.db`: the same rows in a file to query (SQLite 3), with full-text search (FTS5)."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing

from signpost.model.files import File
from signpost.model.kinds import Charter, Field, Kind
from signpost.model.listings import Catalog
from signpost.output.export.tables.columns import Table, columns
from signpost.output.export.terms import choices

SEARCHED = ("text", "texts", "markdown", "organisation", "term", "terms")
VERSION_AT = slice(96, 100)
"""Where a file says which version of SQLite wrote it (file format, 1.3.17). Pages it may lay out its own way."""

PAGE = 4096  # bytes
OWN_NAMES = ("listings", "terms", "choices", "search")


def database(catalog: Catalog, whole: Table) -> File:
    """The file: `listings`, a view for each kind, `terms`, `choices` (which listing made which), and `search`.

    The same rows give the same bytes with the same SQLite: no time of day, a fixed size of pages, one order.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as held:
        held.execute(f"PRAGMA page_size={PAGE}")
        held.execute("BEGIN")
        held.execute(_laid_out(whole))
        for kind in catalog.charter.kinds.values():
            held.execute(_view(kind, columns([kind], whole.columns[-1].name)))
        marks = ", ".join("?" * len(whole.columns))
        held.executemany(f"INSERT INTO listings VALUES (NULL, {marks})", whole.rows)  # noqa: S608 - marks alone
        _write_terms(held, catalog)
        _write_search(held, whole)
        held.execute("COMMIT")
        held.execute("VACUUM")
        content = bytearray(held.serialize())
    content[VERSION_AT] = bytes(4)
    return File("data/v1/listings.db", bytes(content))


def _laid_out(table: Table) -> str:
    """The table of all listings. `number` is the row's own, which `search` knows it by."""
    rest = ", ".join(f"{_named(each.name)} {_sql_type(each)}" for each in table.columns[1:])
    return f"CREATE TABLE listings (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, {rest})"


def _sql_type(column: Field) -> str:
    return ("INTEGER" if column.whole else "REAL") if column.type.name == "number" else "TEXT"


def _view(kind: Kind, of: tuple[Field, ...]) -> str:
    """The listings of one kind with its own columns, by the name of its folder."""
    name = kind.slug if kind.slug not in OWN_NAMES else f"{kind.slug}_of_kind"
    shown = ", ".join(_named(each.name) for each in of)
    where = f"kind = '{kind.slug}'"  # a folder's name has small letters, digits and hyphens only
    return f"CREATE VIEW {_named(name)} AS SELECT {shown} FROM listings WHERE {where}"  # noqa: S608 - declared names


def _named(name: str) -> str:
    """A name in SQL."""
    return '"' + name.replace('"', '""') + '"'


def _write_terms(held: sqlite3.Connection, catalog: Catalog) -> None:
    """What can be chosen, and which listing chose it: both by number, for there are ten choices a listing."""
    held.execute(
        "CREATE TABLE terms"
        " (number INTEGER PRIMARY KEY, vocabulary TEXT, code TEXT, label TEXT, UNIQUE (vocabulary, code))"
    )
    held.execute("CREATE TABLE choices (term INTEGER, listing INTEGER, PRIMARY KEY (term, listing)) WITHOUT ROWID")
    found = list(_terms(catalog.charter))
    held.executemany("INSERT INTO terms VALUES (NULL, ?, ?, ?)", found)
    numbers = {(vocabulary, code): number for number, (vocabulary, code, _) in enumerate(found, 1)}
    held.executemany("INSERT INTO choices VALUES (?, ?)", sorted(set(_choices(catalog, numbers))))


def _choices(catalog: Catalog, numbers: Mapping[tuple[str, str], int]) -> Iterator[tuple[int, int]]:
    """The numbers of a choice and of a listing that made it."""
    for row, (_, made) in enumerate(choices(catalog), 1):
        yield from ((numbers[each], row) for each in made)


def _terms(charter: Charter) -> Iterator[tuple[str, str, str]]:
    for vocabulary in charter.vocabularies.values():
        yield from ((vocabulary.name, term.code, term.label) for term in vocabulary.terms.values())


def _write_search(held: sqlite3.Connection, whole: Table) -> None:
    """An index over the words of the listings, which stand in `listings` alone (FTS5, external content tables)."""
    found = ", ".join(_named(each.name) for each in whole.columns if each.type.name in SEARCHED)
    options = "content='listings', content_rowid='number', tokenize='unicode61 remove_diacritics 2'"
    held.execute(f"CREATE VIRTUAL TABLE search USING fts5({found}, {options})")
    held.execute("INSERT INTO search (search) VALUES ('rebuild')")
