"""A listing -> its page: facts in words, trust, what can be done, what is near it, and its old addresses."""

from urllib.parse import parse_qs, urlsplit

import pytest

from signpost.model.files import Link, Page
from tests.conftest import declared
from tests.directories import listing, pages_of


def page(*lines: str, body: str = "", kind: str = "meetups") -> Page:
    """The page of one listing."""
    return pages_of({f"content/{kind}/a.md": listing("A", *lines, body=body)})[f"/{kind}/a/"]


def fact(found: Page, label: str) -> object:
    """The value that a page shows under a label."""
    sections = [each.facts for each in found.shows["sections"]]
    facts = [*found.shows["ways"], *found.shows["essentials"], *(each for facts in sections for each in facts)]
    (value,) = [each.value for each in facts if each.label == label]
    return value


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("{every: week, day: tuesday}", "Every Tuesday"),
        ("{every: week, day: [friday, monday]}", "Every Monday and Friday"),
        ("{every: 2 weeks, day: tuesday, starts: 2026-01-06}", "Every 2 weeks on Tuesday"),
        ('{every: month, day: first tuesday, from: "18:30"}', "First Tuesday of every month, 18:30 (Europe/London)"),
        (
            '{every: 3 months, day: last friday, from: "18:30", to: "20:00", starts: 2026-01-30}',
            "Last Friday of every 3 months, 18:30–20:00 (Europe/London)",
        ),
        ("{every: month, day: 15}", "Day 15 of every month"),
        ("{every: 2 months, day: 1, starts: 2026-02-01}", "Day 1 of every 2 months"),
        ("{date: 2026-12-17}", "17 Dec 2026"),
        (
            '{date: 2026-12-17, from: "19:00", timezone: America/New_York}',
            "17 Dec 2026, 19:00 (America/New York)",
        ),
    ],
)
def test_a_meeting_is_said_in_words(written: str, shown: str) -> None:
    (meeting,) = fact(page(f"meets: {written}", "timezone: Europe/London"), "Meets").rules  # type: ignore[attr-defined]
    assert (meeting.when, meeting.tentative) == (shown, False)


def test_a_meeting_says_where_it_is_when_that_is_elsewhere() -> None:
    pages = pages_of(
        {
            "content/coworking-spaces/desk.md": listing("Desk"),
            "content/meetups/a.md": listing(
                "A",
                "meets: [{every: month, day: 1, hosted_at: coworking-spaces/desk}, {date: 2026-12-01, format: online}]",
            ),
        }
    )
    assert [each.place for each in fact(pages["/meetups/a/"], "Meets").rules] == ["Desk", "online"]  # type: ignore[attr-defined]


def test_meetings_nobody_confirmed_say_so() -> None:
    found = page("meets: {every: month, day: 1}", "verified: 2025-06-01")
    assert [each.tentative for each in fact(found, "Meets").rules] == [True]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("24/7", [("Day and night", "")]),
        ("Mo-Fr 08:30-19:00; Sa 10:00-14:00", [("Mon–Fri", "08:30–19:00"), ("Sat", "10:00–14:00")]),
        ("Sa-Su 09:00-24:00", [("Sat–Sun", "09:00–24:00")]),
    ],
)
def test_opening_hours_are_said_in_words(written: str, shown: list[tuple[str, str]]) -> None:
    lines = fact(page(f"hours: {written}", kind="coworking-spaces"), "Open")
    assert [(line.days, line.times) for line in lines] == shown  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("written", "label", "shown"),
    [
        ("languages: [pt-BR, zh-Hant]", "Languages", ("Brazilian Portuguese", "Traditional Chinese")),
        ("serves: [PT, worldwide, latin-america]", "Open to", ("Portugal", "Worldwide", "Latin America")),
        ("seen_active: 2026", "Last seen active", "2026"),
        ("run_by: Somebody Ltd", "Run by", Link("Somebody Ltd", None)),
        ("address: Rua 1", "Address", "Rua 1, Leeds"),
        ("tags: [late, coffee]", "Tags", ("late", "coffee")),
    ],
)  # fmt: skip
def test_a_value_is_shown_as_people_say_it(written: str, label: str, shown: object) -> None:
    assert fact(page(written), label) == shown


def test_a_full_address_has_postcode_city_and_region() -> None:
    found = page("address: Rua do Exemplo 12", "postcode: 4000-000", "city: Porto", "region: Norte", "country: PT")
    assert fact(found, "Address") == "Rua do Exemplo 12, 4000-000 Porto, Norte"


def test_numbers_have_the_separators_of_the_language_and_years_have_none() -> None:
    assert fact(page("capacity: 1200", kind="coworking-spaces"), "Desks in all") == "1,200"
    assert fact(page("founded: 1998", kind="associations"), "Founded") == "1998"


def test_a_telephone_number_is_read_and_dialled() -> None:
    call = fact(page('phone: "+442079460000"'), "Telephone")
    assert (call.shown, call.href) == ("+44 20 7946 0000", "tel:+442079460000")  # type: ignore[attr-defined]


def test_links_elsewhere_have_the_labels_of_their_vocabulary() -> None:
    (link,) = fact(page("links: {code-of-conduct: https://a.example.org/conduct}"), "Elsewhere")  # type: ignore[misc]
    assert (link.label, link.url) == ("Code of conduct", "https://a.example.org/conduct")


