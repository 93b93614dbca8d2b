"""Listings on the shelves of their kinds."""

from tests.directories import catalog_of, listing


def test_listings_are_in_the_order_of_their_names_whatever_their_capitals() -> None:
    names = {"c": "zebra", "a": "Yak", "b": "aardvark"}
    catalog = catalog_of({f"content/meetups/{slug}.md": listing(name) for slug, name in names.items()})
    assert [each.name for each in catalog.shelves["meetups"]] == ["aardvark", "Yak", "zebra"]


def test_a_kind_without_listings_has_an_empty_shelf() -> None:
    assert catalog_of({"content/meetups/a.md": listing("A")}).shelves["associations"] == ()


def test_kinds_are_in_the_order_they_declare() -> None:
    assert list(catalog_of({}).shelves) == [
        "associations",
        "coworking-spaces",
        "meetups",
        "mentorship-programs",
        "online-communities",
        "informal-groups",
    ]


def test_guides_stand_before_other_pages_each_in_their_own_order() -> None:
    def text(order: float) -> str:
        return f"---\ntitle: T\nsummary: What this page is about.\norder: {order}\n---\nText.\n"

    pages = {"guides/b": 2, "guides/a": 2, "guides/c": 1, "about": 0}
    catalog = catalog_of({f"content/pages/{name}.md": text(order) for name, order in pages.items()})
    assert [each.address for each in catalog.prose] == ["guides/c", "guides/a", "guides/b", "about"]
