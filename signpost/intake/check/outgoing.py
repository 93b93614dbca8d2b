"""The web addresses of a listing, in its fields and in its texts -> what a reader who follows them should be spared."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from signpost.intake.check.free_texts import free_texts, place_of
from signpost.intake.check.rules import Rule, unfit
from signpost.model.fieldtypes.addresses import host_fault, tracks
from signpost.model.fieldtypes.reading import quoted
from signpost.model.hosts import is_shortener, mistaken
from signpost.model.listings import Listing, web_addresses
from signpost.model.problems import Unfit

WEB = re.compile(r"""(?:https?:)?//[^\s<>"'()\[\]{}|`]*[^\s<>"'()\[\]{}|`.,;:!?*_~]""", re.IGNORECASE)
MARK = "//"
"""What stands in each web address."""


def address_in_text(listing: Listing, _today: date) -> Iterator[Unfit]:
    """A web address in a text has a site's name in it: no user name, no number, no name of a private network."""
    for address, told in _in_texts(listing, address_in_text):
        if fault := host_fault(address):
            yield told(f"{quoted(address)} is not a web address: {fault}", "Write it as https://example.org/")


def shortened(listing: Listing, _today: date) -> Iterator[Unfit]:
    """Web addresses say where they lead: one of a shortener, such as bit.ly, does not, and can lead elsewhere later."""
    for address, told in _all(listing, shortened):
        if is_shortener(address):
            say = f"{urlsplit(address).hostname} does not say where the address leads"
            yield told(say, "Follow it, and write the address that it leads to.")


def look_alike(listing: Listing, _today: date) -> Iterator[Unfit]:
    """A site's name is not one that can be taken for another: no mixed alphabets, no letters that only look Latin."""
    for address, told in _all(listing, look_alike):
        if why := mistaken(urlsplit(address).hostname or ""):
            yield told(f"The site's name can be taken for another: {why}", "Look at the address letter by letter.")


def tracking_in_text(listing: Listing, _today: date) -> Iterator[Unfit]:
    """Web addresses in texts carry nothing that follows readers around, as those of fields do not (`tracking`)."""
    for address, told in _in_texts(listing, tracking_in_text):
        names = [key for key, _ in parse_qsl(address.partition("?")[2]) if tracks(key)]
        if names:
            hint = "Delete that part of the address and see that it still works."
            yield told(f"The address follows readers around ({names[0]})", hint)


Told = Callable[[str, str], Unfit]
"""What is wrong with an address and what to do -> the Unfit at its place."""


def _all(listing: Listing, rule: Callable[..., Any]) -> Iterator[tuple[str, Told]]:
    """Each web address of a listing that can be one, with a way to tell that a rule speaks of it."""
    for name, address in web_addresses(listing):
        yield address, lambda say, hint, name=name, at=address: unfit(rule, listing, name, say, hint, at)  # type: ignore[misc]
    yield from ((address, told) for address, told in _in_texts(listing, rule) if not host_fault(address))


def _in_texts(listing: Listing, rule: Callable[..., Any]) -> Iterator[tuple[str, Told]]:
    """Each web address in the listing's texts, as a browser reads it: `&#64;` is an @, and `//` goes on from https."""
    if MARK not in listing.document.text:
        return
    identity = rule.__name__.replace("_", "-")
    for text, span in free_texts(listing):
        for found in WEB.findall(unescape(text) if MARK in text else ""):
            address = f"https:{found}" if found.startswith(MARK) else found
            at = place_of(found, span, listing.document)
            yield address, lambda say, hint, at=at: Unfit(identity, say, hint, at)  # type: ignore[misc]


RULES: tuple[Rule, ...] = (address_in_text,)
WARNINGS: tuple[Rule, ...] = (shortened, look_alike, tracking_in_text)
