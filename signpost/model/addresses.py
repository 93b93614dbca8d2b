"""Where everything stands on the site: the one place that says so. Addresses begin and end with a slash."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import quote, urlsplit

from signpost.model.kinds import Charter, Field, Site
from signpost.model.listings import Catalog, Listing, Prose
from signpost.model.parts import ALL
from signpost.model.source import Tree

HOME, SEARCH, GUIDES, NEEDS_CHECK, PLACES = "/", "/search/", "/guides/", "/needs-check/", "/in/"
MAP, CALENDAR, PLAN, GIVE_BACK, ADD = "/map/", "/calendar/", "/plan/", "/give-back/", "/add/"
CHANGES, DATA = "/changes/", "/data/"
HSDS = f"{DATA}hsds/"
PATTERNS = "/patterns/"  # in the preview alone, so nothing may link to it
ENOUGH = 2
"""How many listings a kind and a choice, or a kind and a country, share at least where they have a list together."""

Crossing = tuple[str, str, str]
"""The folder of a kind, the name of a field with pages or `country`, and the code of one of its choices."""

OFFLINE = "/offline/"
"""What is shown when a page cannot be had; nothing leads to it."""
FIXED = {
    HOME: "home",
    SEARCH: "search",
    MAP: "map",
    CALENDAR: "calendar",
    PLAN: "plan",
    GIVE_BACK: "give-back",
    ADD: "form",
    CHANGES: "changes",
    GUIDES: "prose",
    NEEDS_CHECK: "health",
    PLACES: "lists",
    DATA: "data",
    HSDS: "hsds",
}
"""What has its page whatever is listed, and the part of the site that this belongs to."""


def of_listing(identity: str) -> str:
    """The page of a listing, by `<folder>/<slug>`."""
    return f"/{identity}/"


@cache
def of_field(name: str) -> str:
    """The choices of a field with pages."""
    return f"/{name.replace('_', '-')}/"


@cache
def of_term(field: str, code: str) -> str:
    """The list of one choice of a field with pages."""
    return f"{of_field(field)}{code}/"


@cache
def of_country(code: str) -> str:
    """The list of a country, by its ISO 3166-1 code."""
    return f"{PLACES}{code.lower()}/"


@cache
def of_city(country: str, city: str) -> str:
    """The list of a city."""
    return f"{of_country(country)}{slug_of(city)}/"


@cache
def of_crossing(crossing: Crossing) -> str:
    """The list of a choice, or of a country, within a kind: the address of the whole list, below the kind's own."""
    kind, field, code = crossing
    return f"/{kind}{of_country(code) if field == 'country' else of_term(field, code)}"


def of_asked(code: str) -> str:
    """The part of the page on giving back that stands for one choice of the field `give_back`."""
    return f"{GIVE_BACK}#{code}"


def of_adding(kind: str) -> str:
    """The form that adds a listing to a kind."""
    return f"{ADD}{kind}/"


def of_editing(identity: str) -> str:
    """The form that is filled in with a listing, by `<folder>/<slug>`."""
    kind, _, slug = identity.partition("/")
    return f"{of_adding(kind)}?edit={slug}"


def of_edited(identity: str) -> str:
    """What the form is filled in with: the file for scripts with a listing's segments and answers."""
    return f"/data/edit/{identity}.json"


def of_prose(prose: Prose) -> str:
    """A guide or another page of text."""
    return f"/{prose.address}/"


def of_service(identity: str) -> str:
    """The file of a service in HSDS, by its id."""
    return f"{HSDS}services/{identity}.json"


def of_calendar(address: str) -> str:
    """The calendar file (iCalendar) of what stands at an address: `/` for all, else that of a listing or a list."""
    return f"{address}calendar.ics"


def of_feed(address: str, ending: str = "atom") -> str:
    """The feed of what changed in a list: `/` for all. The ending is `atom` (RFC 4287) or `json` (JSON Feed)."""
    return f"{address}changes.{ending}"


def lists_of(listing: Listing, fields: Iterable[str]) -> Iterator[str]:
    """The lists with feeds that a listing stands in: all, its kind's, its country's, its choices' in some fields."""
    yield HOME
    yield listing.kind.address
    if "country" in listing.values:
        yield of_country(listing.values["country"])
    for name in fields:
        yield from (of_term(name, code) for code in listing.get(name, ()))


