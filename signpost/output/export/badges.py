"""Listings and the theme's `badge.svg` -> `<listing>/badge.svg`: a sign for people's own pages that they are listed.

It says when the listing was checked. What it says is text, so it is as wide as that is long: letters are as wide as is
told here whatever font a browser has, for it fits them in (SVG, `textLength`).
"""

from collections.abc import Iterable, Iterator
from html import escape
from string import Template
from unicodedata import category, east_asian_width

from signpost.model.addresses import of_badge, of_listing
from signpost.model.files import File
from signpost.model.kinds import Site
from signpost.model.listings import Listing
from signpost.model.problems import BrokenTheme, Problem
from signpost.model.source import Tree
from signpost.model.words import Words

SOURCE = "templates/badge.svg"
SIZE, SIGN, GAP, EDGE = 12, 32, 10, 12
"""Pixels: the letters, where they begin, what is between the two texts, and after them."""

NARROW, BROAD = frozenset(" .,:;'|!()[]iIjlft-"), frozenset("mwMWQ@%&")
BOLD = 1.06  # how much wider letters are when they are


def badges(listings: Iterable[Listing], tree: Tree, site: Site, words: Words) -> Iterator[File]:
    """A badge for each listing, or nothing when the theme has none. Those that say the same are drawn once.

    Raises BrokenTheme when the theme's file asks for something that is not there.
    """
    if SOURCE not in tree:
        return
    drawn: dict[str, bytes] = {}
    blank = Template(tree[SOURCE].decode("utf-8", "replace"))
    for listing in listings:
        state = state_of(listing, words)
        if state not in drawn:
            drawn[state] = _drawn(blank, words("badge.listed", site=site.title), state)
        yield File(of_badge(of_listing(listing.id))[1:], drawn[state])


def state_of(listing: Listing, words: Words) -> str:
    """What a badge says of a listing: when it was checked, that nobody has yet, or that it has closed."""
    if listing.is_closed:
        return words("badge.closed")
    day = listing.get("verified")
    return words("badge.checked", month=words.short_month(day)) if day else words("badge.unconfirmed")


def _drawn(blank: Template, name: str, state: str) -> bytes:
    wide, beside = width(name) * BOLD, width(state)
    whole = SIGN + wide + GAP + beside + EDGE
    given = {
        "title": escape(f"{name}, {state}"),
        "name": escape(name),
        "state": escape(state),
        "width": f"{whole:.0f}",
        "inside": f"{whole - 1:.0f}",
        "name_width": f"{wide:.0f}",
        "state_at": f"{SIGN + wide + GAP:.0f}",
        "state_width": f"{beside:.0f}",
    }
    try:
        return blank.substitute(given).encode()
    except (KeyError, ValueError) as error:
        say, hint = f"This badge cannot be drawn: {error}", "Put the file back as it came with Signpost."
        raise BrokenTheme(Problem(SOURCE, "broken-template", say, hint)) from None


def width(text: str) -> float:
    """How wide a text is in pixels, near enough."""
    return SIZE * sum(map(_em, text))


def _em(mark: str) -> float:
    """How wide a letter is, in ems. Marks above and below letters take no room (Unicode, Mn)."""
    if mark in NARROW:
        return 0.32
    if mark in BROAD:
        return 0.88
    if category(mark) in ("Mn", "Cf"):
        return 0
    if east_asian_width(mark) in "WF":
        return 1
    return 0.67 if mark.isupper() else 0.56
