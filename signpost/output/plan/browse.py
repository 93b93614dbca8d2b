"""The shelves -> the lists people browse by: kinds, choices of fields with pages, countries and cities."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from signpost.model.addresses import HOME, PLACES, of_city, of_country, of_field, of_term, pages_fields
from signpost.model.files import Link, Page
from signpost.model.kinds import Field
from signpost.model.parts import ALL
from signpost.model.words import Words
from signpost.output.plan.crossed import COUNTRY, axes, crossed_lists, kinds_within, label_of_field, within_kind
from signpost.output.plan.embeds import embed, embed_snippet
from signpost.output.plan.lists import List, list_pages
from signpost.output.plan.shelves import Shelves, alphabetical
from signpost.output.plan.views import Counted, Group, TermView


def browse_pages(shelves: Shelves, words: Words, parts: frozenset[str] = ALL) -> Iterator[Page]:
    """Every list and every index of lists, of some parts of the site."""
    home = Link(words("page.home"), HOME)
    for found in _lists(shelves, words, home, parts):
        yield from list_pages(found, shelves, words)
        if found.snippet:
            yield embed(found, shelves, words)
    if "lists" in parts:
        yield from _indices(shelves, words, home)


def _lists(shelves: Shelves, words: Words, home: Link, parts: frozenset[str]) -> Iterator[List]:
    """Every list; those that other people's pages may show say how."""
    lists = (
        *((*kind_lists(shelves, words, home), *term_lists(shelves, words, home)) if "lists" in parts else ()),
        *place_lists(shelves, words, home, parts),
    )
    site = shelves.catalog.charter.site
    for found in lists:
        yield found._replace(snippet=embed_snippet(found, site, words)) if "embeds" in parts else found
    if "crossings" in parts:
        yield from crossed_lists(shelves, words)


def _indices(shelves: Shelves, words: Words, home: Link) -> Iterator[Page]:
    """The pages that lead to the lists of a field's choices, and to those of the countries."""
    for field in pages_fields(shelves.catalog.charter):
        terms = shelves.terms_of(field)
        arms = terms if all(term.icon for term in terms) else ()
        group = term_group(field, shelves, "")
        yield _index(of_field(field.name), label_of_field(field), _intro(field), (group,), home, arms)
    yield _index(PLACES, words("places.heading"), words("places.intro"), (country_group(shelves, ""),), home)


def _intro(field: Field) -> str:
    return field.vocabulary.intro if field.vocabulary else ""


def _index(
    address: str, heading: str, intro: str, groups: tuple[Group, ...], home: Link, arms: tuple[TermView, ...] = ()
) -> Page:
    """A page that leads to lists. Choices that all have an icon are shown as the `arms` of a signpost."""
    shows = {"heading": heading, "intro": intro, "groups": groups, "arms": arms}
    crumbs = (home, Link(heading, address))
    return Page(address, "pages/terms.html", heading, intro or heading, crumbs, shows=shows)


def term_group(field: Field, shelves: Shelves, label: str | None = None, here: str = "") -> Group:
    """Links to the lists of a field's choices: those that hold something, and the one that is being read."""
    links = tuple(
        Link(term.label, term.address, term.count, current=term.code == here)
        for term in shelves.terms_of(field)
        if term.count or term.code == here
    )
    return Group(label_of_field(field) if label is None else label, links)


def country_group(shelves: Shelves, label: str, here: str = "") -> Group:
    """Links to the lists of countries, by name."""
    counts = shelves.by_country
    links = (
        Link(name, of_country(code), len(counts.get(code, ())), code == here)
        for code, name in shelves.countries.items()
    )
    return Group(label, tuple(links))


