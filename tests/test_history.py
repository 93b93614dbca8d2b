"""What git knows of the project: another commit's files, and what has changed since."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from signpost.cli import main
from signpost.edges.history import changed_since, tree_at
from signpost.model.problems import Refused
from tests.directories import listing

Directory = Callable[[Mapping[str, str]], Path]


def git(*words: str) -> None:
    """A git command in the current folder, as somebody."""
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
    subprocess.run(["git", *who, *words], check=True, capture_output=True)


@pytest.fixture
def changed(directory: Directory) -> Path:
    """A directory with one commit, and changes since: a listing edited, one gone, one new with a name of its own."""
    folder = directory({"content/meetups/a.md": listing("A"), "content/meetups/b.md": listing("B")})
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "Begin")
    (folder / "content/meetups/a.md").write_text(listing("A", "cost: frei"))
    (folder / "content/meetups/b.md").unlink()
    (folder / "content/meetups/é\nx.md").write_text(listing("X"))
    return folder


@pytest.mark.usefixtures("changed")
def test_another_commits_files_and_what_changed_since() -> None:
    assert {path for path in tree_at("HEAD", ["content/meetups", "nowhere"]) if not path.endswith("_kind.yaml")} == {
        "content/meetups/a.md",
        "content/meetups/b.md",
    }
    assert tree_at("HEAD", ["nowhere"]) == {}
    assert changed_since("HEAD") == ["content/meetups/a.md", "content/meetups/b.md", "content/meetups/é\nx.md"]


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize("commit", ["nope", "--output=/tmp/x", "HEAD:content", ""])
def test_a_commit_that_is_not_there_is_told(commit: str) -> None:
    with pytest.raises(Refused, match=f'There is no commit "{commit}" here. Fetch it first'):
        changed_since(commit)


def test_a_folder_without_git_is_told(
    directory: Directory, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = directory({})
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    assert main(["review", "--base", "HEAD"]) == 2
    assert 'There is no commit "HEAD" here' in capsys.readouterr().err
    monkeypatch.setenv("PATH", "")
    assert main(["review", "--base", "HEAD"]) == 2
    assert "git is not installed" in capsys.readouterr().err


def test_review_tells_what_a_change_brings_and_comment_says_it(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", "--base", "HEAD", "--findings", "out/findings.json", "--format", "text"]) == 1
    told = capsys.readouterr().out
    assert 'error: "frei" is not one of the choices for Cost [not-a-choice]' in told
    assert "Note: meetups/b goes, and links to it will lead nowhere." in told
    assert told.endswith("2 listings changed, 2 problems.\n")  # a name that cannot be shown is not read
    assert main(["comment", str(changed / "out/findings.json")]) == 0
    assert capsys.readouterr().out.startswith("**2 things need mending** before this can go live.\n")
    (changed / "out/findings.json").write_text("{}")
    assert main(["comment", str(changed / "out/findings.json")]) == 2
    assert main(["comment", "nowhere"]) == 2
