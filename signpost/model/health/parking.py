"""Addresses and a page -> whether the domain is for sale, or parked with advertisements."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

SELLERS = frozenset(
    [
        "above.com",
        "afternic.com",
        "atom.com",
        "bodis.com",
        "brandbucket.com",
        "buydomains.com",
        "dan.com",
        "domainmarket.com",
        "hugedomains.com",
        "parkingcrew.net",
        "sedo.com",
        "sedoparking.com",
        "squadhelp.com",
        "undeveloped.com",
        "uniregistry.com",
    ]
)
FOR_SALE = re.compile(
    r"domain( name)? (is|may be|could be) (for sale|available for purchase)|(buy|purchase) this domain"
    r"|domain (has|is) expired|domain( name)? (is )?parked|parked free|domain parking",
    re.IGNORECASE,
)
MARKS = re.compile(
    r"data-adblockkey=|sedoParkingUrl|//[\w.-]*\b(parkingcrew\.net|bodis\.com|sedoparking\.com)/"
    r"|location(\.href|\.replace)?\s*[=(]\s*[\"']/lander\b",
)
"""What the pages of parking services carry, and hardly any other."""

TITLE = re.compile(r"<title[^<>]*>([^<]*)</title>", re.IGNORECASE)
SHORT = 1500  # characters: a page of few words that speaks of its domain's sale is about nothing else


def is_parked(addresses: Sequence[str], words: str) -> bool:
    """Whether a page, or a redirect on the way to it, belongs to somebody who sells the domain."""
    led_away = any(_site(each) in SELLERS for each in addresses[1:]) and _site(addresses[0]) not in SELLERS
    return led_away or (bool(words) and _is_for_sale(words))


def _site(address: str) -> str:
    """The last two parts of a site's name: the sellers' own names have no more."""
    return ".".join((urlsplit(address).hostname or "").split(".")[-2:])


def _is_for_sale(page: str) -> bool:
    import nh3  # a run that reads no page does without

    if MARKS.search(page):
        return True
    title = TITLE.search(page)
    seen = " ".join(nh3.clean(page, tags=set()).split())
    return bool(FOR_SALE.search(title[1] if title else "") or (len(seen) <= SHORT and FOR_SALE.search(seen)))
