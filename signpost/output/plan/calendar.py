"""The shelves -> the calendar: what meets in the next 60 days."""

from signpost.model.addresses import CALENDAR, HOME
from signpost.model.files import Link, Page
from signpost.model.words import Words
from signpost.output.plan.shelves import Shelves


def calendar(on: Shelves, words: Words) -> Page:  # noqa: ARG001 - days come with the calendar
    """The page of the calendar."""
    title = words("menu.calendar")
    crumbs = (Link(words("page.home"), HOME), Link(title, CALENDAR))
    return Page(CALENDAR, "pages/calendar.html", title, words("calendar.summary"), crumbs)
