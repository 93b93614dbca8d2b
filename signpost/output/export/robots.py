"""The Site -> `robots.txt` (RFC 9309): everything may be read; where the sitemap is."""

from signpost.model.files import File
from signpost.model.kinds import Site


def robots_txt(site: Site) -> File:
    """Rules for crawlers."""
    return File("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site.base_url}sitemap.xml\n".encode())
