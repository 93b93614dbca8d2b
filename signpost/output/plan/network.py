"""The shelves -> the page on which a visitor plans a support network."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from signpost.model.addresses import HOME, PLAN
from signpost.model.files import Link, Page
from signpost.model.kinds import Field
from signpost.model.words import Words
from signpost.output.plan.facets import Facet
from signpost.output.plan.shelves import Shelves, leading
from signpost.output.plan.table import Table
from signpost.output.plan.views import Group, Question

ONE_OF, ANY_OF, TOPICS = ("format",), ("languages", "cost", "commitment"), "topics"
"""Filters that are asked about when a directory has them, by name, and the one a mentor can be kept for."""

BOTH, IN_SIGHT = "hybrid", 8
"""The format that is both others at once, so it is not asked for; how many choices stand open."""

HALF = {"format": (BOTH,), "country": ("worldwide",), "freshness": ("ageing",)}
"""Choices that count for half where they are not what is asked for."""

Criterion = tuple[str, float, float | None, Sequence[str], str]
"""A filter, points for what is asked and for what is not, choices that count for half, the key of words."""

POINTS: Mapping[str, tuple[float, float | None, str]] = {
    "country": (4, None, "why-in"), "city": (2, -2.5, "why-in"), "format": (1, None, ""),
    "languages": (2, -4, "why-in"), "cost": (2, -3, "why"), "commitment": (1.5, -1, "why"),
    "freshness": (2, 0, "why-fresh"),
}  # fmt: skip
"""What a filter gives to a listing that meets what is asked, and to one that does not: None where it does not fit
at all. With the key of the words in which it is a reason."""


def network(on: Shelves, table: Table, words: Words) -> Page:
    """The page of the plan: its questions, and where its script finds the listings.

    What it asks follows from what is declared: the first field with pages leads, the second is asked for in a list.
    """
    title = words("plan.heading")
    crumbs = (Link(words("page.home"), HOME), Link(title, PLAN))
    found = {facet.name: facet for facet in table.facets}
    shows = {"table": table.address, "topics": found.get(TOPICS), **_fields(on, found), **_places(found)}
    shows |= {"choices": tuple(_questions(found)), "criteria": tuple(_criteria(on, found))}
    return Page(PLAN, "pages/plan.html", title, words("plan.summary"), crumbs, shows=shows)


def _fields(on: Shelves, found: dict[str, Facet]) -> dict[str, object]:
    """The field that leads, with the choices somebody made, and the second; None for what is not declared."""
    lead, second = leading(on.catalog.charter)
    terms = tuple(each for each in on.terms_of(lead) if each.count) if lead else ()
    facet = found.get(second.name) if second else None
    whole = _whole(second)
    choices = tuple(Link(each.label, each.code) for each in facet.choices if each.code not in whole) if facet else ()
    return {
        "lead": lead and Question(lead.name, lead.label),
        "terms": terms,
        "second": Question(second.name, second.label, choices) if second and choices else None,
    }


def _whole(second: Field | None) -> set[str]:
    """The choices of the second field that leave nobody out."""
    return set(second.default or ()) if second else set()


def _criteria(on: Shelves, found: dict[str, Facet]) -> Iterator[Criterion]:
    """What the page's script looks at when it chooses, in the order in which the reasons are told."""
    lead, second = leading(on.catalog.charter)
    whole = tuple(sorted(_whole(second)))
    if lead:
        yield lead.name, 1, 0, (), "why-needs"
    for name, (hit, miss, key) in POINTS.items():
        if name in found:
            yield name, hit, miss, HALF.get(name, ()), key
    if second and second.name in found:
        yield second.name, 4, None, whole, "why-work"


def _places(found: dict[str, Facet]) -> dict[str, object]:
    """The countries, and for each the cities in it: a city's code begins with its country's."""
    country, city = found.get("country"), found.get("city")
    names = {each.code: each.label for each in country.choices} if country else {}
    by_country = groupby(city.choices if city else (), lambda each: each.code.partition("/")[0].upper())
    cities = {code: tuple(Link(city.label, city.code) for city in each) for code, each in by_country}
    return {
        "country": country and _question(country),
        "city": city and Question(city.name, city.label),
        "cities": tuple((code, Group(names[code], links)) for code, links in cities.items() if code in names),
    }


def _questions(found: dict[str, Facet]) -> Iterator[Question]:
    """The other questions, each with two choices or more."""
    for name in (*ONE_OF, *ANY_OF):
        question = _question(found[name], one=name in ONE_OF) if name in found else None
        if question and len(question.choices) > 1:
            yield question


def _question(facet: Facet, *, one: bool = True) -> Question:
    choices = tuple(Link(each.label, each.code) for each in facet.choices if each.code != BOTH)
    return Question(facet.name, facet.label, choices, one, len(choices) > IN_SIGHT)
