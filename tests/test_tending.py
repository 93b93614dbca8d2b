"""What was found at addresses is told in its place, and the listings that most need a person are asked for."""

import re
from datetime import date, timedelta

import pytest

from signpost.model.health import Finding, Health, Record
from signpost.model.health.memory import Records
from signpost.output.report import text
from signpost.output.tending.issue import issue
from signpost.output.tending.needs import needs
from signpost.output.tending.told import HINTS, summed_up, to_try, told
from tests.conftest import HERE, TODAY
from tests.directories import Texts, catalog_of, english, listing

LONG_AGO = date(2026, 10, 1)


def one(*lines: str, name: str = "A", kind: str = "meetups") -> Texts:
    return {f"content/{kind}/{name.lower()}.md": listing(name, *lines)}


def dead(health: Health = Health.GONE, times: int = 3) -> Record:
    return Record(health, LONG_AGO, times, TODAY, date(2026, 9, 24))


def reasons(texts: Texts, records: Records | None = None, today: date = TODAY) -> list[str]:
    """Why the listings of a directory need a person."""
    return [reason.say for need in needs(catalog_of(texts), records or {}, today) for reason in need.reasons]


def test_each_address_is_tried_once_and_as_servers_are_asked() -> None:
    texts = {
        **one(
            "url: https://a.example.org/#join", "links: {forum: https://a.example.org/, slack: https://b.example.org/}"
        ),
        **one("url: https://c.example.org/", "source: [https://b.example.org/]", "compiled: 2026-11-01", name="B"),
        **one("url: https://closed.example.org/", "status: closed", name="C"),
    }
    assert to_try(catalog_of({k: v.replace("forum:", "meetup:") for k, v in texts.items()})) == [
        "https://a.example.org/",
        "https://b.example.org/",
        "https://c.example.org/",
    ]


def test_what_was_found_is_told_where_the_address_stands() -> None:
    catalog = catalog_of(one("links: {meetup: https://b.example.org/x}"))
    findings = [
        Finding("https://a.example.org/", Health.REDIRECTED, "has moved for good to https://z.example.org/"),
        Finding("https://b.example.org/x", Health.GONE, "answers 404"),
    ]
    records = {"https://b.example.org/x": dead()}
    assert text(list(told(catalog, findings, records))) == (
        "content/meetups/a.md:3:6: warning: Website: https://a.example.org/ has moved for good to https://z.example.org/"
        " [link-redirected]\n"
        "     3 | url: https://a.example.org/\n"
        "       |      ^^^^^^^^^^^^^^^^^^^^^^\n"
        "         Write the new address if that is still the same place.\n\n"
        "content/meetups/a.md:9:17: warning: Elsewhere: https://b.example.org/x answers 404; it has failed 3 runs in a"
        " row, since 2026-10-01, and counts as dead [link-gone]\n"
        "     9 | links: {meetup: https://b.example.org/x}\n"
        "       |                 ^^^^^^^^^^^^^^^^^^^^^^^\n"
        "         Look for its new address; if the place is gone, write status: closed.\n\n"
    )


def test_what_works_is_not_told_and_what_failed_once_is_not_counted() -> None:
    catalog = catalog_of(one())
    assert list(told(catalog, [Finding("https://a.example.org/", Health.OK)], {})) == []
    (problem,) = told(
        catalog,
        [Finding("https://a.example.org/", Health.GONE, "answers 404")],
        {"https://a.example.org/": dead(times=1)},
    )
    assert problem.say == "Website: https://a.example.org/ answers 404"


def test_every_class_but_ok_has_a_hint_and_stands_in_the_documentation() -> None:
    assert set(HINTS) == set(Health) - {Health.OK}
    page = (HERE.parent / "docs" / "links.md").read_text(encoding="utf-8")
    assert [each.value for each in Health if f"| `{each}` |" not in page] == []


