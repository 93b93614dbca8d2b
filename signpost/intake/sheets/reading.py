"""A sheet's text -> its columns and rows, each with its line (RFC 4180, and what spreadsheets make of it)."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from signpost.intake.sheets.decoded import decoded
from signpost.model.problems import Refused
from signpost.model.sheets import OWN

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
LONGEST, LONGEST_NAME, MOST = 131_072, 200, 500  # characters of a cell, and of a column's name; columns
SAID = re.compile(r'"?sep=(?P<mark>[,;\t|])"?\r?\n')
"""A first line by which some spreadsheets tell what stands between their cells."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, and the line it begins in, counted from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as somebody wrote it. `name` is that of its file; `between` says what stands between its cells."""

    name: str
    between: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def is_own(self) -> bool:
        """Whether Signpost wrote it: it begins with the columns that only Signpost writes."""
        return self.columns[: len(OWN)] == tuple(each.name for each in OWN)


def sheet(content: bytes, name: str) -> Sheet:
    """The sheet in a file's bytes. Raises Refused, with what to do, when it is none."""
    text = decoded(content, name)
    said = SAID.match(text)
    text, above = (text[said.end() :], 1) if said else (text, 0)
    mark = said["mark"] if said else _delimiter(text)
    rows = [row for row in _rows(text, mark, name, above) if any(cell.strip() for cell in row.cells)]
    if not rows:
        raise Refused(f"{name} is empty. Its first row names the columns, and each row below is a listing.")
    columns = tuple(cell.strip() for cell in rows[0].cells)
    if len(columns) > MOST or any(len(each) > LONGEST_NAME for each in columns):
        what = f"{MOST} columns, or names of columns of more than {LONGEST_NAME} characters"
        raise Refused(f"{name} has more than {what}. Delete those that say nothing of listings.")
    twice = [column for column, times in Counter(filter(None, columns)).items() if times > 1]
    if twice:
        raise Refused(f'{name} has several columns called "{twice[0]}". Give each its own name in the first row.')
    return Sheet(name, DELIMITERS[mark], columns, tuple(rows[1:]))


def _delimiter(text: str) -> str:
    """What stands between the cells: the mark that the first row has most of, outside of quotation marks."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = re.sub('"[^"]*"', "", first)
    return max(DELIMITERS, key=bare.count)


def _rows(text: str, mark: str, name: str, above: int) -> Iterator[Row]:
    """Every row. Raises Refused at the line where quotation marks do not pair."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=mark, strict=True)
    line = above + 1
    try:
        for cells in reader:
            if any(len(each) > LONGEST for each in cells):  # the limit of csv itself is the whole process's
                raise csv.Error
            yield Row(line, tuple(cells))
            line = above + reader.line_num + 1
    except csv.Error:
        what = "quotation marks do not pair, or a cell has no end"
        hint = 'Write a quotation mark within a cell twice, and put the cell between two: "the ""Shed"""'
        raise Refused(f"{name}, line {line}: {what}. {hint}") from None
