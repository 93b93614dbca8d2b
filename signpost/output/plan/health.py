"""The Catalog -> the page that tells how up to date the directory is: what waits for a person, what is left out."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from signpost.model.addresses import HOME, NEEDS_CHECK
from signpost.model.files import Link, Page
from signpost.model.listings import Catalog, Listing, State
from signpost.model.words import Words
from signpost.output.plan.shelves import Shelves
from signpost.output.plan.views import Standing, Total

SHOWN = 48


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that the site does not show: its path, the page where it is mended, and what is wrong in it."""

    path: str
    edit: str
    says: tuple[str, ...]


def needs_check(on: Shelves, words: Words) -> Page:
    """The directory's health: how many listings are in each state, and which have waited longest for a person."""
    by_state = {state: _waiting(state, on) for state in State}
    groups = tuple(
        Standing(words(f"{key}.name"), words(f"{key}.hint"), on.cards_of(by_state[state][:SHOWN]), len(by_state[state]))
        for state in (State.EXPIRED, State.STALE, State.AGEING, State.UNCONFIRMED)
        if by_state[state] and (key := f"freshness.{state.name.lower()}")
    )
    totals = tuple(Total(words(f"freshness.{state.name.lower()}.name"), len(by_state[state])) for state in State)
    title = words("needs-check.heading")
    crumbs = (Link(words("page.home"), HOME), Link(title, NEEDS_CHECK))
    shows = {"groups": groups, "totals": totals, "left_out": left_out(on.catalog)}
    return Page(NEEDS_CHECK, "pages/needs-check.html", title, words("needs-check.intro"), crumbs, shows=shows)


def left_out(catalog: Catalog) -> tuple[LeftOut, ...]:
    """The files that are not shown for what is wrong with them, each with the page where it is mended."""
    site, by_path = catalog.charter.site, dict[str, list[str]]()
    for each in catalog.left_out:
        by_path.setdefault(each.path, []).append(f"{each.say}. {each.hint}".strip())
    edit = f"{site.repository}/edit/{site.branch}/"
    return tuple(LeftOut(path, edit + quote(path), tuple(said)) for path, said in by_path.items())


def _waiting(state: State, on: Shelves) -> list[Listing]:
    """The listings in a state that are not closed, longest waiting first."""
    found = [each for each in on.catalog if on.freshness[each.id].state is state and not each.is_closed]
    return sorted(found, key=lambda each: (on.freshness[each.id].day or date.min, each.get("seen_active", 0), each.id))
