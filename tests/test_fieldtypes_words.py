"""Field types for words, numbers and choices."""

import pytest

from tests.telling import field, read, refused, vocabulary

TEXT = field("text", "Summary", min=5, max=10)
NUMBER = field("number", "Desks", min=1, max=50)
FORMATS = vocabulary("in-person", "online", "hybrid")


def test_a_text_is_kept_as_it_is_written_without_blanks_at_its_ends() -> None:
    assert [read(each, field("text")) for each in ("no", "0123", "19:00", '" a "')] == ["no", "0123", "19:00", "a"]


def test_a_text_is_counted_in_characters() -> None:
    assert read("東京の集まり", TEXT) == "東京の集まり"
    assert refused("Four", TEXT) == ["Summary has 4 characters; it needs 5 [too-short] Say a little more."]
    assert refused("Far too long", TEXT) == [
        "Summary has 12 characters; it has room for 10 [too-long] Shorten it by 2."
    ]


def test_a_short_text_is_shown_an_example() -> None:
    hint = refused("Four", field("text", min=5, example="A little more"))[0].partition("] ")[2]
    assert hint == "Say a little more, such as: A little more"


def test_a_text_stands_on_one_line_and_markdown_on_many() -> None:
    assert refused("|\n  one\n  two", TEXT) == ["Summary goes over several lines [not-one-line] Put it on one line."]
    assert read("|\n  one\n  two", field("markdown")) == "one\n  two".replace("  ", "")


@pytest.mark.parametrize(("written", "number"), [("1", 1), ("42.50", 42.5), ("50", 50)])
def test_a_number_is_read(written: str, number: float) -> None:
    assert read(written, NUMBER) == number


@pytest.mark.parametrize("written", ["1,5", "1e5", "+1", "many", "1_000", "１", "0x1F", "nan", "-.", "1" * 16])
def test_a_number_is_digits_and_a_point(written: str) -> None:
    say = f'"{written}" is not a number [not-a-number] Write digits only, with a point for decimals, such as 12.5.'
    assert refused(written, NUMBER) == [say]


def test_a_whole_number_has_no_decimals() -> None:
    whole = field("number", whole=True)
    assert (read("12", whole), type(read("12.0", whole))) == (12, int)
    assert refused("12.6", whole) == ['"12.6" is not a whole number [not-whole] Write it as 13.']
    assert refused("few", whole) == ['"few" is not a number [not-a-number] Write digits only, such as 12.']


def test_a_number_stays_within_its_bounds() -> None:
    say = '"51" is outside of what Desks can be [out-of-range] It is at least 1 and at most 50.'
    assert refused("51", NUMBER) == [say]
    assert refused("-1", field("number", min=0))[0].endswith("It is at least 0.")
    assert refused("0.5", field("number", max=0.25))[0].endswith("It is at most 0.25.")


def test_yes_and_no_are_said_in_four_ways() -> None:
    answers = [read(each, field("yes-no")) for each in ("yes", "no", "true", "False", "YES")]
    assert answers == [True, False, True, False, True]


def test_what_is_neither_yes_nor_no_is_left_out() -> None:
    hint = "Write yes or no; leave the line out when it is not known."
    assert refused("unknown", field("yes-no")) == [f'"unknown" is neither yes nor no [not-yes-or-no] {hint}']


def test_a_choice_is_written_as_its_code() -> None:
    of = field("term", "Format", vocabulary=FORMATS)
    assert read("online", of) == "online"
    say, choices = "is not one of the choices for Format [not-a-choice]", "It can be in-person, online, hybrid."
    assert refused("Hybrid", of) == [f'"Hybrid" {say} Did you mean "hybrid"? {choices}']
    assert refused("on-line", of) == [f'"on-line" {say} Did you mean "online"? {choices}']
    assert refused("by post", of) == [f'"by post" {say} {choices}']


def test_many_choices_are_told_by_the_name_of_their_file() -> None:
    of = field("term", vocabulary=vocabulary(*(f"choice-{letter}" for letter in "abcdefghijklm")))
    assert refused("zzz", of)[0].endswith("[not-a-choice] The choices stand in content/_terms/choices.yaml.")
