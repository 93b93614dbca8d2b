"""A listing -> the addresses where somebody says that it is still right, or that something is wrong."""

from functools import cache
from urllib.parse import quote

from signpost.model.addresses import of_listing
from signpost.model.kinds import Site
from signpost.model.listings import Listing
from signpost.model.words import Words


def page_of(listing: Listing, site: Site) -> str:
    """Where a listing's page is published."""
    return site.base_url.rstrip("/") + of_listing(listing.id)


def right_address(listing: Listing, site: Site, words: Words) -> str:
    """Where to say that a listing is still right: a new issue with all filled in."""
    return _issue(listing, site, words, "issue.right")


def wrong_address(listing: Listing, site: Site, words: Words) -> str:
    """Where to say that something about a listing is wrong, or that the place is gone."""
    return _issue(listing, site, words, "issue.wrong")


def _issue(listing: Listing, site: Site, words: Words, key: str) -> str:
    about = {"name": listing.name, "page": page_of(listing, site), "file": listing.document.path}
    blank = _blank(site.repository, key, words)
    return blank.format(**{name: quote(value) for name, value in about.items()})


@cache
def _blank(repository: str, key: str, words: Words) -> str:
    """The address of a new issue, with {name}, {page} and {file} left to be filled in."""
    left = {name: f"{{{name}}}" for name in ("name", "page", "file")}
    title, body = (quote(words(f"{key}.{part}", **left), safe="{}") for part in ("title", "body"))
    return f"{repository}/issues/new?title={title}&body={body}"
