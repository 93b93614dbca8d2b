"""The shelves -> the lists people browse by: kinds, choices of fields with pages, countries and cities."""

from collections.abc import Iterator, Mapping

from signpost.model.addresses import HOME, PLACES, of_city, of_country, of_field, of_term
from signpost.model.fieldtypes.places import country_names
from signpost.model.files import Link, Page
from signpost.model.kinds import Field
from signpost.model.words import Words
from signpost.output.plan.lists import List, list_pages
from signpost.output.plan.shelves import Shelves, alphabetical, pages_fields
from signpost.output.plan.views import Group


def browse_pages(shelves: Shelves, words: Words, add: Mapping[str, str]) -> Iterator[Page]:
    """Every list and every index of lists. `add` holds the address to add a listing at, by kind."""
    home = Link(words("page.home"), HOME)
    for found in (
        *kind_lists(shelves, words, home, add),
        *term_lists(shelves, home),
        *place_lists(shelves, words, home),
    ):
        yield from list_pages(found, shelves)
    for field in pages_fields(shelves.catalog.charter):
        yield _index(of_field(field.name), _label(field), _intro(field), (term_group(field, shelves, ""),), home)
    yield _index(PLACES, words("places.heading"), words("places.intro"), (country_group(shelves, ""),), home)


def _label(field: Field) -> str:
    return field.vocabulary.label if field.vocabulary else field.label


def _intro(field: Field) -> str:
    return field.vocabulary.intro if field.vocabulary else ""


def _index(address: str, heading: str, intro: str, groups: tuple[Group, ...], home: Link) -> Page:
    shows = {"heading": heading, "intro": intro, "groups": groups}
    crumbs = (home, Link(heading, address))
    return Page(address, "pages/terms.html", heading, intro or heading, crumbs, shows=shows)


def term_group(field: Field, shelves: Shelves, label: str | None = None, here: str = "") -> Group:
    """Links to the lists of a field's choices: those that hold something, and the one that is being read."""
    links = tuple(
        Link(term.label, term.address, term.count, current=term.code == here)
        for term in shelves.terms_of(field)
        if term.count or term.code == here
    )
    return Group(_label(field) if label is None else label, links)


def country_group(shelves: Shelves, label: str, here: str = "") -> Group:
    """Links to the lists of countries, by name."""
    names = country_names(shelves.catalog.charter.site.language)
    codes = sorted({listing.values["country"] for listing in shelves.catalog if "country" in listing.values})
    links = (Link(names[code], of_country(code), len(shelves.by_country.get(code, ())), code == here) for code in codes)
    return Group(label, tuple(sorted(links, key=lambda link: alphabetical(link.label))))


def city_group(country: str, shelves: Shelves, label: str, here: str = "") -> Group:
    """Links to the lists of a country's cities, by name."""
    links = (
        Link(str(found[0].get("city")), of_city(*city), len(found), current=city[1] == here)
        for city, found in shelves.by_city.items()
        if city[0] == country
    )
    return Group(label, tuple(sorted(links, key=lambda link: alphabetical(link.label))))


def kind_lists(shelves: Shelves, words: Words, home: Link, add: Mapping[str, str]) -> Iterator[List]:
    """A list for each kind, with links to the other ways in."""
    kinds = shelves.catalog.charter.kinds
    counts = {slug: [each for each in shelves.listed if each.kind.slug == slug] for slug in kinds}
    by_field = tuple(term_group(field, shelves) for field in pages_fields(shelves.catalog.charter))
    for slug, kind in kinds.items():
        others = tuple(Link(each.many, each.address, len(counts[each.slug]), each is kind) for each in kinds.values())
        groups = (Group(words("list.kinds"), others), *by_field)
        yield List(kind.address, kind.many, kind.intro, counts[slug], (home,), groups, kind, add.get(slug))


def term_lists(shelves: Shelves, home: Link) -> Iterator[List]:
    """A list for each choice of a field with pages, with links to the other choices."""
    for field in pages_fields(shelves.catalog.charter):
        crumbs = (home, Link(_label(field), of_field(field.name)))
        for term in shelves.terms_of(field):
            listings = shelves.by_term.get((field.name, term.code), ())
            groups = (term_group(field, shelves, here=term.code),)
            yield List(of_term(field.name, term.code), term.label, term.hint, listings, crumbs, groups)


def place_lists(shelves: Shelves, words: Words, home: Link) -> Iterator[List]:
    """A list for each country, with links to its cities, and one for each city, with links to its neighbours."""
    crumbs = (home, Link(words("places.heading"), PLACES))
    for country in country_group(shelves, "").links:
        code = str(country.address).removeprefix(PLACES).strip("/").upper()
        groups = (
            city_group(code, shelves, words("places.cities")),
            country_group(shelves, words("places.heading"), code),
        )
        listings = shelves.by_country.get(code, ())
        yield List(of_country(code), country.label, words("places.in", place=country.label), listings, crumbs, groups)
    for (code, slug), listings in shelves.by_city.items():
        city = str(listings[0].get("city"))
        country_link = Link(country_names(shelves.catalog.charter.site.language)[code], of_country(code))
        neighbours = (city_group(code, shelves, words("places.cities"), slug),)
        intro = words("places.in", place=f"{city}, {country_link.label}")
        yield List(f"{of_country(code)}{slug}/", city, intro, listings, (*crumbs, country_link), neighbours)
