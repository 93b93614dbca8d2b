"""`propose` from end to end: what is typed into an issue, what its author is told, and what comes of it."""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from signpost.output.propose.reading import issue as read
from tests.suggesting import LUNCH, sent
from tests.workflows.running import Ran, Repository, run_job, scratch

ISSUE = "api repos/example/directory/issues/7"
COMMENTS = f"{ISSUE}/comments?per_page=100"
SETTING_UP = ("Get the files", "Get Python", "Set up")
LEEDS = {"listing": "https://directory.example.org/meetups/leeds-first-tuesday/"}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The small directory, with the project's workflows."""
    return scratch(tmp_path)


def event(issue: Mapping[str, Any], action: str = "opened", label: str = "") -> dict[str, Any]:
    """What GitHub tells of an issue."""
    more = {"label": {"name": label}} if label else {}
    return {"action": action, "issue": issue, "repository": {"default_branch": "main"}, **more}


def answered(issue: Mapping[str, Any], repository: Repository, **gh: Any) -> Ran:
    """The job that answers."""
    answers = {ISSUE: issue, COMMENTS: [], "issue list": [{"number": 7}], **gh}
    return run_job("propose", "answer", event(issue), repository, gh=answers)


def accepted(issue: Mapping[str, Any], repository: Repository, digest: str = "", **gh: Any) -> Ran:
    """The job that makes the pull request, when our comment has answered the text as it is, or another one."""
    ours = f"<!-- signpost:suggestion {digest or read(json.dumps(issue).encode()).digest} -->\nThank you."
    comments = [{"id": 99, "user": {"login": "github-actions[bot]"}, "body": ours}]
    answers = {ISSUE: issue, COMMENTS: comments, **gh}
    return run_job("propose", "accept", event(issue, "labeled", "accepted"), repository, gh=answers)


def comment(ran: Ran) -> str:
    """The one comment that was written, or brought up to date."""
    written = [call.text for call in ran.gh_calls if call.argv[:2] == ["api", "--silent"] and "comments" in call.said]
    assert len(written) == 1
    return written[0]


def labelled(ran: Ran) -> list[str]:
    """How the labels of the issue were changed."""
    return [" ".join(call.argv[5:]) for call in ran.calls("issue", "edit")]


def changes(ran: Ran) -> str:
    """What git sees in the files that were checked out."""
    words = ["git", "status", "--porcelain", "--ignored"]
    return subprocess.run(words, cwd=ran.workspace, capture_output=True, text=True, check=True).stdout


def test_a_good_listing_is_answered_and_nothing_is_written(repository: Repository) -> None:
    ran = answered(sent("add-meetups", LUNCH), repository)
    assert [(each.name, each.outcome) for each in ran.steps] == [
        *((name, "success") for name in SETTING_UP),
        ("Get the issue", "success"),
        ("Read and check it", "success"),
        ("Answer", "success"),
        ("Call a person when this went wrong", "skipped"),
    ]
    assert "Everything fits. A maintainer reads it next" in comment(ran)
    assert labelled(ran) == []
    assert changes(ran) == "!! .venv/\n"
    assert repository.branches() == ["main"]


def test_our_comment_is_brought_up_to_date_in_its_place(repository: Repository) -> None:
    ours = {"id": 99, "user": {"login": "github-actions[bot]"}, "body": "<!-- signpost:suggestion old -->"}
    ran = answered(sent("add-meetups", LUNCH), repository, **{COMMENTS: [ours]})
    assert [call.argv[:5] for call in ran.calls("api", "--silent")] == [
        ["api", "--silent", "--method", "PATCH", "repos/example/directory/issues/comments/99"]
    ]


def test_once_accepted_it_is_a_request_with_one_file(repository: Repository) -> None:
    ran = accepted(sent("add-meetups", LUNCH, labels=["accepted"]), repository)
    assert ran.code == 0, ran.log
    assert repository.changed("suggestion/7") == ["content/meetups/lunch-circle.md"]
    whole = repository.files("suggestion/7")["content/meetups/lunch-circle.md"].decode()
    assert re.sub(r"compiled: \d{4}-\d\d-\d\d", "compiled: DAY", whole) == (
        "---\nname: Lunch Circle\nurl: https://lunch.example.org/\n"
        "summary: We eat lunch together, every week, with people who work alone.\nsupport: [emotional, guidance]\n"
        "city: Leeds\ncountry: GB\nlat: 53.80\nlon: -1.55\ntimezone: Europe/London\n"
        "source: [https://lunch.example.org/]\ncompiled: DAY\n---\n"
    )
    assert repository.git("log", "-1", "--format=%an <%ae>%n%B", "suggestion/7").strip() == (
        "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>\n"
        "Add meetups/lunch-circle\n\nCloses #7\n\nCo-authored-by: ada <1815+ada@users.noreply.github.com>"
    )


