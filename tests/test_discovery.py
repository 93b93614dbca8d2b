"""How the site is found: by browsers as a search engine, by programs that read, by those who find a hole, by others."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from signpost.intake.quarantine import quarantine
from signpost.model.problems import Problem
from signpost.output.export.opensearch import NAMESPACE, cut, opensearch
from signpost.output.export.security import security_txt
from signpost.pipeline import take_in
from tests.conftest import TODAY, declared, miniature, theme
from tests.directories import built, catalog_of, files_of, listing, small_site

BASE = "https://directory.example.org/"
SITE_FILE = "content/_site.yaml"


@pytest.fixture(scope="module")
def site() -> Mapping[str, bytes]:
    """The site of the miniature."""
    return small_site()


def with_site(*lines: str) -> dict[str, str]:
    """The declaration of a small site with more lines."""
    return {SITE_FILE: declared()[SITE_FILE].decode() + "".join(f"{line}\n" for line in lines)}


def told(*lines: str, today: date = TODAY) -> list[str]:
    """What is told of a site with more lines."""
    texts = {path: text.encode() for path, text in with_site(*lines).items()}
    _, problems = take_in({**theme(), **declared(), **texts}, today)
    return [each.say for each in problems]


def test_a_browser_is_told_how_to_search(site: Mapping[str, bytes]) -> None:
    """OpenSearch 1.1: what must be there, how long names may be, and a template that the search page reads."""
    root = ET.fromstring(site["opensearch.xml"])  # noqa: S314 - our own
    found: dict[str, Any] = {each.tag.removeprefix(f"{{{NAMESPACE}}}"): each for each in root}
    assert root.tag == f"{{{NAMESPACE}}}OpenSearchDescription"
    assert len(found["ShortName"].text) <= 16
    assert len(found["LongName"].text) <= 48
    assert len(found["Description"].text) <= 1024
    url = next(each for each in root if each.get("type") == "text/html")
    assert url.attrib["template"] == f"{BASE}search/?q={{searchTerms}}"
    assert found["Image"].text.removeprefix(BASE) in site
    assert b'<link rel="search" type="application/opensearchdescription+xml"' in site["meetups/index.html"]


def test_names_are_cut_between_words() -> None:
    assert [cut(name, 16) for name in ("Gig Support", "Example Directory", "Donaudampfschifffahrt")] == [
        "Gig Support",
        "Example",
        "Donaudampfschiff",
    ]


def test_marks_of_xml_in_a_title_are_escaped() -> None:
    site = catalog_of({}).charter.site._replace(title="Tea & <Cake>")
    assert ET.fromstring(opensearch(site, "assets/x").content)[0].text == "Tea & <Cake>"  # noqa: S314 - our own


def test_programs_that_read_are_told_what_there_is() -> None:
    kind = "one: Shed\nmany: Sheds [old]\nintro: Borrow *anything*.\nstale_after_days: 100\norder: 0\n"
    found = files_of({"content/sheds/_kind.yaml": kind})["llms.txt"]
    assert found.startswith(
        "# Example Directory\n\n> Places that help, for the tests of Signpost.\n\nEach listing says who checked it"
    )
    assert f"- [Sheds \\[old\\]]({BASE}sheds/): Borrow \\*anything\\*.\n" in found
    assert f"- [data/v1/listings.json]({BASE}data/v1/listings.json): application/json\n" in found


def test_every_address_that_programs_are_told_is_there(site: Mapping[str, bytes]) -> None:
    found = re.findall(rf"\]\({BASE}([^)]*)\)", site["llms.txt"].decode())
    assert len(found) > 7
    assert [each for each in found if each not in site and f"{each}index.html" not in site] == []


def test_other_forms_of_a_page_are_named_in_it_and_are_there(site: Mapping[str, bytes]) -> None:
    named = {
        (path, address)
        for path, content in site.items()
        if path.endswith(".html")
        for address in re.findall(r'<link rel="alternate" type="text/calendar" [^>]*href="/([^"]*)"', content.decode())
    }
    assert {address for _, address in named} == {path for path in site if path.endswith(".ics")}
    assert ("in/pt/porto/index.html", "in/pt/porto/calendar.ics") in named
    assert ("meetups/tokyo-freelance-kai/index.html", "meetups/tokyo-freelance-kai/calendar.ics") in named


def test_each_kind_has_the_picture_of_its_tone_and_icon_and_others_a_plain_one(site: Mapping[str, bytes]) -> None:
    def picture(path: str) -> str:
        (found,) = re.findall(r'property="og:image" content="([^"]*)"', site[path].decode())
        assert found.startswith(f"{BASE}assets/")
        assert found.removeprefix(BASE) in site
        return str(found.rpartition("/")[2])

    assert picture("meetups/porto-freelance-tuesdays/index.html") == "rose-calendar-days.png"
    assert picture("meetups/index.html") == "rose-calendar-days.png"
    assert picture("tool-libraries/north-shed/index.html") == "plain.png"
    assert picture("index.html") == "plain.png"


def test_the_pictures_are_as_large_as_pages_say() -> None:
    pictures = [content for path, content in theme().items() if path.startswith("templates/assets/social/")]
    sizes = {(int.from_bytes(each[16:20]), int.from_bytes(each[20:24])) for each in pictures}  # PNG, IHDR
    assert sizes == {(1200, 630)}
    assert all(len(each) < 60_000 for each in pictures)


def test_a_theme_without_pictures_names_none() -> None:
    tree = {path: content for path, content in miniature().items() if "/social/" not in path}
    assert b"og:image" not in built(tree)["index.html"]


def test_holes_can_be_told_of_until_a_day() -> None:
    lines = ("security: security@example.org", "security_until: 2027-06-01")
    (file,) = security_txt(catalog_of(with_site(*lines)).charter.site, TODAY)
    assert file.path == ".well-known/security.txt"
    assert file.content.decode() == (
        "Contact: mailto:security@example.org\n"
        "Expires: 2027-06-01T00:00:00Z\n"
        "Preferred-Languages: en-GB\n"
        f"Canonical: {BASE}.well-known/security.txt\n"
    )


def test_a_page_on_the_web_can_be_the_contact() -> None:
    lines = ("security: https://example.org/holes", "security_until: 2027-06-01")
    assert "Contact: https://example.org/holes\n" in files_of(with_site(*lines))[".well-known/security.txt"]


def test_without_a_contact_below_a_path_or_after_its_day_there_is_no_such_file() -> None:
    lines = with_site("security: security@example.org", "security_until: 2027-06-01")
    assert ".well-known/security.txt" not in files_of({})
    assert ".well-known/security.txt" not in files_of(lines, "https://example.org/some-repo/")
    assert list(security_txt(catalog_of(lines).charter.site, date(2027, 6, 1))) == []


@pytest.mark.parametrize(
    ("lines", "say"),
    [
        (("security: s@example.org",), "The contact for security says no day"),
        (("security_until: 2027-06-01",), "There is no contact for security that this day is of"),
        (
            ("security: s@example.org", "security_until: 2026-12-22"),
            "The contact for security holds until 2026-12-22 only",
        ),
        (("security: s@example.org", "security_until: 2029-01-01"), "2029-01-01 is more than a year away"),
        (("security: s@example.org", "security_until: 2026-12-23"), None),
    ],
)  # fmt: skip
def test_a_contact_that_soon_holds_no_more_is_told(lines: tuple[str, ...], say: str | None) -> None:
    assert told(*lines) == ([say] if say else [])


def test_it_is_told_for_thirty_days_and_keeps_no_site_from_being_built() -> None:
    lines = ("security: s@example.org", "security_until: 2027-06-01")
    assert told(*lines, today=date(2027, 6, 1) - timedelta(days=31)) == []
    assert told(*lines, today=date(2027, 6, 1) - timedelta(days=30)) != []
    catalog = catalog_of({"content/meetups/a.md": listing("A")})
    kept = quarantine(catalog, [Problem(SITE_FILE, "security-expires", "It expires.")])
    assert kept is not None
    assert (len(kept), kept.left_out) == (1, ())
    assert quarantine(catalog, [Problem(SITE_FILE, "not-a-date", "It is none.")]) is None


def test_the_sitemap_is_named_in_robots_and_holds_no_page_that_is_not_for_search_engines(
    site: Mapping[str, bytes],
) -> None:
    """sitemaps.org 0.9: addresses are whole, of this host, each once, and lead to pages that may be shown."""
    assert f"Sitemap: {BASE}sitemap.xml" in site["robots.txt"].decode()
    found = [each.text or "" for each in ET.fromstring(site["sitemap.xml"]).iter() if each.tag.endswith("loc")]  # noqa: S314
    assert len(found) == len(set(found))
    pages = {address: site[f"{address.removeprefix(BASE)}index.html"] for address in found}
    assert [address for address, html in pages.items() if b'content="noindex"' in html] == []
