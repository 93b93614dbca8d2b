"""What git remembers, read from scratch repositories with fixed dates; and what of it is told of the listings here."""

import os
import subprocess
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from signpost.cli import main
from signpost.edges.history.log import SHALLOW, chronicle
from signpost.model.chronicle import TEXT, Act, Chronicle, Commit, Deed, past, said
from tests.directories import catalog_of, english, listing
from tests.pasts import commit

Directory = Callable[[Mapping[str, str]], Path]
MARIA = "Maria <7+maria-example@users.noreply.github.com>"
A = "content/meetups/a.md"


def git(*words: str, day: int = 1, by: str = MARIA) -> None:
    """A git command in the current folder, by somebody, on a day of November 2026 at noon UTC."""
    name, _, address = by.rstrip(">").partition(" <")
    who = {f"GIT_{role}_{what}": each for role in ("AUTHOR", "COMMITTER") for what, each in
           (("NAME", name), ("EMAIL", address), ("DATE", f"2026-11-{day:02}T12:00:00+00:00"))}  # fmt: skip
    subprocess.run(["git", *words], check=True, capture_output=True, env=os.environ | who)


def commits(path: str, text: str, message: str = "Change", *, day: int = 1, by: str = MARIA) -> None:
    """Write a file and commit it."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")
    git("add", ".", day=day, by=by)
    git("commit", "--quiet", "--message", message, day=day, by=by)


def told() -> list[tuple[str, str, tuple[str, ...]]]:
    """What each deed did to which file, newest first."""
    return [(each.of, str(each.act), each.fields) for each in chronicle()[0].deeds]


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a repository and a listing in it."""
    monkeypatch.chdir(tmp_path)
    git("init", "--quiet", "--initial-branch=main")
    commits(A, listing("A", 'meets: {every: week, day: friday, from: "18:00"}', "cost: free", body="Come."))
    return tmp_path


pytestmark = pytest.mark.usefixtures("begun")


def test_a_new_file_is_added_by_whoever_committed_it_when_they_did() -> None:
    (deed,) = chronicle()[0].deeds
    assert (deed.of, deed.act) == ("meetups/a", Act.ADDED)
    assert deed.commit[1:] == (datetime(2026, 11, 1, 12, tzinfo=UTC), "@maria-example", None)


def changed(*pairs: tuple[str, str]) -> tuple[str, tuple[str, ...]]:
    """What is told when words of the listing are replaced by others."""
    text = Path(A).read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    commits(A, text)
    return told()[0][1:]


def test_the_fields_that_changed_are_known_by_name() -> None:
    assert changed(("cost: free", "cost: paid"), ("summary: An", "summary: One")) == ("changed", ("summary", "cost"))
    assert changed(("cost: paid\n", "")) == ("changed", ("cost",))
    assert changed(("city: Leeds", "city: Leeds\nlat: 53.8")) == ("changed", ("lat",))


def test_what_is_within_a_field_belongs_to_it() -> None:
    assert changed(("meets: {every: week", "meets:\n  - {every: week")) == ("changed", ("meets",))
    assert changed(("day: friday", "day: monday")) == ("changed", ("meets",))


def test_the_text_below_the_fields_is_no_field_even_where_it_looks_like_one() -> None:
    assert changed(("Come.", "cost: nothing.")) == ("changed", (TEXT,))
    assert changed(("cost: nothing.", "---\n- Come.")) == ("changed", (TEXT,))


def test_comments_and_blank_lines_are_no_field() -> None:
    assert changed(("---\nname", "---\n# Look here.\n\nname")) == ("changed", ())


def test_a_check_alone_is_a_confirmation() -> None:
    assert changed(("verified: 2026-11-10", "verified: 2026-11-20\nverified_by: maria-example")) == (
        "confirmed", ("verified", "verified_by"),
    )  # fmt: skip
    assert changed(("2026-11-20", "2026-11-21"), ("cost: free", "cost: paid"))[0] == "changed"


