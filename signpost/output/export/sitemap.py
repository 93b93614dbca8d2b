"""Pages -> `sitemap.xml` (sitemaps.org, protocol 0.9); an index of several above 50,000 addresses."""

from collections.abc import Iterable, Iterator
from html import escape

from signpost.model.files import File, Page
from signpost.model.kinds import Site

MOST = 50_000
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemap_xml(site: Site, pages: Iterable[Page]) -> Iterator[File]:
    """The addresses of all pages that search engines may show, in order."""
    base = site.base_url.rstrip("/")
    found = sorted(base + page.address for page in pages if page.indexed)
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
