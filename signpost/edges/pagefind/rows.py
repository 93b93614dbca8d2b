"""A search index just made by Pagefind -> which of its pages is which row of the site's own table.

An answer of Pagefind names pages by the digests that its fragments are named by. The table stands in the order of the
pages' addresses: so a list of digests in that order is all that is needed to tell one by the other.
"""

import json
import zlib
from pathlib import Path

BEGINS = b'pagefind_dcd{"url":'
LONGEST, GZIP = 4096, 31  # bytes in which an address ends; what zlib calls a gzip around what was packed
DECODER = json.JSONDecoder()
UNUSED = ("pagefind-component-ui.*", "pagefind-highlight.js", "pagefind-modular-ui.*", "pagefind-ui.*")
"""Widgets that come with every index; the search page is our own."""


def write_rows(bundle: Path) -> None:
    """Write `rows.json` into an index: the names of its pages' fragments, by the pages' addresses."""
    for pattern in UNUSED:
        for widget in bundle.glob(pattern):
            widget.unlink()
    found = sorted((_address(file), file.stem) for file in (bundle / "fragment").glob("*.pf_fragment"))
    names = json.dumps([name for _, name in found], separators=(",", ":"))
    (bundle / "rows.json").write_text(names, encoding="utf-8")


def _address(fragment: Path) -> str:
    """The address of the page that a fragment (gzip around a word and JSON) is of, as an id is written.

    It stands at the beginning; the text that follows need not be unpacked.
    """
    begins = zlib.decompressobj(GZIP).decompress(fragment.read_bytes(), LONGEST)
    if not begins.startswith(BEGINS):
        raise ValueError(fragment)
    return str(DECODER.raw_decode(begins[len(BEGINS) :].decode("utf-8", "replace"))[0]).strip("/")