def test_what_the_check_says_is_recorded_and_the_request_opened(repository: Repository) -> None:
    ran = accepted(sent("add-meetups", LUNCH, labels=["accepted"]), repository)
    commit = repository.git("rev-parse", "suggestion/7").strip()
    status = next(call for call in ran.gh_calls if "statuses" in call.said)
    assert f"statuses/{commit} --field state=success --field context=check" in status.said
    [opened] = ran.calls("pr", "create")
    assert "--base main --head suggestion/7 --title Add meetups/lunch-circle --body-file" in opened.said
    assert opened.text.startswith("Closes #7\n\n<!-- signpost:suggestion ")
    assert ran.calls("pr", "edit") == []


def test_a_request_that_is_open_is_brought_up_to_date(repository: Repository) -> None:
    accepted(sent("add-meetups", LUNCH, labels=["accepted"]), repository)
    again = sent("add-meetups", {**LUNCH, "cost": "Free"}, labels=["accepted"])
    ran = accepted(again, repository, **{"pr list": "12\n"})
    assert repository.git("rev-list", "--count", "main..suggestion/7").strip() == "1"
    assert b"cost: free\n" in repository.files("suggestion/7")["content/meetups/lunch-circle.md"]
    assert [call.argv[:3] for call in ran.calls("pr")] == [["pr", "list", "--repo"], ["pr", "edit", "12"]]


def test_a_text_that_changed_since_is_not_accepted(repository: Repository) -> None:
    ran = accepted(sent("add-meetups", LUNCH, labels=["accepted"]), repository, digest="another")
    assert (ran.code, repository.branches(), ran.calls("pr")) == (0, ["main"], [])
    assert labelled(ran) == ["--remove-label accepted"]
    assert "**The text has changed since I answered it" in comment(ran)
    assert changes(ran) == "!! .venv/\n"


def test_a_bad_listing_is_told_what_to_mend_and_cannot_be_accepted(repository: Repository) -> None:
    bad = sent("add-meetups", {**LUNCH, "country": "Frace"}, labels=["accepted"])
    ran = answered(bad, repository)
    assert '`"Frace" is not a country\'s code` `Did you mean "FR"?' in comment(ran)
    assert labelled(ran) == ["--add-label needs-info", "--remove-label accepted"]
    assert [call.argv[2] for call in ran.calls("label", "create")] == ["needs-info"]
    assert accepted(bad, repository).code == 0
    assert repository.branches() == ["main"]


def test_an_edit_changes_the_lines_it_is_about(repository: Repository) -> None:
    edit = sent("add-meetups", {**LEEDS, "cost": "Paid", "price_note": "5 GBP"}, labels=["accepted"])
    assert "- **Cost**: `free` → `paid`" in comment(answered(edit, repository))
    accepted(edit, repository)
    lines = repository.git("diff", "--unified=0", "main", "suggestion/7").splitlines()
    assert lines[5:] == ["-cost: free", "+cost: paid", "+price_note: 5 GBP"]


def test_still_right_is_one_line_more_and_one_changed(repository: Repository) -> None:
    accepted(sent("confirm", {**LEEDS, "how": "Went there"}, labels=["accepted"]), repository)
    assert repository.changed("suggestion/7") == ["content/meetups/leeds-first-tuesday.md"]
    assert b"verified_how: visit\n" in repository.files("suggestion/7")["content/meetups/leeds-first-tuesday.md"]


def test_a_duplicate_is_shown_the_one_that_is_here(repository: Repository) -> None:
    twice = {**LUNCH, "name": "Freelance First Tuesdays", "url": "https://first-tuesday.example.org/"}
    ran = answered(sent("add-meetups", twice), repository)
    assert (
        "**Is it one of these?**\n\n"
        "- `Freelance First Tuesday`: https://directory.example.org/meetups/leeds-first-tuesday/\n"
    ) in comment(ran)
    assert labelled(ran) == ["--add-label needs-info"]


def test_a_removal_is_promised_and_left_to_a_person(repository: Repository) -> None:
    ran = answered(sent("remove", LEEDS), repository)
    assert "A maintainer takes it away within 7 days" in comment(ran)
    assert labelled(ran) == []
    accepted(sent("remove", LEEDS, labels=["accepted"]), repository)
    assert repository.branches() == ["main"]


def test_a_second_suggestion_waits_until_a_maintainer_takes_it_up(repository: Repository) -> None:
    second = sent("add-meetups", LUNCH, labels=["accepted"])
    ran = answered(sent("add-meetups", LUNCH), repository, **{"issue list": [{"number": 3}, {"number": 7}]})
    assert "Your suggestion in issue 3 is still open." in comment(ran)
    assert "Lunch Circle" not in comment(ran)
    assert labelled(ran) == ["--add-label waiting"]
    shown = accepted(second, repository, digest="-")
    assert "Everything fits." in comment(shown)
    assert (labelled(shown), repository.branches()) == (["--remove-label accepted"], ["main"])
    accepted(second, repository)
    assert repository.branches() == ["main", "suggestion/7"]


