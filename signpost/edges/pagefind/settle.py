"""A search index just made by Pagefind -> the same index with its parts in order: same pages, same bytes.

Pagefind 1.5 writes the values of filters, and the lists of filters and sorts, in an order that changes from run to
run, and names files by their content. Here they are put in order and named again. Its files are gzip around the
word `pagefind_dcd` and CBOR (RFC 8949).
"""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import cbor2

MAGIC = b"pagefind_dcd"
FILTERS, SORTS = 3, 4  # where the lists of filters and sorts stand in the meta file
UNUSED = ("pagefind-component-ui.*", "pagefind-highlight.js", "pagefind-modular-ui.*", "pagefind-ui.*")
"""Widgets that come with every index; the search page is our own."""


def settle(bundle: Path) -> None:
    """Put an index in order, in place."""
    for pattern in UNUSED:
        for widget in bundle.glob(pattern):
            widget.unlink()
    entry_file = bundle / "pagefind-entry.json"
    entry = json.loads(entry_file.read_bytes())
    for language, about in entry["languages"].items():
        about["hash"] = _settled_meta(bundle, language, about["hash"])
    written = json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    entry_file.write_text(written, encoding="utf-8")


def _settled_meta(bundle: Path, language: str, name: str) -> str:
    """The new name of a language's meta file, with its filters and sorts in order."""
    old = bundle / f"pagefind.{name}.pf_meta"
    meta = _read(old)
    meta[FILTERS] = sorted([title, _settled_filter(bundle, language, part)] for title, part in meta[FILTERS])
    meta[SORTS] = sorted(meta[SORTS])
    old.unlink()
    fresh = f"{language}_{_digest(meta)}"
    _write(bundle / f"pagefind.{fresh}.pf_meta", meta)
    return fresh


def _settled_filter(bundle: Path, language: str, name: str) -> str:
    """The new name of a filter's file, with its values in order."""
    old = bundle / "filter" / f"{name}.pf_filter"
    title, values = _read(old)
    content = [title, sorted(values)]
    old.unlink()
    fresh = f"{language}_{_digest(content)}"
    _write(bundle / "filter" / f"{fresh}.pf_filter", content)
    return fresh


def _read(path: Path) -> Any:
    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(MAGIC))


def _write(path: Path, content: Any) -> None:
    path.write_bytes(gzip.compress(MAGIC + cbor2.dumps(content), mtime=0))


def _digest(content: Any) -> str:
    return hashlib.sha256(cbor2.dumps(content)).hexdigest()[:13]
