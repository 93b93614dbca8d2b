"""The disk: what is read and what is not, and a site that is never half written."""

import os
import socket
import stat
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from signpost.edges.disk import (
    LARGEST_READ,
    READ,
    Refused,
    content,
    create,
    place,
    read,
    rewrite,
)
from signpost.edges.sites import fresh_folder, may_replace, replace, write
from signpost.model.files import File
from signpost.model.problems import Problem


def put(folder: Path, *paths: str) -> None:
    """Files that hold their own name."""
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(path)


def held(folder: Path) -> dict[str, str]:
    """Path and text of everything in a folder."""
    return {each.relative_to(folder).as_posix(): each.read_text() for each in folder.rglob("*") if each.is_file()}


def refusal(out: Path) -> str:
    """What is said when a folder is not ours to replace."""
    with pytest.raises(Refused) as caught:
        may_replace(out, READ)
    return str(caught.value)


def test_content_and_templates_are_read_and_nothing_else(tmp_path: Path) -> None:
    put(tmp_path, "content/_site.yaml", "content/meetups/a.md", "templates/base.html", "README.md", "site/index.html")
    assert read(tmp_path) == (
        {
            "content/_site.yaml": b"content/_site.yaml",
            "content/meetups/a.md": b"content/meetups/a.md",
            "templates/base.html": b"templates/base.html",
        },
        [],
    )


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert read(tmp_path) == ({}, [])


def test_a_link_among_the_content_is_told_and_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "secret", "content/a.md")
    (tmp_path / "content/b.md").symlink_to(tmp_path / "secret")
    (tmp_path / "content/folder").symlink_to(tmp_path)
    assert read(tmp_path) == (
        {"content/a.md": b"content/a.md"},
        [
            Problem("content/b.md", "not-a-file", "This is not a file", "Put the file itself here."),
            Problem("content/folder", "not-a-file", "This is not a file", "Put the file itself here."),
        ],
    )


def test_a_pipe_among_the_content_is_told_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    os.mkfifo(tmp_path / "content/a.md")
    assert [each.rule for each in read(tmp_path)[1]] == ["not-a-file"]


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "content/a.md", "content/b.md")

    opened = os.open

    def denied(path: str, *rest: Any, **more: Any) -> int:
        if path.endswith("a.md"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest, **more)

    monkeypatch.setattr(os, "open", denied)
    tree, problems = read(tmp_path)
    assert list(tree) == ["content/b.md"]
    assert problems == [
        Problem("content/a.md", "unreadable", "This cannot be read (Permission denied)", "Look at its permissions.")
    ]


def test_an_absent_an_empty_and_our_own_folder_may_be_replaced(tmp_path: Path) -> None:
    may_replace(tmp_path / "absent", READ)
    (tmp_path / "empty").mkdir()
    may_replace(tmp_path / "empty", READ)
    write([File("index.html", b"")], tmp_path / "ours")
    may_replace(tmp_path / "ours", READ)


def test_somebody_elses_folder_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "photos/holiday.jpg")
    assert refusal(tmp_path / "photos") == (
        f"{tmp_path}/photos holds files that Signpost did not write. Empty it, or name another folder with --out."
    )


def test_a_file_and_a_link_are_refused(tmp_path: Path) -> None:
    put(tmp_path, "file")
    (tmp_path / "ours").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "ours")
    (tmp_path / "broken").symlink_to(tmp_path / "nothing")
    for name in ("file", "link", "broken"):
        assert refusal(tmp_path / name) == f"{tmp_path}/{name} is not a folder. Name another with --out."


def test_files_are_written_below_a_new_folder_with_our_mark(tmp_path: Path) -> None:
    written = write([File("index.html", b"home"), File("a/b/c.txt", b"c"), File("a/b/d.txt", b"d")], tmp_path / "new")
    assert written == [("index.html", True), ("a/b/c.txt", True), ("a/b/d.txt", True)]
    assert held(tmp_path / "new") == {
        ".signpost": "Built by Signpost. The next build replaces this folder.\n",
        "index.html": "home",
        "a/b/c.txt": "c",
        "a/b/d.txt": "d",
    }


def test_a_new_folder_takes_the_old_ones_place(tmp_path: Path) -> None:
    out = tmp_path / "site"
    put(out, "old.html", "old/folder/page.html")
    put(tmp_path, ".site.old/left.html", ".site.new/left.html")
    fresh = fresh_folder(out)
    write([File("new.html", b"new")], fresh)
    replace(out, fresh)
    assert sorted(held(out)) == [".signpost", "new.html"]
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


def test_the_old_site_stays_when_something_breaks_on_the_way(tmp_path: Path) -> None:
    out = tmp_path / "site"
    put(out, "index.html")

    def files() -> Iterator[File]:
        yield File("index.html", b"new")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write(files(), fresh_folder(out))
    assert held(out) == {"index.html": "index.html"}


def test_a_new_file_is_written_with_its_folders(tmp_path: Path) -> None:
    create(tmp_path / "content/meetups/a.md", "Café\n")
    assert (tmp_path / "content/meetups/a.md").read_bytes() == "Café\n".encode()


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    put(tmp_path, "a.md")
    with pytest.raises(Refused, match=r"is there already\. Choose another name, or edit that file"):
        create(tmp_path / "a.md", "new")
    assert held(tmp_path) == {"a.md": "a.md"}


def test_a_file_is_rewritten_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    put(tmp_path, "a.md")
    (tmp_path / "a.md").chmod(0o640)
    rewrite(tmp_path / "a.md", b"a.md", b"new")
    assert held(tmp_path) == {"a.md": "new"}
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o640


