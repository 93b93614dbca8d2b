"""The map's page: which places stand on it, which dots they become, and what it says when there are none."""

import json
import random
import re

from signpost.model.files import Page
from signpost.model.projections import projected
from signpost.output.plan.dots import APART, clusters, radius
from signpost.output.plan.places import Place, places
from signpost.output.plan.shelves import shelves
from signpost.output.plan.world import world as world_of
from signpost.output.render import Theme, render
from tests.conftest import TODAY
from tests.directories import Texts, catalog_of, english, files_of, listing, meetups, pages_of, tree_of

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
    shown = world_of(places(shelves(catalog, english(), TODAY)), english())
    (file,) = render([shown], tree, Theme(catalog.charter, english(), "assets/1", ()))
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


def test_the_scripts_are_given_the_places_in_the_order_of_the_dots() -> None:
    files = files_of({"content/meetups/a.md": listing("A", *PORTO), "content/meetups/b.md": listing("B", *LEEDS)})
    (path,) = [path for path in files if path.startswith("data/map/")]
    assert f'data-places="/{path}"' in files["map/index.html"]
    assert json.loads(files[path]) == [
        ["Leeds", "/in/gb/leeds/", "at-gb", 1, 53.8, -1.55],
        ["Porto", "/in/pt/porto/", "at-pt", 1, 41.15, -8.61],
    ]


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
