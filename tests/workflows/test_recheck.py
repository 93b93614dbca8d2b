"""`recheck` from end to end: links are tried, what was found is kept on its own branch, one issue asks for a look."""

import json
from pathlib import Path

import pytest

from tests.directories import listing
from tests.workflows.running import Ran, Repository, run_job, scratch

PAGES = {"actions/configure-pages": lambda _job, _given: {"base_url": "https://example.github.io/directory"}}
EVIL = "$(touch pwned) `touch pwned` @octocat <script>"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The small directory, without addresses to try but one on this machine; its name would like to be run."""
    evil = listing("Evil", "url:", "how_to_join: Knock.", "verified: 2020-01-01").replace(
        "name: Evil", f"name: '{EVIL}'"
    )
    made = scratch(tmp_path, {"content/meetups/evil.md": evil})
    listings = [path for path in made.files("main") if path.startswith("content/") and "/_" not in path]
    made.commit("main", {path: None for path in listings if path.endswith((".md", ".yaml")) and "evil" not in path})
    return made


def tried(repository: Repository) -> Ran:
    """The jobs that try the links and keep what was found."""
    ran = run_job("recheck", "try", {}, repository, uses=PAGES, event_name="schedule")
    assert ran.code == 0, ran.log
    kept = run_job("recheck", "keep", {}, repository)
    assert kept.code == 0, kept.log
    return ran


def asked(repository: Repository, number: str) -> list[str]:
    """What is done to the issue."""
    ran = run_job("recheck", "ask", {}, repository, gh={"issue list": number})
    assert ran.code == 0, ran.log
    return [call.said for call in ran.gh_calls if call.argv[1] in ("create", "edit") and call.argv[0] == "issue"]


def test_what_is_found_stands_on_a_branch_of_its_own_and_main_stays(repository: Repository) -> None:
    main = repository.git("rev-parse", "main")
    tried(repository)
    tried(repository)
    assert list(repository.files("link-state")) == ["links.json"]
    assert isinstance(json.loads(repository.files("link-state")["links.json"]), dict)
    assert repository.git("rev-list", "--count", "link-state").strip() == "1"
    assert repository.git("rev-parse", "main") == main


def test_one_issue_is_opened_and_then_brought_up_to_date(repository: Repository) -> None:
    tried(repository)
    assert [each.split(" --body-file")[0] for each in asked(repository, "")] == [
        "issue create --title Listings that need a look --label recheck"
    ]
    assert asked(repository, "9") == ["issue edit 9 --body-file tended/recheck.md"]


def test_nothing_hostile_is_run_or_comes_alive(repository: Repository) -> None:
    ran = tried(repository)
    body = (repository.folder / "artifacts/tended/recheck.md").read_text(encoding="utf-8")
    assert "octocat" in body
    outside = "".join(body.split("`")[::2])
    assert not any(mark in outside for mark in ("@octocat", "<script>", "$("))
    assert not any(mark in "".join(ran.summary.split("`")[::2]) for mark in ("@octocat", "<script>", "$("))
    assert list(repository.folder.rglob("pwned")) == []
