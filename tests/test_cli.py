"""The commands: what each says, what each writes, and how each ends."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from signpost.cli import main, reading
from tests.conftest import HERE
from tests.directories import listing

Directory = Callable[[Mapping[str, str]], Path]
BAD = {"content/meetups/bad.md": listing("Bad", "verified: 22/11/2026")}
WORTH_A_LOOK = {"content/meetups/a.md": listing("A", "url: http://a.example.org/")}
BOTH = ["content/associations/worse.md", "content/meetups/bad.md"]
TOLD = (
    'content/meetups/bad.md:8:11: error: "22/11/2026" is not a date [not-a-date]\n'
    "     8 | verified: 22/11/2026\n"
    "       |           ^^^^^^^^^^\n"
    "         Write it as 2026-11-22.\n"
    "\n"
)


def run(*words: str) -> int:
    """The exit code of one command, on the day of the tests where it takes one."""
    dated = words[0] in ("build", "check", "new", "serve")
    return main([words[0], *(["--today", "2026-11-22"] if dated else []), *words[1:]])


def test_check_says_that_everything_fits(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    directory({"content/meetups/a.md": listing("A")})
    assert run("check") == 0
    assert capsys.readouterr() == ("1 listing, no problems.\n", "")


def test_check_tells_what_is_wrong(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    directory(BAD)
    assert run("check") == 1
    assert capsys.readouterr().out == f"{TOLD}0 listings, 1 problem.\n"


def test_a_warning_fails_only_when_it_is_asked_to(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    directory(WORTH_A_LOOK)
    assert (run("check"), run("check", "--strict")) == (0, 1)
    assert capsys.readouterr().out.splitlines()[-1] == "1 listing, 1 warning."


def test_check_reckons_from_the_day_it_is_given(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    directory({"content/meetups/a.md": listing("A", "verified: 2026-11-22")})
    assert (main(["check", "--today", "2026-11-22"]), main(["check", "--today", "2026-11-21"])) == (0, 1)
    assert "Checked on is in the future [future]" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("paths", "code", "files"),
    [
        (["content/meetups/bad.md"], 1, ["content/meetups/bad.md"]),
        (["content/meetups"], 1, ["content/meetups/bad.md"]),
        (["content/meetups/", "content/associations/worse.md"], 1, BOTH),
        (["./content/meetups/../meetups/bad.md"], 1, ["content/meetups/bad.md"]),
        (["content/meetups/good.md"], 0, []),
        (["."], 1, BOTH),
    ],
)  # fmt: skip
def test_check_tells_only_of_what_it_is_asked(
    directory: Directory, capsys: pytest.CaptureFixture[str], paths: list[str], code: int, files: list[str]
) -> None:
    directory(
        {
            **BAD,
            "content/associations/worse.md": listing("Worse", "verified: soon"),
            "content/meetups/good.md": listing("Good"),
        }
    )
    assert run("check", *paths) == code
    told = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in told if "error:" in line] == files


def test_a_path_that_is_not_there_or_elsewhere_is_refused(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    directory({})
    assert (run("check", "content/nothing.md"), run("check", "/etc")) == (2, 2)
    assert (
        capsys.readouterr().err == "signpost: There is no content/nothing.md.\nsignpost: /etc is not in this project.\n"
    )


ANNOTATION = (
    "::error file=content/meetups/bad.md,line=8,col=11,endColumn=21,title=not-a-date::"
    '"22/11/2026" is not a date. Write it as 2026-11-22.\n'
)
SUMMARY = (
    "1 problem.\n\n- **To mend**: `content/meetups/bad.md`, line 8: "
    '`"22/11/2026" is not a date. Write it as 2026-11-22.` (not-a-date)\n'
)


@pytest.mark.parametrize(
    ("format_name", "expected"),
    [("text", f"{TOLD}0 listings, 1 problem.\n"), ("github", ANNOTATION), ("summary", SUMMARY)],
)
def test_check_tells_in_other_forms(
    directory: Directory, capsys: pytest.CaptureFixture[str], format_name: str, expected: str
) -> None:
    directory(BAD)
    assert run("check", "--format", format_name) == 1
    assert capsys.readouterr().out == expected


def test_on_github_problems_are_annotations_by_themselves(
    directory: Directory, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    directory(BAD)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert (run("check"), run("check", "--format", "text"), run("build")) == (1, 1, 1)
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(" ")[0] for line in lines if "22/11/2026" in line] == [
        "::error",
        "content/meetups/bad.md:8:11:",
        "",
        "::error",
    ]


@pytest.mark.parametrize("command", ["check", "build", "new meetups A", "locate", "serve", "export fields"])
def test_outside_of_a_directory_every_command_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*command.split()) == 2
    say = "signpost: There is no folder content/ here. Go to the folder of your directory first.\n"
    assert capsys.readouterr() == ("", say)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["check", "build", "new meetups A", "locate", "export fields"])
def test_a_directory_that_declares_nothing_is_told_what_it_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run(*command.split()) == 1
    told = capsys.readouterr().out.splitlines()
    assert [line.partition(" ")[2] for line in told if "error:" in line] == [
        "error: There is no content/_listing.yaml [missing-file]",
        "error: There is no content/_site.yaml [missing-file]",
    ]


def test_new_writes_a_starter_that_fits(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    folder = directory({})
    assert run("new", "meetups", "Café: Nantes!") == 0
    path = "content/meetups/cafe-nantes.md"
    assert capsys.readouterr().out == f"{path}\nFill it in, then: signpost check {path}\n"
    assert 'name: "Café: Nantes!"' in (folder / path).read_text(encoding="utf-8")
    assert run("check") == 0


def test_new_never_writes_over_a_file(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    folder = directory({"content/meetups/a.md": "mine"})
    assert run("new", "meetups", "A") == 2
    assert capsys.readouterr().err == (
        "signpost: content/meetups/a.md is there already. Choose another name, or edit that file.\n"
    )
    assert (folder / "content/meetups/a.md").read_text() == "mine"


def test_new_needs_a_kind_that_is_there(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    directory({})
    assert run("new", "meetup", "A") == 2
    assert capsys.readouterr().err == (
        'signpost: There is no kind meetup. Did you mean "meetups"? It can be associations, coworking-spaces, '
        "meetups, mentorship-programs, online-communities, informal-groups.\n"
    )


def test_new_needs_a_name(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    directory({})
    assert run("new", "meetups", "  ") == 2
    assert capsys.readouterr().err == "signpost: A listing needs a name.\n"


def test_new_says_where_its_city_is(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    folder = directory({})
    assert run("new", "meetups", "Lisbon Tuesdays", "--city", "lisbon ", "--country", "PT") == 0
    path = "content/meetups/lisbon-tuesdays.md"
    assert capsys.readouterr().out == f"{path}\nFill it in, then: signpost check {path}\n"
    place = "\ncity: lisbon\ncountry: PT\nlat: 38.73\nlon: -9.15\ntimezone: Europe/Lisbon\n"
    assert place in (folder / path).read_text(encoding="utf-8")
    assert run("check") == 0


def test_new_says_when_it_is_not_known_where_a_city_is(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = directory({})
    assert run("new", "meetups", "A", "--city", "Nowhereton", "--country", "GB") == 0
    path = "content/meetups/a.md"
    say = 'No city called "Nowhereton" is known in GB. Write lat: and lon: by hand.'
    assert capsys.readouterr().out == f"{path}\n{say}\nFill it in, then: signpost check {path}\n"
    assert "\ncity: Nowhereton\ncountry: GB\n\n" in (folder / path).read_text(encoding="utf-8")
    assert run("check") == 0


@pytest.mark.parametrize(
    ("words", "say"),
    [
        (
            ("--city", "Leeds"),
            "A city needs its country and a country its city, such as --city Leeds --country GB.",
        ),
        (
            ("--country", "GB", "--city", " "),
            "A city needs its country and a country its city, such as --city Leeds --country GB.",
        ),
        (
            ("--city", "Leeds", "--country", "England"),
            '"England" is not a country\'s code. Did you mean "GB"? Write its two letters in capitals, such as PT.',
        ),
        (("--city", "Leeds" * 13, "--country", "GB"), "City has 65 characters; it has room for 60. Shorten it by 5."),
    ],
)
def test_new_refuses_a_place_that_does_not_fit(
    directory: Directory, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], say: str
) -> None:
    folder = directory({})
    assert run("new", "meetups", "A", *words) == 2
    assert capsys.readouterr().err == f"signpost: {say}\n"
    assert not (folder / "content/meetups/a.md").exists()


PLACED = "lat: 53.80, lon: -1.55, timezone: Europe/London (Leeds, GB)"
PLACES = {
    "content/informal-groups/c.md": listing("C", "city: Nowhereton", "activity: sports"),
    "content/meetups/a.md": listing("A"),
    "content/meetups/b.md": listing("B"),
}


def test_locate_writes_what_it_tells_and_does_it_once(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    folder = directory(PLACES)
    left = 'content/informal-groups/c.md: no city called "Nowhereton" is known in GB. Write lat: and lon: by hand.\n'
    written = f"content/meetups/a.md: {PLACED}\ncontent/meetups/b.md: {PLACED}\n"
    would = f"{left}{written}2 listings would be located, 1 left as it is.\n"
    assert (run("locate", "--dry-run"), capsys.readouterr()) == (0, (would, ""))
    assert (folder / "content/meetups/a.md").read_text() == listing("A")
    assert (run("locate"), capsys.readouterr()) == (0, (would.replace("would be ", ""), ""))
    once = (folder / "content/meetups/a.md").read_text()
    assert "country: GB\nlat: 53.80\nlon: -1.55\ntimezone: Europe/London\nverified" in once
    assert (run("locate"), capsys.readouterr().out) == (0, f"{left}0 listings located, 1 left as it is.\n")
    assert (folder / "content/meetups/a.md").read_text() == once
    assert run("check") == 0


@pytest.mark.parametrize(
    ("path", "closing"),
    [
        ("content/meetups", "2 listings located, 0 left as they are."),
        ("./content/meetups/b.md", "1 listing located, 0 left as they are."),
        ("templates", "0 listings located, 0 left as they are."),
    ],
)
def test_locate_looks_only_where_it_is_asked(
    directory: Directory, capsys: pytest.CaptureFixture[str], path: str, closing: str
) -> None:
    directory(PLACES)
    assert run("locate", path) == 0
    assert capsys.readouterr().out.splitlines()[-1] == closing


def test_locate_refuses_what_is_not_there(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    directory({})
    assert (run("locate", "content/nothing.md"), run("locate", "/etc")) == (2, 2)
    assert capsys.readouterr().err.count("signpost: ") == 2


KINDS = (
    "associations", "coworking-spaces", "meetups", "mentorship-programs", "online-communities", "informal-groups",
)  # fmt: skip
MADE = (
    "docs/fields.md",
    "docs/rules.md",
    *(f"content/.schema/{kind}.json" for kind in KINDS),
    *(f".github/ISSUE_TEMPLATE/add-{kind}.yml" for kind in KINDS),
    *(f".github/ISSUE_TEMPLATE/{name}.yml" for name in ("report", "confirm", "remove", "config")),
)


def test_export_writes_what_is_made_and_only_what_has_changed(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = directory({})
    assert (run("export"), capsys.readouterr().out) == (0, "".join(f"{path}: written\n" for path in MADE))
    (folder / "docs/rules.md").write_text("by hand")
    assert (run("export"), capsys.readouterr().out) == (0, "docs/rules.md: written\n")
    assert (run("export"), capsys.readouterr().out) == (0, "")
    assert (folder / "docs/rules.md").read_text(encoding="utf-8").startswith("# Rules\n")
    assert run("check") == 0


def test_export_can_be_asked_for_one_thing(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    folder = directory({})
    assert (run("export", "fields"), capsys.readouterr().out) == (0, "docs/fields.md: written\n")
    assert sorted(path.name for path in folder.iterdir()) == ["content", "docs", "templates"]


def test_export_can_tell_what_is_behind_and_write_nothing(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = directory({})
    would = "".join(f"{path}: would be written\n" for path in MADE)
    assert (run("export", "--check"), capsys.readouterr().out) == (1, would)
    assert not (folder / "docs").exists()
    run("export")
    capsys.readouterr()
    assert (run("export", "--check"), capsys.readouterr().out) == (0, "")


def test_export_removes_what_it_made_for_a_kind_that_is_gone_and_nothing_else(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = directory({"content/.schema/mine.json": "{}", "docs/decisions.md": "Made by hand."})
    run("export")
    (folder / "content/meetups/_kind.yaml").unlink()
    capsys.readouterr()
    gone = ("content/.schema/meetups.json", ".github/ISSUE_TEMPLATE/add-meetups.yml")
    told = "docs/fields.md: would be written\n" + "".join(f"{path}: would be removed\n" for path in gone)
    assert (run("export", "--check"), capsys.readouterr().out) == (1, told)
    assert (run("export"), capsys.readouterr().out) == (0, told.replace("would be ", ""))
    assert not (folder / "content/.schema/meetups.json").exists()
    assert (folder / "content/.schema/mine.json").read_text() == "{}"


def test_export_does_not_write_through_a_link(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    folder = directory({"elsewhere.md": "mine"})
    (folder / "docs").mkdir()
    (folder / "docs/fields.md").symlink_to(folder / "elsewhere.md")
    assert run("export", "fields") == 2
    assert capsys.readouterr().err == "signpost: docs/fields.md is a link. Put the file itself there.\n"
    assert (folder / "elsewhere.md").read_text() == "mine"


def test_export_of_something_else_is_refused(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    directory({})
    with pytest.raises(SystemExit):
        run("export", "cats")
    assert '"cats" is not made here. It can be fields, rules, schemas, forms.' in capsys.readouterr().err


def test_a_mistake_of_ours_is_told_as_ours(
    directory: Directory, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    directory({})

    def broken(*_: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(reading.disk, "read", broken)
    assert run("check") == 2
    told = capsys.readouterr().err
    assert told.startswith("Traceback")
    assert told.endswith(
        "signpost: this is a mistake in Signpost, not in your files. Please report it with the lines above.\n"
    )


def test_ctrl_c_ends_with_a_word(
    directory: Directory, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    directory({})

    def interrupted(*_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(reading.disk, "read", interrupted)
    assert run("check") == 130
    assert capsys.readouterr() == ("", "signpost: stopped.\n")


@pytest.mark.parametrize("command", [["-m", "signpost"], [str(HERE.parent / "build.py")]])
def test_it_is_started_in_more_than_one_way(directory: Directory, command: list[str]) -> None:
    folder = directory(BAD)
    told = subprocess.run(
        [sys.executable, *command, "check", "--today", "2026-11-22"],
        cwd=folder, env=os.environ | {"PYTHONPATH": str(HERE.parent)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (told.returncode, told.stdout, told.stderr) == (1, f"{TOLD}0 listings, 1 problem.\n", "")


def test_a_reader_that_stops_early_is_no_mistake_of_ours(directory: Directory) -> None:
    folder = directory({f"content/meetups/n{n}.md": listing(f"N{n}", "verified: soon") for n in range(500)})
    told = subprocess.run(  # noqa: S602 - our own words
        f"{sys.executable} -m signpost check | head -1",
        shell=True, cwd=folder, env=os.environ | {"PYTHONPATH": str(HERE.parent)}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert (told.returncode, told.stdout.count("\n"), told.stderr) == (0, 1, "")


def service(name: str, **more: object) -> dict[str, object]:
    """An online meetup as another directory has it in HSDS."""
    area = {"id": "3", "name": "Worldwide", "extent": "worldwide", "extent_type": "text"}
    term = {"id": "2", "name": "Emotional support", "description": "x"}
    told = {"url": f"https://{name.lower()}.example.org/", "description": "An evening for those who work alone."}
    needed = {"attributes": [{"id": "1", "taxonomy_term": term}], "service_areas": [area]}
    return {"id": name, "name": name, "status": "active", **told, **needed, **more}


def bring_in(folder: Path, *words: str, **files: object) -> int:
    """The exit code of an import of some JSON as it is given."""
    (folder / "theirs").mkdir()
    for name, content in files.items():
        text = content if isinstance(content, str) else json.dumps(content)
        (folder / "theirs" / f"{name}.json").write_text(text, encoding="utf-8")
    return main(["import", "hsds", "theirs", "--kind", "meetups", "--today", "2026-11-22", *words])


def test_import_shows_and_writes_nothing(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    folder = directory({})
    assert bring_in(folder, page={"contents": [service("Zed", wait_time="long")]}) == 0
    assert capsys.readouterr().out == (
        'content/meetups/zed.md: left out: service.wait_time: no field stands for it ("long")\n'
        "content/meetups/zed.md\n"
        "    ---\n"
        "    name: Zed\n"
        "    url: https://zed.example.org/\n"
        "    summary: An evening for those who work alone.\n"
        "    support: [emotional]\n"
        "    serves: [worldwide]\n"
        "    source: [https://zed.example.org/]\n"
        "    compiled: 2026-11-22\n"
        "    ---\n"
        "\n"
        "1 listing would be written. Nothing is written yet: add --write.\n"
    )
    assert not (folder / "content/meetups/zed.md").exists()


def test_import_writes_what_is_sound_and_never_over_what_is_there(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = directory({"content/meetups/zed.md": listing("Zed")})
    before = (folder / "content/meetups/zed.md").read_bytes()
    assert bring_in(folder, "--write", "--set", "cost=free", page=[service("Zed"), service("Yan")]) == 1
    assert (folder / "content/meetups/zed.md").read_bytes() == before
    assert "cost: free\n" in (folder / "content/meetups/yan.md").read_text(encoding="utf-8")
    told = capsys.readouterr().out
    assert "content/meetups/zed.md:1: not used: There is such a listing already [is-there]" in told
    assert "1 listing written, 1 cannot be used." in told
    assert run("check") == 0


def test_import_writes_nothing_of_files_of_which_one_is_broken(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = directory({})
    assert bring_in(folder, "--write", good=service("Zed"), bad='{"name": ') == 1
    told = capsys.readouterr().out
    assert "theirs/bad.json:1:1: error: This cannot be read: line 1, column 10 is not JSON [not-json]" in told
    assert "Nothing is written: not all of theirs can be read. Mend that first." in told
    assert list((folder / "content/meetups").glob("*.md")) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--kind", "meetup"], 'There is no kind meetup. Did you mean "meetups"? It can be '),
        (["--set", "suport=guidance"], 'Meetups have no field suport. Did you mean "support"?'),
    ],
)
def test_import_says_what_it_does_not_know(
    directory: Directory, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    assert bring_in(directory({}), *words, page=service("Zed")) == 2
    assert told in capsys.readouterr().err


def test_import_reads_no_file_that_is_too_large(directory: Directory, capsys: pytest.CaptureFixture[str]) -> None:
    folder = directory({})
    with (folder / "huge.json").open("wb") as file:
        file.truncate(200_000_000)
    for name, told in (
        ("huge.json", "huge.json has 200 MB, and 64 MB can be read at once. Split it."),
        ("none.json", "There is no none.json."),
        ("content", "There is no file ending in .json in content."),
    ):
        assert main(["import", "hsds", name, "--kind", "meetups"]) == 2
        assert capsys.readouterr().err == f"signpost: {told}\n"


def test_import_wants_a_field_and_a_value(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["import", "hsds", "a.json", "--kind", "meetups", "--set", "support"])
    assert '"support" is not a field and its value. Write it as support=guidance.' in capsys.readouterr().err
