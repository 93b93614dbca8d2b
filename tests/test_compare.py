"""Listings side by side."""

import pytest

from signpost.intake.compare import alike, normal_address, normal_name
from tests.directories import listing
from tests.telling import told

NANTES = ("city: Nantes", "country: FR")
FIRST, SECOND = "content/meetups/a.md", "content/meetups/b.md"


def pair(first: str, second: str, path: str = SECOND) -> list[str]:
    """What is told of the second of two listings, and of no other."""
    problems = told({FIRST: first, path: second})
    assert all(each.startswith(f"{path}:") for each in problems)
    return [each.partition(": ")[2] for each in problems]


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org",
        "https://www.example.org/",
        "https://EXAMPLE.org/#top",
        "https://example.org/?utm_source=a&fbclid=b",
    ],
)
def test_an_address_is_compared_without_what_makes_no_difference(address: str) -> None:
    assert normal_address(address) == "example.org"


def test_an_address_is_compared_with_what_makes_a_difference() -> None:
    assert normal_address("https://example.org/A/?b=1&a=") == "example.org/A?a=&b=1"
    assert normal_address("") == ""


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("PYTHON, Nantes!", "python nantes"),
        ("Café  Crème", "cafe creme"),
        ("Straße", "strasse"),
        ("C++ & C#", "c++ c#"),
        ("フリーランス", "フリーランス"),
        ("☕", ""),
    ],
)
def test_a_name_is_compared_by_its_letters(name: str, normal: str) -> None:
    assert normal_name(name) == normal_name(normal)
    assert normal_name(normal) == normal_name(name)


def test_two_listings_of_a_kind_have_different_addresses() -> None:
    first = listing("Python Nantes", *NANTES, "url: https://example.org/")
    second = listing("Snakes", *NANTES, "url: https://www.example.org")
    assert pair(first, second) == [f"Python Nantes has the same address ({FIRST}) [same-address]"]


def test_listings_of_two_kinds_can_have_one_address() -> None:
    forum = listing("Forum", "city:", "country:", "platform: forum", "url: https://example.org/")
    assert pair(listing("A", "url: https://example.org/"), forum, "content/online-communities/b.md") == []


def test_listings_without_an_address_have_no_address_in_common() -> None:
    ways = ("url:", "how_to_join: Come along.")
    assert pair(listing("Chess", *ways), listing("Football", *ways)) == []


def test_two_listings_in_one_city_have_different_names() -> None:
    second = listing("python nantes!", "city: NANTES", "country: FR", "url: https://b.example.org/")
    say = f"Python Nantes has the same name ({FIRST}) [same-name]"
    assert pair(listing("Python Nantes", *NANTES), second) == [say]


def test_the_same_name_in_another_kind_is_the_same_name() -> None:
    desk = "content/coworking-spaces/b.md"
    texts = {FIRST: listing("Python Nantes", *NANTES), desk: listing("Python Nantes", *NANTES)}
    assert told(texts) == [f"{FIRST}:2:7: Python Nantes has the same name ({desk}) [same-name]"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Python", "city: London", "country: GB"), ("Python", "city: London", "country: CA")),
        (("Python", "city: Leeds"), ("Python", "city: York")),
        (("C++ Berlin", "city: Berlin", "country: DE"), ("C# Berlin", "city: Berlin", "country: DE")),
        (("Designers of Nantes", *NANTES), ("Engineers of Nantes", *NANTES)),
        (("Meetup 1", *NANTES), ("Meetup 22", *NANTES)),
    ],
)
def test_near_misses_are_left_alone(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    assert pair(listing(*first), listing(*second, "url: https://b.example.org/")) == []


@pytest.mark.parametrize(
    "name", ["Pyhton Freelancers Nantes", "Python Freelancer Nantes", "Python Free-lancers Nantes"]
)
def test_nearly_the_same_name_is_looked_at_twice(name: str) -> None:
    say = f"Python Freelancers Nantes has nearly the same name ({FIRST}) [alike-name]"
    assert pair(listing("Python Freelancers Nantes", *NANTES), listing(name, *NANTES)) == [say]


def test_names_differ_by_a_slip_or_by_a_word() -> None:
    assert alike("python freelancers nantes", "pyhton freelancers nantes")
    assert not alike("women who code nantes", "women who cook nantes")
    assert not alike("python", "ruby")


def test_one_address_belongs_to_one_file() -> None:
    yaml = "content/meetups/a.yaml"
    text = listing("Chess", *NANTES, "url: https://b.example.org/")
    problems = told({FIRST: listing("Python Nantes", *NANTES), yaml: text.strip("-\n") + "\n"})
    assert problems == [f"{FIRST}:2:7: Chess has the same page ({yaml}) [same-page]"]


def test_a_link_leads_to_a_listing_even_to_one_with_a_mistake() -> None:
    linked = listing("Python Nantes", *NANTES, "related: [meetups/b, meetups/c]", "run_by: associations/guild")
    assert told({FIRST: linked, SECOND: listing("Chess", "cost: fre")}) == [
        f'{FIRST}:9:22: There is no listing "meetups/c" [no-such-listing]',
        f'{FIRST}:10:9: There is no listing "associations/guild" [no-such-listing]',
        f'{SECOND}:9:7: "fre" is not one of the choices for Cost [not-a-choice]',
    ]


def test_an_organisation_with_a_slash_in_its_name_is_no_link() -> None:
    assert told({FIRST: listing("Python Nantes", *NANTES, "run_by: Arts/Crafts Guild")}) == []


def test_a_meeting_is_held_at_a_listing() -> None:
    text = listing("Python Nantes", *NANTES, "meets: {every: week, day: monday, hosted_at: meetups/b}")
    assert told({FIRST: text}) == [f'{FIRST}:9:46: There is no listing "meetups/b" [no-such-listing]']


def test_a_picture_is_there() -> None:
    text = listing("Python Nantes", *NANTES, "logo: logos/nantes.svg")
    say = f"{FIRST}:9:7: There is no picture content/static/logos/nantes.svg [no-such-image]"
    assert told({FIRST: text}) == [say]
    assert told({FIRST: text, "content/static/logos/nantes.svg": "<svg/>"}) == []


def test_an_old_address_has_one_owner() -> None:
    moved = listing("Chess", *NANTES, "formerly: [meetups/old, meetups/a]")
    assert told({FIRST: listing("Python Nantes", *NANTES, "formerly: meetups/old"), SECOND: moved}) == [
        f"{FIRST}:9:11: meetups/old is or was the address of Chess [moved-from]",
        f"{SECOND}:9:25: meetups/a is or was the address of Python Nantes [moved-from]",
    ]
    assert told({FIRST: listing("Python Nantes", *NANTES, "formerly: meetups/a")}) == [
        f"{FIRST}:9:11: meetups/a is or was the address of Python Nantes [moved-from]"
    ]
