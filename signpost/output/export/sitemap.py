"""The Catalog -> `sitemap.xml` (sitemaps.org, protocol 0.9); an index of several above 50,000 addresses."""

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from signpost.model.addresses import Crossing, addresses, crossings, of_crossing, of_listing
from signpost.model.files import File
from signpost.model.kinds import Site
from signpost.model.listings import Catalog, Listing, freshness, is_listed
from signpost.model.offers import Offer

OFFERS = (Offer("sitemap.xml", "sitemap", "application/xml", "https://www.sitemaps.org/protocol.html"),)
MOST = 50_000
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def for_search_engines(catalog: Catalog, today: date) -> set[str]:
    """The addresses that search engines may show: all but those of listings that are closed or expired.

    Lists of a kind and a choice that hold too few without them are left out too. Further pages of long lists are found
    from the first.
    """
    hidden = [each for each in catalog if not is_listed(each, freshness(each, today))]
    found = set(addresses(catalog)) - {of_listing(each.id) for each in hidden}
    return found - {of_crossing(each) for each in _thin(catalog, hidden)} if hidden else found


def _thin(catalog: Catalog, hidden: list[Listing]) -> set[Crossing]:
    """The crossings that are enough with what lists leave out, and not without."""
    left_out = {each.id for each in hidden}
    listed = (each for each in catalog if each.id not in left_out)
    return crossings(catalog, catalog.charter) - crossings(listed, catalog.charter)


def sitemap_xml(site: Site, shown: Iterable[str]) -> Iterator[File]:
    """The addresses of pages, in order."""
    base = site.base_url.rstrip("/")
    found = sorted(base + address for address in shown)
    parts = [found[start : start + MOST] for start in range(0, max(1, len(found)), MOST)]
    if len(parts) == 1:
        yield File("sitemap.xml", _listed("urlset", "url", found))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield File("sitemap.xml", _listed("sitemapindex", "sitemap", [f"{base}/{name}" for name in names]))
    for name, part in zip(names, parts, strict=True):
        yield File(name, _listed("urlset", "url", part))


def _listed(root: str, item: str, found: list[str]) -> bytes:
    rows = "".join(f"<{item}><loc>{escape(address)}</loc></{item}>\n" for address in found)
    return f"{HEAD}<{root} {NAMESPACE}>\n{rows}</{root}>\n".encode()
