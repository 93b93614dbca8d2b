"""Guides and other pages of text."""

from signpost.model.files import Link
from tests.directories import pages_of


def prose(title: str, order: int = 0) -> str:
    """The text of a page."""
    return f"---\ntitle: {title}\nsummary: What this page is about, in a line.\norder: {order}\n---\nText.\n"


GUIDES = {
    "content/pages/guides/lend.md": prose("Lend", 2),
    "content/pages/guides/ask.md": prose("Ask", 1),
    "content/pages/about.md": prose("About"),
}


def test_guides_stand_in_their_order_and_lead_to_the_next() -> None:
    pages = pages_of(GUIDES)
    assert [each["title"] for each in pages["/guides/"].shows["guides"]] == ["Ask", "Lend"]
    assert pages["/guides/ask/"].shows["next"] == Link("Lend", "/guides/lend/")
    assert pages["/guides/lend/"].shows["next"] == Link("Ask", "/guides/ask/")


def test_a_page_that_is_no_guide_leads_nowhere_and_is_not_searched() -> None:
    about = pages_of(GUIDES)["/about/"]
    assert (about.shows["next"], about.shows["searchable"], about.shows["kind_of"]) == (None, False, "page")
    assert about.crumbs == (Link("Home", "/"), Link("About", "/about/"))


def test_a_single_guide_leads_nowhere() -> None:
    assert pages_of({"content/pages/guides/ask.md": prose("Ask")})["/guides/ask/"].shows["next"] is None