def test_a_closed_listing_is_closed_and_one_that_opens_again_has_changed() -> None:
    assert changed(("cost: free", "cost: free\nstatus: closed")) == ("closed", ("status",))
    assert changed(("status: closed", "status: active")) == ("changed", ("status",))
    assert changed(("status: active", "status: 'removed'")) == ("removed", ("status",))


def test_a_file_that_goes_is_removed_and_files_that_are_no_listings_are_nothing() -> None:
    commits("content/meetups/_kind.yaml", "one: Meetup\n")
    commits("content/static/logo.md.svg", "<svg/>")
    commits("README.md", "name: Not a listing\n")
    commits("content/meetups/b\tb.md", "name: A name that is quoted\n")
    git("rm", "--quiet", A)
    git("commit", "--quiet", "--message", "Go")
    assert told() == [("meetups/a", "removed", ()), ("meetups/a", "added", ())]


@pytest.mark.parametrize(
    ("by", "message", "who"),
    [
        ("Maria <maria-example@users.noreply.github.com>", "Change", "@maria-example"),
        ("Jo Example <jo@example.org>", "Change", "Jo Example"),
        ("jo@example.org <jo@example.org>", "Change", ""),
        ("J\u202eo  \x07Ex\tample <jo@example.org>", "Change", "Jo Example"),
        ("robot-example[bot] <1+robot-example[bot]@users.noreply.github.com>", "Change", "@robot-example[bot]"),
        ("robot-example[bot] <1+robot-example[bot]@users.noreply.github.com>",
         "Add A\n\nCloses #5\n\nCo-authored-by: Maria <7+maria-example@users.noreply.github.com>", "@maria-example"),
        ("Jo Example <jo@example.org>", "Add A\n\nCo-authored-by: Maria <maria@example.org>", "Jo Example"),
    ],
)  # fmt: skip
def test_people_are_told_by_their_handles_else_by_name_and_never_by_e_mail(by: str, message: str, who: str) -> None:
    commits(A, listing("A"), message, by=by)
    assert chronicle()[0].deeds[0].commit.who == who


@pytest.mark.parametrize(
    ("message", "pull"),
    [("Add A (#12)", 12), ("Add (#3) to A", None), ("Add A\n\nCloses #5", 5), ("Add A\n\nfixes: #6", 6), ("#7", None),
     ("Merge pull request #8 from maria-example/a\n\nAdd A", 8), ("Add A (#99999999999999)", None)],
)  # fmt: skip
def test_a_pull_request_is_known_by_its_number(message: str, pull: int | None) -> None:
    commits(A, listing("A"), message)
    assert chronicle()[0].deeds[0].commit.pull == pull


def test_a_merge_is_one_change_by_whoever_began_it_at_the_time_it_came() -> None:
    git("switch", "--quiet", "--create", "new")
    commits("content/meetups/b.md", listing("B"), "Add B", day=2, by="Jo Example <jo@example.org>")
    commits("content/meetups/b.md", listing("B", "cost: free"), "Mend B", day=3)
    git("switch", "--quiet", "main")
    commits(A, listing("A", "cost: paid"), day=4)
    git("merge", "--quiet", "--no-ff", "--message", "Merge pull request #12 from jo/new\n\nAdd B", "new", day=9)
    newest, *others = chronicle()[0].deeds
    assert (newest.of, newest.act, newest.commit.who, newest.commit.pull) == (
        "meetups/b", Act.ADDED, "Jo Example", 12,
    )  # fmt: skip
    assert newest.commit.when.day == 9
    assert [each.of for each in others] == ["meetups/a", "meetups/a"]


def test_somebodys_own_settings_of_git_change_nothing() -> None:
    changed(("cost: free", "cost: paid"))
    before = chronicle()
    for name, value in (("diff.noprefix", "true"), ("diff.mnemonicPrefix", "true"), ("log.date", "relative"),
                        ("color.ui", "always"), ("diff.context", "0"), ("log.showSignature", "true")):  # fmt: skip
        git("config", name, value)
    assert chronicle() == before


def test_a_directory_in_a_folder_of_its_repository_has_its_history_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    commits("sites/one/content/meetups/c.md", listing("C"))
    monkeypatch.chdir("sites/one")
    assert told() == [("meetups/c", "added", ())]


