"""The Catalog -> `data/v1/listings.json`, and a file for each listing, by the directory's own names for its fields."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from signpost.model.addresses import of_listing
from signpost.model.files import File
from signpost.model.kinds import Charter, Site
from signpost.model.listings import Catalog, Listing, fields_of
from signpost.model.offers import Offer
from signpost.model.sheets import text_name

JSON = "https://www.rfc-editor.org/rfc/rfc8259"
OFFERS = (
    Offer("data/v1/listings.json", "listings-json", "application/json", JSON),
    Offer("data/v1/listings/{kind}/{listing}.json", "listing-json", "application/json", JSON),
)

LISTINGS = "data/v1/listings.json"
EMPTY = (None, "", ())
Rows = Mapping[str, bytes]
"""Id of a listing -> its row as JSON in UTF-8. Several files hold it: it is written once.

Of all that is made these are the most: as texts with letters of any script they would take twice or four times as much.
"""


def rows(catalog: Catalog) -> Rows:
    """Every listing's row, in the order of the shelves."""
    base, text = catalog.charter.site.base_url, text_name(catalog.charter)
    return {each.id: TOLD.encode(row(each, base, text)).encode() for each in catalog}


def listings_json(site: Site, found: Rows) -> File:
    """An object with `licence` and `listings` (RFC 8259), one listing a line."""
    begins = f'{opening(site)}, "listings": [\n'.encode()
    return File(LISTINGS, together(begins, found.values(), b"\n]}\n"))


def together(begins: bytes, lines: Iterable[bytes], ends: bytes) -> bytes:
    """Lines with commas between them, after what a file begins with, and before what it ends with."""
    all_lines = [*lines]
    if not all_lines:
        return begins + ends
    all_lines[0] = begins + all_lines[0]
    all_lines[-1] += ends
    return b",\n".join(all_lines)


def with_row(content: bytes, listing: Listing, charter: Charter) -> bytes | None:
    """The file of all listings with another row for one; None when it has none yet."""
    now = TOLD.encode(row(listing, charter.site.base_url, text_name(charter))).encode()
    start = content.find(b"\n" + now[: now.index(b",") + 1])
    end = content.find(b"\n", start + 1)
    if start < 0:
        return None
    return b"".join((content[: start + 1], now, b"," if content[end - 1 : end] == b"," else b"", content[end:]))


def files(site: Site, found: Rows) -> Iterator[File]:
    """Each listing's own file."""
    begins = f'{opening(site)},\n"listing": '.encode()
    for identity, its_row in found.items():
        yield File(f"data/v1/listings/{identity}.json", b"%s%s}\n" % (begins, its_row))


def opening(site: Site) -> str:
    """How every file of them begins, up to where its own part follows."""
    return TOLD.encode(_head(site))[:-1]


def _head(site: Site) -> Mapping[str, str]:
    """Whose data it is, and under which licence."""
    return {"title": site.title, "url": site.base_url, "licence": site.licence, "licence_url": site.licence_url}


def row(listing: Listing, base_url: str, text_under: str) -> Mapping[str, Any]:
    """One listing as JSON can hold it, its text under a name of its own. Unknown fields are left out."""
    page = base_url.rstrip("/") + of_listing(listing.id)
    links = {name: dict(listing.values[name]) for name in fields_of(listing, "links")}
    text = listing.document.body.strip()
    told = {text_under: text} if text else {}
    return {"id": listing.id, "kind": listing.kind.slug, "page": page, **listing.values, **links, **told}


def _plain(value: Any) -> Any:
    """What JSON has no way to write, as it can: dates as ISO 8601; what is empty left out of objects."""
    if isinstance(value, date):
        return value.isoformat()
    return {each.name: found for each in fields(value) if (found := getattr(value, each.name)) not in EMPTY}


TOLD = json.JSONEncoder(ensure_ascii=False, default=_plain)
