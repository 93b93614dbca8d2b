"""The Catalog -> every page of the site, with all it shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from signpost.model.addresses import HOME, NEEDS_CHECK, SEARCH
from signpost.model.files import WHOLE, Link, Page, Share
from signpost.model.listings import Catalog, Listing, State
from signpost.model.words import Words
from signpost.output.plan.browse import browse_pages, country_group, term_group
from signpost.output.plan.calendar import calendar
from signpost.output.plan.listing import listing_pages
from signpost.output.plan.network import give_back, network
from signpost.output.plan.prose import links, prose_pages
from signpost.output.plan.related import Neighbours, neighbours
from signpost.output.plan.shelves import Shelves, pages_fields, shelves
from signpost.output.plan.table import Table, table
from signpost.output.plan.views import Counted, Group, Standing, Total
from signpost.output.plan.world import world

NOT_FOUND, SHOWN = "/404.html", 48


@dataclass(frozen=True, slots=True)
class Basis:
    """What all pages are planned from, worked out once."""

    on: Shelves
    among: Neighbours
    table: Table


def basis(catalog: Catalog, words: Words, today: date) -> Basis:
    """The basis of a catalog's pages on a day."""
    on = shelves(catalog, words, today)
    return Basis(on, neighbours(on), table(on, words))


def plan(based: Basis, words: Words, add: Mapping[str, str], share: Share = WHOLE) -> Iterator[Page]:
    """Every page, or a share of them. `add` holds the address to add a listing at, by kind."""
    on = based.on
    single = (
        home(on, words),
        search(on, words),
        world(on, words),
        calendar(on, words),
        network(based.table, words),
        give_back(words),
        needs_check(on, words),
        not_found(words),
    )
    return chain(
        share.among(chain(single, browse_pages(on, words, add), prose_pages(on, words))),
        chain.from_iterable(listing_pages(each, on, based.among, words) for each in share.among(on.catalog)),
    )


def home(on: Shelves, words: Words) -> Page:
    """The first page: the needs, the kinds, the guides, and every other way in."""
    site, guides = on.catalog.charter.site, [each for each in on.catalog.prose if each.is_guide]
    shows = {"total": len(on.listed), "guides": links(guides), **_ways_in(on, words)}
    return Page(HOME, "pages/home.html", site.title, site.tagline, shows=shows)


def _ways_in(on: Shelves, words: Words) -> dict[str, object]:
    """The first field with pages as `lead`, the kinds, and the other fields and the countries as `browse`."""
    fields = pages_fields(on.catalog.charter)
    lead = Group(words("home.lead-label"), terms=on.terms_of(fields[0])) if fields else Group("")
    counts = {slug: sum(each.kind.slug == slug for each in on.listed) for slug in on.catalog.shelves}
    return {
        "lead": lead,
        "kinds": tuple(Counted(kind, counts[slug]) for slug, kind in on.catalog.charter.kinds.items()),
        "browse": tuple(
            group
            for group in (
                *(term_group(field, on) for field in fields[1:]),
                country_group(on, words("places.heading")),
            )
            if group.links
        ),
    }


def search(on: Shelves, words: Words) -> Page:
    """The search page: its filters, and where to browse instead."""
    title = words("menu.search")
    crumbs = (Link(words("page.home"), HOME), Link(title, SEARCH))
    shows = {"facets": facets(on, words), "messages": _messages(words), **_ways_in(on, words)}
    return Page(SEARCH, "pages/search.html", title, words("search.summary"), crumbs, shows=shows)


def _messages(words: Words) -> dict[str, str]:
    """What the search says of its results, for the script to fill in."""
    return {key: words(f"search.found.{key}", n="{n}") for key in ("none", "one", "many", "loading", "failed")}


def facets(on: Shelves, words: Words) -> tuple[dict[str, object], ...]:
    """The filters of the search page, in order: each with a name, a label and its choices' codes and labels."""
    found: list[dict[str, object]] = []
    kinds = [Link(kind.many, slug) for slug, kind in on.catalog.charter.kinds.items()]
    found.append(
        {"name": "kind", "label": words("search.kind"), "choices": (*kinds, Link(words("menu.guides"), "guides"))}
    )
    fields = [field for field in on.catalog.charter.shared.fields.values() if field.facet]
    for field in sorted(fields, key=lambda each: each.facet or 0):
        choices = _choices(field.name, on)
        found += [{"name": field.name, "label": field.label, "choices": choices}] if choices else []
    states = tuple(
        Link(words(f"freshness.{state}.name"), state) for state in ("fresh", "unconfirmed", "ageing", "stale")
    )
    return (*found, {"name": "freshness", "label": words("search.freshness"), "choices": states})


def _choices(name: str, on: Shelves) -> tuple[Link, ...]:
    """Label and code of every choice of a field that some listing made."""
    field = on.catalog.charter.shared.fields[name]
    made = {code for each in on.listed if name in each.values for code in _codes(each.values[name])}
    if field.vocabulary:
        return tuple(Link(term.label, code) for code, term in field.vocabulary.terms.items() if code in made)
    if field.type.name == "country":
        return tuple(Link(label, code) for code, label in on.countries.items() if code in made)
    return ()


def _codes(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


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
    shows = {"groups": groups, "totals": totals}
    return Page(NEEDS_CHECK, "pages/needs-check.html", title, words("needs-check.intro"), crumbs, shows=shows)


def _waiting(state: State, on: Shelves) -> list[Listing]:
    """The listings in a state that are not closed, longest waiting first."""
    found = [each for each in on.catalog if on.freshness[each.id].state is state and not each.is_closed]
    return sorted(found, key=lambda each: (on.freshness[each.id].day or date.min, each.get("seen_active", 0), each.id))


def not_found(words: Words) -> Page:
    """What a host shows for an address that is not there."""
    return Page(NOT_FOUND, "pages/not-found.html", words("not-found.heading"), words("not-found.text"), indexed=False)
