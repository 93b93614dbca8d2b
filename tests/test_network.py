"""The page of the plan: what it asks follows from what a directory declares."""

from typing import Any

from tests.conftest import declared
from tests.directories import Texts, files_of, listing, pages_of

TWO = {
    "content/meetups/leeds.md": listing("Leeds", "work: any", "cost: free", "format: in-person", "languages: en"),
    "content/meetups/porto.md": listing(
        "Porto", "work: [design, translation]", "cost: paid", "format: hybrid", "city: Porto", "country: PT"
    ),
}


def shown(texts: Texts) -> dict[str, Any]:
    """What the page is given."""
    return dict(pages_of(texts)["/plan/"].shows)


def labels(choices: Any) -> list[tuple[str, str]]:
    """Label and code of each choice."""
    return [(each.label, each.address) for each in choices]


def test_the_first_field_with_pages_leads_with_the_needs_that_somebody_meets() -> None:
    page = shown(TWO)
    assert page["lead"].name == "support"
    assert [(term.code, term.count) for term in page["terms"]] == [("emotional", 2)]


def test_the_second_field_is_asked_for_without_what_leaves_nobody_out() -> None:
    page = shown(TWO)
    assert page["second"].name == "work"
    assert [code for _, code in labels(page["second"].choices)] == ["design", "translation"]
    assert [each[3] for each in page["criteria"] if each[0] == "work"] == [("any",)]


def test_cities_stand_under_their_country() -> None:
    page = shown(TWO)
    assert labels(page["country"].choices) == [("Portugal", "PT"), ("United Kingdom", "GB")]
    assert [(code, group.label, labels(group.links)) for code, group in page["cities"]] == [
        ("GB", "United Kingdom", [("Leeds", "gb/leeds")]),
        ("PT", "Portugal", [("Porto", "pt/porto")]),
    ]


def test_what_leaves_no_choice_is_not_asked() -> None:
    assert [each.name for each in shown(TWO)["choices"]] == ["cost"]


def test_both_formats_at_once_are_no_answer() -> None:
    texts = {**TWO, "content/associations/online.md": listing("Online", "format: online", "serves: worldwide")}
    (form, cost) = shown(texts)["choices"]
    assert labels(form.choices) == [("In person", "in-person"), ("Online", "online")]
    assert (form.one, cost.one) == (True, False)


def test_the_topics_know_the_kinds_that_have_them() -> None:
    mentors = listing("Mentors", "topics: [pricing]", "format: online")
    assert shown(TWO)["topics"] is None
    assert shown({"content/mentorship-programs/mentors.md": mentors})["topics"].kinds == ("mentorship-programs",)


def test_a_directory_with_fields_of_its_own_has_a_plan() -> None:
    fields = "\n".join(
        line
        for line in declared()["content/_listing.yaml"].decode().splitlines()
        if not line.lstrip().startswith(("work:", "cost:", "languages:", "commitment:"))
    )
    one = listing("Leeds")
    page = files_of({"content/_listing.yaml": fields, "content/associations/leeds.md": one})["plan/index.html"]
    assert 'name="support"' in page
    assert 'name="work"' not in page
    assert '["work",' not in page


def test_a_directory_without_listings_has_a_plan() -> None:
    page = files_of({})["plan/index.html"]
    assert 'data-lead="support"' in page
    assert 'name="support"' not in page
