"""What must hold within one listing, beyond its fields one by one."""

import pytest

from tests.directories import listing
from tests.telling import headlines, told

FORUM = "content/online-communities/forum.md"
NOWHERE = ("city:", "country:")


def meetup(*lines: str) -> list[str]:
    return headlines(listing("Python Nantes", "city: Nantes", "country: FR", *lines))


def forum(*lines: str) -> list[str]:
    return headlines(listing("Forum", *NOWHERE, "platform: forum", *lines), FORUM)


def guild(*lines: str) -> list[str]:
    return headlines(listing("Guild", *NOWHERE, *lines), "content/associations/guild.md")


def test_somebody_vouches_for_a_listing() -> None:
    say = ["It is not said who checked this [vouched]"]
    sources = "source: https://example.org/"
    assert meetup("verified:") == say
    assert meetup("verified:", sources) == say
    assert meetup("verified:", "compiled: 2026-11-01") == say
    assert meetup("verified:", sources, "compiled: 2026-11-01") == []
    assert meetup(sources, "compiled: 2026-11-01") == []


@pytest.mark.parametrize(
    "way", ["email: hello@example.org", "phone: +33240000000", "how_to_join: Come along.", "url: https://example.org/"]
)
def test_one_way_in_is_enough(way: str) -> None:
    assert meetup("url:") == ["There is no way to reach or join it [way-in]"]
    assert meetup("url:", way) == []


def test_people_who_meet_meet_somewhere() -> None:
    say = "People meet there, but where is not said [place]"
    group = "One of these is needed: City, Takes place at, Open to [one-of]"
    assert meetup("country:") == [say]
    assert meetup("city:") == [group, say]
    assert meetup(*NOWHERE, "serves: [FR]") == []
    assert forum("format: hybrid") == [say]
    assert forum() == []


def test_what_is_online_has_an_address() -> None:
    say = ["It is online, but where is not said [online-reach]"]
    assert forum("url:", "email: hello@example.org") == say
    assert forum("url:", "email: hello@example.org", "links: {discord: https://discord.example.org/}") == []


def test_a_kind_asks_for_one_of_a_group() -> None:
    assert guild() == ["One of these is needed: Open to, Country [one-of]"]
    assert guild("serves: DE") == guild("country: DE") == []


def test_what_was_checked_was_checked_by_today() -> None:
    assert meetup("verified: 2026-11-22") == []
    assert meetup("verified: 2026-11-23") == ["Checked on is in the future [future]"]
    assert meetup("compiled: 2026-11-23") == ["Compiled on is in the future [future]"]


def test_degrees_come_in_pairs() -> None:
    assert meetup("lat: 0") == ["lat is given, lon is not [coordinates]"]
    assert meetup("lon: 0") == ["lon is given, lat is not [coordinates]"]
    assert meetup("lat: 0", "lon: 0") == []


def test_an_alert_ends_within_90_days() -> None:
    alert, long = "alert: We meet in the library.", ["The alert holds for more than 90 days [alert-until]"]
    assert meetup(alert) == ["It is not said until when the alert holds [alert-until]"]
    assert meetup(alert, "alert_until: 2027-02-20") == meetup("alert_until: 2026-12-01") == []
    assert meetup(alert, "alert_until: 2027-02-21") == long


def test_a_time_of_day_has_a_time_zone() -> None:
    say = ["In which time zone the meetings are is not said [zone]"]
    austin, timed = ("city: Austin", "country: US"), "meets: {every: week, day: monday, from: 18:00}"
    assert meetup(*austin, timed) == say
    assert meetup(*austin, "meets: {every: week, day: monday}") == []
    assert meetup(*austin, timed, "timezone: America/Chicago") == []
    assert meetup(*austin, "meets: {every: week, day: monday, from: 18:00, timezone: America/Chicago}") == []
    assert meetup(timed) == []