def test_a_file_that_somebody_saved_meanwhile_is_not_rewritten(tmp_path: Path) -> None:
    put(tmp_path, "a.md")
    with pytest.raises(Refused, match=r"a\.md has changed meanwhile\. Do it again\."):
        rewrite(tmp_path / "a.md", b"what it was", b"new")
    assert held(tmp_path) == {"a.md": "a.md"}


def test_a_link_is_not_followed_to_be_rewritten(tmp_path: Path) -> None:
    put(tmp_path, "a.md")
    (tmp_path / "b.md").symlink_to("a.md")
    with pytest.raises(Refused):
        rewrite(tmp_path / "b.md", b"a.md", b"new")
    assert (tmp_path / "a.md").read_text() == "a.md"


def test_a_file_that_cannot_be_finished_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.md")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        rewrite(tmp_path / "a.md", b"a.md", b"new")
    assert held(tmp_path) == {"a.md": "a.md"}


def test_a_new_file_is_written_whole_and_can_be_read_by_all(tmp_path: Path) -> None:
    rewrite(tmp_path / "state" / "links.json", None, b"new")
    assert (tmp_path / "state" / "links.json").read_bytes() == b"new"
    assert (tmp_path / "state" / "links.json").stat().st_mode & 0o777 == 0o644
    assert [each.name for each in (tmp_path / "state").iterdir()] == ["links.json"]


def test_a_file_that_somebody_else_wrote_meanwhile_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "links.json").write_bytes(b"theirs")
    with pytest.raises(Refused, match="has changed meanwhile"):
        rewrite(tmp_path / "links.json", None, b"ours")
    assert content(tmp_path / "links.json") == b"theirs"
    assert content(tmp_path / "nothing.json") is None


def test_two_builds_at_once_wait_for_each_other(directory: Callable[[dict[str, str | bytes]], Path]) -> None:
    root = directory({})
    command = [sys.executable, "-m", "signpost", "build", "--no-index", "--today", "2026-11-22"]
    builds = [subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    ends = [(build.communicate()[1], build.returncode) for build in builds]
    assert ends == [(b"", 0)] * 4
    assert sorted(each.name for each in root.iterdir()) == [".signpost", "content", "site", "templates"]
    assert (root / "site/index.html").is_file()


def test_a_listing_is_placed_where_there_is_none_and_put_over_the_one_that_was_read(tmp_path: Path) -> None:
    place(tmp_path, "content/meetups/a.md", b"", b"one")
    with pytest.raises(Refused, match=r"content/meetups/a\.md is there already"):
        place(tmp_path, "content/meetups/a.md", b"", b"two")
    place(tmp_path, "content/meetups/a.md", b"one", b"two")
    place(tmp_path, "content/meetups/b.md", b"one", b"two")
    assert [(tmp_path / f"content/meetups/{name}.md").read_bytes() for name in "ab"] == [b"two", b"two"]


def test_a_link_in_the_place_of_a_folder_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "content/meetups").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Refused, match="a link stands in its way"):
        place(tmp_path, "content/meetups/a.md", b"", b"x")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_reading_small_files_takes_little_memory(tmp_path: Path) -> None:
    put(tmp_path, *(f"content/meetups/{number}.md" for number in range(50)))
    tracemalloc.start()
    read(tmp_path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 1_000_000


@pytest.mark.parametrize(
    "name", ["a\nb.md", "a\x1b[2Jb.md", "a\u202eb.md", "a\udcffb.md", "a\u200b.md", "\x7f/a.md", "a\r::error::b.md"]
)
def test_a_name_that_cannot_be_shown_is_told_without_its_characters(tmp_path: Path, name: str) -> None:
    path = tmp_path / "content/meetups" / name
    path.parent.mkdir(parents=True)
    path.write_text("---\n")
    shown = "content/meetups/" + "".join(each if each.isprintable() else "\ufffd" for each in name)
    say, hint = "Its name cannot be shown", "Give it a name of letters, digits and hyphens."
    assert read(tmp_path) == ({}, [Problem(shown, "unseen-name", say, hint)])


def test_sockets_and_devices_are_told_and_not_opened(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    with closing(socket.socket(socket.AF_UNIX)) as at:
        at.bind(str(tmp_path / "content/a.md"))
    with suppress(PermissionError):  # for which one has to be root
        os.mknod(tmp_path / "content/b.md", stat.S_IFCHR | 0o600, os.makedev(1, 5))  # /dev/zero, which never ends
    assert {each.rule for each in read(tmp_path)[1]} == {"not-a-file"}


def test_a_folder_that_may_not_be_looked_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "content/meetups/a.md", "content/b.md")
    scandir = os.scandir

    def denied(path: str) -> object:
        if path.endswith("meetups"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", denied)
    say, hint = "This cannot be read (Permission denied)", "Look at its permissions."
    assert read(tmp_path) == (
        {"content/b.md": b"content/b.md"}, [Problem("content/meetups", "unreadable", say, hint)]
    )  # fmt: skip


def test_a_link_instead_of_the_content_is_told_and_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "secret/a.md")
    (tmp_path / "content").symlink_to(tmp_path / "secret")
    assert read(tmp_path) == ({}, [Problem("content", "not-a-file", "This is not a file", "Put the file itself here.")])


def test_a_folder_named_like_a_file_is_a_folder(tmp_path: Path) -> None:
    put(tmp_path, "content/meetups/a.md/b.md", "content/_site.yaml/c.md")
    tree, problems = read(tmp_path)
    assert sorted(tree) == ["content/_site.yaml/c.md", "content/meetups/a.md/b.md"]
    assert problems == []


def test_no_more_of_a_huge_file_is_read_than_shows_that_it_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    with (tmp_path / "content/a.md").open("wb") as file:
        file.truncate(3_000_000_000)
    assert len(read(tmp_path)[0]["content/a.md"]) == LARGEST_READ
