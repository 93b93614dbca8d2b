"""The shelves -> the map: where every listing is that has a place."""

from signpost.model.addresses import HOME, MAP
from signpost.model.files import Link, Page
from signpost.model.words import Words
from signpost.output.plan.shelves import Shelves


def world(on: Shelves, words: Words) -> Page:  # noqa: ARG001 - places come with the map
    """The page of the map."""
    title = words("menu.map")
    crumbs = (Link(words("page.home"), HOME), Link(title, MAP))
    return Page(MAP, "pages/map.html", title, words("map.summary"), crumbs)
