"""The listings that most need a person -> the text of the one issue that asks for one (GitHub's Markdown)."""

from collections.abc import Sequence
from datetime import date

from signpost.model.kinds import Site
from signpost.model.quoting import code
from signpost.model.reports import page_of, right_address, wrong_address
from signpost.model.words import Words
from signpost.output.tending.needs import Need

ASKS = (
    "These listings most need somebody to look: at the place's own website, by asking, or by going there. "
    "Then take one of the two links below it; all is filled in, only send it.\n"
)
NOTHING = "No listing needs a person right now.\n"


def issue(found: Sequence[Need], limit: int, site: Site, words: Words, today: date) -> str:
    """The text: the first of the listings with their reasons and links. What authors wrote stands in code spans."""
    if not found:
        return NOTHING
    blocks = [_block(number, need, site, words) for number, need in enumerate(found[:limit], 1)]
    foot = f"{len(blocks)} of {len(found)} that need a look, reckoned on {today}. Every run writes this text anew.\n"
    return "\n".join([ASKS, *blocks, foot])


def _block(number: int, need: Need, site: Site, words: Words) -> str:
    listing = need.listing
    reasons = "".join(f"- {each.say}\n" for each in need.reasons)
    right, wrong = right_address(listing, site, words), wrong_address(listing, site, words)
    head = f"### {number}. [{code(listing.name)}]({page_of(listing, site)})"
    return f"{head}\n\n{reasons}\n[Still right]({right}) · [Gone, or wrong]({wrong})\n"
