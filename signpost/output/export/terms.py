"""The Catalog -> `data/v1/terms/<vocabulary>/<code>.json`: which listings made which choice."""

import json
from collections.abc import Iterator

from signpost.model.addresses import of_listing
from signpost.model.files import File
from signpost.model.kinds import Kind
from signpost.model.listings import Catalog, Listing
from signpost.model.offers import Offer
from signpost.output.export.listings import JSON, opening

OFFERS = (Offer("data/v1/terms/{vocabulary}/{code}.json", "term-json", "application/json", JSON),)


def terms_json(catalog: Catalog) -> Iterator[File]:
    """A file for each choice of each vocabulary, with id, name and page of its listings (RFC 8259, UTF-8)."""
    begins = opening(catalog.charter.site)
    rows, found = _rows(catalog), dict[tuple[str, str], dict[str, str]]()
    for listing, made in choices(catalog):
        identity, row = listing.id, rows[listing.id]
        for choice in made:
            found.setdefault(choice, {})[identity] = row
    for vocabulary, terms in ((each.name, each.terms.values()) for each in catalog.charter.vocabularies.values()):
        for term in terms:
            told = {"vocabulary": vocabulary, "code": term.code, "label": term.label}
            listed = ",\n".join(found.get((vocabulary, term.code), {}).values())
            text = f'{begins},\n{json.dumps(told, ensure_ascii=False)[1:-1]}, "listings": [\n{listed}\n]}}\n'
            yield File(f"data/v1/terms/{vocabulary}/{term.code}.json", text.encode())


def _rows(catalog: Catalog) -> dict[str, str]:
    """What a choice tells of each listing, as JSON, by id."""
    base = catalog.charter.site.base_url.rstrip("/")
    told = ({"id": each.id, "name": each.name, "page": base + of_listing(each.id)} for each in catalog)
    return {each["id"]: json.dumps(each, ensure_ascii=False) for each in told}


Choice = tuple[str, str]
"""A vocabulary and a code in it."""


def choices(catalog: Catalog) -> Iterator[tuple[Listing, list[Choice]]]:
    """Every listing with the choices that it made, in the order of the shelves."""
    for slug, shelf in catalog.shelves.items():
        chosen = tuple(_chosen_in(catalog.charter.kinds[slug]))
        for listing in shelf:
            values, made = listing.values, list[Choice]()
            for name, vocabulary, is_many in chosen:
                if name in values:
                    codes = values[name] if is_many else (values[name],)
                    made += [(vocabulary, code) for code in codes]
            yield listing, made


def _chosen_in(kind: Kind) -> Iterator[tuple[str, str, bool]]:
    """Name and vocabulary of each field of choices, and whether it takes several."""
    for field in kind.fields.values():
        if field.type.name in ("term", "terms") and field.vocabulary:
            yield field.name, field.vocabulary.name, field.type.many
