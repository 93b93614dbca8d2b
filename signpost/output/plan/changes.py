"""The shelves -> the pages that tell what changed in the directory, day by day, newest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from signpost.model.addresses import CHANGES, HOME, of_feed, of_listing
from signpost.model.chronicle import Act, Deed, said
from signpost.model.files import Link, Page
from signpost.model.kinds import Site
from signpost.model.listings import Listing
from signpost.model.words import Words
from signpost.output.plan.deeds import step
from signpost.output.plan.elsewhere import feeds
from signpost.output.plan.lists import numbered, pager
from signpost.output.plan.shelves import Shelves
from signpost.output.plan.views import Change, Step

A_PAGE = 100
MANY, NAMED = 12, 4
"""From how many listings on a commit that did the same to all of them is told once, and how many of them by name."""

Deeds = Sequence[tuple[Listing, Deed]]


@dataclass(frozen=True, slots=True)
class DayOfChanges:
    """What changed on a day (UTC)."""

    day: date
    weekday: str
    month: str
    changes: tuple[Change, ...]


def change_pages(on: Shelves, words: Words) -> Iterator[Page]:
    """The pages of all changes; one, when there are few or none."""
    found, title = changes(on, words), words("changes.heading")
    of = max(1, -(-len(found) // A_PAGE))
    alternates = tuple(feeds(HOME, on.catalog.charter.site.title, words))
    for number in range(1, of + 1):
        here = found[(number - 1) * A_PAGE : number * A_PAGE]
        yield Page(
            numbered(CHANGES, number),
            "pages/changes.html",
            title if number == 1 else f"{title} ({number}/{of})",
            words("changes.summary"),
            (Link(words("page.home"), HOME), Link(title, CHANGES)),
            alternates=alternates,
            shows={
                "days": tuple(_days(here, words)),
                "feed": of_feed(HOME),
                "json_feed": of_feed(HOME, "json"),
                "pager": pager(CHANGES, number, of, len(found), A_PAGE),
            },
        )


def changes(on: Shelves, words: Words) -> list[Change]:
    """All changes, newest first; after those of each day, how many listings went."""
    site = on.catalog.charter.site
    told = [change for deeds in _together(on.past.deeds) for change in _told(deeds, site, words)]
    gone = [
        Change(Step(Act.REMOVED.value, words("changes.many.removed", n=count), day))
        for day, count in on.past.gone.items()
    ]
    return sorted([*told, *gone], key=lambda each: each.step.day, reverse=True)


def _together(deeds: Deeds) -> Iterator[Deeds]:
    """The deeds of each commit that did the same sort of thing."""
    for _, of_commit in groupby(deeds, key=lambda each: each[1].commit.name):
        those = tuple(of_commit)
        for act in Act:
            if found := tuple(each for each in those if each[1].act is act):
                yield found


def _told(deeds: Deeds, site: Site, words: Words) -> Iterator[Change]:
    """Each deed by itself, or all of them at once when they are many."""
    if len(deeds) < MANY:
        for listing, deed in deeds:
            yield Change(step(deed, said(deed, listing, words), site), (_link(listing),), listing.kind)
        return
    kinds = {listing.kind.slug for listing, _ in deeds}
    act = deeds[0][1].act
    yield Change(
        step(deeds[0][1], words(f"changes.many.{act}", n=len(deeds)), site),
        tuple(_link(listing) for listing, _ in deeds[:NAMED]),
        deeds[0][0].kind if len(kinds) == 1 else None,
        len(deeds) - NAMED,
    )


def _link(listing: Listing) -> Link:
    return Link(listing.name, of_listing(listing.id))


def _days(found: Sequence[Change], words: Words) -> Iterator[DayOfChanges]:
    for day, of_day in groupby(found, key=lambda each: each.step.day):
        weekday = words.locale.days["stand-alone"]["wide"][day.weekday()]
        yield DayOfChanges(day, weekday, words.month(day), tuple(of_day))