def city_links(shelves: Shelves) -> Mapping[str, tuple[Link, ...]]:
    """Links to the lists of cities, by name, under the code of their country."""
    found: dict[str, list[Link]] = defaultdict(list)
    for (country, slug), name in shelves.cities.items():
        found[country].append(Link(name, of_city(country, name), len(shelves.by_city.get((country, slug), ()))))
    return {code: tuple(sorted(links, key=lambda link: alphabetical(link.label))) for code, links in found.items()}


def kind_lists(shelves: Shelves, words: Words, home: Link) -> Iterator[List]:
    """A list for each kind, with links to the other kinds, and to what is within this one."""
    kinds, by_kind = shelves.catalog.charter.kinds, shelves.by_kind
    crossed_with = axes(shelves, words)
    for slug, kind in kinds.items():
        others = (
            Link(each.many, each.address, len(by_kind.get(each.slug, ())), each is kind) for each in kinds.values()
        )
        within = (within_kind(kind, axis, shelves) for axis in crossed_with)
        groups = (*within, Group(words("list.kinds"), tuple(others)))
        listings = by_kind.get(slug, ())
        yield List(kind.address, kind.many, kind.intro, listings, (home,), groups, kind, has_feeds=True)


def term_lists(shelves: Shelves, words: Words, home: Link) -> Iterator[List]:
    """A list for each choice of a field with pages, with links to the kinds within it and to the other choices."""
    for field in pages_fields(shelves.catalog.charter):
        crumbs = (home, Link(label_of_field(field), of_field(field.name)))
        for term in shelves.terms_of(field):
            listings = shelves.by_term.get((field.name, term.code), ())
            kinds = kinds_within(field.name, term.code, shelves, words("list.kinds"))
            groups = (kinds, term_group(field, shelves, here=term.code))
            yield List(of_term(field.name, term.code), term.label, term.hint, listings, crumbs, groups, has_feeds=True)


def place_lists(shelves: Shelves, words: Words, home: Link, parts: frozenset[str] = ALL) -> Iterator[List]:
    """A list for each country, with links to its kinds and its cities, and one for each city, with its neighbours."""
    crumbs, cities = (home, Link(words("places.heading"), PLACES)), city_links(shelves)
    for code, name in shelves.countries.items():
        groups = (
            kinds_within(COUNTRY, code, shelves, words("list.kinds")),
            Group(words("places.cities"), cities.get(code, ())),
            country_group(shelves, words("places.heading"), code),
        )
        listings, intro = shelves.by_country.get(code, ()), words("places.in", place=name)
        if "lists" in parts:
            yield List(of_country(code), name, intro, listings, crumbs, groups, has_feeds=True)
        for city in cities.get(code, ()) if "cities" in parts else ():
            yield _city_list(city, Link(name, of_country(code)), shelves, words, crumbs, cities[code])


def _city_list(
    city: Link, country: Link, shelves: Shelves, words: Words, crumbs: tuple[Link, ...], neighbours: tuple[Link, ...]
) -> List:
    address = str(city.address)
    code, slug = address.strip("/").split("/")[-2:]
    groups = (Group(words("places.cities"), tuple(replace(each, current=each is city) for each in neighbours)),)
    intro = words("places.in", place=f"{city.label}, {country.label}")
    listings = shelves.by_city.get((code.upper(), slug), ())
    return List(address, city.label, intro, listings, (*crumbs, country), groups)


def ways_in(on: Shelves, words: Words) -> dict[str, object]:
    """The first field with pages as `lead`, the kinds, and the other fields and the countries as `browse`."""
    fields = pages_fields(on.catalog.charter)
    lead = Group(words("home.lead-label"), terms=on.terms_of(fields[0])) if fields else Group("")
    return {
        "lead": lead,
        "kinds": tuple(Counted(kind, len(on.by_kind.get(slug, ()))) for slug, kind in on.catalog.charter.kinds.items()),
        "browse": tuple(
            group
            for group in (
                *(term_group(field, on) for field in fields[1:]),
                country_group(on, words("places.heading")),
            )
            if group.links
        ),
    }
