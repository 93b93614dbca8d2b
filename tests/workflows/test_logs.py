"""Logs of workflows are kept and open to everybody: no e-mail address stands in them, whatever people write."""

import re
from pathlib import Path

import pytest

from tests.conftest import HERE
from tests.directories import listing
from tests.suggesting import LUNCH, sent
from tests.workflows.running import Repository, run_job, scratch
from tests.workflows.test_propose import accepted, answered

MAIL = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}")
OURS = {"41898282+github-actions[bot]@users.noreply.github.com"}
PERSONAL = listing(
    "Lunch Circle",
    "email: maria.example@gmail.com",
    "how_to_join: Write to jo@example.org or maria.example@gmail.com.",
    "phone: maria@example",
    "cost: jo.doe@example.org",
    "url: https://jo@example.org/",
    body="Ask maria@lunch.example.org.",
)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A directory in which a listing gives away whose addresses it knows, wrongly and rightly."""
    return scratch(tmp_path, {"content/meetups/old.md": PERSONAL.replace("Lunch Circle", "Old Circle")})


def test_a_check_tells_no_address(repository: Repository) -> None:
    repository.commit("change", {"content/meetups/lunch-circle.md": PERSONAL})
    ran = run_job("check", "content", {"pull_request": {"number": 3}}, repository, ref="change")
    assert "::error file=content/meetups/lunch-circle.md" in ran.log
    assert "…@" in ran.log
    assert MAIL.findall(ran.log) == []


def test_a_publication_tells_no_address(repository: Repository) -> None:
    ran = run_job("publish", "build", {}, repository)
    assert ran.steps
    assert [each for each in MAIL.findall(ran.log + ran.summary) if each not in OURS] == []


def test_no_step_writes_an_address_of_anybody_but_the_robot() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (HERE.parent / ".github/workflows").glob("*.yml")]
    assert [each for text in texts for each in MAIL.findall(text) if "noreply.github.com" not in each] == []


@pytest.mark.parametrize("address", ["maria.example@gmail.com", "jo@example.org", "not an address@"])
def test_a_suggestion_tells_no_address(repository: Repository, address: str) -> None:
    issue = sent("add-meetups", {**LUNCH, "email": address, "how_to_join": f"Write to {address}."})
    for ran in (answered(issue, repository), accepted(issue, repository)):
        assert [each for each in MAIL.findall(ran.log) if each not in OURS] == []
