"""The filters of the search: what is declared with a facet and chosen by somebody."""

from signpost.output.plan.facets import Choice, Facet
from tests.directories import listing, pages_of


def shown(*texts: str, part: str = "facets") -> dict[str, Facet]:
    """The filters that the search page shows for meetups, by name."""
    page = pages_of({f"content/meetups/n{number}.md": text for number, text in enumerate(texts)})["/search/"]
    return {each.name: each for each in page.shows[part]}


def codes(facet: Facet) -> list[str]:
    """The codes of a filter's choices."""
    return [choice.code for choice in facet.choices]


def test_only_choices_that_somebody_made_are_offered_and_every_kind() -> None:
    found = shown(listing("A", "languages: [pt, en]", "cost: free"), listing("B", "cost: paid"))
    assert {name: codes(each) for name, each in found.items()} == {
        "kind": ["associations", "coworking-spaces", "meetups", "mentorship-programs", "online-communities",
                 "informal-groups", "guides"],
        "support": ["emotional"],
        "work": ["any"],
        "country": ["GB"],
        "city": ["gb/leeds"],
        "format": ["in-person"],
        "cost": ["free", "paid"],
    }  # fmt: skip


def test_what_is_asked_less_often_is_one_tap_away() -> None:
    assert list(shown(listing("A", "languages: [pt, en]", "audience: women"), part="more")) == ["languages", "audience"]


def test_what_only_some_kinds_have_names_them() -> None:
    (found,) = shown(listing("A", "group_size: medium"), part="of_kinds").values()
    assert (found.name, found.kinds, codes(found)) == ("group_size", ("meetups", "informal-groups"), ["medium"])


def test_a_choice_has_its_label_and_other_words_for_it() -> None:
    (choice,) = shown(listing("A"))["country"].choices
    assert choice == Choice("GB", "United Kingdom", "UK, Britain, England, Scotland, Wales, Northern Ireland")


def test_yes_and_no_are_choices() -> None:
    wanted = {"content/mentorship-programs/a.md": listing("A", "mentors_wanted: yes")}
    found = {each.name: each for each in pages_of(wanted)["/search/"].shows["of_kinds"]}
    assert found["mentors_wanted"].choices == (Choice("yes", "Yes"),)
