"""What is written among the content: only what was asked for, over nothing that was not read, all of it or nothing."""

import json
import os
import re
import shutil
import signal
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signpost.cli import main
from signpost.edges import disk
from signpost.errands import located
from signpost.intake.parse import document
from signpost.model.problems import Refused
from signpost.model.segments import revised
from signpost.model.source import scalars
from tests.directories import catalog_of, listing, tree_of
from tests.killing import Held, held, killed_at, ran, steps_of
from tests.suggesting import LUNCH, sent

pytestmark = pytest.mark.apart

Directory = Callable[[Mapping[str, str]], Path]
PATH = "content/meetups/a.md"
SETTINGS = settings(deadline=None, max_examples=150, derandomize=True, database=None)

NAMES = {
    "name": ["A", '"A: so"', "'It''s  A'", "Zoë  # the group", "A #1", '"\\u0041"'],
    "city": ["Leeds", '"Leeds"', "'Leeds'  # where else", "  Leeds", "\n  Leeds", ">-\n  Leeds"],
    "country": ["GB", '"GB"', "GB # not Ireland", "'GB'\t# tab", "   GB   "],
    "summary": ["x", ">\n  An evening\n  a month", "|-\n  An evening\n\n  a month", '"An\n  evening"'],
    "support": ["emotional", "[emotional, guidance]", "\n- emotional\n- guidance", "\n  - emotional # yes\n"],
    "links": ["{blog: https://a.example.org/}", "\n  blog: https://a.example.org/\n  # soon\n"],
}
BETWEEN = ["", "", "", "\n", "# ours\n", "\n\n#\tTab: so\n", "#: {[\n"]
"""What stands between fields. A comment that stands deeper is part of the field above it, and goes with it."""

BODIES = ["", "\n", "\nWe eat.\n", "\nno last line end", "\n---\n\n* a\n\t* b\n", "\ncity: Paris\ncountry: FR\n"]


@st.composite
def written(draw: st.DrawFn) -> tuple[list[tuple[str, str]], str, str, str]:
    """A listing as somebody might lay it out: its stretches, each with the field it holds; then its ends and marks."""
    order = draw(st.permutations(sorted(NAMES)))
    some = order[: draw(st.integers(2, len(order)))]
    stretches = [("", "---\n")]
    for name in some:
        value = draw(st.sampled_from(NAMES[name]))
        blank = "" if value.startswith("\n") else draw(st.sampled_from([" ", "   "]))
        stretches += [("", draw(st.sampled_from(BETWEEN))), (name, f"{name}:{blank}{value}".rstrip("\n") + "\n")]
    stretches += [("", draw(st.sampled_from(["---\n", "--- \n"]))), ("", draw(st.sampled_from(BODIES)))]
    end, mark = draw(st.sampled_from(["\n", "\r\n", "\r"])), draw(st.sampled_from(["", "\ufeff"]))
    return stretches, end, mark, draw(st.sampled_from(some))


def content_of(stretches: list[tuple[str, str]], end: str, mark: str) -> bytes:
    return (mark + "".join(text for _, text in stretches).replace("\n", end)).encode()


def fields(content: bytes) -> dict[str, list[str]]:
    """What a file says in each of its fields."""
    pairs = document(PATH, content).fields.pairs
    return {name.value: [each.value.strip() for each in scalars(node)] for name, node in pairs}


TREE = tree_of({})
CHARTER = catalog_of({}).charter


@SETTINGS
@given(written())
def test_locate_adds_lines_and_keeps_every_other_byte(given_file: tuple[list[tuple[str, str]], str, str, str]) -> None:
    stretches, end, mark, _ = given_file
    before = content_of(stretches, end, mark)
    for found in located({**TREE, PATH: before}, CHARTER):
        if found.content is None:
            continue
        added = len(found.content) - len(before)
        at = next(at for at in range(len(before) + 1) if before[at:] == found.content[at + added :])
        assert before[:at] == found.content[:at]
        said = {name: values for name, values in fields(found.content).items() if name not in fields(before)}
        assert said == {"lat": ["53.80"], "lon": ["-1.55"], "timezone": ["Europe/London"]}
        assert {name: fields(found.content)[name] for name in fields(before)} == fields(before)


