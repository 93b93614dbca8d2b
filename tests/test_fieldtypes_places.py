"""Countries, places that are served, languages and time zones."""

import pytest

from signpost.model.fieldtypes.places import countries, country_names, is_language, is_zone, zone_of
from tests.telling import field, read, refused

COUNTRY, PLACE, LANGUAGES, TIMEZONE = field("country"), field("places"), field("languages"), field("timezone")


def test_norway_is_a_country() -> None:
    assert [read(each, COUNTRY) for each in ("NO", "XK", "TW")] == ["NO", "XK", "TW"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "NO"),
        ("UK", "GB"),
        ("England", "GB"),
        ("USA", "US"),
        ("DEU", "DE"),
        ("Portugal", "PT"),
        ("Portgual", "PT"),
        ("côte d’ivoire", "CI"),
    ],
)
def test_another_way_to_write_a_country_is_understood(written: str, meant: str) -> None:
    hint = f'[not-a-country] Did you mean "{meant}"? Write its two letters in capitals, such as PT.'
    assert refused(written, COUNTRY) == [f'"{written}" is not a country\'s code {hint}']


@pytest.mark.parametrize("written", ["EU", "ZZ", "XX", "UN", "Narnia", "P"])
def test_what_is_no_country_is_not_guessed_at(written: str) -> None:
    hint = "[not-a-country] Write its two letters in capitals, such as PT."
    assert refused(written, COUNTRY) == [f'"{written}" is not a country\'s code {hint}']


def test_countries_have_names_in_other_languages() -> None:
    assert (country_names()["DE"], country_names("fr")["DE"]) == ("Germany", "Allemagne")
    assert "EU" not in country_names()
    assert country_names().keys() == countries()


def test_a_place_is_a_country_a_region_or_the_world() -> None:
    assert read("[PT, europe, worldwide]", PLACE) == ("PT", "europe", "worldwide")


@pytest.mark.parametrize(("written", "meant"), [("Worldwide", "worldwide"), ("pt", "PT"), ("Spain", "ES")])
def test_another_way_to_write_a_place_is_understood(written: str, meant: str) -> None:
    (said,) = refused(written, PLACE)
    start = f'"{written}" is not a place that can be served [not-a-place] Did you mean "{meant}"? '
    assert said.startswith(f"{start}Write a country's code in capitals, or one of worldwide, africa,")


def test_no_is_a_language() -> None:
    assert read("[no, pt-BR, zh-Hant, es-419]", LANGUAGES) == ("no", "pt-BR", "zh-Hant", "es-419")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("French", "fr"), ("EN", "en"), ("pt-br", "pt-BR"), ("en_GB", "en-GB"), ("ZH-hant-tw", "zh-Hant-TW")],
)
def test_another_way_to_write_a_language_is_understood(written: str, meant: str) -> None:
    hint = f'[not-a-language] Did you mean "{meant}"? Write it as en, pt-BR or zh-Hant.'
    assert refused(written, LANGUAGES) == [f'"{written}" is not a language\'s tag {hint}']


@pytest.mark.parametrize("tag", ["xx", "en-XX", "zh-Abcd", "klingon", "en-", "e", ""])
def test_a_tag_of_no_language_is_none(tag: str) -> None:
    assert not is_language(tag)


def test_a_time_zone_is_written_by_its_name() -> None:
    assert [read(each, TIMEZONE) for each in ("Europe/Lisbon", "UTC")] == ["Europe/Lisbon", "UTC"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("lisbon", "Europe/Lisbon"), ("New York", "America/New_York"), ("europe/lisbn", "Europe/Lisbon")],
)
def test_another_way_to_write_a_time_zone_is_understood(written: str, meant: str) -> None:
    hint = f'[not-a-timezone] Did you mean "{meant}"? Write its name, such as Europe/Lisbon.'
    assert refused(written, TIMEZONE) == [f'"{written}" is not a time zone {hint}']


@pytest.mark.parametrize("written", ["CET", "EST", "Greenwich Mean", "../../etc/passwd"])
def test_an_abbreviation_is_no_time_zone(written: str) -> None:
    hint = "[not-a-timezone] Write its name, such as Europe/Lisbon."
    assert refused(written, TIMEZONE) == [f'"{written}" is not a time zone {hint}']


def test_a_name_of_nine_thousand_parts_is_looked_for_nowhere() -> None:
    assert not is_zone("</a" * 9000)


def test_a_country_with_one_time_zone_needs_none() -> None:
    assert (zone_of("FR"), zone_of("US"), zone_of("XX"), zone_of(None)) == ("Europe/Paris", None, None, None)
