"""What a sheet of listings holds beside fields, and how its cells are kept from being taken for formulas."""

import re

from signpost.model.fieldtypes import TYPES
from signpost.model.kinds import Charter, Field
from signpost.model.questions import BODY

OWN = (
    Field("id", TYPES["text"], "Id", "Its folder and its file's name: the key of the table.", required=True),
    Field("kind", TYPES["text"], "Kind", "The folder of its kind.", required=True),
    Field("page", TYPES["text"], "Page", "Its page on the site.", required=True),
)
"""The first columns of a sheet that Signpost writes."""

SIGNS = frozenset("=+-@\t\r'")
RISKY, GUARDED = re.compile("'*[=+@\t\r-]"), re.compile("'+[=+@\t\r-]")
NUMBER = re.compile(r"-[0-9.]+")


def text_name(charter: Charter) -> str:
    """The name under which data hold the text below the fields: `description`, unless some kind's field has it."""
    return BODY if any("description" in kind.fields for kind in charter.kinds.values()) else "description"


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: where it could be one, an apostrophe stands before it.

    So it does before apostrophes that stand before such a sign already, so that `bare` brings back every text. A
    negative number is no formula and stays one.
    """
    if cell[:1] not in SIGNS or NUMBER.fullmatch(cell):
        return cell
    return f"'{cell}" if RISKY.match(cell) else cell


def bare(cell: str) -> str:
    """A cell without the apostrophe that `guarded` put before it."""
    return cell[1:] if GUARDED.match(cell) else cell