def of_badge(address: str) -> str:
    """The picture by which the people of a listing say that they are listed."""
    return f"{address}badge.svg"


def of_embed(address: str) -> str:
    """The page of a list that others show in theirs."""
    return f"/embed{address}"


LONGEST_SLUG = 60
PLAIN_NAME = re.compile("[A-Za-z]+(?: [A-Za-z]+){0,3}")
"""Few words in Latin letters without marks, which come to a slug as they are."""


@cache
def slug_of(name: str) -> str:
    """A name in any script as small Latin letters, digits and hyphens; `x` when nothing of it is left."""
    if len(name) < LONGEST_SLUG and PLAIN_NAME.fullmatch(name):
        return name.lower().replace(" ", "-")
    from slugify import slugify  # loaded once a name is met that is not plain

    return slugify(name, max_length=LONGEST_SLUG, word_boundary=True) or "x"


def city_of(listing: Listing) -> tuple[str, str] | None:
    """Country and address part of a listing's city, when it has both."""
    country, city = listing.get("country"), listing.get("city")
    return (country, slug_of(city)) if country and city else None


def pages_fields(charter: Charter) -> list[Field]:
    """The shared fields whose choices have pages; the first leads the home page."""
    return [field for field in charter.shared.fields.values() if field.pages and field.vocabulary]


def crossings_of(listing: Listing, fields: Iterable[str]) -> Iterator[Crossing]:
    """The crossings a listing stands in, given the names of the fields with pages."""
    for name in fields:
        for code in listing.get(name, ()):
            yield listing.kind.slug, name, code
    if "country" in listing.values:
        yield listing.kind.slug, "country", listing.values["country"]


def crossings(listings: Iterable[Listing], charter: Charter) -> set[Crossing]:
    """The crossings in which enough listings stand for a list.

    A page of the site is worked out from all listings, also those that lists leave out: so no address comes or goes
    with the days.
    """
    fields = [field.name for field in pages_fields(charter)]
    found = Counter(crossing for each in listings for crossing in crossings_of(each, fields))
    return {crossing for crossing, count in found.items() if count >= ENOUGH}


def base_path(site: Site) -> str:
    """`/` or `/repository/`: the path that a site is published at."""
    return urlsplit(site.base_url).path


def below(site: Site, address: str) -> str:
    """An address of a site as it stands in a page: below the path that the site is published at."""
    return base_path(site) + quote(address.lstrip("/"), safe="/#?=&")


def named_by_files(tree: Tree) -> Iterator[str]:
    """`<folder>/<slug>` of each file in a folder of listings, whether it can be read or not."""
    for path in tree:
        folder, _, name = path.removeprefix("content/").rpartition("/")
        if f"content/{folder}/_kind.yaml" in tree and not name.startswith("_"):
            yield f"{folder}/{name.rpartition('.')[0]}"


def of_lists(charter: Charter, parts: frozenset[str] = ALL) -> Iterator[str]:
    """Addresses that a charter gives away before there is any listing or page of text, in some parts of the site."""
    yield from (address for address, part in FIXED.items() if part in parts)
    if "lists" in parts:
        yield from (kind.address for kind in charter.kinds.values())
        yield from (of_field(field.name) for field in charter.shared.fields.values() if field.pages)
    if "form" in parts:
        yield from (of_adding(slug) for slug in charter.kinds)


def addresses(catalog: Catalog, parts: frozenset[str] = ALL) -> Iterator[str]:
    """Every address a text can link to, in some parts of the site."""
    charter = catalog.charter
    yield from of_lists(charter, parts)
    if "listings" in parts:
        yield from (of_listing(each.id) for each in catalog)
    if "lists" in parts:
        for field in pages_fields(charter):
            yield from (of_term(field.name, code) for code in (field.vocabulary.terms if field.vocabulary else ()))
        yield from (of_country(code) for code in {each.values.get("country") for each in catalog} if code)
    if "cities" in parts:
        yield from (of_city(*city) for city in {city_of(each) for each in catalog} if city)
    if "crossings" in parts:
        yield from map(of_crossing, crossings(catalog, charter))
    if "prose" in parts:
        yield from map(of_prose, catalog.prose)
