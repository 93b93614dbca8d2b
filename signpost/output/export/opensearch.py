"""The Site -> `opensearch.xml` (OpenSearch 1.1), by which browsers offer the site as a search engine of its own."""

from html import escape

from signpost.model.files import File
from signpost.model.kinds import Site

SHORT, LONG = 16, 48
"""How many characters the two names may have."""

NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"


def opensearch(site: Site, assets_folder: str) -> File:
    """What the site is called, and the address that leads to its search with what was typed."""
    icon = f"{site.base_url}{assets_folder}/favicon.svg"
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<OpenSearchDescription xmlns="{NAMESPACE}">\n'
        f"<ShortName>{escape(cut(site.title, SHORT))}</ShortName>\n"
        f"<LongName>{escape(cut(site.title, LONG))}</LongName>\n"
        f"<Description>{escape(site.tagline)}</Description>\n"
        f'<Url type="text/html" template="{escape(site.base_url)}search/?q={{searchTerms}}"/>\n'
        f'<Url type="application/opensearchdescription+xml" rel="self" '
        f'template="{escape(site.base_url)}opensearch.xml"/>\n'
        f'<Image width="32" height="32" type="image/svg+xml">{escape(icon)}</Image>\n'
        f"<Language>{site.language}</Language>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n<OutputEncoding>UTF-8</OutputEncoding>\n"
        "</OpenSearchDescription>\n"
    )
    return File("opensearch.xml", text.encode())


def cut(name: str, most: int) -> str:
    """A name with so many characters at most: whole words where that can be."""
    if len(name) <= most:
        return name
    return name[: most + 1].rpartition(" ")[0].rstrip() or name[:most]
