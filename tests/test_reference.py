"""Declarations, docstrings and rules -> pages of documentation that cannot fall behind."""

import re
from types import ModuleType

from signpost.model.fieldtypes import TYPES
from signpost.output.reference import fields_page, rules, rules_page
from tests.directories import catalog_of


def module(**functions: object) -> ModuleType:
    """A module that holds functions, and lists of them."""
    found = ModuleType("rules_of_a_test")
    for name, value in functions.items():
        if callable(value):
            value.__module__ = found.__name__
        setattr(found, name, value)
    return found


def test_a_rule_is_told_by_the_docstring_that_names_it() -> None:
    def day() -> None:
        """A day.

        not-a-date: the text is not a day,
        however it is written.

        Nothing else belongs to it.

        too-late: the day is past.
        """

    assert rules([module(day=day)]) == {
        "not-a-date": "the text is not a day, however it is written.",
        "too-late": "the day is past.",
    }


def test_a_listed_rule_is_told_by_its_own_docstring() -> None:
    def no_name() -> None:
        """A listing has a name.

        More is not shown.
        """

    def old_name() -> None:
        """A name is new."""

    assert rules([module(RULES=(no_name,), WARNINGS=(old_name,))]) == {
        "no-name": "A listing has a name.",
        "old-name": "A name is new. A warning.",
    }


def test_the_rules_of_a_class_count_too() -> None:
    class Reader:
        """Reads.

        ignored-here: this is the class', not a function's.
        """

        def read(self) -> None:
            """Read.

            not-read: it cannot be read.
            """

    assert rules([module(Reader=Reader)]) == {"not-read": "it cannot be read."}


def test_every_rule_stands_on_the_rules_page_once_and_in_order() -> None:
    names = re.findall(r"^\| `([a-z0-9-]+)` \| .+ \|$", rules_page(), re.MULTILINE)
    assert names == sorted(set(names))
    assert {"not-a-date", "way-in", "same-name", "broken-template", "unreadable", "alike-name"} <= set(names)


def test_every_type_and_field_stands_on_the_fields_page() -> None:
    page = fields_page(catalog_of({}).charter)
    assert re.findall(r"^### ([a-z-]+)$", page, re.MULTILINE) == sorted(TYPES)
    assert "\n### Informal groups\n" in page
    term = "term ([cost](../content/_terms/cost.yaml))"
    assert f"| `cost` | Cost | {term} |  | Leave it out when it is not known. | `free` |" in page.splitlines()


def test_a_type_of_lists_says_that_it_is_one() -> None:
    page = fields_page(catalog_of({}).charter)
    assert "### texts\n\nA list. Each value: One line of plain text. `min` and `max` count characters.\n" in page
