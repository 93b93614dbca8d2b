"""The shelves and the table -> the search page: its filters, its words, and where to browse instead."""

from signpost.model.addresses import HOME, SEARCH
from signpost.model.files import Link, Page
from signpost.model.words import Words
from signpost.output.plan.browse import ways_in
from signpost.output.plan.shelves import Shelves
from signpost.output.plan.table import Table


def search(on: Shelves, found: Table, words: Words) -> Page:
    """The search page. Filters of some kinds are shown once such a kind is chosen."""
    title = words("menu.search")
    crumbs = (Link(words("page.home"), HOME), Link(title, SEARCH))
    shown = [each for each in found.facets if each.label]
    always = tuple(each for each in shown if each.always)
    of_kinds = tuple(each for each in shown if each.kinds)
    shows = {
        "table": found.address,
        "facets": always,
        "of_kinds": of_kinds,
        "more": tuple(each for each in shown if each not in always and each not in of_kinds),
        "has_places": any("lat" in each.values for each in on.listed),
        "has_meetings": any("meets" in each.values for each in on.listed),
        **ways_in(on, words),
    }
    return Page(SEARCH, "pages/search.html", title, words("search.summary"), crumbs, shows=shows)
