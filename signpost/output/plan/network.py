"""The shelves -> the page on which a visitor plans a support network."""

from signpost.model.addresses import HOME, PLAN
from signpost.model.files import Link, Page
from signpost.model.words import Words
from signpost.output.plan.table import Table


def network(table: Table, words: Words) -> Page:
    """The page of the plan: its questions, and where its script finds the listings."""
    title = words("plan.heading")
    crumbs = (Link(words("page.home"), HOME), Link(title, PLAN))
    shows = {"table": table.address}
    return Page(PLAN, "pages/plan.html", title, words("plan.summary"), crumbs, shows=shows)
