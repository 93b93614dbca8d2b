"""Where everything stands on the site."""

import pytest

from signpost.model.addresses import addresses, named_by_files, of_city, of_country, of_field, of_term, slug_of
from tests.directories import catalog_of, listing

PAGE = "---\ntitle: About\nsummary: What this directory is for.\n---\nText.\n"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Saint-Étienne", "saint-etienne"),
        ("東京", "dong-jing"),
        ("القاهرة", "lqhr"),
        ("  Rio de Janeiro ", "rio-de-janeiro"),
        ("☕", "x"),
        ("", "x"),
        ("very long " * 20, "very-long-very-long-very-long-very-long-very-long-very-long"),
    ],
)
def test_a_name_in_any_script_becomes_part_of_an_address(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_lists_have_addresses_of_their_own() -> None:
    assert of_country("FR") == "/in/fr/"
    assert of_city("FR", "Saint-Étienne") == "/in/fr/saint-etienne/"
    assert of_field("give_back") == "/give-back/"
    assert of_term("work", "design") == "/work/design/"


def test_a_text_can_link_to_every_list_listing_and_page() -> None:
    at_home = {"content/meetups/nantes.md": listing("Nantes", "city: Nantes", "country: FR")}
    online = {"content/online-communities/forum.md": listing("Forum", "city:", "country:", "platform: forum")}
    found = set(addresses(catalog_of({**at_home, **online, "content/pages/about.md": PAGE})))
    given = {"/meetups/nantes/", "/online-communities/forum/", "/in/fr/", "/in/fr/nantes/", "/about/"}
    lists = {"/", "/search/", "/guides/", "/needs-check/", "/in/", "/meetups/", "/support/", "/support/guidance/"}
    assert given | lists < found
    assert "/in/fr/rennes/" not in found


def test_a_country_without_a_city_has_a_list_and_no_city() -> None:
    found = set(addresses(catalog_of({"content/associations/guild.md": listing("Guild", "city:", "country: DE")})))
    assert {each for each in found if each.startswith("/in/")} == {"/in/", "/in/de/"}


def test_files_name_listings_whether_they_can_be_read_or_not() -> None:
    names = ("meetups/_kind.yaml", "meetups/a.md", "meetups/b.yaml", "pages/about.md", "_site.yaml")
    assert list(named_by_files({f"content/{name}": b"" for name in names})) == ["meetups/a", "meetups/b"]
