"""The web addresses of a listing, in its fields and in its texts -> what a reader who follows them should be spared."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any
from urllib.parse import parse_qsl

from signpost.intake.check.free_texts import free_texts, place_of
from signpost.intake.check.rules import unfit
from signpost.model.fieldtypes.addresses import host_fault, tracks
from signpost.model.fieldtypes.reading import quoted
from signpost.model.hosts import SHORTENERS, mistaken, site_of
from signpost.model.listings import Listing, web_addresses
from signpost.model.problems import Unfit
from signpost.model.source import Span

WEB = re.compile(r"""(?:https?:)?//[^\s<>"'()\[\]{}|`]*[^\s<>"'()\[\]{}|`.,;:!?*_~]""", re.IGNORECASE)
MARK = "//"
"""What stands in each web address."""

Place = str | Span
"""The field that an address stands in, or its place in a text."""


class Outgoing:
    """The web addresses of a listing: all rules look at the same ones, so they are looked for once."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self.of_fields: list[tuple[str, Place]] = [(address, name) for name, address in web_addresses(listing)]
        self.in_texts = tuple(_in_texts(listing, len(self.of_fields)))

    def __iter__(self) -> Iterator[tuple[str, Place]]:
        """Each that can be one."""
        yield from self.of_fields
        yield from ((address, place) for address, place in self.in_texts if not host_fault(address))


def address_in_text(found: Outgoing) -> Iterator[Unfit]:
    """A web address in a text has a site's name in it: no user name, no number, no name of a private network."""
    for address, place in found.in_texts:
        if fault := host_fault(address):
            say = f"{quoted(address)} is not a web address: {fault}"
            yield Unfit("address-in-text", say, "Write it as https://example.org/", place)


def shortened(found: Outgoing) -> Iterator[Unfit]:
    """Web addresses say where they lead: one of a shortener, such as bit.ly, does not, and can lead elsewhere later."""
    for address, place in found:
        site = site_of(address)
        if site.removeprefix("www.") in SHORTENERS:
            hint = "Follow it, and write the address that it leads to."
            yield _told(
                shortened, found.listing, (address, place), f"{site} does not say where the address leads", hint
            )


def look_alike(found: Outgoing) -> Iterator[Unfit]:
    """A site's name is not one that can be taken for another: no mixed alphabets, no letters that only look Latin."""
    for address, place in found:
        if why := mistaken(site_of(address)):
            say = f"The site's name can be taken for another: {why}"
            yield _told(look_alike, found.listing, (address, place), say, "Look at the address letter by letter.")


def tracking_in_text(found: Outgoing) -> Iterator[Unfit]:
    """Web addresses in texts carry nothing that follows readers around, as those of fields do not (`tracking`)."""
    for address, place in found.in_texts:
        names = [key for key, _ in parse_qsl(address.partition("?")[2]) if tracks(key)]
        if names:
            hint = "Delete that part of the address and see that it still works."
            yield Unfit("tracking-in-text", f"The address follows readers around ({names[0]})", hint, place)


def _told(rule: Callable[..., Any], listing: Listing, at: tuple[str, Place], say: str, hint: str) -> Unfit:
    """An Unfit that bears the name of its rule and points at an address."""
    address, place = at
    if isinstance(place, str):
        return unfit(rule, listing, place, say, hint, address)
    return Unfit(rule.__name__.replace("_", "-"), say, hint, place)


def _in_texts(listing: Listing, in_fields: int) -> Iterator[tuple[str, Span]]:
    """Each web address in the listing's texts, as a browser reads it: `&#64;` is an @, and `//` goes on from https.

    Most listings have none but those of their fields: as many `//` as addresses, unless some are written with a `\\`.
    """
    text = listing.document.text
    if text.count(MARK) <= in_fields and "\\" not in text and "&" not in text:
        return
    for words, span in free_texts(listing):
        shown = unescape(words)
        for found in WEB.findall(shown if MARK in shown else ""):
            address = f"https:{found}" if found.startswith(MARK) else found
            yield address, place_of(found, span, listing.document)


OutgoingRule = Callable[[Outgoing], Iterator[Unfit]]
RULES: tuple[OutgoingRule, ...] = (address_in_text,)
WARNINGS: tuple[OutgoingRule, ...] = (shortened, look_alike, tracking_in_text)
