"""`signpost import csv`: what it says, what it writes, and that it writes nothing it was not told to."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from signpost.cli import main
from tests.directories import listing

Directory = Callable[[Mapping[str, str | bytes]], Path]
SHEET = (
    "Title,url,summary,support,city,country,Shoe size\n"
    "Lunch Circle,https://lunch.example.org/,An hour at noon for all who work alone.,guidance,Leeds,GB,44\n"
    "Tea Circle,tea.example.org,An hour at four for all who work alone.,guidance,Leeds,GB,\n"
)
COLUMNS = (
    "members.csv: 2 rows, with commas between the cells\n\n"
    "    Title   -> name, such as Lunch Circle\n"
    "    url     -> url, such as https://lunch.example.org/\n"
    "    summary -> summary, such as An hour at noon for all who work alone.\n"
    "    support -> support, such as guidance\n"
    "    city    -> city, such as Leeds\n"
    "    country -> country, such as GB\n\n"
    '    Left out: Shoe size. To use one: --map FIELD="Shoe size"\n\n'
)
NOT_USED = (
    'members.csv:3: not used: "tea.example.org" is not a web address: '
    "it does not begin with https:// [not-an-address]\n"
    "         Write it as https://tea.example.org\n"
)
FILE = (
    "---\nname: Lunch Circle\nurl: https://lunch.example.org/\nsummary: An hour at noon for all who work alone.\n"
    "support: [guidance]\ncity: Leeds\ncountry: GB\nsource: [https://lunch.example.org/]\ncompiled: 2026-11-22\n---\n"
)


def run(*words: str) -> int:
    """The exit code of an import, on the day of the tests."""
    return main(["import", "csv", *words, "--today", "2026-11-22"])


def written(folder: Path) -> list[str]:
    """The listings that are there."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.glob("content/*/[!_]*.md"))


def test_it_shows_what_it_would_write_and_writes_nothing(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = directory({"members.csv": SHEET})
    assert run("members.csv", "--kind", "meetups", "--map", "name=Title") == 1
    shown = "".join(f"    {line}\n" for line in FILE.splitlines())
    assert capsys.readouterr().out == (
        f"{COLUMNS}{NOT_USED}content/meetups/lunch-circle.md\n{shown}\n"
        "1 listing would be written, 1 cannot be used. Nothing is written yet: add --write.\n"
    )
    assert written(folder) == []


def test_it_writes_when_it_is_told_to_and_nothing_twice(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = directory({"members.csv": SHEET})
    words = ("members.csv", "--kind", "meetups", "--map", "name=Title", "--write")
    assert run(*words) == 1
    assert capsys.readouterr().out == (
        f"{COLUMNS}{NOT_USED}content/meetups/lunch-circle.md\n"
        "1 listing written, 1 cannot be used. Look at them: signpost check\n"
    )
    assert (folder / "content/meetups/lunch-circle.md").read_text(encoding="utf-8") == FILE
    assert run(*words) == 1
    assert "members.csv:2: not used: There is a listing meetups/lunch-circle already [is-there]" in (
        capsys.readouterr().out
    )
    assert (folder / "content/meetups/lunch-circle.md").read_text(encoding="utf-8") == FILE


def test_a_sheet_in_which_all_fits_ends_well(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    folder = directory({"members.csv": "\n".join(SHEET.replace("Title", "name").splitlines()[:2])})
    assert run("members.csv", "--kind", "meetups", "--write") == 0
    assert capsys.readouterr().out.endswith("1 listing written. Look at them: signpost check\n")
    assert written(folder) == ["content/meetups/lunch-circle.md"]


def test_the_first_files_are_shown_whole_and_the_others_by_name(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    head, row = "name,url,summary,support,city,country\n", SHEET.splitlines()[1].rpartition(",")[0]
    names = ("Ash", "Birch", "Cedar", "Damson", "Elm")
    rows = [row.replace("Lunch Circle", name).replace("lunch", name.lower()) for name in names]
    directory({"members.csv": head + "\n".join(rows)})
    assert run("members.csv", "--kind", "meetups") == 0
    out = capsys.readouterr().out
    assert out.count("\n    ---\n") == 6
    assert out.endswith(
        "content/meetups/damson.md\ncontent/meetups/elm.md\n"
        "5 listings would be written. Nothing is written yet: add --write.\n"
    )


def test_of_a_sheet_that_may_do_harm_nothing_is_written(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = directory({"members.csv": SHEET.replace("Tea Circle", "=1+1")})
    assert run("members.csv", "--kind", "meetups", "--map", "name=Title", "--write") == 1
    out = capsys.readouterr().out
    assert 'members.csv:3: not used: The cell below "Title" holds a formula [formula]' in out
    assert out.endswith("Nothing is written: members.csv holds what may do harm. Mend that first.\n")
    assert written(folder) == []


def test_without_names_there_is_nothing_to_write(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    directory({"members.csv": "a,b\n1,2\n"})
    assert run("members.csv", "--kind", "meetups") == 1
    out = capsys.readouterr().out
    assert "Every listing needs what no column says: name (Name), summary (Summary)" in out
    assert out.endswith("There is nothing to write.\n")


def test_200_megabytes_are_refused_before_they_are_read(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = directory({})
    with (folder / "members.csv").open("wb") as file:
        file.truncate(200_000_000)  # takes no room on the disk
    assert run("members.csv", "--kind", "meetups", "--write") == 2
    assert capsys.readouterr().err == ("signpost: members.csv has 200 MB, and 16 MB can be read at once. Split it.\n")


@pytest.mark.parametrize(
    ("words", "say"),
    [
        (("nowhere.csv", "--kind", "meetups"), "There is no file nowhere.csv."),
        (("content", "--kind", "meetups"), "content is a folder, not a file."),
        (("members.csv",), "Say what they are with --kind. It can be associations,"),
    ],
)
def test_what_cannot_be_imported_is_told(
    directory: Directory, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], say: str
) -> None:
    directory({"members.csv": SHEET})
    assert run(*words) == 2
    assert capsys.readouterr().err.startswith(f"signpost: {say}")


def test_what_does_not_say_a_column_is_told(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    directory({"members.csv": SHEET})
    with pytest.raises(SystemExit):
        run("members.csv", "--kind", "meetups", "--map", "name")
    assert '"name" does not say which column goes into a field. Write it as name=Title.' in capsys.readouterr().err


def test_declarations_that_do_not_fit_are_told_first(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    directory({"members.csv": SHEET, "content/_site.yaml": "title: 1\n"})
    assert run("members.csv", "--kind", "meetups") == 1
    assert "content/_site.yaml" in capsys.readouterr().out


def test_a_name_that_is_nearly_there_is_worth_a_look(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    directory({"members.csv": SHEET, "content/meetups/x.md": listing("Lunch Circles")})
    assert run("members.csv", "--kind", "meetups", "--map", "name=Title") == 1
    assert (
        "members.csv:2: worth a look: content/meetups/x.md has nearly the same name [alike-name]\n"
        "         If it is the same, mend that file instead.\n"
    ) in capsys.readouterr().out
