"""A list -> a page of it that others show in theirs (`<iframe>`), short and without a script, and what they copy."""

from markupsafe import escape

from signpost.model.addresses import of_badge, of_embed
from signpost.model.files import Link, Page
from signpost.model.kinds import Site
from signpost.model.words import Words
from signpost.output.plan.lists import List
from signpost.output.plan.shelves import Shelves
from signpost.output.plan.views import Card, Snippet

MOST, HEIGHT = 24, 480
"""How many listings are shown in somebody else's page, and how many pixels it is high."""


def embed(found: List, on: Shelves, words: Words) -> Page:
    """The page of a list for others to show. It is not for search engines, which find the list itself."""
    site = on.catalog.charter.site
    return Page(
        address=of_embed(found.address),
        template="pages/embed.html",
        title=words("page.title", page=found.heading, site=site.title),
        summary=found.summary or found.intro or found.heading,
        indexed=False,
        shows={
            "heading": found.heading,
            "listings": on.cards_of(found.listings[:MOST]),
            "count": len(found.listings),
            "whole": Link(words("embed.whole", site=site.title), found.address),
        },
    )


def embed_snippet(found: List, site: Site, words: Words) -> Snippet:
    """What somebody copies to show a list in their own page."""
    title = escape(words("page.title", page=found.heading, site=site.title))
    code = (
        f'<iframe src="{_at(of_embed(found.address), site)}" title="{title}" width="100%" height="{HEIGHT}" '
        'loading="lazy" style="border: 0"></iframe>'
    )
    return Snippet(words("embed.offer"), words("embed.hint"), code)


def badge_snippet(card: Card, site: Site, words: Words) -> Snippet:
    """What the people of a listing copy to say in their own page that they are listed."""
    listed, badge = words("badge.listed", site=site.title), of_badge(card.address)
    code = f'<a href="{_at(card.address, site)}"><img src="{_at(badge, site)}" height="28" alt="{escape(listed)}"></a>'
    return Snippet(words("badge.offer"), words("badge.hint"), code, Link(listed, badge))


def _at(address: str, site: Site) -> str:
    return site.base_url.rstrip("/") + address
