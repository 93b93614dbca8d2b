"""What was built before is not built again, and what stands in the end is what a build from nothing makes."""

import random
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from signpost.cli import main
from signpost.edges import earlier
from tests.directories import listing

Directory = Callable[[Mapping[str, str]], Path]
pytestmark = pytest.mark.usefixtures("built_before")
LEAN = ("--only", "listings,lists,home,sitemap,json")
NANTES, PORTO = "content/meetups/nantes.md", "content/meetups/porto.md"
TODAYS = ("build", "--today", "2026-11-22")
TEXT = "\n**Bring** a question. See [the notes](https://nantes.example.org/notes).\n"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files count as changed for good as soon as they are written: the tests write none twice in a moment."""
    monkeypatch.setattr(earlier, "MOMENT", -(10**18))


def build(*words: str) -> int:
    return main([*TODAYS, "--no-index", *words])


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def times(site: Path) -> dict[str, int]:
    return {path.relative_to(site).as_posix(): path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}


def clean(folder: Path, *words: str) -> dict[str, bytes]:
    """What a build from nothing makes of the same project."""
    assert build("--out", "clean", *words) == 0
    made = files(folder / "clean")
    shutil.rmtree(folder / "clean")
    return made


def written(folder: Path, *words: str) -> list[str]:
    """The files that another build writes; what stands after it is what a build from nothing makes."""
    before = times(folder / "site")
    assert build(*words) == 0
    after = times(folder / "site")
    assert files(folder / "site") == clean(folder, *words)
    return [path for path, time in sorted(after.items()) if before.get(path) != time]


@pytest.fixture
def two(directory: Directory) -> Path:
    """A directory of two listings, built."""
    folder = directory({NANTES: listing("Nantes") + TEXT, PORTO: listing("Porto") + TEXT})
    assert build(*LEAN) == 0
    return folder


def edit(path: str, was: str, now: str) -> None:
    text = Path(path).read_text(encoding="utf-8")
    assert was in text
    Path(path).write_text(text.replace(was, now, 1), encoding="utf-8")


def test_git_is_asked_only_where_it_keeps_a_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GIT_DIR", raising=False)
    project = tmp_path / "directories" / "one"
    project.mkdir(parents=True)
    assert earlier.repository(project) is None
    (tmp_path / ".git").mkdir()
    assert earlier.repository(project) == tmp_path / ".git"
    monkeypatch.setenv("GIT_DIR", "/srv/history.git")
    assert earlier.repository(project) == Path("/srv/history.git")


def test_a_history_that_stands_elsewhere_is_asked_for_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a hook of a second working tree git itself sets GIT_DIR, to a folder that has no branches."""
    there = tmp_path / ".git" / "worktrees" / "second"
    there.mkdir(parents=True)
    (there / "HEAD").write_text("ref: refs/heads/second\n")
    (there / "commondir").write_text("../..\n")
    monkeypatch.setenv("GIT_DIR", str(there))
    first, second = (earlier.known(tmp_path, ("content",), "", "").key for _ in range(2))
    assert first != second


def test_when_nothing_changed_nothing_is_written(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = times(two / "site")
    assert build(*LEAN) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("2 listings, ")
    assert times(two / "site") == before
    assert build(*LEAN) == 0
    assert ", nothing changed, 0." in capsys.readouterr().out


def test_a_new_text_is_put_where_the_old_one_stood(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(NANTES, "a question", "two questions & <b>tea</b>")
    assert written(two, *LEAN) == ["data/v1/listings.json", "meetups/nantes/index.html"]
    assert ", 1 text changed, 0." in capsys.readouterr().out


def test_several_new_texts_are(two: Path) -> None:
    edit(NANTES, "a question", "tea")
    edit(PORTO, "a question", "cake")
    assert len(written(two, *LEAN)) == 3


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("name: Nantes", "name: Nantes again"),
        (TEXT, ""),
        (TEXT, "\nSee [Porto](/meetups/porto/).\n"),
        ("support: ", "tags: [tea]\nsupport: "),
    ],
)
def test_other_changes_build_all_that_they_show_in(two: Path, was: str, now: str) -> None:
    edit(NANTES, was, now)
    assert "meetups/nantes/index.html" in written(two, *LEAN)


def test_files_that_stay_as_they_are_stay_the_same_files(two: Path) -> None:
    edit(NANTES, "name: Nantes", "name: Nantes again")
    assert "meetups/porto/index.html" not in written(two, *LEAN)


