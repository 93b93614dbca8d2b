"""Listings -> `data/edit/<kind>/<slug>.json`: what the form on the site is filled in with to edit a listing.

Its file's path, its segments (`model/segments.py`: name, head, value, tail), from which the form makes the file again
with some answers changed and every other byte kept, and the answers it gives now.
"""

from collections.abc import Iterable, Iterator

from signpost.model.addresses import of_edited
from signpost.model.answers import answers
from signpost.model.files import File, as_json
from signpost.model.listings import Listing
from signpost.model.segments import refusal, segments
from signpost.model.source import Tree


def editing(listings: Iterable[Listing], tree: Tree) -> Iterator[File]:
    """A file for each listing that the form can edit. `tree` holds their files as they are."""
    for listing in listings:
        if not refusal(listing.document):
            yield File(of_edited(listing.id)[1:], _edited(listing, tree[listing.document.path]))


def _edited(listing: Listing, content: bytes) -> bytes:
    document = listing.document
    found = [[each.name, each.head, each.value, each.tail] for each in segments(document, content)]
    said = {"path": document.path, "segments": found, "answers": answers(document, listing.kind)}
    return as_json(said)
