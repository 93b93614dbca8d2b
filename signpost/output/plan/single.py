"""The pages that are not a listing's and not a list's, by the part of the site they belong to.

Each part's own module is loaded when its pages are asked for.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from signpost.model.addresses import HOME, OFFLINE
from signpost.model.files import Page
from signpost.model.words import Words

if TYPE_CHECKING:
    from signpost.output.plan import Basis

NOT_FOUND = "/404.html"


def _home(based: "Basis", words: Words) -> Iterable[Page]:
    """The first page: the needs, the kinds, the guides, and every other way in."""
    from signpost.output.plan.browse import ways_in
    from signpost.output.plan.elsewhere import found_on
    from signpost.output.plan.prose import links

    site, guides = based.on.catalog.charter.site, [each for each in based.on.catalog.prose if each.is_guide]
    shows = {"total": len(based.on.listed), "guides": links(guides), **ways_in(based.on, words)}
    there = found_on(HOME, site.title, based.on, words)
    return (Page(HOME, "pages/home.html", site.title, site.tagline, alternates=there, shows=shows),)


def _search(based: "Basis", words: Words) -> Iterable[Page]:
    from signpost.output.plan.finding import search

    return (search(based.on, based.table, words),)


def _map(based: "Basis", words: Words) -> Iterable[Page]:
    from signpost.output.plan.world import world

    return (world(based.places, based.closer, words),)


def _plan(based: "Basis", words: Words) -> Iterable[Page]:
    from signpost.output.plan.network import network

    return (network(based.on, based.table, words),)


def _give_back(based: "Basis", words: Words) -> Iterable[Page]:
    from signpost.output.plan.giving import give_back

    return (give_back(based.on, words),)


def _health(based: "Basis", words: Words) -> Iterable[Page]:
    from signpost.output.plan.health import needs_check

    return (needs_check(based.on, words),)


def _hsds(based: "Basis", words: Words) -> Iterable[Page]:
    from signpost.output.plan.hsds import conformance

    return (conformance(based.on.catalog, words),)


def _errors(_: "Basis", words: Words) -> Iterable[Page]:
    """What a host shows for an address that is not there."""
    title, say = words("not-found.heading"), words("not-found.text")
    return (Page(NOT_FOUND, "pages/not-found.html", title, say, indexed=False),)


def _offline(_: "Basis", words: Words) -> Iterable[Page]:
    """What is shown in place of a page that cannot be had without a connection: a script lists those that can."""
    return (Page(OFFLINE, "pages/offline.html", words("offline.heading"), words("offline.text"), indexed=False),)


def _form(based: "Basis", words: Words) -> Iterable[Page]:
    from signpost.output.plan.adding import adding

    return adding(based.on, based.ruling, words)


def _calendar(based: "Basis", words: Words) -> Iterable[Page]:
    from signpost.output.plan.calendar import calendar_pages

    return calendar_pages(based.on, words)


def _changes(based: "Basis", words: Words) -> Iterable[Page]:
    from signpost.output.plan.changes import change_pages

    return change_pages(based.on, words)


def _prose(based: "Basis", words: Words) -> Iterable[Page]:
    from signpost.output.plan.prose import prose_pages

    return prose_pages(based.on, words)


SINGLE: Mapping[str, Callable[["Basis", Words], Iterable[Page]]] = MappingProxyType(
    {
        "home": _home,
        "search": _search,
        "map": _map,
        "plan": _plan,
        "give-back": _give_back,
        "health": _health,
        "hsds": _hsds,
        "errors": _errors,
        "offline": _offline,
        "form": _form,
        "calendar": _calendar,
        "changes": _changes,
        "prose": _prose,
    }
)
"""What plans each of them."""
