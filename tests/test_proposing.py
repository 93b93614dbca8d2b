"""`propose`, `live` and `export forms` at the command line: what they write, what they print, how they end."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from signpost.cli import main
from tests.directories import listing
from tests.suggesting import LUNCH, sent

Directory = Callable[[Mapping[str, str]], Path]


def propose(folder: Path, issue: Any, *words: str) -> int:
    """The exit code of `propose`, for an issue in a file."""
    (folder / "issue.json").write_text(json.dumps(issue))
    return main(["propose", "--today", "2026-11-22", "--issue", "issue.json", *words])


def held(folder: Path, path: str) -> str:
    """What stands in a file."""
    return (folder / path).read_text(encoding="utf-8")


def test_an_issue_is_answered_on_the_terminal(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    folder = directory({})
    assert propose(folder, sent("add-meetups", LUNCH)) == 0
    assert (
        capsys.readouterr().out.splitlines()[2] == "Thank you for suggesting a listing (Meetup). This is what I read:"
    )
    assert not (folder / "content/meetups/lunch-circle.md").exists()


def test_a_sound_suggestion_is_written_where_it_is_wanted(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = directory({})
    assert propose(folder, sent("add-meetups", LUNCH), "--out", ".", "--answer", "answer") == 0
    assert capsys.readouterr().out == "Issue 7: sound, content/meetups/lunch-circle.md.\n"
    assert held(folder, "content/meetups/lunch-circle.md").startswith("---\nname: Lunch Circle\n")
    assert json.loads(held(folder, "answer/result.json")) == {
        "found": True,
        "number": 7,
        "sound": True,
        "path": "content/meetups/lunch-circle.md",
        "branch": "suggestion/7",
        "title": "Add meetups/lunch-circle",
        "add": [],
        "remove": [],
        "comment": "",
        "coauthor": "Co-authored-by: ada <1815+ada@users.noreply.github.com>",
    }
    assert main(["check", "--today", "2026-11-22"]) == 0


def test_what_is_not_sound_is_not_written(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    folder = directory({})
    bad = sent("add-meetups", {**LUNCH, "country": "Frace"})
    assert propose(folder, bad, "--out", "made", "--answer", "answer") == 0
    assert capsys.readouterr().out == "Issue 7: answered, and not sound.\n"
    assert not (folder / "made").exists()
    assert held(folder, "answer/message.txt") == ""
    assert held(folder, "answer/outputs.txt") == (
        "found=true\nnumber=7\nsound=false\npath=\nbranch=suggestion/7\ntitle=\nadd=needs-info\nremove=\ncomment=\n"
    )


def test_an_issue_without_a_form_is_left_alone(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    folder = directory({})
    plain = {**sent("add-meetups", LUNCH), "body": None, "labels": []}
    assert propose(folder, plain, "--answer", "answer") == 0
    assert capsys.readouterr().out == "This issue was not written with one of the forms.\n"
    assert held(folder, "answer/outputs.txt") == "found=false\n"


def test_people_and_others_are_looked_at_unless_a_maintainer_has_decided(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = directory({".github/people.yml": "blocked: [ada]\n", "others.json": "[]"})
    assert propose(folder, sent("add-meetups", LUNCH), "--others", "others.json") == 0
    assert "A maintainer looks at this first." in capsys.readouterr().out
    assert propose(folder, sent("add-meetups", LUNCH), "--others", "gone.json", "--author", "grace") == 0
    assert "One of my checks for unwanted suggestions did not work" in capsys.readouterr().out
    assert propose(folder, sent("add-meetups", LUNCH), "--accepted") == 0
    assert "Everything fits." in capsys.readouterr().out


def test_the_form_of_a_kind_can_be_named(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    folder = directory({})
    given = sent("add-meetups", LUNCH)
    unmarked = {**given, "body": given["body"].replace("### Meetup that is here already", "")}
    assert propose(folder, unmarked, "--kind", "meetups") == 0
    assert propose(folder, unmarked, "--kind", "meetup") == 2
    assert "There is no kind meetup. It can be associations," in capsys.readouterr().err


@pytest.mark.parametrize(
    ("texts", "code", "told"),
    [
        ({"issue.json": "oops"}, 2, "signpost: The file that should hold an issue is not JSON.\n"),
        ({"issue.json": "{}"}, 2, "signpost: This is not an issue as GitHub's REST API gives it.\n"),
        ({}, 2, "signpost: issue.json cannot be used (No such file or directory).\n"),
        ({"templates/words/en.yaml": "a: b"}, 2, "signpost: There are no words for"),
        ({"templates/words/en.yaml": "{"}, 2, "signpost: templates/words/en.yaml cannot be read as YAML.\n"),
        ({"content/_site.yaml": "title: A\n"}, 1, ""),
    ],
)
def test_what_is_in_the_way_is_told(
    directory: Directory, capsys: pytest.CaptureFixture[str], texts: dict[str, str], code: int, told: str
) -> None:
    folder = directory(texts)
    if "templates/words/en.yaml" in texts:
        (folder / "issue.json").write_text(json.dumps(sent("add-meetups", LUNCH)))
    assert main(["propose", "--issue", "issue.json"]) == code
    assert capsys.readouterr().err.startswith(told)


def merged(branch: str, path: str, *, is_fork: bool = False) -> dict[str, Any]:
    """A request that was merged, as gh lists it."""
    return {"headRefName": branch, "isCrossRepository": is_fork, "files": [{"path": path}]}


def live(folder: Path, waiting: Any, pulled: Any) -> int:
    """The exit code of `live`."""
    (folder / "waiting.json").write_text(json.dumps(waiting))
    (folder / "merged.json").write_text(json.dumps(pulled))
    lists = ("--waiting", "waiting.json", "--merged", "merged.json")
    return main(["live", *lists, "--out", "live", "--base-url", "https://x.example.org/d"])


def test_issues_are_told_the_address_of_what_is_on_the_site(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = directory({"content/meetups/a.md": listing("A")})
    pulled = [
        merged("suggestion/7", "content/meetups/a.md"),
        merged("suggestion/7", "content/meetups/a.md"),
        merged("suggestion/8", "content/meetups/a.md"),
        merged("suggestion/9", "content/meetups/gone.md"),
        merged("suggestion/10", "content/meetups/a.md", is_fork=True),
        merged("another", "content/meetups/a.md"),
    ]
    assert live(folder, [{"number": 7}, {"number": 9}, {"number": 10}], pulled) == 0
    assert capsys.readouterr().out == "1 to be told.\n"
    assert [each.name for each in (folder / "live").iterdir()] == ["7.md"]
    assert held(folder, "live/7.md") == (
        "It is live: https://x.example.org/d/meetups/a/ Thank you for keeping this directory true.\n"
    )


def test_lists_that_are_none_are_refused(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    folder = directory({})
    assert live(folder, {"number": 7}, []) == 2
    assert capsys.readouterr().err == "signpost: These are not lists of issues and of requests as gh gives them.\n"
    directory({"content/_site.yaml": "title: A\n"})
    assert live(folder, [], []) == 1


def test_forms_are_written_told_and_taken_away(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    folder = directory({".github/ISSUE_TEMPLATE/mine.yml": "name: Mine\n"})
    made = "# Made by `signpost export forms`. Change the declarations or the theme's words instead.\nname: Gone\n"
    assert main(["export", "forms", "--check"]) == 1
    assert ".github/ISSUE_TEMPLATE/add-meetups.yml: would be written\n" in capsys.readouterr().out
    (folder / ".github/ISSUE_TEMPLATE/add-gone.yml").write_text(made)
    assert (main(["export", "forms"]), main(["export", "forms", "--check"])) == (0, 0)
    assert ".github/ISSUE_TEMPLATE/add-gone.yml: removed\n" in capsys.readouterr().out
    assert held(folder, ".github/ISSUE_TEMPLATE/mine.yml") == "name: Mine\n"
    (folder / "templates/words/en.yaml").write_text("a: b")
    assert main(["export", "forms"]) == 2