def test_an_organisation_of_this_directory_is_linked() -> None:
    pages = pages_of(
        {
            "content/associations/guild.md": listing("Guild"),
            "content/meetups/a.md": listing("A", "run_by: associations/guild"),
        }
    )
    assert fact(pages["/meetups/a/"], "Run by") == Link("Guild", "/associations/guild/")


@pytest.mark.parametrize(
    ("lines", "state", "say"),
    [
        (["verified: 2026-11-10"], "fresh", "Checked 10 Nov 2026"),
        (["verified: 2026-05-26"], "fresh", "Checked 26 May 2026"),
        (["verified: 2026-05-25"], "ageing", "Not checked since 25 May 2026"),
        (["verified: 2025-11-26"], "stale", "Not checked since 26 Nov 2025"),
        (["verified: 2024-12-01"], "expired", "Not checked since 1 Dec 2024"),
        (
            ["verified:", "source: https://example.org/list", "compiled: 2026-11-01"],
            "unconfirmed",
            "Not confirmed yet",
        ),
    ],
)
def test_a_listing_says_how_far_it_can_be_trusted(lines: list[str], state: str, say: str) -> None:
    found = page(*lines).shows["listing"].freshness
    assert (found.state, found.say) == (state, say)


def test_where_it_is_comes_first_and_leads_to_what_else_is_there() -> None:
    first = page().shows["essentials"][0]
    assert (first.label, first.value) == (
        "Where",
        (Link("Leeds", "/in/gb/leeds/"), Link("United Kingdom", "/in/gb/")),
    )
    nowhere = page("city:", "country:", "serves: worldwide", "format: online", kind="mentorship-programs")
    assert [each.label for each in nowhere.shows["essentials"]] == ["Format", "Open to"]
    assert nowhere.shows["listing"].place == "Worldwide"


def test_a_reader_can_edit_a_listing_or_say_what_is_wrong() -> None:
    actions = page("name: 'A & B: \"C\"?'").shows["actions"]
    assert (actions.edit, actions.is_elsewhere) == ("/add/meetups/?edit=a", False)
    asked = {name: parse_qs(urlsplit(getattr(actions, name)).query) for name in ("wrong", "right", "removal")}
    assert asked["wrong"]["title"] == ['Something is wrong: A & B: "C"?']
    assert {name: (query["template"], query["listing"]) for name, query in asked.items()} == {
        "wrong": (["report.yml"], ["meetups/a"]),
        "right": (["confirm.yml"], ["meetups/a"]),
        "removal": (["remove.yml"], ["meetups/a"]),
    }


def test_what_is_closed_cannot_be_still_right() -> None:
    actions = page("status: closed").shows["actions"]
    assert (actions.right, actions.edit) == (None, "/add/meetups/?edit=a")


def test_a_file_that_the_form_cannot_take_apart_is_edited_on_the_repository() -> None:
    fields = (
        listing("A")
        .split("---")[1]
        .strip()
        .replace("\n", ", ")
        .replace("url: https://a.example.org/", 'url: "https://a.example.org/"')
    )
    actions = pages_of({"content/meetups/a.md": f"---\n{{{fields}}}\n---\n"})["/meetups/a/"].shows["actions"]
    assert (actions.edit, actions.is_elsewhere) == (
        "https://github.com/example/directory/edit/main/content/meetups/a.md",
        True,
    )


def test_sources_are_named_by_their_address_without_what_all_addresses_have() -> None:
    found = page(
        "verified:", "source: [https://www.press.example.org/a, https://example.org/b]", "compiled: 2026-11-01"
    )
    assert [each.label for each in found.shows["sources"]] == ["press.example.org/a", "example.org/b"]


def test_an_old_address_leads_to_the_new_one() -> None:
    old = pages_of({"content/meetups/a.md": listing("A", "formerly: [meetups/old-a]")})["/meetups/old-a/"]
    assert (old.template, old.indexed, old.shows["to"]) == ("pages/moved.html", False, Link("A", "/meetups/a/"))


@pytest.mark.parametrize(
    ("lines", "confirmed"),
    [
        (("verified_how: organiser",), True),
        (("verified_by: '@Maria'", "maintainers: [maria, '@example']"), True),
        (("verified_by: maria", "maintainers: '@example'"), False),
        (("verified_by: organiser",), False),
        (("verified_how: contact", "maintainers: '@example'"), False),
        (("verified:", "source: https://a.example.org/", "compiled: 2026-11-10", "verified_how: organiser"), False),
    ],
)
def test_a_check_by_those_who_speak_for_a_place_is_a_confirmation(lines: tuple[str, ...], confirmed: bool) -> None:
    assert page(*lines).shows["spokespeople"].confirmed is confirmed


def test_those_who_speak_for_a_place_are_named_and_linked_where_the_repository_is() -> None:
    found = page("maintainers: ['@example', maria, 'A b']").shows["spokespeople"]
    assert found.handles == (
        Link("@example", "https://github.com/example"), Link("@maria", "https://github.com/maria"), Link("@A b", None),
    )  # fmt: skip


def test_on_another_host_those_who_speak_for_a_place_are_named_only() -> None:
    site = declared()["content/_site.yaml"].decode()
    elsewhere = site.replace("https://github.com/", "https://git.example.org/")
    texts = {"content/_site.yaml": elsewhere, "content/meetups/a.md": listing("A", "maintainers: '@example'")}
    assert pages_of(texts)["/meetups/a/"].shows["spokespeople"].handles == (Link("@example", None),)
