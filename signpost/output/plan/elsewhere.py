"""A page -> the feeds and the calendar file that tell the same to programs, for them to find."""

from collections.abc import Iterator

from signpost.model.addresses import of_calendar, of_feed
from signpost.model.files import Alternate
from signpost.model.words import Words
from signpost.output.plan.shelves import Shelves

ATOM, JSON_FEED, ICALENDAR = "application/atom+xml", "application/feed+json", "text/calendar"


def found_on(address: str, title: str, on: Shelves, words: Words) -> tuple[Alternate, ...]:
    """What there is beside a list: both its feeds, and its calendar where anything meets."""
    there = [calendar(address, title, words)] if address in on.meeting else []
    return (*feeds(address, title, words), *there)


def feeds(address: str, title: str, words: Words) -> Iterator[Alternate]:
    """Both feeds of a list."""
    told = words("changes.feed", what=title)
    yield Alternate(of_feed(address), ATOM, told)
    yield Alternate(of_feed(address, "json"), JSON_FEED, told)


def calendar(address: str, title: str, words: Words) -> Alternate:
    """The calendar file of a list or a listing."""
    return Alternate(of_calendar(address), ICALENDAR, words("calendar.title", what=title))
