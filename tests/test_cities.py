"""Where a city is, by its name and its country: found when it is clear, and else not guessed."""

import pytest

from signpost.model.cities import City, Nowhere, find


def found(name: str, country: str, region: str = "") -> tuple[str, str]:
    """Name and region's code of the city that is meant."""
    city = find(name, country, region)
    return city.name, city.region


def told(name: str, country: str, region: str = "") -> str:
    """What is said of a city that is not found."""
    with pytest.raises(Nowhere) as nowhere:
        find(name, country, region)
    return nowhere.value.told(["lat", "lon", "timezone"])


def test_a_city_has_its_degrees_and_its_time_zone() -> None:
    assert find("Lisbon", "PT").fields == {"lat": "38.73", "lon": "-9.15", "timezone": "Europe/Lisbon"}


@pytest.mark.parametrize(
    ("name", "country", "meant"),
    [
        ("Medellin", "CO", "Medellín"),
        ("BOGOTÁ", "CO", "Bogotá"),
        ("saint denis", "RE", "Saint-Denis"),
        ("Ngưu Sơn", "VN", None),
        ("Bangalore", "IN", "Bengaluru"),
        ("København", "DK", "Copenhagen"),
        ("東京", "JP", "Tokyo"),
        ("القاهرة", "EG", "Cairo"),
        ("New York", "US", "New York City"),
        ("Tel Aviv / Jaffa", "IL", "Tel Aviv"),
        ("Brooklyn, New York", "US", "Brooklyn"),
        ("Brooklyn, New York, USA", "US", "Brooklyn"),
        ("Taghazout", "MA", "Taghazout"),
        ("", "GB", None),
        (",", "GB", None),
        ("...", "GB", None),
    ],
)
def test_a_city_is_known_by_the_names_people_write(name: str, country: str, meant: str | None) -> None:
    if meant is None:
        assert told(name, country).startswith("no city called")
    else:
        assert found(name, country)[0] == meant


def test_the_city_that_is_clearly_the_largest_of_its_name_is_meant() -> None:
    assert (found("London", "CA"), found("London", "GB")) == (("London", "08"), ("London", "ENG"))
    assert found("Paris", "US", "Texas") == ("Paris", "TX")


@pytest.mark.parametrize(
    ("name", "country", "region", "code"),
    [
        ("Portland", "US", "Maine", "ME"),
        ("Portland", "US", "or", "OR"),
        ("Portland, ME", "US", "", "ME"),
        ("Windsor", "CA", "Nova Scotia", "07"),
        ("Windsor", "CA", "ON", "08"),
        ("Perth", "GB", "Scotland", "SCT"),
        ("Newcastle", "AU", "New South Wales", "02"),
    ],
)
def test_the_region_tells_cities_of_a_name_apart(name: str, country: str, region: str, code: str) -> None:
    assert found(name, country, region) == (name.partition(",")[0], code)


def test_several_of_a_name_are_told_and_not_chosen_from() -> None:
    assert told("Columbia", "US").startswith(
        'several cities in US are called "Columbia": Columbia in South Carolina (34.00, -81.03), '
        "Columbia in Missouri (38.95, -92.33), Columbia in Maryland (39.24, -76.84), Columbia in Tennessee"
    )
    assert told("Columbia", "US").endswith(" more. Say which with region:, or write lat:, lon: and timezone: by hand.")


def test_where_regions_have_no_names_they_are_not_asked_for() -> None:
    assert "region:" not in told("Frankfurt", "DE", "Brandenburg")


def test_a_city_that_is_not_in_the_region_is_not_found_elsewhere() -> None:
    assert told("Seattle", "US", "Texas") == (
        'no city called "Seattle" is known in US. Write lat:, lon: and timezone: by hand.'
    )


def test_a_region_nobody_knows_leaves_only_a_city_whose_name_is_the_only_one() -> None:
    assert found("Heidelberg", "DE", "Kurpfalz")[0] == "Heidelberg"
    assert told("Frankfurt", "DE", "Brandenburg") == (
        'several cities in DE are called "Frankfurt": Frankfurt am Main (50.12, 8.68), '
        "Frankfurt (Oder) (52.35, 14.55). Write lat:, lon: and timezone: by hand."
    )
    assert found("Frankfurt", "DE")[0] == "Frankfurt am Main"


def test_a_degree_has_two_decimals_and_no_zero_below_zero() -> None:
    city = City("Null Island", "GH", "", -0.001, 179.999, "Atlantic/Nowhere", 1)
    assert city.fields == {"lat": "0.00", "lon": "180.00"}
