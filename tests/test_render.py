"""Pages and templates -> HTML: addresses below a sub-path, and a broken theme told at its place."""

import re

import pytest
from markupsafe import Markup, escape

from signpost.model.files import Page
from signpost.model.problems import BrokenTheme, Problem
from signpost.model.source import Span
from signpost.output.render.pages import render, renderer
from signpost.output.render.theme import Theme
from tests.conftest import TODAY
from tests.directories import COMPILED, catalog_of, english, files_of, listing, site_of, tree_of

MEND = "Mend it, or put the template back as it came with Signpost."


def theme(base_url: str = "https://example.org/") -> Theme:
    """What templates are given, on a site at an address."""
    charter = catalog_of({}).charter
    return Theme(charter._replace(site=charter.site._replace(base_url=base_url)), english(), "assets/1", ())


def shown(template: str, **shows: object) -> str:
    """What a template makes of a page."""
    page = Page("/a/", "pages/a.html", "A", "About a.", shows=shows)
    (file,) = renderer(tree_of({"templates/pages/a.html": template}), theme(), COMPILED)([page])
    return file.content.decode()


def broken(texts: dict[str, str]) -> Problem:
    """The problem of a theme with other templates."""
    with pytest.raises(BrokenTheme) as caught:
        list(site_of(catalog_of({}), tree_of(texts)))
    return caught.value.problem


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/", "/repo/"),
        ("/meetups/a/", "/repo/meetups/a/"),
        ("/search/?q=a&kind=b#found", "/repo/search/?q=a&kind=b#found"),
        ("/static/a b.svg", "/repo/static/a%20b.svg"),
        ("/in/東京/", "/repo/in/%E6%9D%B1%E4%BA%AC/"),
    ],
)
def test_an_address_stands_below_the_path_of_the_site(address: str, expected: str) -> None:
    assert theme("https://example.org/repo/").link(address) == expected


def test_assets_stand_below_the_path_of_the_site_too() -> None:
    assert theme("https://example.org/repo/").asset("icons.svg") == "/repo/assets/1/icons.svg"
    assert theme().asset("icons.svg") == "/assets/1/icons.svg"


def test_no_link_of_a_site_leaves_its_sub_path() -> None:
    files = files_of({"content/meetups/a.md": listing("A", body="[All](/meetups/)")}, "https://example.org/repo/")
    pages = {path: text for path, text in files.items() if path.endswith(".html")}
    links = {link for text in pages.values() for link in re.findall(r' (?:href|src|action)="(/[^"]*)"', text)}
    assert links
    assert [link for link in links if not link.startswith("/repo/")] == []


def test_the_canonical_address_is_whole() -> None:
    files = files_of({"content/meetups/a.md": listing("A")}, "https://example.org/repo/")
    assert '<link rel="canonical" href="https://example.org/repo/meetups/a/">' in files["meetups/a/index.html"]


def test_what_a_contributor_wrote_is_text() -> None:
    text = listing(
        "A", 'name: "<b>Bold</b> & \\"quoted\\""', "summary: <script>alert(1)</script> is a text as any other."
    )
    found = files_of({"content/meetups/a.md": text})["meetups/a/index.html"]
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; &#34;quoted&#34;</h1>" in found
    assert "<script>alert" not in found
    assert "<b>Bold" not in found


def test_a_page_shows_what_it_is_given() -> None:
    assert shown("{{ page.title }} {{ what }} {{ day | iso }}, {{ day | day }}", what="<b>", day=TODAY) == (
        "A &lt;b&gt; 2026-11-22, 22 Nov 2026"
    )


def test_a_template_that_cannot_be_read_is_told_with_its_line() -> None:
    problem = broken({"templates/pages/home.html": "\n\n{% if %}"})
    assert problem == Problem(
        "templates/pages/home.html",
        "broken-template",
        "This template cannot be rendered: Expected an expression, got 'end of statement block'",
        MEND,
        Span(3, 1, 1),
    )


def test_a_part_that_cannot_be_read_is_told_by_its_own_name() -> None:
    problem = broken({"templates/parts/crumbs.html": "{% macro crumbs(links) %}\n{% endif %}"})
    assert (problem.path, problem.rule, problem.span.line) == ("templates/parts/crumbs.html", "broken-template", 2)


@pytest.mark.parametrize(
    ("template", "say"),
    [
        ("\n{{ nothing }}", "'nothing' is undefined"),
        ("\n{{ page.nothing }}", "'signpost.model.files.Page object' has no attribute 'nothing'"),
        ('\n{% include "parts/nothing.html" %}', "parts/nothing.html"),
        ("\n{{ 1 + page.title }}", "unsupported operand type(s) for +: 'int' and 'str'"),
        ("\n{{ 1 // 0 }}", "integer division or modulo by zero"),
    ],
)
def test_a_template_that_asks_for_what_is_not_there_is_told_with_its_line(template: str, say: str) -> None:
    problem = broken({"templates/pages/home.html": template})
    assert problem == Problem(
        "templates/pages/home.html", "broken-template", f"This template cannot be rendered: {say}", MEND, Span(2, 1, 1)
    )


def test_a_template_that_is_not_there_is_told_by_its_name() -> None:
    with pytest.raises(BrokenTheme) as caught:
        list(render([Page("/", "pages/none.html", "", "")], tree_of({}), theme()))
    assert caught.value.problem.path == "templates/pages/none.html"


def test_words_that_are_missing_are_told_where_they_are_asked_for() -> None:
    problem = broken({"templates/pages/home.html": '\n\n{{ words("home.nothing") }}'})
    assert problem == Problem(
        "templates/pages/home.html",
        "missing-words",
        "This template cannot be rendered: There are no words for home.nothing in templates/words/",
        MEND,
        Span(3, 1, 1),
    )


@pytest.mark.parametrize("text", ["home: {title: x}\n", "{", ""])
def test_words_that_no_template_asks_for_by_name_are_told_too(text: str) -> None:
    problem = broken({"templates/words/en.yaml": text})
    assert (problem.path, problem.rule) == ("templates/words/en.yaml", "missing-words")


@pytest.mark.parametrize(
    "value", ["plain", "", "a & b", "<b>", "a > b", 'say "so"', "it's", "Zoë – 東京", 7, None, Markup("<b>")]
)
def test_a_value_is_escaped_as_the_library_does_it(value: object) -> None:
    assert shown("{{ value }}", value=value) == escape(value)
