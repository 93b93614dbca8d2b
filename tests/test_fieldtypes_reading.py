"""One value, several values, and near misses."""

from signpost.model.fieldtypes.reading import did_you_mean, near, quoted, sample
from tests.telling import field, read, refused, vocabulary

SUPPORT = field("terms", "Support", vocabulary=vocabulary("guidance", "referrals"), example="guidance, referrals")
BRACKETS = "Put brackets around several values: it: [guidance, referrals]"


def test_a_list_may_be_written_in_three_ways() -> None:
    both = ("guidance", "referrals")
    assert read("[guidance, referrals]", SUPPORT) == both
    assert read("\n  - guidance\n  - referrals\n", SUPPORT) == both
    assert read("guidance", SUPPORT) == ("guidance",)


def test_a_list_without_brackets_is_shown_with_them() -> None:
    say = '"guidance, referrals" is not one of the choices for Support [not-a-choice]'
    assert refused("guidance, referrals", SUPPORT) == [f"{say} {BRACKETS}"]


def test_all_that_do_not_fit_in_a_list_are_told_at_once() -> None:
    assert [each.partition(" ")[0] for each in refused("[money, guidance, fame]", SUPPORT)] == ['"money"', '"fame"']


def test_a_value_is_said_once() -> None:
    say = '"guidance" is said twice [said-twice] Delete one of the two.'
    assert refused("[guidance, referrals, guidance]", SUPPORT) == [say]


def test_a_dash_has_something_after_it() -> None:
    say = "A value of Support is empty [empty-item] Fill it in, or delete it."
    assert refused("\n  - guidance\n  -\n", SUPPORT) == [say]
    assert refused('[guidance, ""]', SUPPORT) == [say]


def test_one_value_is_neither_a_list_nor_named_values() -> None:
    city = field("text", "City", example="Porto")
    hint = "[not-one-value] Write it on one line, such as it: Porto"
    assert refused("[Nantes]", city) == [f"City takes one value, not a list {hint}"]
    assert refused("{name: Nantes}", city) == [f"City takes one value, not a set of named values {hint}"]


def test_values_of_a_list_are_single_values() -> None:
    tags = field("texts", "Tags")
    hint = "[not-one-value] Write it on one line, such as it: [...]"
    assert refused("[[a, b]]", tags) == [f"Tags takes single values, not a list {hint}"]
    assert refused("{a: b}", tags) == [f"Tags takes single values, not a set of named values {hint}"]


def test_named_values_are_asked_for_with_an_example_where_there_is_one() -> None:
    say = "It takes named values [not-named-values]"
    assert refused("there", field("links")) == [
        f"{say} Write each on its own line below it:, indented, as name: value."
    ]
    assert refused("monday", field("meets", example="{every: week}")) == [f"{say} Write it as it: {{every: week}}"]


def test_a_sample_is_written_as_it_stands_in_a_file() -> None:
    assert sample(SUPPORT) == "[guidance, referrals]"
    assert sample(field("text")) == "..."
    assert sample(field("meets", example="{every: week, day: monday}")) == "{every: week, day: monday}"


def test_a_near_miss_is_found_whatever_its_capitals() -> None:
    assert near("Monthy", ["weekly", "monthly"]) == "monthly"
    assert near("daily", ["weekly", "monthly"]) is None
    assert near("anything", []) is None
    assert did_you_mean("monthy", ["weekly", "monthly"]) == 'Did you mean "monthly"? '
    assert did_you_mean("daily", ["monthly"]) == ""


def test_words_that_go_on_and_on_are_cut() -> None:
    assert quoted("short") == '"short"'
    assert quoted("a" * 61) == f'"{"a" * 59}…"'
