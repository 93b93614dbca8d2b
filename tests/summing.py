"""A site -> its sums: SHA-256 of every part, and of all of it, as `tests/miniature/sums.txt` holds them."""

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from itertools import groupby


def sums(site: Mapping[str, bytes]) -> str:
    """A line for each file and folder at the top of a site, in the form of sha256sum, and one for all of it."""
    files = sorted((path, written(path, content)) for path, content in site.items())
    parts = (f"{sum_of(files)}  {part}\n" for part, files in groupby(files, lambda file: file[0].partition("/")[0]))
    return f"{sum_of(files)}  .\n{''.join(parts)}"


def sum_of(files: Iterable[tuple[str, bytes]]) -> str:
    """SHA-256 of files: of the path, the length and the content of each, in the order of the paths."""
    whole = hashlib.sha256()
    for path, content in files:
        whole.update(f"{path}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()


def written(path: str, content: bytes) -> bytes:
    """What of a file is the same wherever the site is built: of a database the tables and rows, of others all.

    Each version of SQLite lays out the pages of a database in its own way.
    """
    return repr(tables(content)).encode() if path.endswith(".db") else content


def tables(database: bytes) -> list[object]:
    """What a database holds: how each table, view and index was made, and the rows of each."""
    with closing(sqlite3.connect(":memory:")) as held:
        held.deserialize(database)
        made = held.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall()
        names = [name for type_, name, _ in made if type_ == "table"]
        return [made, *(held.execute(f'SELECT * FROM "{name}"').fetchall() for name in names)]  # noqa: S608 - its own names
