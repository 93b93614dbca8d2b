"""A table -> sheets (CSV), of all and of each kind: RFC 4180, in UTF-8, with a header; lines end in CRLF."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import StringIO

from signpost.model.files import File
from signpost.model.kinds import Kind
from signpost.model.sheets import SIGNS, guarded
from signpost.output.export.tables.columns import Table, of_kind


def sheets(whole: Table, kinds: Iterable[Kind]) -> Iterator[tuple[Table, File]]:
    """The sheet of all listings, and one for each kind; a kind that is called as the whole has none.

    No cell of them is a formula.
    """
    rows = [tuple([guarded(cell) if cell and cell[0] in SIGNS else cell for cell in row]) for row in whole.rows]
    safe = replace(whole, rows=rows)
    for table in (safe, *(of_kind(kind, safe) for kind in kinds if kind.slug != whole.name)):
        yield table, _sheet(table)


def _sheet(table: Table) -> File:
    text = StringIO(newline="")
    written = csv.writer(text)
    written.writerow([column.name for column in table.columns])
    written.writerows(table.rows)
    return File(f"data/v1/{table.name}.csv", text.getvalue().encode())
