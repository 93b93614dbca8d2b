"""A document below content/pages/ -> a page of prose, and what does not fit."""

import re
from collections.abc import Collection

from signpost.intake.check.markdown import laborious
from signpost.model.fieldtypes import TYPES
from signpost.model.fieldtypes.fitting import fit
from signpost.model.fieldtypes.references import SLUG
from signpost.model.kinds import Field
from signpost.model.listings import Prose
from signpost.model.problems import Unfit
from signpost.model.source import START, Document

FIELDS = {
    field.name: field
    for field in (
        Field("title", TYPES["text"], "Title", required=True, max=80, example="Find a mentor"),
        Field(
            "summary", TYPES["text"], "Summary", required=True, min=20, max=200, example="Where to look, how to ask."
        ),
        Field("order", TYPES["number"], "Order", example="1"),
    )
}
"""What a page of prose says before its text."""


def prose_page(document: Document, taken: Collection[str]) -> tuple[Prose | None, list[Unfit]]:
    """One page. Its address is its path below content/pages/; guides stand in guides/.

    `taken` are the addresses that no page can have.

    no-text: a page has nothing to read below its fields.
    """
    values, unfits = fit(document.fields, FIELDS)
    address = document.path.removeprefix("content/pages/").rpartition(".")[0]
    if not re.fullmatch(f"(guides/)?{SLUG}", address):
        hint = "Use small letters, digits and hyphens; guides stand in content/pages/guides/."
        unfits.append(Unfit("bad-file-name", f'"{address}" cannot be an address', hint, START))
    if f"/{address}/" in taken:
        say = f"/{address}/ is a page of the site itself"
        unfits.append(Unfit("reserved-name", say, "Give the file another name.", START))
    if not document.body.strip():
        unfits.append(Unfit("no-text", "There is no text on this page", "Write it below the fields.", START))
    unfits += laborious(document)
    if unfits:
        return None, unfits
    return Prose(address, values["title"], values["summary"], values.get("order", 0), document), []
