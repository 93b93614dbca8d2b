"""The map's page: which places stand on it, which dots they become, and what it says when there are none."""

import json
import random
import re
from typing import Any

import pytest

from signpost.model.files import Page
from signpost.model.projections import projected
from signpost.output.plan.closer import ZOOMS, closer
from signpost.output.plan.dots import APART, clusters, radius
from signpost.output.plan.places import Place, places
from signpost.output.plan.shelves import shelves
from signpost.output.plan.world import world as world_of
from signpost.output.render.pages import renderer
from signpost.output.render.theme import Theme
from tests.conftest import TODAY
from tests.directories import COMPILED, Texts, catalog_of, english, files_of, listing, meetups, pages_of, tree_of

LEEDS = ("lat: 53.80", "lon: -1.55")
PORTO = ("city: Porto", "country: PT", "lat: 41.15", "lon: -8.61")
YORK = ("city: York", "lat: 53.96", "lon: -1.08")


def world(*listings: str) -> Page:
    """The page of the map of some listings."""
    return pages_of({f"content/meetups/n{number}.md": text for number, text in enumerate(listings)})["/map/"]


def dots(*listings: str) -> list[tuple[str, str]]:
    """Name of each dot, and where it leads."""
    return [(dot.name, dot.address or f"#{dot.part}") for dot in world(*listings).shows["dots"]]


def page(texts: Texts) -> str:
    """The map's page as it is written, rendered alone."""
    catalog, tree = catalog_of(texts), tree_of(texts)
    found = places(shelves(catalog, english(), TODAY))
    shown = world_of(found, closer(found.found, english()), english())
    (file,) = renderer(tree, Theme(catalog.charter, english(), "assets/1", ()), COMPILED)([shown])
    return file.content.decode()


def test_listings_of_one_city_are_one_dot_that_leads_to_its_list() -> None:
    assert dots(listing("A", *LEEDS), listing("B", *LEEDS), listing("C", *PORTO)) == [
        ("Leeds: 2 listings", "/in/gb/leeds/"),
        ("Porto: 1 listing", "/in/pt/porto/"),
    ]


def test_cities_that_would_lie_on_each_other_are_one_dot_that_leads_to_the_list_beside() -> None:
    assert dots(listing("A", *LEEDS), listing("B", *LEEDS), listing("C", *YORK)) == [
        ("3 listings around Leeds", "#at-gb")
    ]


def test_a_listing_that_names_no_city_is_a_place_of_its_own() -> None:
    alone = ("city:", "country: PT", "serves: PT", "lat: 38.7", "lon: -9.1")
    nowhere = ("city:", "country:", "serves: worldwide", "lat: 0", "lon: -30")
    assert dots(listing("A", *alone), listing("Ship", *nowhere)) == [
        ("A: 1 listing", "/meetups/n0/"),
        ("Ship: 1 listing", "/meetups/n1/"),
    ]


def test_a_city_counts_its_listings_that_do_not_say_where_they_are_too() -> None:
    assert dots(listing("A", *LEEDS), listing("B")) == [("Leeds: 2 listings", "/in/gb/leeds/")]


def test_a_city_is_where_most_of_its_listings_are() -> None:
    far = ("lat: 1", "lon: 1")
    (dot,) = world(listing("A", *LEEDS), listing("B", *LEEDS), listing("C", *far)).shows["dots"]
    x, y = projected(53.80, -1.55)
    assert (dot.x, dot.y) == (f"{x / 1000:.2%}", f"{y / 438:.2%}")


def test_what_is_closed_or_expired_is_not_on_the_map() -> None:
    page = world(
        listing("A", *LEEDS, "status: closed"), listing("B", *PORTO, "verified: 2019-01-01"), listing("C", *YORK)
    )
    assert [dot.name for dot in page.shows["dots"]] == ["York: 1 listing"]


def test_the_same_places_stand_in_a_list_by_country() -> None:
    nations = world(listing("A", *LEEDS), listing("B", *YORK), listing("C", *PORTO), listing("D", "city: Hull")).shows[
        "nations"
    ]
    assert [(each.id, each.country.label, each.country.count) for each in nations] == [
        ("at-pt", "Portugal", 1),
        ("at-gb", "United Kingdom", 3),
    ]
    assert [(city.label, city.address, city.count) for city in nations[1].cities] == [
        ("Leeds", "/in/gb/leeds/", 1),
        ("York", "/in/gb/york/", 1),
    ]


def test_places_without_a_country_stand_at_the_end_of_the_list() -> None:
    ship = listing("Ship", "city:", "country:", "serves: worldwide", "lat: 0", "lon: -30")
    text = page({"content/meetups/a.md": listing("A", *LEEDS), "content/meetups/ship.md": ship})
    assert text.index('id="at-gb"') < text.index('id="at-other"') < text.index("Elsewhere") < text.index(">Ship</a>")


def test_how_many_are_not_on_the_map_is_said() -> None:
    assert world(listing("A", *LEEDS)).shows["without"] is None
    assert world(listing("A", *LEEDS), listing("B", "city: Hull")).shows["without"].label == (
        "One more listing is not on the map, because it is online or serves a whole country."
    )


def test_without_any_place_the_page_says_how_one_comes_about() -> None:
    text = page({"content/meetups/a.md": listing("A")})
    assert "No listing says yet where on the map it is." in text
    assert "once its file has lat and lon: signpost locate adds them" in text
    assert "js/map.js" not in text
    assert not [path for path in files_of({"content/meetups/a.md": listing("A")}) if path.startswith("data/map/")]


