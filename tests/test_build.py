"""`build` and `serve`: what stands in site/ afterwards, and that nothing is lost when something is wrong."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from http.client import HTTPConnection
from pathlib import Path

import pagefind_bin
import pytest

from signpost.cli import main
from signpost.edges import preview, watch
from tests.conftest import HERE
from tests.directories import listing

Directory = Callable[[Mapping[str, str]], Path]
pytestmark = pytest.mark.usefixtures("built_before")
GOOD = {"content/meetups/a.md": listing("A")}
GUIDE = "---\ntitle: Begin\nsummary: Where to begin, and whom to ask.\n---\nAsk.\n"
WARNED = {"content/meetups/a.md": listing("A", "url: http://a.example.org/")}


def build(*words: str) -> int:
    """The exit code of a build without a search index, on the day of the tests."""
    return main(["build", "--today", "2026-11-22", "--no-index", *words])


def held(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every byte of a folder, and when it was written."""
    files = (each for each in folder.rglob("*") if each.is_file())
    return {str(each.relative_to(folder)): (each.read_bytes(), each.stat().st_mtime_ns) for each in files}


def without_time(words: str) -> str:
    """The closing line of a build, with a letter for the seconds it took."""
    return re.sub(r"[0-9]+\.[0-9] s", "T s", words)