@pytest.mark.parametrize(
    ("lines", "misfit"),
    [
        (("verified: yesterday",), "not-a-date"),
        (("url: nowhere",), "not-an-address"),
        (("country: Narnia",), "not-a-country"),
        (("format: in person", *NOWHERE, "serves: DE"), "not-a-choice"),
        (("lat: north", "lon: 2"), "not-a-number"),
        (("alert: Closed", "alert_until: soon"), "not-a-date"),
        (
            ("city: Austin", "country: US", "timezone: Texas", "meets: {every: week, day: monday, from: 18:00}"),
            "not-a-timezone",
        ),
    ],
)
def test_a_value_that_does_not_fit_is_not_missing_as_well(lines: tuple[str, ...], misfit: str) -> None:
    assert [each.rpartition("[")[2] for each in meetup(*lines)] == [f"{misfit}]"]


def test_a_format_that_does_not_fit_is_not_taken_for_the_usual_one() -> None:
    say = '"onlin" is not one of the choices for Format [not-a-choice]'
    group = "One of these is needed: City, Takes place at, Open to [one-of]"
    assert meetup(*NOWHERE, "format: onlin") == [group, say]


def test_an_address_is_best_encrypted() -> None:
    say = "The address is not encrypted [plain-http]"
    assert meetup("url: http://example.org/", "links: {meetup: http://www.meetup.com/a}") == [say, say]
    assert meetup("source: http://example.org/") == []


@pytest.mark.parametrize("query", ["utm_source=a", "b=c&fbclid=d", "gclid="])
def test_an_address_does_not_follow_readers(query: str) -> None:
    name = query.rpartition("&")[2].partition("=")[0]
    expected = [f"The address follows readers around ({name}) [tracking]"] if not query.endswith("=") else []
    assert meetup(f"url: https://example.org/?{query}") == expected


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("maria@GMail.com", "gmail.com is where people have their own"),
        ("maria.silva@example.org", "maria.silva reads like a name"),
        ("M_Silva@example.org", "m_silva reads like a name"),
        ("zoë.åberg@example.org", "zoë.åberg reads like a name"),
        ("hello@example.org", ""),
        ("maria@example.org", ""),
        ("sign-up@example.org", ""),
        ("member.services@example.org", ""),
        ("atelier.nantes@example.org", ""),
        ("python.ouest@example.org", ""),
        ("club.2026@example.org", ""),
    ],
)
def test_an_email_address_is_that_of_a_role(address: str, why: str) -> None:
    say = f"This looks like somebody's own e-mail address: {why} [personal-email]"
    assert meetup(f"email: {address}") == ([say] if why else [])


@pytest.mark.parametrize(
    ("number", "is_mobile"), [("+61491570156", True), ("+33240000000", False), ("+12025550123", False)]
)
def test_a_telephone_number_is_not_a_mobile(number: str, is_mobile: bool) -> None:
    say = "This is the number of a mobile telephone, which is mostly somebody's own [personal-phone]"
    assert meetup(f'phone: "{number}"') == ([say] if is_mobile else [])


@pytest.mark.parametrize(
    "text",
    [
        "See https://social.example.org/@maria or https://maps.example.org/@41.1,-8.6,15z.",
        "Follow @maria@social.example.org, meet @ the bar, pay 5+5 EUR.",
        "Ring +33 2 40 00 00 00 or +1 202 555 0123.",
        "It is hello@example.org that answers.",
    ],
)
def test_a_text_may_have_these_in_it(text: str) -> None:
    assert meetup(f'how_to_join: "{text}"', "email: hello@example.org") == []


def test_somebody_elses_address_is_found_however_often_the_groups_own_stands_before_it() -> None:
    written = listing("Python Nantes", "city: Nantes", "country: FR", "email: hello@example.org")
    body = f"{'Write to hello@example.org. ' * 30}Or ask marie.martin@example.org."
    say = '"marie.martin@example.org" stands in the middle of a text [contact-in-text]'
    assert headlines(f"{written}\n{body}\n") == [say]


def test_a_rule_about_fields_that_are_not_declared_says_nothing() -> None:
    shared = "sections: {a: A}\nfields:\n  name: {type: text, required: yes}\n  summary: {type: text, required: yes}\n"
    kind = "one: Tool\nmany: Tools\nintro: Borrow.\nstale_after_days: 9\n"
    text = "---\nname: Saw\nsummary: A saw to borrow.\n---\n"
    texts = {"content/_listing.yaml": shared, "content/tools/_kind.yaml": kind, "content/tools/saw.md": text}
    assert [each for each in told(texts) if each.startswith("content/tools/")] == []
