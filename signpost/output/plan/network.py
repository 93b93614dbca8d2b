"""The shelves -> the page on which a visitor plans a support network, and the one on giving back."""

from signpost.model.addresses import GIVE_BACK, HOME, PLAN
from signpost.model.files import Link, Page
from signpost.model.words import Words
from signpost.output.plan.table import Table


def network(table: Table, words: Words) -> Page:
    """The page of the plan: its questions, and where its script finds the listings."""
    title = words("plan.heading")
    crumbs = (Link(words("page.home"), HOME), Link(title, PLAN))
    shows = {"table": table.address}
    return Page(PLAN, "pages/plan.html", title, words("plan.summary"), crumbs, shows=shows)


def give_back(words: Words) -> Page:
    """The page on giving back."""
    title = words("give-back.heading")
    crumbs = (Link(words("page.home"), HOME), Link(title, GIVE_BACK))
    return Page(GIVE_BACK, "pages/give-back.html", title, words("give-back.summary"), crumbs)