def test_the_page_shows_the_world_and_a_named_link_for_each_dot() -> None:
    text = page({"content/meetups/a.md": listing("A", *LEEDS), "content/meetups/b.md": listing("B", *LEEDS)})
    assert re.findall(r'<use class="(\w+)" href="/assets/\w+/map/land.svg#(\w+)"/>', text) == [
        ("sea", "sea"),
        ("lines", "lines"),
        ("land", "land"),
    ]
    assert '<a class="dot" href="/in/gb/leeds/"><title>Leeds: 2 listings</title>' in text
    assert "<text>2</text></a>" in text


def written(*listings: str) -> dict[str, Any]:
    """What the map's script is given."""
    files = files_of({f"content/meetups/n{number}.md": text for number, text in enumerate(listings)})
    (path,) = [path for path in files if path.startswith("data/map/")]
    assert f'data-file="/{path}"' in files["map/index.html"]
    found: dict[str, Any] = json.loads(files[path])
    return found


def steps(*listings: str) -> dict[float, list[str]]:
    """The names of the dots for each step that the map comes closer."""
    return {each["zoom"]: [dot["name"] for dot in each["dots"]] for each in written(*listings)["steps"]}


def test_the_script_is_given_the_places_with_addresses_that_begin_at_the_map() -> None:
    assert written(listing("A", *PORTO), listing("B", *LEEDS))["places"] == [
        ["Leeds", "../in/gb/leeds/", 53.8, -1.55],
        ["Porto", "../in/pt/porto/", 41.15, -8.61],
    ]


def test_a_dot_of_several_places_opens_as_the_map_comes_closer() -> None:
    found = steps(listing("A", *LEEDS), listing("B", *LEEDS), listing("C", *YORK))
    assert list(found) == list(ZOOMS)
    assert found[1] == found[10] == ["3 listings around Leeds"]
    assert found[24] == ["Leeds: 2 listings", "York: 1 listing"]


def test_dots_are_fewer_where_all_of_the_world_is_small() -> None:
    found = steps(listing("A", *LEEDS), listing("B", *LEEDS), listing("C", *PORTO))
    assert found[1] == ["Leeds: 2 listings", "Porto: 1 listing"]
    assert found[0.25] == ["3 listings around Leeds"]


def test_the_first_step_is_what_the_page_shows() -> None:
    listings = (listing("A", *LEEDS), listing("B", *YORK), listing("C", *PORTO))
    (step,) = [each["dots"] for each in written(*listings)["steps"] if each["zoom"] == 1]
    assert [
        (dot["x"], dot["y"], dot["halo"], dot["radius"], dot["name"], dot["href"].removeprefix("..")) for dot in step
    ] == [
        (dot.x, dot.y, dot.halo, dot.radius, dot.name, dot.address or f"#{dot.part}")
        for dot in world(*listings).shows["dots"]
    ]


def test_between_the_parallels_that_the_script_is_given_a_place_lies_where_the_build_projects_it() -> None:
    parallels = written(listing("A", *LEEDS))["parallels"]
    assert len(parallels) == 181
    for lat, lon in ((53.5, -170.0), (-33.5, 151.21), (84.5, 179.0), (0.5, 0.0)):
        south, north = parallels[int(lat // 1) + 90], parallels[int(lat // 1) + 91]
        x, y = projected(lat, lon)
        assert 50 + lon * (south[0] + north[0]) / 2 == pytest.approx(x / 10, abs=0.01)
        assert (south[1] + north[1]) / 2 == pytest.approx(y / 4.38, abs=0.01)


def many(number: int) -> dict[str, str]:
    """As many listings, each in a city of its own, all over the world."""
    dice, found = random.Random(7), {}  # noqa: S311 - places, not secrets
    for place, (path, text) in enumerate(meetups(number).items()):
        at = f"lat: {dice.uniform(-50, 70):.2f}\nlon: {dice.uniform(-170, 170):.2f}"
        found[path] = text.replace("city: Leeds", f"city: Town {place}\n{at}")
    return found


def test_a_page_of_250_places_names_them_all_and_stays_light() -> None:
    text = page(many(250))
    assert text.count('dir="auto">Town ') == 250
    assert len(text.encode()) < 60_000


def test_beyond_250_places_the_list_names_countries_only() -> None:
    text = page(many(600))
    assert "600 places on the map" in text
    assert 'dir="auto">Town ' not in text
    assert '<h3><a href="/in/gb/">United Kingdom</a> <span>600</span></h3>' in text
    assert len(text.encode()) < 60_000


def placed(*places: tuple[str, float, float]) -> list[Place]:
    """Places by name, latitude and longitude, with one listing each."""
    return [Place(name, f"/{name}/", "GB", 1, lat, lon) for name, lat, lon in places]


def lots(*places: tuple[str, float, float]) -> list[list[str]]:
    """The names of the places that are one dot."""
    found = clusters([(each, projected(each.lat, each.lon)) for each in placed(*places)])
    return [[place.name for place in those] for those, _ in found]


def test_a_place_joins_the_nearest_dot_and_dots_keep_apart() -> None:
    west, between, east = ("West", 0, 0.0), ("Between", 0, 6.0), ("East", 0, 10.0)
    assert lots(west, east, between) == [["West"], ["East", "Between"]]
    assert projected(0, 10).x - projected(0, 0).x > APART
    assert projected(0, 6).x - projected(0, 0).x < APART


def test_the_same_places_always_become_the_same_dots() -> None:
    texts = many(80)
    paths = random.Random(3).sample(list(texts), len(texts))  # noqa: S311 - an order, not a secret
    assert page({path: texts[path] for path in paths}) == page(texts)


def test_the_area_of_a_dot_grows_with_its_count_up_to_a_limit() -> None:
    assert radius(1) < radius(2) < radius(10) < radius(25)
    assert radius(20) ** 2 - radius(10) ** 2 == radius(12) ** 2 - radius(2) ** 2
    assert radius(1000) == radius(100)