def test_classes_are_counted_in_order() -> None:
    findings = [Finding(str(n), each) for n, each in enumerate((Health.GONE, Health.OK, Health.OK))]
    assert summed_up(findings) == "3 addresses: 2 ok, 1 gone"
    assert (summed_up(findings[:1]), summed_up([])) == ("1 address: 1 gone", "no addresses")


def test_a_listing_that_is_fresh_and_works_needs_nobody() -> None:
    assert reasons(one()) == []
    assert reasons(one(), {"https://a.example.org/": Record(Health.OK, TODAY, 9, TODAY, TODAY)}) == []


@pytest.mark.parametrize(
    ("health", "say"),
    [
        (Health.GONE, "is no longer there"),
        (Health.EXPIRED, "is an invitation that has expired"),
        (Health.CERTIFICATE, "has a broken certificate"),
        (Health.UNREACHABLE, "cannot be reached"),
        (Health.PARKED, "shows that its domain is for sale"),
        (Health.TROUBLE, "answers with an error"),
    ],
)
def test_an_address_that_has_failed_for_three_runs_is_a_reason(health: Health, say: str) -> None:
    found = reasons(one(), {"https://a.example.org/": dead(health)})
    assert found == [f"Website: `a.example.org` {say}, for 3 runs since 2026-10-01; it last worked on 2026-09-24."]
    assert reasons(one(), {"https://a.example.org/": dead(health, times=2)}) == []


def test_an_address_that_never_worked_says_no_day() -> None:
    never = Record(Health.GONE, LONG_AGO, 4, TODAY, None)
    assert reasons(one(), {"https://a.example.org/": never}) == [
        "Website: `a.example.org` is no longer there, for 4 runs since 2026-10-01."
    ]


@pytest.mark.parametrize("health", [Health.BLOCKED, Health.REDIRECTED])
def test_what_only_keeps_programs_out_is_no_reason(health: Health) -> None:
    assert reasons(one(), {"https://a.example.org/": dead(health, times=99)}) == []


@pytest.mark.parametrize(
    ("line", "say"),
    [
        ("verified: 2026-05-01", ["Nobody has checked it since 2026-05-01."]),
        ("verified: 2025-06-01", ["Nobody has checked it since 2025-06-01."]),
        ("verified: 2021-06-01", ["Nobody has checked it since 2021-06-01; it has left the lists."]),
        ("verified: 2026-11-01", []),
    ],
)
def test_a_check_that_is_too_old_is_a_reason(line: str, say: list[str]) -> None:
    assert reasons(one(line)) == say


def test_what_nobody_confirmed_is_a_reason_and_the_longer_the_more() -> None:
    texts = {
        **one("verified:", "source: [https://s.example.org/]", "compiled: 2026-11-01", name="A"),
        **one("verified:", "source: [https://s.example.org/]", "compiled: 2025-11-01", name="B"),
        **one("verified:", "source: [https://s.example.org/]", "compiled: 2026-10-31", name="C"),
    }
    found = needs(catalog_of(texts), {}, TODAY)
    assert [(need.listing.name, need.score) for need in found] == [("B", 30), ("C", 11), ("A", 11)]
    assert found[0].reasons[0].say == "Nobody has confirmed it; it was compiled from public pages on 2025-11-01."


def test_days_that_have_passed_are_reasons() -> None:
    assert reasons(one("meets: [{date: 2026-11-20}, {date: 2026-11-19}]")) == [
        "All times it meets have passed; the last day was 2026-11-20."
    ]
    assert reasons(one("meets: [{date: 2026-11-20}, {every: month, day: first tuesday}]")) == []
    assert reasons(one("apply_by: 2026-11-21", "starts_on: 2026-11-22", kind="mentorship-programs")) == [
        "Apply by: 2026-11-21 has passed."
    ]


def test_an_alert_that_is_over_is_a_reason() -> None:
    assert reasons(one("alert: Closed for a week.", "alert_until: 2026-11-21")) == [
        "Its alert was over on 2026-11-21: take it out, or say what holds now."
    ]
    assert reasons(one("alert: Closed for a week.", "alert_until: 2026-11-22")) == []


