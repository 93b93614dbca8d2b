"""What a listing page leads on to: what it names itself, then what shares most with it."""

from tests.directories import listing, pages_of


def near(texts: dict[str, str], address: str = "/meetups/a/") -> list[str]:
    """The names of what stands at the end of a listing's page."""
    return [card.name for card in pages_of(texts)[address].shows["related"]]


def test_what_it_names_itself_comes_first() -> None:
    texts = {
        "content/meetups/a.md": listing("A", "related: [meetups/far]"),
        "content/meetups/far.md": listing("Far", "city: Porto", "country: PT", "support: practical", "work: design"),
        "content/meetups/near.md": listing("Near"),
    }
    assert near(texts) == ["Far", "Near"]


def test_who_shares_most_comes_next() -> None:
    texts = {
        "content/meetups/a.md": listing("A", "work: design"),
        "content/meetups/city.md": listing("Same city", "work: trades"),
        "content/meetups/city-and-work.md": listing("Same city and work", "work: design"),
        "content/meetups/country.md": listing("Same country and kind", "city: York", "work: care"),
        "content/associations/nothing.md": listing("Nothing shared", "country: PT", "city: Porto", "work: care"),
    }
    assert near(texts) == ["Same city and work", "Same city", "Same country and kind"]


def test_there_are_four_at_most_and_never_itself() -> None:
    texts = {f"content/meetups/{letter}.md": listing(letter.upper()) for letter in "abcdefghijkl"}
    assert near(texts) == ["B", "C", "D", "E"]
    assert near(texts, "/meetups/k/") == ["A", "B", "C", "D"]


def test_a_closed_listing_leads_on_to_open_ones_only() -> None:
    texts = {
        "content/meetups/a.md": listing("A", "status: closed"),
        "content/meetups/b.md": listing("B"),
        "content/meetups/c.md": listing("C", "status: closed"),
    }
    assert near(texts) == ["B"]
    assert near(texts, "/meetups/b/") == []


def test_alone_it_leads_nowhere() -> None:
    assert near({"content/meetups/a.md": listing("A")}) == []
