"""An older index -> the files that a new one of nearly the same pages begins with, and without those it has no use for.

Pagefind names files by what they hold, and leaves alone what is there: half of its time goes into writing them.
"""

import gzip
import json
import re
from importlib.metadata import version
from pathlib import Path

ENTRY = "pagefind-entry.json"
NAMED = ("fragment", "index")
"""Folders whose files are named by what they hold."""

DIGEST = re.compile(rb"_([0-9a-f]+)")
"""What a name ends with, after its language, where an index (gzip around a word and CBOR) tells of its files."""


def kept(bundle: Path) -> tuple[str, ...]:
    """The folders of an index with which another may begin: none where it was made by another Pagefind, or is none."""
    try:
        by = json.loads((bundle / ENTRY).read_bytes())["version"]
    except (OSError, ValueError, LookupError, TypeError):
        return ()
    return NAMED if by == version("pagefind_bin") else ()


def forget_others(bundle: Path) -> None:
    """Remove files of an older index that this one does not name. Raises what reading a broken index raises."""
    named = set[bytes]()
    for language in json.loads((bundle / ENTRY).read_bytes())["languages"].values():
        meta = bundle / f"pagefind.{language['hash']}.pf_meta"
        named |= set(DIGEST.findall(gzip.decompress(meta.read_bytes())))
    for folder in NAMED:
        for file in (bundle / folder).glob("*.pf_*"):
            if file.stem.rpartition("_")[2].encode() not in named:
                file.unlink()
