"""A list as others show it in their pages: short, without scripts, never for search engines."""

import re
from collections.abc import Mapping
from html import unescape

import pytest

from tests.conftest import theme
from tests.directories import files_of, listing, meetups, small_site

CSS = ("css/tokens.css", "css/embed.css")


@pytest.fixture(scope="module")
def site() -> Mapping[str, bytes]:
    """The site of the miniature."""
    return small_site()


def test_kinds_choices_countries_and_cities_have_one(site: Mapping[str, bytes]) -> None:
    lists = ("meetups", "support/emotional", "work/design", "in/gb", "in/jp/dong-jing")
    assert [each for each in lists if f"embed/{each}/index.html" not in site] == []
    assert "embed/meetups/support/referrals/index.html" not in site


def test_none_has_a_script_or_is_for_search_engines(site: Mapping[str, bytes]) -> None:
    found = {path: content.decode() for path, content in site.items() if path.startswith("embed/")}
    assert [path for path, html in found.items() if "<script" in html or " on" in re.sub(">[^<]*<", "><", html)] == []
    assert all('<meta name="robots" content="noindex">' in html for html in found.values())
    assert b"/embed/" not in site["sitemap.xml"]


def test_links_in_one_lead_out_of_the_frame(site: Mapping[str, bytes]) -> None:
    html = site["embed/meetups/index.html"].decode()
    assert '<base target="_top">' in html
    assert 'href="/meetups/porto-freelance-tuesdays/"' in html


def test_its_styles_are_few(site: Mapping[str, bytes]) -> None:
    sheets = {path: content for path, content in site.items() if path.endswith(CSS)}
    assert len(sheets) == 2
    assert sum(map(len, sheets.values())) < 8_000
    assert {each.encode() for each in re.findall(r"url\([^)]*\)", b"".join(sheets.values()).decode())} == set()


def test_the_colours_are_those_of_the_theme(site: Mapping[str, bytes]) -> None:
    tokens = next(content for path, content in site.items() if path.endswith("css/tokens.css"))
    assert theme()["templates/assets/css/_tokens.css"] in tokens


def test_a_long_list_shows_its_best_and_leads_to_the_rest() -> None:
    files = files_of(meetups(50))
    html = files["embed/meetups/index.html"]
    assert html.count("<li ") == 24
    assert "50 listings" in html
    assert '<p class="whole"><a href="/meetups/">' in html


def test_a_list_of_nothing_says_so() -> None:
    assert "There is nothing here yet." in files_of({})["embed/meetups/index.html"]


def test_a_list_shows_what_to_copy_below_a_path_too() -> None:
    files = files_of({"content/meetups/a.md": listing("A")}, "https://example.org/some-repo/")
    (code,) = re.findall(r"<code>(.*?)</code>", files["meetups/index.html"])
    assert unescape(code) == (
        '<iframe src="https://example.org/some-repo/embed/meetups/" title="Meetups · Example Directory" width="100%" '
        'height="480" loading="lazy" style="border: 0"></iframe>'
    )
    assert 'href="/some-repo/meetups/a/"' in files["embed/meetups/index.html"]
