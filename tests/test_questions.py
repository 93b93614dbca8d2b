"""What is asked of somebody who adds a listing: little that is needed, first; then what else there is to say."""

from signpost.model.questions import questions
from tests.directories import catalog_of


def test_what_is_needed_is_asked_first_and_nothing_is_asked_that_can_be_worked_out() -> None:
    asked = questions(catalog_of({}).charter.kinds["meetups"])
    needed = [each.field.name for each in asked if each.is_needed]
    assert needed == ["name", "url", "summary", "support", "city", "country"]
    assert [each.is_needed for each in asked] == sorted((each.is_needed for each in asked), reverse=True)
    assert not {"lat", "compiled", "maintainers"} & {each.field.name for each in asked}


def test_what_a_kind_asks_for_is_needed_too() -> None:
    kinds = catalog_of({}).charter.kinds
    assert {each.field.name for each in questions(kinds["online-communities"]) if each.is_needed} == {
        "name", "url", "summary", "support", "platform",
    }  # fmt: skip