def test_when_the_others_cannot_be_listed_a_person_is_called_and_the_answer_given(repository: Repository) -> None:
    ran = answered(sent("add-meetups", LUNCH), repository, **{"!issue list": {"code": 1, "error": "HTTP 502\n"}})
    assert "so a maintainer looks at this one" in comment(ran)
    assert "Everything fits." in comment(ran)
    assert labelled(ran) == ["--add-label needs-person"]


def test_when_all_goes_wrong_a_person_is_called(repository: Repository) -> None:
    ran = answered(sent("add-meetups", LUNCH), repository, **{f"!{ISSUE}": {"code": 1}})
    assert ran.code == 1
    assert [each.name for each in ran.steps if each.outcome == "skipped"] == ["Read and check it", "Answer"]
    assert labelled(ran) == ["--add-label needs-person"]


def test_an_issue_of_another_sort_is_left_alone(repository: Repository) -> None:
    ran = answered({**sent("add-meetups", LUNCH), "body": "The map is slow.", "labels": []}, repository)
    assert ran.step("Answer").outcome == "skipped"
    assert [call.argv[0] for call in ran.gh_calls] == ["api", "api", "issue"]


@pytest.mark.parametrize(
    ("job", "action", "label", "state"),
    [
        ("answer", "labeled", "suggestion", "open"),
        ("answer", "edited", "", "closed"),
        ("answer", "edited", "spam", "open"),
        ("accept", "opened", "", "open"),
        ("accept", "labeled", "suggestion", "open"),
        ("accept", "labeled", "accepted", "closed"),
    ],
)
def test_a_job_runs_only_when_it_is_its_turn(
    repository: Repository, job: str, action: str, label: str, state: str
) -> None:
    issue = sent("add-meetups", LUNCH, state=state, labels=[label])
    assert run_job("propose", job, event(issue, action, label), repository).steps == []


def hostile(marker: Path) -> dict[str, str]:
    """Answers that try to be run, to be read as something else, and to be written elsewhere."""
    run = f"`touch {marker}` $(touch {marker}) \"; touch {marker}; ' && touch {marker} | ${{{{ github.token }}}}"
    return {
        "name": f"../../../.github/workflows/evil {run}",
        "url": f"https://lunch.example.org/{run}",
        "summary": f"%0A::set-output name=sound::true%0A::add-mask::x ::error::y {run}",
        "support": "guidance\n- !!python/object/apply:os.system ['true']\nverified: 2020-01-01",
        "city": '"]\nlat: 1\n---\nname: Another\n&a [*a]',
        "country": "<img src=x onerror=alert(1)>",
        "links": f"x]: {{y: z\n../../..: {run}",
        "body": f"::stop-commands::x\n::set-output name=path::/etc/passwd\nEOF\n{run}\n"
        "</details><script>alert(1)</script>\n@example " + "`x` " * 15_000,
    }


@pytest.mark.parametrize("job", ["answer", "accept"])
def test_nothing_of_a_hostile_issue_is_run_or_written(repository: Repository, tmp_path: Path, job: str) -> None:
    marker = tmp_path / "touched"
    issue = sent("add-meetups", hostile(marker), title=f"$(touch {marker})", labels=["accepted"])
    ran = answered(issue, repository) if job == "answer" else accepted(issue, repository)
    assert ran.code == 0, ran.log
    assert not marker.exists()
    assert not [line for line in ran.log.splitlines() if "::" in line]
    assert "a-token" not in comment(ran)
    assert (changes(ran), repository.branches()) == ("!! .venv/\n", ["main"])
    [read_it] = [each for each in ran.steps if "sound" in each.outputs]
    assert read_it.outputs["sound"] == "false"


def test_a_hostile_issue_that_is_sound_writes_its_listing_and_nothing_else(
    repository: Repository, tmp_path: Path
) -> None:
    marker = tmp_path / "touched"
    words = {"name": "../../../etc/passwd $(touch x)", "body": hostile(marker)["body"][:2_000]}
    ran = accepted(sent("add-meetups", {**LUNCH, **words}, labels=["accepted"]), repository)
    assert ran.code == 0, ran.log
    assert repository.changed("suggestion/7") == ["content/meetups/etc-passwd-touch-x.md"]
    assert not marker.exists()
    assert not (ran.workspace / "x").exists()
    [opened] = ran.calls("pr", "create")
    assert opened.argv[-3] == "Add meetups/etc-passwd-touch-x"
