"""The Catalog -> `sitemap.xml` (sitemaps.org, protocol 0.9); an index of several above 50,000 addresses."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from types import MappingProxyType

from markupsafe import escape

from signpost.model.addresses import (
    CHANGES,
    GUIDES,
    HOME,
    Crossing,
    addresses,
    city_of,
    crossings,
    crossings_of,
    lists_of,
    of_city,
    of_crossing,
    of_listing,
    of_prose,
    pages_fields,
)
from signpost.model.chronicle import Past
from signpost.model.files import File
from signpost.model.kinds import Site
from signpost.model.listings import Catalog, Listing, freshness, is_listed
from signpost.model.offers import Offer
from signpost.model.parts import ALL

OFFERS = (Offer("sitemap.xml", "sitemap", "application/xml", "https://www.sitemaps.org/protocol.html"),)
MOST = 50_000
NEVER: Mapping[str, date] = MappingProxyType({})
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def for_search_engines(catalog: Catalog, today: date, parts: frozenset[str] = ALL) -> set[str]:
    """The addresses that search engines may show: all in some parts but those of listings that are closed or expired.

    Lists of a kind and a choice that hold too few without them are left out too. Further pages of long lists are found
    from the first.
    """
    hidden = [each for each in catalog if not is_listed(each, freshness(each, today))]
    found = set(addresses(catalog, parts)) - {of_listing(each.id) for each in hidden}
    return found - {of_crossing(each) for each in _thin(catalog, hidden)} if hidden else found


def _thin(catalog: Catalog, hidden: list[Listing]) -> set[Crossing]:
    """The crossings that are enough with what lists leave out, and not without."""
    left_out = {each.id for each in hidden}
    listed = (each for each in catalog if each.id not in left_out)
    return crossings(catalog, catalog.charter) - crossings(listed, catalog.charter)


def last_changes(catalog: Catalog, known: Past, parts: frozenset[str] = ALL) -> Mapping[str, date]:
    """The day (UTC) on which what a page is about last changed, for listings, texts and lists: as git knows it.

    Where it does not know a listing, that is the day on which a person checked it, or on which it was compiled. A list
    has the latest day of the listings that stand in it, or would if they were open. Of those that are gone only their
    number is known, so their day is that of the first page and of the one that tells what changed.
    """
    found: dict[str, date] = {}
    for address, day in chain(_of_texts(catalog, known), _of_listings(catalog, known, parts), _of_all(known)):
        if day > found.get(address, date.min):
            found[address] = day
    return found


def _of_texts(catalog: Catalog, known: Past) -> Iterator[tuple[str, date]]:
    """Each text and its day, and that day for the list of guides where it is one."""
    for each in catalog.prose:
        if each.address in known.texts:
            day = known.texts[each.address].commit.when.date()
            yield of_prose(each), day
            if each.is_guide:
                yield GUIDES, day


def _of_listings(catalog: Catalog, known: Past, parts: frozenset[str]) -> Iterator[tuple[str, date]]:
    """Each listing and its day, and that day for each list in which it stands."""
    fields = [field.name for field in pages_fields(catalog.charter)]
    for each in catalog:
        deeds = known.of(each)
        if day := deeds[0].commit.when.date() if deeds else each.get("verified") or each.get("compiled"):
            for address in chain((of_listing(each.id),), _lists_of(each, fields, parts)):
                yield address, day


def _lists_of(listing: Listing, fields: list[str], parts: frozenset[str]) -> Iterator[str]:
    """Every list of listings, where there is one: also that of its city, and of its kind and a choice together."""
    yield from lists_of(listing, fields)
    if "crossings" in parts:
        yield from map(of_crossing, crossings_of(listing, fields))
    if "cities" in parts and (city := city_of(listing)):
        yield of_city(*city)


def _of_all(known: Past) -> Iterator[tuple[str, date]]:
    """The newest of all that happened."""
    if days := [*(deed.commit.when.date() for _, deed in known.deeds[:1]), *known.gone]:
        yield HOME, max(days)
        yield CHANGES, max(days)


def sitemap_xml(site: Site, shown: Iterable[str], changed: Mapping[str, date] = NEVER) -> Iterator[File]:
    """The addresses of pages, in order, with the day on which each last changed where that is known."""
    base = site.base_url.rstrip("/")
    found = sorted((base + address, changed.get(address)) for address in shown)
    parts = [found[start : start + MOST] for start in range(0, max(1, len(found)), MOST)]
    if len(parts) == 1:
        yield File("sitemap.xml", _listed("urlset", "url", found))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield File("sitemap.xml", _listed("sitemapindex", "sitemap", [(f"{base}/{name}", None) for name in names]))
    for name, part in zip(names, parts, strict=True):
        yield File(name, _listed("urlset", "url", part))


def _listed(root: str, item: str, found: Iterable[tuple[str, date | None]]) -> bytes:
    rows = "".join(
        f"<{item}><loc>{escape(address)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</{item}>\n"
        for address, day in found
    )
    return f"{HEAD}<{root} {NAMESPACE}>\n{rows}</{root}>\n".encode()
