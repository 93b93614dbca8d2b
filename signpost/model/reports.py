"""The repository's issue forms, with what is known filled in: where something is said of a listing."""

from urllib.parse import quote, urlencode

from signpost.model.addresses import of_listing
from signpost.model.kinds import Site
from signpost.model.listings import Listing
from signpost.model.words import Words


def page_of(listing: Listing, site: Site) -> str:
    """Where a listing's page is published."""
    return site.base_url.rstrip("/") + of_listing(listing.id)


def form_address(site: Site, form: str, **answers: str) -> str:
    """The address of one of the issue forms (`output/forms`), with some of its questions answered."""
    query = urlencode({"template": f"{form}.yml", **answers}, quote_via=quote)
    return f"{site.repository}/issues/new?{query}"


def right_address(listing: Listing, site: Site, words: Words) -> str:
    """Where to say that a listing is still right."""
    return _about(listing, site, "confirm", words("issue.right", name=listing.name))


def wrong_address(listing: Listing, site: Site, words: Words) -> str:
    """Where to say that something about a listing is wrong, or that the place is gone."""
    return _about(listing, site, "report", words("issue.wrong", name=listing.name))


def removal_address(listing: Listing, site: Site, words: Words) -> str:
    """Where to ask for a listing to be removed."""
    return _about(listing, site, "remove", words("issue.removal", name=listing.name))


def _about(listing: Listing, site: Site, form: str, title: str) -> str:
    return form_address(site, form, title=title, listing=listing.id)
