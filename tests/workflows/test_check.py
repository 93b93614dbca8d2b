"""`check` and `comment` from end to end: what a pull request brings, and what its one comment says."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.directories import listing
from tests.workflows.running import Ran, Repository, run_job, scratch

LUNCH, LEEDS = "content/meetups/lunch-circle.md", "content/meetups/leeds-first-tuesday.md"
HOSTILE = 'summary: "`touch pwned` $(touch pwned) ::error::x %0A::set-output @octocat </details><script>"'
PULLS = "api --method GET repos/example/directory/pulls"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The small directory, with the project's workflows and one mistake that is there already."""
    return scratch(tmp_path, {"content/meetups/old.md": listing("Old", "cost: frei")})


def checked(repository: Repository, texts: dict[str, str | bytes | None]) -> Ran:
    """The job that looks at the content of a pull request with some files changed."""
    repository.commit("change", texts)
    event = {"pull_request": {"number": 3}}
    return run_job("check", "content", event, repository, ref="change")


def commented(repository: Repository, number: str = "3") -> Ran:
    """The job that comments, with what the last check left behind."""
    run = {
        "event": "pull_request",
        "conclusion": "failure",
        "id": 1,
        "html_url": "https://github.com/example/directory/actions/runs/1",
        "head_branch": "change",
        "head_sha": "abc",
        "head_repository": {"full_name": "somebody/directory", "owner": {"login": "somebody"}},
    }
    event = {"workflow_run": run, "repository": {"default_branch": "main"}}
    return run_job("comment", "comment", event, repository, gh={PULLS: number})


def outcomes(ran: Ran) -> dict[str, str]:
    """How each step went."""
    return {each.name: each.outcome for each in ran.steps}


def comment(ran: Ran) -> str:
    """The one comment."""
    [call] = ran.calls("pr", "comment")
    assert call.argv[2:] == ["3", "--body-file", "comment.md", "--edit-last", "--create-if-none"]
    return (ran.workspace / "comment.md").read_text(encoding="utf-8")


def findings(repository: Repository) -> dict[str, Any]:
    """What the check left for the comment."""
    found: dict[str, Any] = json.loads((repository.folder / "artifacts/findings/findings.json").read_text("utf-8"))
    return found


def test_a_good_listing_passes_whatever_was_wrong_before(repository: Repository) -> None:
    ran = checked(repository, {LUNCH: listing("Lunch Circle", "city: Leeds", "country: GB")})
    assert ran.code == 0, ran.log
    assert ran.outputs == {"code": "false"}
    assert (repository.folder / "artifacts/site/meetups/lunch-circle/index.html").is_file()
    told = comment(commented(repository))
    assert told.startswith("**All clear.** Everything fits.\n\n### What readers will see\n\n**New**: `Lunch Circle`")
    assert "1 mistakes were there before" in told
    assert "(https://github.com/example/directory/actions/runs/1#artifacts)" in told


def test_a_bad_listing_fails_and_the_site_is_still_there_to_look_at(repository: Repository) -> None:
    ran = checked(repository, {LUNCH: listing("Lunch Circle", "cost: frei")})
    went = outcomes(ran)
    assert (ran.code, went["Check what the change brings"]) == (1, "failure")
    assert (went["Build the site with it"], went["Keep what was found, for the comment"]) == ("success", "success")
    assert f"::error file={LUNCH},line=" in ran.step("Check what the change brings").out
    assert not (repository.folder / "artifacts/site/meetups/lunch-circle").exists()
    assert comment(commented(repository)).startswith("**1 thing needs mending** before this can go live.")


def test_an_edit_is_told_field_by_field(repository: Repository) -> None:
    text = repository.files("main")[LEEDS].decode()
    ran = checked(repository, {LEEDS: text.replace("name: ", "name: The ", 1)})
    assert ran.code == 0, ran.log
    assert "| `Name` | `" in comment(commented(repository))


def test_code_asks_for_every_test(repository: Repository) -> None:
    assert checked(repository, {"templates/words/en.yaml": b"x: y\n"}).outputs == {"code": "true"}
    assert run_job("check", "code", {}, repository, needs={"content": {"outputs": {"code": "false"}}}).steps == []


def test_nothing_hostile_is_run_or_comes_alive(repository: Repository) -> None:
    fields = ("name: Evil", "url: https://evil.example.org/", HOSTILE, "support: [guidance]", "cost: frei")
    ran = checked(repository, {"content/meetups/evil.md": "\n".join(["---", *fields, "---", ""])})
    assert ran.code == 1
    then = commented(repository)
    outside = "".join(comment(then).split("`")[::2])
    assert not any(mark in outside for mark in ("@octocat", "<script>", "$(", "::"))
    assert list(repository.folder.rglob("pwned")) == []
    commands = [line for line in ran.log.splitlines() if line.startswith("::")]
    assert all(line.startswith(("::error file=", "::warning file=")) for line in commands)


@pytest.mark.parametrize("forged", ["", "[]", '{"problems": 1}', '{"problems": [{"path": "x"}]}', "\x00"])
def test_findings_that_were_forged_are_refused_and_nothing_is_said(repository: Repository, forged: str) -> None:
    folder = repository.folder / "artifacts/findings"
    folder.mkdir(parents=True)
    (folder / "findings.json").write_text(forged)
    ran = commented(repository)
    assert (ran.code, ran.calls("pr")) == (1, [])
    assert "These are not the findings of signpost review." in ran.log


def test_a_pull_request_that_is_closed_by_now_is_left_alone(repository: Repository) -> None:
    checked(repository, {LUNCH: listing("Lunch Circle")})
    ran = commented(repository, number="")
    assert (ran.code, ran.calls("pr")) == (0, [])