def test_a_shallow_clone_is_noticed_and_told_when_it_is_built(
    begun: Path, directory: Directory, capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    directory({A: listing("A", "cost: paid")})
    commits(A, listing("A", "cost: free"), day=2)
    clone = tmp_path_factory.mktemp("clone") / "clone"
    git("clone", "--quiet", "--depth=1", f"file://{begun}", str(clone))
    monkeypatch.chdir(clone)
    assert chronicle() == (Chronicle((), is_whole=False), SHALLOW)
    assert main(["build", "--no-index", "--today", "2026-11-22"]) == 0
    assert capsys.readouterr().err == f"{SHALLOW}\n"


def test_without_git_or_a_repository_there_is_no_history_and_nothing_to_tell(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("bare")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    assert chronicle() == (Chronicle(), "")
    git("init", "--quiet")
    assert chronicle() == (Chronicle(), "")
    monkeypatch.setenv("PATH", "")
    assert chronicle() == (Chronicle(), "")


def test_a_history_that_cannot_be_read_is_told(begun: Path) -> None:
    (begun / ".git/config").write_text("[broken")
    assert chronicle()[1].startswith("The history cannot be read, so nothing tells what changed: git says: ")


def deed(number: int, of: str, act: Act = Act.CHANGED, *fields: str) -> Deed:
    return Deed(commit(number, number, "Jo Example"), of, act, fields)


def test_what_happened_under_an_old_address_is_told_of_the_new_one() -> None:
    catalog = catalog_of({A: listing("A", "formerly: [meetups/old]"), "content/meetups/b.md": listing("B")})
    known = past(
        catalog,
        Chronicle(
            (deed(4, "meetups/a", Act.ADDED), deed(4, "meetups/old", Act.REMOVED), deed(3, "meetups/old"),
             deed(2, "meetups/b", Act.REMOVED), deed(2, "meetups/b", Act.ADDED), deed(1, "meetups/old", Act.ADDED)),
        ),
    )  # fmt: skip
    assert [each.act for each in known.by_listing["meetups/a"]] == [Act.MOVED, Act.CHANGED, Act.ADDED]
    assert [each.act for each in known.by_listing["meetups/b"]] == [Act.CHANGED]
    assert known.gone == {}


def test_of_what_is_gone_nothing_is_told_but_how_many_they_were() -> None:
    catalog = catalog_of({A: listing("A"), "content/meetups/b.md": "---\nstatus: removed\n---\n"})
    deeds = (deed(5, "meetups/b", Act.REMOVED), deed(4, "meetups/c", Act.REMOVED), deed(3, "meetups/b"),
             deed(2, "pages/c", Act.REMOVED), deed(1, "meetups/c", Act.ADDED))  # fmt: skip
    known = past(catalog, Chronicle(deeds))
    assert known.deeds == ()
    assert known.gone == {date(2026, 11, 5): 1, date(2026, 11, 4): 1}


def test_what_came_at_one_time_is_told_by_name() -> None:
    texts = {"content/meetups/a.md": listing("Z"), "content/meetups/b.md": listing("Y")}
    known = past(catalog_of(texts), Chronicle((deed(1, "meetups/a"), deed(1, "meetups/b"))))
    assert [each.name for each, _ in known.deeds] == ["Y", "Z"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (("cost",), "Cost changed"),
        (("languages", "cost"), "Cost and Languages changed"),
        ((TEXT, "no_more", "summary"), "Summary and Text changed"),
        (("name", "url", "summary", "cost", "languages"), "Name, Website, Summary and 2 more changed"),
        (("no_more",), "Small corrections"),
    ],
)
def test_a_change_is_told_in_the_labels_of_its_fields_in_the_order_of_the_page(
    fields: tuple[str, ...], words: str
) -> None:
    (one,) = catalog_of({A: listing("A")})
    assert said(Deed(Commit("", datetime.now(UTC), ""), "meetups/a", Act.CHANGED, fields), one, english()) == words
