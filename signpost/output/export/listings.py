"""The Catalog -> `data/v1/listings.json`: every listing, with the directory's own names for its fields."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from signpost.model.addresses import of_listing
from signpost.model.files import File
from signpost.model.listings import Catalog, Listing
from signpost.model.offers import Offer

OFFERS = (
    Offer("data/v1/listings.json", "listings-json", "application/json", "https://www.rfc-editor.org/rfc/rfc8259"),
)


def listings_json(catalog: Catalog) -> File:
    """An object with `licence` and `listings` (RFC 8259, UTF-8), one listing a line."""
    site = catalog.charter.site
    head = {"title": site.title, "url": site.base_url, "licence": site.licence, "licence_url": site.licence_url}
    opening = json.dumps(head, ensure_ascii=False)[:-1]
    rows = ",\n".join(json.dumps(row(each, site.base_url), ensure_ascii=False) for each in catalog)
    return File("data/v1/listings.json", f'{opening}, "listings": [\n{rows}\n]}}\n'.encode())


def row(listing: Listing, base_url: str) -> Mapping[str, Any]:
    """One listing as JSON can hold it. Unknown fields are left out."""
    page = base_url.rstrip("/") + of_listing(listing.id)
    types = {name: listing.kind.fields[name].type.name for name in listing.values}
    values = {name: dict(value) if types[name] == "links" else plain(value) for name, value in listing.values.items()}
    text = listing.document.body.strip()
    return {"id": listing.id, "kind": listing.kind.slug, "page": page, **values} | (
        {"description": text} if text else {}
    )


def plain(value: Any) -> Any:
    """A value as numbers, texts, lists and objects; dates as ISO 8601; what is empty left out of objects."""
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {
            each.name: plain(found)
            for each in fields(value)
            if (found := getattr(value, each.name)) not in (None, "", ())
        }
    return [plain(each) for each in value] if isinstance(value, tuple) else value