@SETTINGS
@given(written(), st.sampled_from(["B", "It's: B # so", "- B", "Zoë", "{B}"]))
def test_propose_changes_the_lines_of_one_field_and_keeps_every_other_byte(
    given_file: tuple[list[tuple[str, str]], str, str, str], answer: str
) -> None:
    stretches, end, mark, name = given_file
    name = name if name in ("name", "city", "summary") else "name"
    before = content_of(stretches, end, mark)
    now = revised(document(PATH, before), before, CHARTER.kinds["meetups"], {name: answer})
    assert fields(now) == {**fields(before), name: [answer]}
    names = [each for each, _ in stretches]
    if name in names:
        above = content_of(stretches[: names.index(name)], end, mark)
        below = content_of(stretches[names.index(name) + 1 :], end, "")
        assert now.startswith(above)
        assert now.endswith(below)
        kept = now[len(above) : len(now) - len(below)]
        for comment in re.findall(rb"# [a-z ]+", stretches[names.index(name)][1].encode()):
            assert comment in kept
    else:
        added = len(now) - len(before)
        assert any(before[:at] == now[:at] and before[at:] == now[at + added :] for at in range(len(before) + 1))


ONE = {PATH: listing("A"), "content/meetups/b.md": listing("B")}
ROWS = "name,url,summary,support,city,country\n" + "".join(
    f"Circle {each},https://c{each}.example.org/,An hour at noon for all who work alone.,guidance,Leeds,GB\n"
    for each in "abc"
)
TODAY = ("--today", "2026-11-22")
WRITERS = {
    "new": ("new", "meetups", "New One", *TODAY),
    "locate": ("locate",),
    "import": ("import", "csv", "rows.csv", "--kind", "meetups", "--write", *TODAY),
    "propose": ("propose", "--issue", "issue.json", "--out", ".", *TODAY),
    "export": ("export", "schemas"),
}


def content(folder: Path) -> Held:
    """All that anybody takes for content; what begins with a dot nobody does."""
    found = held(folder / "content")
    return {path: text for path, text in found.items() if not path.rpartition("/")[2].startswith(".")}


@pytest.mark.apart
@pytest.mark.parametrize("name", WRITERS)
def test_a_kill_before_any_step_on_the_disk_leaves_each_file_old_or_new(directory: Directory, name: str) -> None:
    folder = directory({**ONE, "rows.csv": ROWS, "issue.json": json.dumps(sent("add-meetups", LUNCH))})
    words, old, kept = WRITERS[name], content(folder), folder.parent / f"{folder.name}-{name}"
    shutil.copytree(folder / "content", kept)
    steps = steps_of(folder, words)
    new = content(folder)
    assert new != old
    for step in range(1, steps + 1, 1 + steps // 15):
        shutil.rmtree(folder / "content")
        shutil.copytree(kept, folder / "content")
        assert killed_at(folder, step, words)[0] == -signal.SIGKILL
        for path, text in content(folder).items():
            assert text in (old.get(path), new.get(path)), path
        assert content(folder).keys() >= old.keys()
    assert ran(folder, "check", *TODAY)[0] == 0
    shutil.rmtree(kept)
    print(f"\n{name}: killed before {len(range(1, steps + 1, 1 + steps // 15))} of {steps} steps")


def saved_meanwhile(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody saves a file while what is to stand there is on its way to the disk."""
    monkeypatch.setattr(os, "fsync", lambda _: path.write_bytes(b"theirs"))


@pytest.mark.parametrize("name", ["new", "locate", "import", "propose"])
def test_what_somebody_saves_meanwhile_is_never_written_over(
    directory: Directory, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    folder = directory({**ONE, "rows.csv": ROWS, "issue.json": json.dumps(sent("add-meetups", LUNCH))})
    file = {"new": "new-one", "locate": "a", "import": "circle-a", "propose": "lunch-circle"}[name]
    there = folder / f"content/meetups/{file}.md"
    saved_meanwhile(there, monkeypatch)
    assert main([*WRITERS[name]]) == 2
    assert there.read_bytes() == b"theirs"
    assert re.search(rf"{file}\.md (is there already|has changed meanwhile)\.", capsys.readouterr().err)
    assert [each for each in (folder / "content/meetups").iterdir() if each.name.startswith(".")] == []


@pytest.mark.parametrize("error", [PermissionError(1, "Operation not permitted"), OSError(95, "Not supported")])
def test_on_a_disk_without_links_a_new_file_is_written_whole_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    def without(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(os, "link", without)
    disk.create(tmp_path / "a.md", "new")
    with pytest.raises(Refused, match="is there already"):
        disk.create(tmp_path / "a.md", "newer")
    assert held(tmp_path) == {"a.md": b"new"}


def test_export_takes_away_nothing_that_only_quotes_its_mark(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    quoted = "Made by `signpost export fields`"
    files = {
        "docs/how.md": f"# How\n\nA file that says {quoted} is not to be edited.\n",
        "docs/why.md": f"> {quoted}\n",
        "docs/last.md": f"# One\n\nTwo\n\n<!-- {quoted}. -->\n",
    }
    folder = directory(files)
    assert main(["export", "fields"]) == 0
    assert capsys.readouterr().out == "docs/fields.md: written\n"
    assert {path: (folder / path).read_text() for path in files} == files
