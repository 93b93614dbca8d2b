"""What words mean: the choices that are called by them."""

import pytest

from signpost.output.plan.facets import Choice, Facet
from signpost.output.plan.meanings import meanings, plain

KIND = Facet("kind", "Kind", (Choice("meetups", "Meetups", "Meetup, evenings"), Choice("guides", "Guides")))
WORK = Facet("work", "Work", (Choice("writing", "Writing & editing", "writer, Übersetzer"),))
HIDDEN = Facet("freshness", "", (Choice("fresh", "Checked"),))


def test_a_choice_is_meant_by_its_label_and_by_other_words_for_it() -> None:
    found = meanings((WORK,), "")
    assert found["writing"] == [("work", 0, 1.0)]
    assert found["writer"] == found["ubersetzer"] == [("work", 0, 0.9)]


def test_what_is_looked_for_says_more_than_what_it_is_about() -> None:
    assert meanings((KIND,), "")["meetups"] == [("kind", 0, 1.3)]


def test_words_that_say_nothing_mean_nothing() -> None:
    assert "writer" not in meanings((WORK,), "the Writer of")


def test_filters_that_are_not_shown_have_no_words() -> None:
    assert meanings((HIDDEN,), "") == {}


@pytest.mark.parametrize(("text", "same"), [("Café", "cafe"), ("GRÖSSE", "grosse"), ("東京", "東京"), ("", "")])
def test_plain_words_have_no_capitals_and_accents(text: str, same: str) -> None:
    assert plain(text) == same
