"""The words of a theme, by key: plurals, what is filled in, and what is missing."""

import re
from datetime import date

import pytest

from signpost.model.words import NoSuchWords, Words, words_of

ENGLISH = """
page: {title: "{page} on {site}", home: Home}
list:
  count: {one: "{n} listing", other: "{n} listings"}
  broken: "{n} of {all"
  bare: "{} and {0}"
"""


def words(text: str = ENGLISH, language: str = "en") -> Words:
    """The words of a theme with one words file."""
    return words_of({f"templates/words/{language.partition('-')[0]}.yaml": text.encode()}, language)


def test_names_in_braces_are_filled_in() -> None:
    assert words()("page.title", page="About", site="Signpost") == "About on Signpost"
    assert words()("page.home") == "Home"


@pytest.mark.parametrize(
    ("n", "said"), [(0, "0 listings"), (1, "1 listing"), (2, "2 listings"), (12345, "12,345 listings")]
)
def test_a_number_chooses_its_plural(n: int, said: str) -> None:
    assert words()("list.count", n=n) == said


@pytest.mark.parametrize(("n", "said"), [(1, "1 plik"), (2, "2 pliki"), (5, "5 plików"), (22, "22 pliki")])
def test_a_language_has_as_many_plurals_as_it_needs(n: int, said: str) -> None:
    polish = 'count: {one: "{n} plik", few: "{n} pliki", many: "{n} plików", other: "{n} pliku"}'
    assert words(polish, "pl")("count", n=n) == said


def test_a_plural_that_is_not_written_is_the_other() -> None:
    assert words('count: {other: "{n} in all"}')("count", n=1) == "1 in all"


@pytest.mark.parametrize("key", ["page.nothing", "nothing", "page", "page.home.more", "list.count", ""])
def test_words_that_are_missing_are_named(key: str) -> None:
    with pytest.raises(NoSuchWords, match=re.escape(f"There are no words for {key} in templates/words/")):
        words()(key)


@pytest.mark.parametrize("key", ["page.title", "list.broken", "list.bare"])
def test_a_name_in_braces_that_is_not_known_is_told(key: str) -> None:
    say = f"The words for {key} in templates/words/ have a name in braces that is not known"
    with pytest.raises(NoSuchWords, match=re.escape(say)):
        words()(key, n=1)


def test_a_name_in_braces_that_nothing_was_given_for_is_told() -> None:
    with pytest.raises(NoSuchWords, match="have a name in braces that is not known"):
        words()("page.title")


def test_dates_and_numbers_are_written_as_in_the_language() -> None:
    assert words().day(date(2026, 11, 2)) == "Nov 2, 2026"
    assert Words("en-GB", {}).day(date(2026, 11, 2)) == "2 Nov 2026"
    assert Words("de", {}).number(1234.5) == "1.234,5"


def test_a_language_falls_back_to_the_one_it_is_a_sort_of_then_to_english() -> None:
    tree = {"templates/words/pt.yaml": b"a: pt", "templates/words/en.yaml": b"a: en"}
    assert words_of(tree, "pt-BR")("a") == "pt"
    assert words_of({**tree, "templates/words/pt-BR.yaml": b"a: br"}, "pt-BR")("a") == "br"
    assert words_of(tree, "fr")("a") == "en"


def test_yes_and_no_stay_words() -> None:
    assert words("field: {yes: yes, no: no, on: on}")("field.no") == "no"


def test_a_theme_without_words_is_told() -> None:
    with pytest.raises(NoSuchWords, match=re.escape("There is no templates/words/en.yaml: the theme has no words")):
        words_of({}, "en")


def test_words_that_are_no_yaml_are_told() -> None:
    with pytest.raises(NoSuchWords, match=re.escape("templates/words/en.yaml cannot be read as YAML")):
        words("{")
