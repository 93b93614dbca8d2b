"""A listing -> where somebody says that it is still right, that something is wrong, or asks for its removal."""

from functools import cache
from urllib.parse import quote, urlencode

from signpost.model.addresses import of_listing
from signpost.model.kinds import Site
from signpost.model.listings import Listing
from signpost.model.words import Words


def page_of(listing: Listing, site: Site) -> str:
    """Where a listing's page is published."""
    return site.base_url.rstrip("/") + of_listing(listing.id)


def right_address(listing: Listing, site: Site, words: Words) -> str:
    """Where to say that a listing is still right."""
    return _filled(listing, site, "confirm", words("issue.right", name=listing.name))


def wrong_address(listing: Listing, site: Site, words: Words) -> str:
    """Where to say that something about a listing is wrong, or that the place is gone."""
    return _filled(listing, site, "report", words("issue.wrong", name=listing.name))


def removal_address(listing: Listing, site: Site, words: Words) -> str:
    """Where its people ask for a listing to be removed."""
    return _filled(listing, site, "remove", words("issue.removal", name=listing.name))


def _filled(listing: Listing, site: Site, form: str, title: str) -> str:
    return f"{form_address(site, form)}&{urlencode({'title': title, 'listing': listing.id}, quote_via=quote)}"


@cache
def form_address(site: Site, form: str) -> str:
    """The address of one of the repository's issue forms."""
    return f"{site.repository}/issues/new?template={form}.yml"
