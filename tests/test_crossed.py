"""Lists of one kind and one choice or country: where they stand, when there are any, how lists lead to each other."""

from collections.abc import Sequence

from signpost.model.addresses import addresses
from signpost.model.files import Link, Page
from signpost.output.export.sitemap import for_search_engines
from tests.conftest import TODAY
from tests.directories import catalog_of, english, listing, pages_of

HOME, MEETUPS = Link("Home", "/"), Link("Meetups", "/meetups/")
TWO_IN_BERLIN = {
    "content/meetups/a.md": listing("A", "city: Berlin", "country: DE", "work: translation"),
    "content/meetups/b.md": listing("B", "city: Berlin", "country: DE", "work: [translation, design]"),
    "content/meetups/c.md": listing("C", "city: Porto", "country: PT", "work: design", "support: guidance"),
    "content/associations/d.md": listing("D", "city: Köln", "country: DE", "work: translation", "support: guidance"),
    "content/associations/e.md": listing("E", "city:", "country: DE", "support: guidance"),
}


def crossed(pages: dict[str, Page]) -> set[str]:
    """The addresses of lists within a kind."""
    return {
        address for address, page in pages.items() if page.template == "pages/list.html" and address.count("/") == 4
    }


def groups(page: Page) -> dict[str, list[str]]:
    """What a list leads to: labels with counts, under the label of their group."""
    return {group.label: labels(group.links) for group in page.shows["groups"]}


def labels(links: Sequence[Link]) -> list[str]:
    """What links say, with their counts; the page itself in brackets."""
    return [f"[{link.label} {link.count}]" if link.current else f"{link.label} {link.count}" for link in links]


def test_a_kind_and_a_choice_that_two_listings_share_have_a_list() -> None:
    pages = pages_of(TWO_IN_BERLIN)
    assert crossed(pages) - {"/in/de/berlin/", "/in/pt/porto/", "/in/de/koln/"} == {
        "/meetups/in/de/",
        "/meetups/support/emotional/",
        "/meetups/work/translation/",
        "/meetups/work/design/",
        "/associations/in/de/",
        "/associations/support/guidance/",
    }
    assert [card.name for card in pages["/meetups/work/design/"].shows["listings"]] == ["B", "C"]


def test_a_list_within_a_kind_says_both() -> None:
    pages = pages_of(TWO_IN_BERLIN)
    work, germany = pages["/meetups/work/translation/"], pages["/meetups/in/de/"]
    assert work.title == "Meetups: Translation & interpreting"
    assert work.crumbs == (HOME, MEETUPS, Link("Translation & interpreting", "/meetups/work/translation/"))
    assert germany.title == "Meetups in Germany"
    assert germany.summary == "Meetups in Germany. Regular gatherings you can just go to."
    assert germany.shows["kind"].slug == "meetups"


def test_a_country_that_takes_an_article_has_one() -> None:
    pages = pages_of({f"content/meetups/{name}.md": listing(name.upper(), "country: NL") for name in "ab"})
    assert pages["/meetups/in/nl/"].title == "Meetups in the Netherlands"


def test_a_kinds_list_leads_to_what_is_within_it_with_the_counts_there() -> None:
    found = groups(pages_of(TWO_IN_BERLIN)["/meetups/"])
    assert list(found) == ["Kinds of support", "Fields of work", "Countries", "Kinds of place"]
    assert found["Kinds of support"] == ["Emotional support 2"]
    assert found["Fields of work"] == ["Graphic, product & UX design 2", "Translation & interpreting 2"]
    assert found["Countries"] == ["Germany 2"]


def test_lists_of_choices_and_countries_lead_to_the_kinds_within_them() -> None:
    pages = pages_of(TWO_IN_BERLIN)
    assert groups(pages["/support/guidance/"]) == {
        "Kinds of place": ["Associations 2"],
        "Kinds of support": ["[Professional guidance 3]", "Emotional support 2"],
    }
    assert groups(pages["/in/de/"])["Kinds of place"] == ["Associations 2", "Meetups 2"]


def test_a_list_within_a_kind_leads_to_its_neighbours_both_ways() -> None:
    page = pages_of(TWO_IN_BERLIN)["/meetups/in/de/"]
    assert groups(page) == {
        "Germany": ["Every kind 4", "Associations 2", "[Meetups 2]"],
        "Meetups": ["[Germany 2]"],
    }
    assert [link.address for link in page.shows["groups"][0].links] == [
        "/in/de/",
        "/associations/in/de/",
        "/meetups/in/de/",
    ]


def test_a_list_keeps_its_address_when_its_listings_leave_it_and_search_engines_forget_it() -> None:
    texts = {
        "content/meetups/a.md": listing("A", "country: DE"),
        "content/meetups/b.md": listing("B", "country: DE", "verified: 2020-01-01"),
        "content/meetups/c.md": listing("C", "country: PT", "status: closed"),
        "content/meetups/d.md": listing("D", "country: PT", "status: closed"),
    }
    pages, catalog = pages_of(texts), catalog_of(texts)
    germany, portugal = pages["/meetups/in/de/"], pages["/meetups/in/pt/"]
    assert ([card.name for card in germany.shows["listings"]], germany.indexed) == (["A"], False)
    assert (portugal.shows["count"], portugal.indexed) == (0, False)
    assert groups(pages["/meetups/"])["Countries"] == ["Germany 1"]
    assert {"/meetups/in/de/", "/meetups/in/pt/"} < set(addresses(catalog))
    assert not {"/meetups/in/de/", "/meetups/in/pt/"} & for_search_engines(catalog, TODAY)


def test_a_text_can_link_to_a_list_within_a_kind_when_there_is_one() -> None:
    found = set(addresses(catalog_of(TWO_IN_BERLIN)))
    assert {"/meetups/in/de/", "/meetups/work/translation/", "/associations/support/guidance/"} < found
    assert not {"/meetups/in/pt/", "/associations/work/translation/"} & found


def test_a_list_within_a_kind_goes_on_to_a_next_page() -> None:
    pages = pages_of({f"content/meetups/n{n}.md": listing(f"N{n}") for n in range(49)})
    page = pages["/meetups/in/gb/page/2/"]
    assert page.title == "Meetups in the United Kingdom (2/2)"
    assert page.crumbs[-1] == Link("United Kingdom", "/meetups/in/gb/")


def test_codes_of_countries_with_an_article_are_countries() -> None:
    from signpost.model.fieldtypes.places import country_names

    assert set(english()("places.with-the").split()) <= set(country_names("en"))