def test_a_build_ends_with_one_line(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    folder = directory(GOOD)
    assert build() == 0
    told = capsys.readouterr()
    assert (without_time(told.out), told.err) == ("1 listing, 98 pages, T s -> site/\n", "")
    assert (folder / "site/meetups/a/index.html").is_file()
    assert not (folder / "site/pagefind").exists()


def test_a_bad_file_is_left_out_and_told_and_the_rest_is_published(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = directory({
        "content/meetups/a.md": listing("A", "hosted_at: coworking-spaces/broken"),
        "content/meetups/b.md": listing("B", "cost: frei"),
        "content/coworking-spaces/broken.md": "---\nname: [\n---\n",
        "content/pages/guides/first.md": "---\ntitle: First\nsummary: How to begin well.\n---\n[B](../../meetups/b/)\n",
    })  # fmt: skip
    assert build("--quarantine") == 0
    assert without_time(capsys.readouterr().out).startswith("1 listing, ")
    assert (folder / "site/meetups/a/index.html").is_file()
    assert not (folder / "site/meetups/b").exists()
    page = (folder / "site/needs-check/index.html").read_text(encoding="utf-8")
    for path in ("coworking-spaces/broken.md", "meetups/b.md"):
        assert f'/edit/main/content/{path}">content/{path}</a>' in page
    assert "&#34;frei&#34; is not one of the choices for Cost" in page


def test_a_bad_declaration_cannot_be_left_out(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    folder = directory(
        {**GOOD, "content/_terms/cost.yaml": "label: Cost\nterms: {free: {label: Free, icon: nothing}}\n"}
    )
    assert build("--quarantine") == 1
    assert "Nothing was built: 1 problem" in capsys.readouterr().err
    assert not (folder / "site").exists()


def test_a_terminal_is_told_what_is_being_done(
    directory: Directory, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    directory(GOOD)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert build() == 0
    assert without_time(capsys.readouterr().out) == "1 listing, 98 pages, T s -> site/\n"


def test_a_build_has_a_search_index_unless_it_is_left_out(directory: Directory) -> None:
    folder = directory(GOOD)
    assert main(["build", "--today", "2026-11-22"]) == 0
    assert (folder / "site/pagefind/pagefind.js").is_file()


def test_pages_that_are_not_asked_for_leave_no_folders(directory: Directory) -> None:
    folder = directory(GOOD | {"content/pages/guides/begin.md": GUIDE})
    assert main(["build", "--today", "2026-11-22", "--only", "home,prose"]) == 0
    assert [each for each in (folder / "site").rglob("*") if each.is_dir() and not any(each.iterdir())] == []


def test_a_build_with_warnings_says_where_they_are_told(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    directory(WARNED)
    assert build() == 0
    assert without_time(capsys.readouterr().out) == (
        "1 listing, 98 pages, T s -> site/ (1 warning: signpost check tells)\n"
    )


@pytest.mark.parametrize(
    ("texts", "words", "told"),
    [
        ({"content/meetups/b.md": listing("B", "verified: soon")}, (), "Nothing was built: 1 problem.\n"),
        (WARNED, ("--strict",), "Nothing was built: 1 warning.\n"),
        ({"templates/pages/home.html": "{{ nothing }}"}, (), "Nothing was built: 1 problem.\n"),
        ({"templates/words/en.yaml": "{"}, (), "Nothing was built: 1 problem.\n"),
        ({"content/_site.yaml": "title: A\n"}, (), "Nothing was built: 7 problems.\n"),
    ],
    ids=["a bad listing", "a warning, strictly", "a broken template", "broken words", "a bad declaration"],
)
def test_a_build_with_problems_leaves_the_site_as_it_was(
    directory: Directory, capsys: pytest.CaptureFixture[str], texts: dict[str, str], words: tuple[str, ...], told: str
) -> None:
    folder = directory(GOOD)
    assert build() == 0
    before = held(folder / "site")
    directory({**GOOD, **texts})
    assert build(*words) == 1
    assert held(folder / "site") == before
    assert capsys.readouterr().err == told
    assert sorted(each.name for each in folder.iterdir()) == [".signpost", "content", "site", "templates"]


def test_a_directory_without_listings_is_built_too(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    directory({})
    assert main(["build", "--today", "2026-11-22"]) == 0
    assert capsys.readouterr().out.startswith("0 listings, ")


def test_a_broken_template_is_told_at_its_line(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    directory({**GOOD, "templates/pages/home.html": "<p>\n{{ nothing }}\n"})
    assert build() == 1
    assert capsys.readouterr().out == (
        "templates/pages/home.html:2:1: error: "
        "This template cannot be rendered: 'nothing' is undefined [broken-template]\n"
        "         Mend it, or put the template back as it came with Signpost.\n"
        "\n"
    )


def test_a_search_index_that_fails_leaves_the_site_as_it_was(
    directory: Directory, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = directory(GOOD)
    assert build() == 0
    before = held(folder / "site")
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: Path("/bin/false"))
    assert main(["build"]) == 2
    assert held(folder / "site") == before
    assert capsys.readouterr().err == (
        "signpost: The search index cannot be built: Pagefind says: nothing (exit code 1). "
        "Build without it: --no-index.\n"
    )
    assert not (folder / ".site.new").exists()


def test_a_build_replaces_what_the_last_one_left(directory: Directory) -> None:
    folder = directory(GOOD)
    assert build() == 0
    (folder / "content/meetups/a.md").rename(folder / "content/meetups/b.md")
    assert build() == 0
    assert sorted(each.name for each in (folder / "site/meetups").iterdir()) == [
        "b", "changes.atom", "changes.json", "index.html",
    ]  # fmt: skip


def test_somebody_elses_folder_is_refused_before_anything_is_read(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = directory({**GOOD, "photos/holiday.jpg": "x"})
    assert build("--out", "photos") == 2
    assert capsys.readouterr().err == (
        "signpost: photos holds files that Signpost did not write. Empty it, or name another folder with --out.\n"
    )
    assert list(held(folder / "photos")) == ["holiday.jpg"]


def test_a_folder_that_cannot_be_written_is_told(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    folder = directory({**GOOD, "notes": "mine"})
    assert build("--out", "notes/site") == 2
    assert capsys.readouterr().err == "signpost: notes cannot be used (File exists).\n"
    assert (folder / "notes").read_text() == "mine"


@pytest.mark.parametrize("out", [".", "content", "templates", "content/site", "..", "/"])
def test_the_site_never_takes_the_place_of_the_project(
    directory: Directory, capsys: pytest.CaptureFixture[str], out: str
) -> None:
    folder = directory(GOOD)
    before = held(folder)
    assert build("--out", out) == 2
    assert capsys.readouterr().err.startswith("signpost: ")
    assert held(folder) == before


def test_a_site_goes_where_it_is_told(directory: Directory, tmp_path: Path) -> None:
    directory(GOOD)
    assert build("--out", "made/public/") == 0
    assert (tmp_path / "made/public/index.html").is_file()
    assert not (tmp_path / "site").exists()


def test_a_site_can_be_built_for_another_address(directory: Directory) -> None:
    folder = directory(GOOD)
    assert build("--base-url", "https://example.github.io/repo") == 0
    home = (folder / "site/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.github.io/repo/">' in home
    assert '<a href="/repo/meetups/">' in home


def test_the_day_decides_how_fresh_a_listing_is(directory: Directory) -> None:
    folder = directory(GOOD)
    page, seen = folder / "site/meetups/a/index.html", []
    for day in ("2026-11-22", "2027-11-01", "2030-01-01"):
        assert main(["build", "--no-index", "--today", day]) == 0
        seen += re.findall(r'data-state="([a-z]+)"', page.read_text(encoding="utf-8"))[:1]
    assert seen == ["fresh", "ageing", "expired"]


def test_serve_shows_the_site_and_builds_what_changes(
    directory: Directory, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The changes are ours; that they are noticed is the matter of test_watch.py."""
    folder = directory(GOOD)
    seen: list[int] = []

    def changes(root: Path, folders: tuple[str, ...]) -> object:
        assert (root, folders) == (folder, ("content", "templates"))
        for name in ("b", "c"):
            (folder / f"content/meetups/{name}.md").write_text(listing(name.upper()), encoding="utf-8")
            yield [f"content/meetups/{name}.md"]
            seen.append(len(list((folder / "site/meetups").glob("?/index.html"))))

    monkeypatch.setattr(watch, "changes", changes)
    assert main(["serve", "--today", "2026-11-22", "--no-index", "--port", "0"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"Every part of the theme: http://localhost:[0-9]+/patterns/", told[1])
    assert re.fullmatch(r"Look at it: http://localhost:[0-9]+/  \(stop with Ctrl-C\)", told[2])
    assert [line.partition(",")[0] for line in (told[0], *told[3:])] == ["1 listing", "2 listings", "3 listings"]
    assert seen == [2, 3]


def test_serve_says_what_is_wrong_and_shows_the_last_sound_site(
    directory: Directory, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    directory(GOOD)
    assert build() == 0
    directory({"content/meetups/b.md": listing("B", "verified: soon")})
    monkeypatch.setattr(watch, "changes", lambda *_: iter(()))
    assert main(["serve", "--no-index", "--port", "0"]) == 0
    told = capsys.readouterr()
    assert "[not-a-date]" in told.out
    assert told.out.splitlines()[-1].startswith("Look at it: http://localhost:")


def test_serve_without_any_site_to_show_ends(directory: Directory) -> None:
    directory({"content/meetups/b.md": listing("B", "verified: soon")})
    assert main(["serve", "--no-index", "--port", "0"]) == 1


def test_ctrl_c_ends_the_preview(directory: Directory) -> None:
    folder = directory(GOOD)
    command = [sys.executable, "-m", "signpost", "serve", "--no-index", "--port", "0"]
    with subprocess.Popen(
        command, cwd=folder, env=os.environ | {"PYTHONPATH": str(HERE.parent)}, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        lines = [running.stdout.readline(), running.stdout.readline()]
        port = int(re.findall("localhost:([0-9]+)/", lines[1])[0])
        connection = HTTPConnection(preview.HOST, port, timeout=10)
        connection.request("GET", "/meetups/a/")
        assert connection.getresponse().status == 200
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=10) == 130