def test_a_text_with_a_mistake_is_told(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(NANTES, "**Bring**", "\n# Bring\n")
    before = files(two / "site")
    assert build(*LEAN) == 1
    assert "This heading is as large as the name [top-heading]" in capsys.readouterr().out
    assert files(two / "site") == before


def test_a_link_in_place_of_a_file_is_told(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    elsewhere = two / "elsewhere.md"
    elsewhere.write_text(Path(NANTES).read_text(encoding="utf-8") + "More.\n", encoding="utf-8")
    Path(NANTES).unlink()
    Path(NANTES).symlink_to(elsewhere)
    assert build(*LEAN) == 1
    assert "This is not a file [not-a-file]" in capsys.readouterr().out


def test_what_is_gone_goes(two: Path) -> None:
    Path(PORTO).unlink()
    written(two, *LEAN)
    assert not (two / "site" / "meetups" / "porto").exists()


def test_where_texts_stand_in_other_files_too_those_are_built(two: Path) -> None:
    assert build() == 0
    edit(NANTES, "a question", "tea")
    assert {"data/v1/listings.db", "meetups/nantes/index.html"} <= set(written(two))


def test_the_page_of_plans_is_built_again_for_it_names_the_table_of_words(two: Path) -> None:
    asked = ("--only", "listings,plan")
    assert build(*asked) == 0
    edit(NANTES, "a question", "something unheard")
    assert "plan/index.html" in written(two, *asked)


def test_a_theme_that_does_something_else_with_texts_is_rendered(two: Path) -> None:
    page = Path("templates/pages/listing.html")
    page.write_text(page.read_text(encoding="utf-8").replace("{{ body }}", "{{ body }}{{ body | striptags | length }}"))
    assert build(*LEAN) == 0
    edit(NANTES, "a question", "tea")
    assert "meetups/nantes/index.html" in written(two, *LEAN)


@pytest.mark.parametrize("name", ["templates/words/en.yaml", "content/_site.yaml"])
def test_what_concerns_every_page_builds_all(two: Path, name: str) -> None:
    edit(name, "\n", "\n# looked at\n")
    written(two, *LEAN)


@pytest.mark.usefixtures("built_before", "two")
def test_another_day_or_other_parts_build_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--no-index", "--today", "2026-11-23", *LEAN]) == 0
    assert build("--only", "home") == 0
    assert "changed" not in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"i\x01\x00\x00\x00"])
def test_what_is_remembered_badly_is_forgotten(two: Path, content: bytes) -> None:
    for path in (two / ".signpost" / "built").iterdir():
        path.write_bytes(content)
    assert written(two, *LEAN) == [".signpost"]


def assert_index_stays(folder: Path) -> None:
    """A build after another page of the theme changed leaves the search index of the first as it is."""
    assert main([*TODAYS]) == 0
    before = {path: path.stat().st_ino for path in (folder / "site" / "pagefind").rglob("*") if path.is_file()}
    edit("templates/pages/home.html", "{% extends", "{# looked at #}{% extends")
    assert main([*TODAYS]) == 0
    assert {path: path.stat().st_ino for path in before} == before


def test_the_search_index_stays_while_its_pages_do(directory: Directory) -> None:
    folder = directory({NANTES: listing("Nantes") + TEXT, PORTO: listing("Porto") + TEXT})
    assert_index_stays(folder)
    edit(NANTES, "a question", "tea")
    assert main([*TODAYS]) == 0
    made = files(folder / "site")
    assert main([*TODAYS, "--out", "clean"]) == 0
    assert files(folder / "clean") == made


def test_the_search_index_stays_where_a_listing_was_removed(directory: Directory) -> None:
    folder = directory({NANTES: listing("Nantes") + TEXT, PORTO: "---\nstatus: removed\n---\n"})
    assert_index_stays(folder)


def edited(chance: random.Random, number: int) -> None:
    """One of the things that happen to a directory."""
    here = sorted(Path("content/meetups").glob("[a-z]*.md"))
    path = chance.choice(here)
    match chance.randrange(5):
        case 0:
            Path(f"content/meetups/new-{number}.md").write_text(listing(f"New {number}") + TEXT, encoding="utf-8")
        case 1 if len(here) > 1:
            path.unlink()
        case 2:
            path.rename(path.with_name(f"moved-{number}.md"))
        case 3:
            path.write_text(path.read_text(encoding="utf-8").replace("support:", f"tags: [t{number}]\nsupport:", 1))
        case _:
            path.write_text(f"{path.read_text(encoding='utf-8')}\nMore, {number}.\n", encoding="utf-8")


def test_many_edits_in_a_row_end_in_what_a_build_from_nothing_makes(two: Path) -> None:
    chance = random.Random(22)  # noqa: S311 - edits, not secrets
    for number in range(12):
        edited(chance, number)
        assert build(*LEAN) in (0, 1)
        if number % 3 == 2:
            written(two, *LEAN)
