"""The page on giving back: who asks for what, in the order of the vocabulary, and how to be found there."""

import pytest

from signpost.model.files import Link, Page
from signpost.output.plan import basis, plan
from signpost.pipeline import take_in
from tests.conftest import TODAY, declared, theme
from tests.directories import catalog_of, english, files_of, listing, pages_of, site_of
from tests.test_smallest import SMALLEST


def give_back(texts: dict[str, str]) -> Page:
    """The page on giving back of a directory."""
    return pages_of(texts)["/give-back/"]


def asked(page: Page) -> dict[str, list[str]]:
    """The names of the listings that ask, under what they ask for."""
    return {each.label: [card.name for card in each.listings] for each in page.shows["asked"]}


def test_listings_stand_under_what_they_ask_for() -> None:
    page = give_back(
        {
            "content/meetups/a.md": listing("A", "give_back: [speak, host]"),
            "content/meetups/b.md": listing("B", "give_back: host"),
            "content/meetups/c.md": listing("C"),
        }
    )
    assert asked(page) == {"Host or organise": ["A", "B"], "Give a talk or workshop": ["A"]}
    assert page.shows["jumps"].links == (
        Link("Host or organise", "/give-back/#host", 2),
        Link("Give a talk or workshop", "/give-back/#speak", 1),
    )


def test_programmes_that_look_for_mentors_are_asked_for_mentors_once() -> None:
    page = give_back(
        {
            "content/mentorship-programs/a.md": listing("A", "mentors_wanted: yes"),
            "content/mentorship-programs/b.md": listing("B", "mentors_wanted: yes", "give_back: mentor"),
            "content/mentorship-programs/c.md": listing("C", "mentors_wanted: no"),
        }
    )
    assert asked(page) == {"Become a mentor": ["A", "B"]}


def test_what_left_the_lists_asks_for_nothing() -> None:
    pages = pages_of({"content/meetups/a.md": listing("A", "give_back: host", "status: closed")})
    assert asked(pages["/give-back/"]) == {}
    (section,) = [each for each in pages["/meetups/a/"].shows["sections"] if each.label == "What you find there"]
    assert [term.address for term in section.facts[0].value] == [None]


def test_a_listing_leads_to_all_who_ask_for_the_same() -> None:
    page = files_of({"content/meetups/a.md": listing("A", "give_back: host")}, "https://example.org/repo/")
    assert '<a href="/repo/give-back/#host">Host or organise</a>' in page["meetups/a/index.html"]
    assert '<h2 id="host">Host or organise <small>1 listing</small></h2>' in page["give-back/index.html"]


def test_of_very_many_the_first_are_shown() -> None:
    texts = {f"content/meetups/n{n:02}.md": listing(f"N{n:02}", "give_back: host") for n in range(50)}
    (host,) = give_back(texts).shows["asked"]
    assert (len(host.listings), host.count) == (48, 50)
    assert "The first 48 of 50" in files_of(texts)["give-back/index.html"]


def test_it_says_how_to_be_found_there() -> None:
    words, texts = english(), {"content/meetups/a.md": listing("A")}
    pages = {page.address: page for page in plan(basis(catalog_of(texts), words, TODAY), words)}
    assert Link("Meetup", "/add/meetups/") in pages["/give-back/"].shows["add"]
    assert "“Ways to give back” says what would help" in files_of(texts)["give-back/index.html"]


@pytest.mark.parametrize(
    "field", ["", "  give_back: {type: text}\n"], ids=["without the field", "with a field of another type"]
)
def test_a_directory_where_nobody_can_ask_says_so(field: str) -> None:
    fields = SMALLEST["content/_listing.yaml"] + field.encode()
    well = b"---\nname: Deep Well\nsummary: Bring a rope.\n" + (b"give_back: Rope\n" if field else b"") + b"---\n"
    tree = {**theme(), **SMALLEST, "content/_listing.yaml": fields, "content/wells/deep.md": well}
    catalog, problems = take_in(tree, TODAY)
    assert (catalog is not None, problems) == (True, [])
    assert catalog is not None
    page = dict(site_of(catalog, tree))["give-back/index.html"].decode()
    assert english()("give-back.none") in page
    assert "give-back/#" not in page


def test_a_vocabulary_without_mentors_has_no_section_for_them() -> None:
    terms = b"label: Ways to give back\nterms:\n  host: Host or organise\n"
    text = listing("A", "mentors_wanted: yes", "give_back: host").encode()
    tree = {**theme(), **declared(), "content/_terms/give_back.yaml": terms}
    catalog, _ = take_in({**tree, "content/mentorship-programs/a.md": text}, TODAY)
    assert catalog is not None
    pages = {page.address: page for page in plan(basis(catalog, english(), TODAY), english())}
    assert asked(pages["/give-back/"]) == {"Host or organise": ["A"]}
