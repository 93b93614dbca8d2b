"""A listing of which nothing but the text changed -> the files of a built site that show the text, with the new one.

All other pages show a listing by its fields alone. So where nobody asked for files that hold texts in other ways, such
as the table of the search, nothing else has to be looked at, however large the directory is.
"""

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from functools import partial

from signpost.model.addresses import below, of_listing
from signpost.model.files import File
from signpost.model.kinds import Charter
from signpost.model.listings import Listing
from signpost.model.parts import MENDED
from signpost.model.source import Document, Tree
from signpost.output.export.listings import LISTINGS, with_row
from signpost.output.render.markdown import Reader, with_text
from signpost.shares import found_alone

USED = re.compile(r"""{[{%][^}]*(?<!['"\w])body(?!['"\w])[^}]*}+""")
AS_IT_IS = frozenset(["{{ body }}", "{% if body %}"])


def stands_apart(tree: Tree, parts: frozenset[str]) -> bool:
    """Whether texts stand where they can be mended alone: the theme shows them as they are, and no part needs them."""
    templates = (tree[path].decode("utf-8", "replace") for path in tree if path.endswith(".html"))
    used = {each for template in templates for each in USED.findall(template)}
    return used <= AS_IT_IS and parts <= MENDED


def head(document: Document) -> bytes:
    """A digest of all but the text of a document: while it stays, what it says in fields does."""
    return hashlib.blake2b(document.text[: document.begins].encode(), digest_size=12).digest()


def of_new_text(path: str, content: bytes, charter: Charter, today: date) -> Listing | None:
    """The listing in a file, when nothing is to be said against it, and its text leads to no page of the site."""
    listing, wrong = found_alone(path, content, charter, today)
    if listing is None or wrong:
        return None
    text = listing.document.body
    return listing if text.strip() and "(/" not in text and ": /" not in text else None


def shown_in(listing: Listing, parts: frozenset[str]) -> tuple[str, ...]:
    """The files that show a listing's text."""
    page = f"{of_listing(listing.id)[1:]}index.html"
    return (page, LISTINGS) if "json" in parts else (page,)


def mended(listing: Listing, files: Mapping[str, bytes], charter: Charter) -> list[File] | None:
    """Files that show a listing's text, with the one it has now; None when one of them shows it in another way."""
    text = Reader(partial(below, charter.site)).listing(listing.document.body)
    found = {
        path: with_row(content, listing, charter) if path == LISTINGS else with_text(content, text)
        for path, content in files.items()
    }
    return [File(path, content) for path, content in found.items() if content] if all(found.values()) else None
