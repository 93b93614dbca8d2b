"""A page -> what it is itself in the words of schema.org: a page of a site, a way to it, a list, a set of data."""

from collections.abc import Iterable, Sequence
from typing import Any

from signpost.model.files import Link, Page
from signpost.model.kinds import Site
from signpost.model.offers import Offer
from signpost.output.export.schema_org.things import Node

FORM = "search/?q={search_term_string}"
"""The form of the search page, where a visitor's words stand as the search engines' own documentation has it."""

NAMED = 24
"""How many of a page's listings are named to search engines, best first. More would make long lists heavy."""


def at(address: str, site: Site) -> str:
    """An address of the site, whole."""
    return site.base_url.rstrip("/") + address


def web_page(page: Page, site: Site, type_: str = "WebPage") -> Node:
    """The page, the site that it is part of, and the way to it."""
    here = at(page.address, site)
    node: Node = {
        "@type": type_,
        "@id": here,
        "name": page.title,
        "inLanguage": site.language,
        "isPartOf": {"@id": f"{site.base_url}#site"},
    }
    return node | ({"breadcrumb": breadcrumbs(page.crumbs, site)} if len(page.crumbs) > 1 else {})


def breadcrumbs(crumbs: Iterable[Link], site: Site) -> Node:
    """The way from the first page to this one."""
    steps = (link for link in crumbs if link.address)
    items = [
        {"@type": "ListItem", "position": number, "name": link.label, "item": at(str(link.address), site)}
        for number, link in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def item_list(addresses: Sequence[str], first: int, count: int, site: Site) -> Node:
    """A part of a list: the addresses of the first that stand in it, numbered in the whole."""
    items = [
        {"@type": "ListItem", "position": number, "url": at(address, site)}
        for number, address in enumerate(addresses[:NAMED], first)
    ]
    return {"@type": "ItemList", "numberOfItems": count, "itemListElement": items}


def web_site(site: Site) -> Node:
    """The whole site, and how it is searched."""
    target = {"@type": "EntryPoint", "urlTemplate": site.base_url + FORM}
    return {
        "@type": "WebSite",
        "@id": f"{site.base_url}#site",
        "url": site.base_url,
        "name": site.title,
        "description": site.tagline,
        "inLanguage": site.language,
        "license": site.licence_url,
        "potentialAction": {
            "@type": "SearchAction",
            "target": target,
            "query-input": "required name=search_term_string",
        },
    }


def dataset(page: Page, site: Site, offers: Iterable[Offer]) -> Node:
    """The directory as data, with each file that an offer names by itself. Sets of files are left to the page."""
    return {
        "@type": "Dataset",
        "@id": f"{at(page.address, site)}#dataset",
        "url": at(page.address, site),
        "name": site.title,
        "description": f"{page.summary} {site.tagline}",
        "inLanguage": site.language,
        "license": site.licence_url,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": site.title, "url": site.base_url},
        "distribution": [_download(each, site) for each in offers if "{" not in each.path],
    }


def _download(offer: Offer, site: Site) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "contentUrl": site.base_url + offer.path,
        "encodingFormat": offer.media_type,
    }
