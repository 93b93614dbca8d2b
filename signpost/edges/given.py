"""A file, or a folder of files, that somebody else made -> their content, if it is not too much to look at."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from signpost.model.problems import Refused


def given(place: Path, ending: str, most: int) -> Mapping[str, bytes]:
    """Name and content of a file, or of the files with an ending anywhere in a folder; links there are not followed.

    Raises Refused when there is nothing to read, or more than `most` bytes in all.
    """
    paths = sorted(_files(place, ending))
    if not paths:
        raise Refused(f"There is no file ending in {ending} in {place}." if place.is_dir() else f"There is no {place}.")
    size = sum(path.stat().st_size for path in paths)
    if size > most:
        raise Refused(f"{place} has {size / 1e6:,.0f} MB, and {most / 1e6:,.0f} MB can be read at once. Split it.")
    return {str(path): path.read_bytes() for path in paths}


def _files(place: Path, ending: str) -> Iterator[Path]:
    if place.is_dir():
        found = (path for path in place.rglob(f"*{ending}") if not path.is_symlink())
        yield from (path for path in found if path.is_file())
    elif place.is_file():
        yield place
