"""The web addresses of a listing, in its fields and in its texts -> what a reader who follows them should be spared."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from html import unescape
from typing import Any
from urllib.parse import parse_qsl

from signpost.intake.check.free_texts import free_texts, place_of
from signpost.intake.check.rules import Rule, unfit
from signpost.model.fieldtypes.addresses import host_fault, tracks
from signpost.model.fieldtypes.reading import quoted
from signpost.model.hosts import SHORTENERS, mistaken, site_of
from signpost.model.listings import Listing, web_addresses
from signpost.model.problems import Unfit
from signpost.model.source import Span

WEB = re.compile(r"""(?:https?:)?//[^\s<>"'()\[\]{}|`]*[^\s<>"'()\[\]{}|`.,;:!?*_~]""", re.IGNORECASE)
MARK = "//"
"""What stands in each web address."""


def address_in_text(listing: Listing, _today: date) -> Iterator[Unfit]:
    """A web address in a text has a site's name in it: no user name, no number, no name of a private network."""
    for address, place in _in_texts(listing):
        if fault := host_fault(address):
            say = f"{quoted(address)} is not a web address: {fault}"
            yield Unfit("address-in-text", say, "Write it as https://example.org/", place)


def shortened(listing: Listing, _today: date) -> Iterator[Unfit]:
    """Web addresses say where they lead: one of a shortener, such as bit.ly, does not, and can lead elsewhere later."""
    for address, place in _all(listing):
        site = site_of(address)
        if site.removeprefix("www.") in SHORTENERS:
            hint = "Follow it, and write the address that it leads to."
            yield _told(shortened, listing, (address, place), f"{site} does not say where the address leads", hint)


def look_alike(listing: Listing, _today: date) -> Iterator[Unfit]:
    """A site's name is not one that can be taken for another: no mixed alphabets, no letters that only look Latin."""
    for address, place in _all(listing):
        if why := mistaken(site_of(address)):
            say = f"The site's name can be taken for another: {why}"
            yield _told(look_alike, listing, (address, place), say, "Look at the address letter by letter.")


def tracking_in_text(listing: Listing, _today: date) -> Iterator[Unfit]:
    """Web addresses in texts carry nothing that follows readers around, as those of fields do not (`tracking`)."""
    for address, place in _in_texts(listing):
        names = [key for key, _ in parse_qsl(address.partition("?")[2]) if tracks(key)]
        if names:
            hint = "Delete that part of the address and see that it still works."
            yield Unfit("tracking-in-text", f"The address follows readers around ({names[0]})", hint, place)


Place = str | Span
"""The field that an address stands in, or its place in a text."""


def _told(rule: Callable[..., Any], listing: Listing, at: tuple[str, Place], say: str, hint: str) -> Unfit:
    """An Unfit that bears the name of its rule and points at an address."""
    address, place = at
    if isinstance(place, str):
        return unfit(rule, listing, place, say, hint, address)
    return Unfit(rule.__name__.replace("_", "-"), say, hint, place)


def _all(listing: Listing) -> Iterator[tuple[str, Place]]:
    """Each web address of a listing that can be one."""
    yield from ((address, name) for name, address in web_addresses(listing))
    yield from ((address, place) for address, place in _in_texts(listing) if not host_fault(address))


def _in_texts(listing: Listing) -> Iterator[tuple[str, Span]]:
    """Each web address in the listing's texts, as a browser reads it: `&#64;` is an @, and `//` goes on from https.

    Most listings have none but those of their fields: as many `//` as addresses, unless some are written with a `\\`.
    """
    text = listing.document.text
    if text.count(MARK) <= sum(1 for _ in web_addresses(listing)) and not any(mark in text for mark in "\\&"):
        return
    for words, span in free_texts(listing):
        shown = unescape(words)
        for found in WEB.findall(shown if MARK in shown else ""):
            address = f"https:{found}" if found.startswith(MARK) else found
            yield address, place_of(found, span, listing.document)


RULES: tuple[Rule, ...] = (address_in_text,)
WARNINGS: tuple[Rule, ...] = (shortened, look_alike, tracking_in_text)
