"""The web addresses of a listing, in its fields and in its texts -> what a reader who follows them should be spared."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple
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
BEGUN = "//"
"""What stands in each web address."""


class Within(NamedTuple):
    """Words within a text that stands somewhere: just where is looked for when something is to be said of them."""

    words: str
    text: Span


Place = str | Within
"""The field that an address stands in, or where in a text."""


class Outgoing:
    """The web addresses of a listing: all rules look at the same ones, so they are looked for once."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self.of_fields: list[tuple[str, Place]] = [(address, name) for name, address in web_addresses(listing)]
        self.in_texts = tuple(_in_texts(listing))
        judged = [(each, host_fault(each[0])) for each in self.in_texts]
        self.faulty = [(each, fault) for each, fault in judged if fault]
        sound = (each for each, fault in judged if not fault)
        self.sites = [(site_of(each[0]), each) for each in (*self.of_fields, *sound)]


def address_in_text(found: Outgoing) -> Iterator[Unfit]:
    """A web address in a text has a site's name in it: no user name, no number, no name of a private network."""
    for at, fault in found.faulty:
        say = f"{quoted(at[0])} is not a web address: {fault}"
        yield _told(address_in_text, found.listing, at, say, "Write it as https://example.org/")


def shortened(found: Outgoing) -> Iterator[Unfit]:
    """Web addresses say where they lead: one of a shortener, such as bit.ly, does not, and can lead elsewhere later."""
    for site, at in found.sites:
        if site.removeprefix("www.") in SHORTENERS:
            hint = "Follow it, and write the address that it leads to."
            yield _told(shortened, found.listing, at, f"{site} does not say where the address leads", hint)


def look_alike(found: Outgoing) -> Iterator[Unfit]:
    """A site's name is not one that can be taken for another: no mixed alphabets, no letters that only look Latin."""
    for site, at in found.sites:
        if why := mistaken(site):
            say = f"The site's name can be taken for another: {why}"
            yield _told(look_alike, found.listing, at, say, "Look at the address letter by letter.")


def plain_http(found: Outgoing) -> Iterator[Unfit]:
    """Web addresses begin with `https://` where the site offers it."""
    for address, name in found.of_fields:
        if address.startswith("http://") and name != "source":
            hint = f"Try https{address[4:]} and use it if it works."
            yield _told(plain_http, found.listing, (address, name), "The address is not encrypted", hint)


def tracking(found: Outgoing) -> Iterator[Unfit]:
    """Web addresses carry nothing that follows readers around, such as `utm_source` or `fbclid`."""
    yield from _trackers(tracking, found.listing, found.of_fields)


def tracking_in_text(found: Outgoing) -> Iterator[Unfit]:
    """Web addresses in texts carry nothing that follows readers around, as those of fields do not (`tracking`)."""
    yield from _trackers(tracking_in_text, found.listing, found.in_texts)


def _trackers(rule: Callable[..., Any], listing: Listing, addresses: Iterable[tuple[str, Place]]) -> Iterator[Unfit]:
    """An Unfit for each address whose query follows readers around, which names the first part that does."""
    for address, place in addresses:
        query = address.partition("?")[2].partition("#")[0]
        part = next((name for name, _ in parse_qsl(query) if tracks(name)), "") if query else ""
        if part:
            say = f"The address follows readers around ({part})"
            hint = "Delete that part of the address and see that it still works."
            yield _told(rule, listing, (address, place), say, hint)


def _told(rule: Callable[..., Any], listing: Listing, at: tuple[str, Place], say: str, hint: str) -> Unfit:
    """An Unfit that bears the name of its rule and points at an address."""
    address, place = at
    if isinstance(place, str):
        return unfit(rule, listing, place, say, hint, address)
    span = place_of(place.words, place.text, listing.document)
    return Unfit(rule.__name__.replace("_", "-"), say, hint, span)


def _may_hold_one(text: str) -> bool:
    """Whether a web address may stand in a text, whose marks can be written as `&sol;&sol;`."""
    return BEGUN in text or "&" in text


def _in_texts(listing: Listing) -> Iterator[tuple[str, Place]]:
    """Each web address in the listing's texts, as a browser reads it: `&#64;` is an @, and `//` goes on from https."""
    for words, span in free_texts(listing, _may_hold_one):
        for found in WEB.findall(_unescaped(words) if "&" in words else words):
            address = f"https:{found}" if found.startswith(BEGUN) else found
            yield address, Within(found, span)


def _unescaped(words: str) -> str:
    from html import unescape  # few texts have a mark that is written so

    return unescape(words)


OutgoingRule = Callable[[Outgoing], Iterator[Unfit]]
RULES: tuple[OutgoingRule, ...] = (address_in_text,)
WARNINGS: tuple[OutgoingRule, ...] = (plain_http, tracking, shortened, look_alike, tracking_in_text)
