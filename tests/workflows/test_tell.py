"""`tell`: once the site is published, an issue whose suggestion was merged is told where it stands."""

from pathlib import Path
from typing import Any

from tests.workflows.running import Ran, run_job, scratch

MERGED = {"isCrossRepository": False, "files": [{"path": "content/meetups/leeds-first-tuesday.md"}]}


def told(tmp_path: Path, pulled: list[dict[str, Any]], base_url: str = "") -> Ran:
    """The job, when issue 7 waits."""
    gh = {"issue list": [{"number": 7}], "pr list": pulled}
    return run_job("tell", "tell", {}, scratch(tmp_path), gh=gh, inputs={"base_url": base_url})


def test_an_issue_is_told_the_address_once_and_marked(tmp_path: Path) -> None:
    ran = told(tmp_path, [{"headRefName": "suggestion/7", **MERGED}], "https://example.github.io/directory")
    assert ran.code == 0, ran.log
    [comment] = ran.calls("issue", "comment", "7")
    assert comment.text == (
        "It is live: https://example.github.io/directory/meetups/leeds-first-tuesday/ "
        "Thank you for keeping this directory true.\n"
    )
    assert [call.argv[-2:] for call in ran.calls("issue", "edit", "7")] == [["--add-label", "live"]]


def test_nothing_is_said_where_nothing_waits(tmp_path: Path) -> None:
    ran = told(tmp_path, [{"headRefName": "suggestion/8", **MERGED}])
    assert ran.code == 0, ran.log
    assert (ran.calls("issue", "comment"), ran.calls("issue", "edit")) == ([], [])
