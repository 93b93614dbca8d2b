"""A badge says that a listing is listed and when it was checked, in letters that fit, and is sound XML."""

from xml.etree import ElementTree as ET

import pytest

from signpost.model.problems import BrokenTheme
from signpost.output.export.badges import SOURCE, badges, width
from tests.conftest import theme
from tests.directories import catalog_of, english, files_of, listing, small_site

SVG = "{http://www.w3.org/2000/svg}"


def badge(*lines: str, title: str = "Example Directory") -> ET.Element:
    """The badge of a listing with some lines."""
    site = f"title: {title}\ntagline: T.\nbase_url: https://directory.example.org/\nlanguage: en-GB\n"
    site += "repository: https://github.com/example/directory\nlicence: CC BY 4.0\n"
    site += "licence_url: https://creativecommons.org/licenses/by/4.0/\ncontact: https://example.org/\n"
    texts = {"content/_site.yaml": site, "content/meetups/a.md": listing("A", *lines)}
    files = files_of(texts, "https://directory.example.org/", "badges")
    return ET.fromstring(files["meetups/a/badge.svg"])  # noqa: S314 - our own


def said(found: ET.Element) -> list[str | None]:
    """What a badge says: its title, and the texts in it."""
    return [each.text for each in found if each.tag in (f"{SVG}title", f"{SVG}text")]


def test_it_says_where_it_is_listed_and_when_it_was_checked() -> None:
    assert said(badge()) == [
        "Listed in Example Directory, checked Nov 2026",
        "Listed in Example Directory",
        "checked Nov 2026",
    ]


def test_it_claims_no_check_that_nobody_made() -> None:
    sources = ("verified:", "source: https://listings.example.org/", "compiled: 2026-11-20")
    assert said(badge(*sources))[-1] == "not confirmed yet"
    assert said(badge("status: closed"))[-1] == "closed"


def test_a_title_with_marks_of_xml_in_it_stays_as_it_is() -> None:
    assert said(badge(title="'Tea & <Cake>'"))[1] == "Listed in Tea & <Cake>"


@pytest.mark.parametrize(
    "title",
    ["A", "The Worshipful Guild of Donaudampfschiffahrtsgesellschaften", "東京フリーランス会", "شبكة المستقلين"],
)
def test_it_is_as_wide_as_what_it_says(title: str) -> None:
    found = badge(title=title)
    texts = found.findall(f"{SVG}text")
    name, state = ((float(each.attrib["x"]), float(each.attrib["textLength"])) for each in texts)
    whole = float(found.attrib["width"])
    assert sum(name) < state[0]
    assert whole - 13 <= sum(state) <= whole - 8
    assert found.attrib["viewBox"] == f"0 0 {found.attrib['width']} 28"


def test_wide_letters_take_more_room_than_narrow_ones_and_accents_none() -> None:
    assert width("iiii") < width("nnnn") < width("MMMM") < width("東東東東")
    assert width("e\u0301") == width("e")


def test_every_listing_has_one_that_is_sound_and_shows_itself_in_the_dark() -> None:
    site = small_site()
    pages = {path for path in site if path.endswith("badge.svg")}
    assert len(pages) == sum(b'class="listing"' in content for content in site.values())
    for path in pages:
        assert ET.fromstring(site[path]).tag == f"{SVG}svg"  # noqa: S314 - our own
        assert b"prefers-color-scheme: dark" in site[path]


def test_a_theme_without_one_has_none_and_one_that_asks_for_more_is_told() -> None:
    catalog = catalog_of({"content/meetups/a.md": listing("A")})
    tree = {path: content for path, content in theme().items() if path != SOURCE}
    assert list(badges(catalog, tree, catalog.charter.site, english())) == []
    with pytest.raises(BrokenTheme) as broken:
        list(badges(catalog, {SOURCE: b"<svg>$colour</svg>"}, catalog.charter.site, english()))
    assert broken.value.problem.say == "This badge cannot be drawn: 'colour'"


def test_a_listing_tells_its_people_what_to_copy() -> None:
    page = files_of({"content/meetups/a.md": listing("A")})["meetups/a/index.html"]
    assert "&lt;a href=&#34;https://directory.example.org/meetups/a/&#34;&gt;&lt;img src=" in page
    assert '<img src="/meetups/a/badge.svg" alt="Listed in Example Directory"' in page


def test_what_has_closed_is_not_asked_to_say_that_it_is_listed() -> None:
    page = files_of({"content/meetups/a.md": listing("A", "status: closed")})["meetups/a/index.html"]
    assert "badge.svg" not in page
