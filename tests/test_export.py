"""Files for programs: the listings as JSON, the sitemap, and what crawlers may read."""

import json
from typing import Any
from xml.etree import ElementTree as ET

from signpost.output.export.sitemap import sitemap_xml
from tests.directories import catalog_of, files_of, listing

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def exported(texts: dict[str, str]) -> Any:
    """The listings of a directory below /repo/, as JSON holds them."""
    return json.loads(files_of(texts, "https://example.org/repo/", "json")["data/v1/listings.json"])


def addresses(xml: bytes) -> list[str]:
    """The addresses that a sitemap, or an index of sitemaps, names."""
    return [each.text or "" for each in ET.fromstring(xml).iter(f"{NAMESPACE}loc")]  # noqa: S314 - our own file


def pages(number: int) -> list[str]:
    """The addresses of as many pages."""
    return [f"/{n:06}/" for n in range(number)]


def test_a_listing_is_exported_with_all_it_says() -> None:
    text = listing(
        "Café", 'phone: "+442079460000"', "lat: 53.8", "lon: -1.5", "links: {meetup: https://meetup.example.org/}",
        'meets: {every: month, day: first tuesday, from: "18:30", starts: 2026-01-06, timezone: Europe/London}',
        body="Two\n\n*lines*.",
    )  # fmt: skip
    assert exported({"content/meetups/cafe.md": text}) == {
        "title": "Example Directory",
        "url": "https://example.org/repo/",
        "licence": "CC BY 4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "listings": [
            {
                "id": "meetups/cafe",
                "kind": "meetups",
                "page": "https://example.org/repo/meetups/cafe/",
                "work": ["any"],
                "status": "active",
                "format": "in-person",
                "timezone": "Europe/London",
                "name": "Café",
                "url": "https://café.example.org/",
                "summary": "An evening a month for people who work alone.",
                "support": ["emotional"],
                "city": "Leeds",
                "country": "GB",
                "verified": "2026-11-10",
                "phone": "+442079460000",
                "lat": 53.8,
                "lon": -1.5,
                "links": {"meetup": "https://meetup.example.org/"},
                "meets": [
                    {
                        "unit": "month",
                        "interval": 1,
                        "weekdays": [1],
                        "ordinal": 1,
                        "opens": "18:30",
                        "starts": "2026-01-06",
                        "timezone": "Europe/London",
                    }
                ],
                "description": "Two\n\n*lines*.",
            }
        ],
    }


def test_every_listing_is_exported_also_what_left_the_lists() -> None:
    found = exported(
        {
            "content/meetups/a.md": listing("A", "status: closed"),
            "content/meetups/b.md": listing("B", "verified: 2020-01-01"),
            "content/associations/c.md": listing("C"),
        }
    )
    assert [each["id"] for each in found["listings"]] == ["associations/c", "meetups/a", "meetups/b"]


def test_a_directory_without_listings_exports_an_empty_list() -> None:
    assert exported({})["listings"] == []


def test_one_listing_stands_on_one_line() -> None:
    text = files_of({"content/meetups/a.md": listing("A"), "content/meetups/b.md": listing("B")})
    assert len(text["data/v1/listings.json"].splitlines()) == 4


def test_the_sitemap_leaves_out_what_search_engines_should_not_show() -> None:
    files = files_of(
        {
            "content/meetups/a.md": listing("A", "formerly: [meetups/old]"),
            "content/meetups/b.md": listing("B", "status: closed"),
        },
        "https://example.org/repo/",
    )
    found = addresses(files["sitemap.xml"].encode())
    assert found == sorted(found)
    assert [each.removeprefix("https://example.org/repo") for each in found if "meetups" in each or "404" in each] == [
        "/add/meetups/",
        "/meetups/",
        "/meetups/a/",
    ]


def test_the_sitemap_is_exactly_so() -> None:
    site = catalog_of({}).charter.site
    (file,) = sitemap_xml(site, ["/a&b/", "/"])
    assert file.path == "sitemap.xml"
    assert file.content == (
        b'<?xml version="1.0" encoding="UTF-8"?>\n'
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        b"<url><loc>https://directory.example.org/</loc></url>\n"
        b"<url><loc>https://directory.example.org/a&amp;b/</loc></url>\n"
        b"</urlset>\n"
    )


def test_50000_addresses_fit_into_one_sitemap() -> None:
    (file,) = sitemap_xml(catalog_of({}).charter.site, pages(50_000))
    assert len(addresses(file.content)) == 50_000


def test_more_addresses_become_several_sitemaps_and_an_index() -> None:
    index, *parts = sitemap_xml(catalog_of({}).charter.site, pages(50_001))
    assert [file.path for file in (index, *parts)] == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert addresses(index.content) == [
        "https://directory.example.org/sitemap-1.xml",
        "https://directory.example.org/sitemap-2.xml",
    ]
    assert [len(addresses(file.content)) for file in parts] == [50_000, 1]
    assert ET.fromstring(index.content).tag == f"{NAMESPACE}sitemapindex"  # noqa: S314 - our own file


def test_crawlers_may_read_everything_and_are_told_of_the_sitemap() -> None:
    assert files_of({}, "https://example.org/repo/")["robots.txt"] == (
        "User-agent: *\nAllow: /\n\nSitemap: https://example.org/repo/sitemap.xml\n"
    )
