"""What is remembered of addresses: what a run changes, and the file it is kept in."""

from datetime import date, timedelta

import pytest

from signpost.model.health import Finding, Health, Record, is_offline
from signpost.model.health.memory import Records, recalled, remembered, written
from signpost.model.problems import Refused
from tests.conftest import TODAY

A = "https://a.example.org/"
WEEK = timedelta(weeks=1)


def after(*runs: Health, first: date = TODAY) -> Records:
    """What is remembered of one address after a run each week."""
    records: Records = {}
    for number, health in enumerate(runs):
        records = remembered(records, [Finding(A, health)], [A], first + number * WEEK)
    return records


def test_what_works_was_seen() -> None:
    assert after(Health.OK, Health.REDIRECTED) == {
        A: Record(Health.REDIRECTED, TODAY + WEEK, 1, TODAY + WEEK, seen=TODAY + WEEK)
    }
    assert after(Health.OK, Health.OK)[A] == Record(Health.OK, TODAY, 2, TODAY + WEEK, seen=TODAY + WEEK)


def test_an_address_is_dead_after_three_runs_in_a_row() -> None:
    runs = (Health.OK, Health.GONE, Health.UNREACHABLE, Health.PARKED)
    assert [after(*runs[:n])[A].is_dead for n in (2, 3, 4)] == [False, False, True]
    assert after(*runs)[A] == Record(Health.PARKED, TODAY + WEEK, 3, TODAY + 3 * WEEK, seen=TODAY)


@pytest.mark.parametrize("health", [Health.OK, Health.REDIRECTED, Health.BLOCKED, Health.TROUBLE])
def test_what_answers_in_between_ends_the_row(health: Health) -> None:
    assert not after(Health.GONE, Health.GONE, health, Health.GONE)[A].is_dead


@pytest.mark.parametrize("health", [Health.BLOCKED, Health.TROUBLE, Health.REDIRECTED, Health.OK])
def test_what_only_keeps_programs_out_is_never_dead(health: Health) -> None:
    assert not after(*[health] * 50)[A].is_dead


def test_an_address_that_was_not_tried_keeps_its_record() -> None:
    assert after(Health.GONE, Health.UNTRIED) == after(Health.GONE)
    assert after(Health.UNTRIED) == {}


def test_runs_on_one_day_count_once() -> None:
    records = after(Health.GONE)
    for _ in range(5):
        records = remembered(records, [Finding(A, Health.GONE)], [A], TODAY)
    assert records[A].times == 1


def test_an_address_that_no_listing_has_any_more_is_forgotten() -> None:
    assert remembered(after(Health.GONE), [], [], TODAY) == {}
    assert remembered(after(Health.GONE), [], [A], TODAY) == after(Health.GONE)


def test_the_file_holds_an_address_a_line() -> None:
    file = written(
        {**after(Health.OK, Health.GONE), "https://b.example.org/": Record(Health.OK, TODAY, 9, TODAY, TODAY)}
    )
    assert file.decode() == (
        '{"format": "signpost links 1",\n"addresses": {\n'
        '"https://a.example.org/": {"class": "gone", "times": 1, "since": "2026-11-29", "tried": "2026-11-29",'
        ' "seen": "2026-11-22"},\n'
        '"https://b.example.org/": {"class": "ok", "times": 9, "since": "2026-11-22", "tried": "2026-11-22",'
        ' "seen": "2026-11-22"}\n'
        "}}\n"
    )


@pytest.mark.parametrize("runs", [(), (Health.GONE,), (Health.OK, Health.TROUBLE)])
def test_what_is_written_is_recalled(runs: tuple[Health, ...]) -> None:
    assert recalled(written(after(*runs)), "links.json") == after(*runs)


def test_without_a_file_nothing_is_remembered() -> None:
    assert recalled(None, "links.json") == {}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"3",
        b"\xff",
        b'{"addresses": {}}',
        b'{"format": "signpost links 2", "addresses": {}}',
        b'{"format": "signpost links 1", "addresses": []}',
        b'{"format": "signpost links 1", "addresses": {"https://a.example.org/": {"class": "dead"}}}',
        b'{"format": "signpost links 1", "addresses": {"https://a.example.org/": 7}}',
        b'{"format": "signpost links 1", "addresses": {"a": {"class": "ok", "since": 3, "tried": 3, "times": "x"}}}',
    ],
)
def test_a_broken_or_a_foreign_file_is_told(content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        recalled(content, "links.json")
    assert str(refused.value) == (
        "links.json is not what signpost links remembers, or it is broken. "
        "Put it right, or move it away to begin anew: it is not overwritten."
    )


def test_this_machine_is_offline_when_several_sites_are_out_of_reach_at_once() -> None:
    findings = [Finding(f"https://{site}.example.org/", Health.UNREACHABLE) for site in "abc"]
    assert is_offline(findings)
    assert not is_offline(findings[:2])
    assert not is_offline([*findings, Finding("https://d.example.org/", Health.GONE)])
    assert is_offline([*findings, Finding("https://d.example.org/", Health.UNTRIED)])