def test_closed_listings_need_nobody() -> None:
    assert reasons(one("status: closed", "verified: 2019-01-01"), {"https://a.example.org/": dead()}) == []


def test_a_dead_website_weighs_more_than_an_old_check_and_a_dead_source_less() -> None:
    texts = {
        **one(name="Web"),
        **one("verified: 2025-06-01", name="Old"),
        **one("source: [https://s.example.org/]", name="Source"),
    }
    records = {"https://web.example.org/": dead(), "https://s.example.org/": dead()}
    assert [need.listing.name for need in needs(catalog_of(texts), records, TODAY)] == ["Web", "Old", "Source"]


def asked_for(texts: Texts, limit: int = 10, records: Records | None = None) -> str:
    """The text of the issue."""
    catalog = catalog_of(texts)
    return issue(needs(catalog, records or {}, TODAY), limit, catalog.charter.site, english(), TODAY)


def test_the_issue_names_each_listing_with_its_reasons_and_two_links() -> None:
    repository = "https://github.com/example/directory/issues/new"
    about = "listing=meetups%2Fa)"
    told = asked_for(one("verified: 2025-06-01"), records={"https://a.example.org/": dead()})
    head, block, foot = told.split("\n### ")[0], *told.split("\n### ")[1].split("\n\n1 of 1 ")
    assert head.startswith("These listings most need somebody to look")
    assert block.startswith(
        "1. [`A`](https://directory.example.org/meetups/a/)\n\n"
        "- Website: `a.example.org` is no longer there, for 3 runs since 2026-10-01; it last worked on 2026-09-24.\n"
        "- Nobody has checked it since 2025-06-01.\n\n"
        f"[Still right]({repository}?template=confirm.yml&title=Still%20right%3A%20A&{about}"
    )
    assert f" · [Gone, or wrong]({repository}?template=report.yml&title=Something%20is%20wrong%3A%20A&{about}" in block
    assert foot == "that need a look, reckoned on 2026-11-22. Every run writes this text anew.\n"


def test_the_issue_holds_as_many_as_it_may_and_says_how_many_there_are() -> None:
    texts: dict[str, str] = {}
    for number in range(12):
        texts |= one(f"verified: 2025-06-{number + 1:02}", name=f"N{number:02}")
    told = asked_for(texts)
    assert told.count("\n### ") == 10
    assert "\n### 1. [`N00`]" in told
    assert "10 of 12 that need a look" in told
    assert asked_for(texts, limit=1).count("\n### ") == 1


def test_when_nothing_needs_a_person_the_issue_says_so() -> None:
    assert asked_for(one()) == "No listing needs a person right now.\n"


def test_nothing_that_strangers_write_is_more_than_words() -> None:
    name = '"`@octocat` #1 <img src=x> [x](javascript:x) www.evil.example.org"'
    told = asked_for(
        {"content/meetups/a.md": listing("A", f"name: {name}", "email: jo.bloggs@example.org", "verified: 2025-06-01")}
    )
    shown = "'@octocat' #1 <img src=x> [x](javascript:x) www.evil.example.org"
    assert told.count(f"### 1. [`{shown}`](https://directory.example.org/meetups/a/)\n") == 1
    rest = re.sub(r"\]\(https://[^\s)]+\)", "]", told).replace(f"`{shown}`", "")
    assert [each for each in ("@", "<", "javascript:", "www.", "bloggs") if each in rest] == []


def test_the_same_directory_makes_the_same_issue() -> None:
    texts = {**one("verified: 2025-06-01", name="A"), **one("verified: 2025-06-01", name="B")}
    assert asked_for(texts) == asked_for(dict(reversed(texts.items())))


def test_the_day_decides() -> None:
    texts = one("verified: 2026-11-10")
    assert reasons(texts, today=TODAY + timedelta(days=400)) == ["Nobody has checked it since 2026-11-10."]
