"""A built site -> its search index; and what is said when the program that makes it fails."""

import gzip
import json
import os
from itertools import starmap
from pathlib import Path

import pagefind_bin
import pytest

from signpost.edges.pagefind import indexing
from signpost.edges.pagefind.kept import kept
from signpost.edges.sites import stay, write
from signpost.model.files import File, split
from signpost.model.problems import Refused
from signpost.pipeline import is_searched, ready, searched, take_in
from tests.conftest import TODAY, miniature
from tests.directories import COMPILED, catalog_of, index, listing, site_of, small_site, tree_of

PAGE = '<html lang="en"><body><main data-pagefind-body><h1>{0}</h1><p>{0}</p></main></body></html>'


GLOB = "{meetups,guides}/*/index.html"
AFTERWARDS = (("a", "a"), ("b", "another"), ("d", "d"))
"""Pages, and what they say after one changed and one went."""


def site(tmp_path: Path) -> Path:
    """A site of two listings, a list and a page."""
    names = ("meetups/a/index.html", "guides/b/index.html", "meetups/index.html", "about/index.html")
    write([File(name, PAGE.format(name).encode()) for name in names], tmp_path / "site")
    return tmp_path / "site"


def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Another program in Pagefind's place."""
    path = tmp_path / "pagefind"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: path)


def test_listings_and_guides_are_indexed_and_lists_are_not(tmp_path: Path) -> None:
    found = site(tmp_path)
    index(found, GLOB)
    entry = json.loads((found / "pagefind/pagefind-entry.json").read_text())
    assert {language: each["page_count"] for language, each in entry["languages"].items()} == {"en": 2}
    assert (found / "pagefind/pagefind.js").is_file()


def test_rows_tell_which_page_of_the_index_is_which_row_of_the_table(tmp_path: Path) -> None:
    found = site(tmp_path)
    index(found, GLOB)
    bundle = found / "pagefind"
    rows = json.loads((bundle / "rows.json").read_text())
    addresses = []
    for name in rows:
        fragment = gzip.decompress((bundle / "fragment" / f"{name}.pf_fragment").read_bytes())
        addresses.append(json.loads(fragment.removeprefix(b"pagefind_dcd"))["url"])
    assert addresses == ["/guides/b/", "/meetups/a/"]


def test_the_same_pages_make_the_same_index(tmp_path: Path) -> None:
    catalog, _ = take_in(miniature(), TODAY)
    assert catalog is not None
    made = []
    for name in ("one", "two", "three"):
        write(starmap(File, small_site().items()), tmp_path / name)
        index(tmp_path / name, searched(catalog))
        made.append(files_of(tmp_path / name / "pagefind"))
    assert len(made[0]) > 20
    assert made[0] == made[1] == made[2]


def files_of(bundle: Path) -> dict[Path, bytes]:
    return {file.relative_to(bundle): file.read_bytes() for file in bundle.rglob("*") if file.is_file()}


def test_an_index_that_begins_with_an_older_one_is_the_same_as_one_from_nothing(tmp_path: Path) -> None:
    old, new, clean = tmp_path / "old", tmp_path / "new", tmp_path / "clean"
    write([File(f"meetups/{name}/index.html", PAGE.format(name).encode()) for name in "abcd"], old)
    index(old, GLOB)
    before = files_of(old)
    for folder in (new, clean):
        write([File(f"meetups/{name}/index.html", PAGE.format(says).encode()) for name, says in AFTERWARDS], folder)
    (new / "pagefind").mkdir()
    for name in kept(old / "pagefind"):
        stay(old / "pagefind" / name, new / "pagefind" / name)
    for folder in (new, clean):
        index(folder, GLOB)
    assert files_of(new / "pagefind") == files_of(clean / "pagefind")
    assert files_of(old) == before
    assert len(list((new / "pagefind/fragment").iterdir())) == 3


@pytest.mark.parametrize("entry", ['{"version": "1.0.0"}', "{}", "[]", "{", None])
def test_an_index_by_another_program_is_not_begun_with(tmp_path: Path, entry: str | None) -> None:
    if entry is not None:
        (tmp_path / "pagefind-entry.json").write_text(entry)
    assert kept(tmp_path) == ()


def test_a_directory_without_listings_and_guides_has_no_index(tmp_path: Path) -> None:
    write(site_of(catalog_of({}), tree_of({})), tmp_path / "site")
    index(tmp_path / "site", searched(catalog_of({})))
    assert not (tmp_path / "site/pagefind").exists()


def test_every_kind_is_searched_and_the_guides() -> None:
    assert searched(catalog_of({"content/meetups/a.md": listing("A")})) == (
        "{associations,coworking-spaces,meetups,mentorship-programs,online-communities,informal-groups,guides}"
        "/*/index.html"
    )


def test_all_that_is_searched_is_written_before_the_rest() -> None:
    """Pagefind reads what stands in those folders while the rest is written."""
    catalog, _ = take_in(miniature(), TODAY)
    assert catalog is not None
    assert catalog.removed
    rest, *_ = split(4)
    files_of = ready(catalog, miniature(), TODAY, kept=COMPILED)
    assert [each.path for each in files_of(rest) if is_searched(each.path, searched(catalog))] == []


@pytest.mark.parametrize("script", ["echo 'No such folder' >&2; exit 1", "echo ' No such folder '; exit 3"])
def test_a_program_that_fails_is_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    program(tmp_path, monkeypatch, script)
    with pytest.raises(Refused) as caught:
        index(tmp_path, "*")
    assert (
        str(caught.value)
        == "The search index cannot be built: Pagefind says: No such folder. Build without it: --no-index."
    )


def test_a_program_that_dies_without_a_word_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, monkeypatch, "exit 3")
    with pytest.raises(Refused) as caught:
        index(tmp_path, "*")
    assert str(caught.value) == (
        "The search index cannot be built: Pagefind says: nothing (exit code 3). Build without it: --no-index."
    )


def test_a_program_is_ended_where_the_rest_of_the_site_cannot_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "number")
    program(tmp_path, monkeypatch, f"echo $$ > {tmp_path}/number; exec sleep 100")
    with pytest.raises(KeyError) as caught, indexing(tmp_path, "*"):
        raise KeyError((tmp_path / "number").read_text())
    with pytest.raises(ProcessLookupError):
        os.kill(int(caught.value.args[0]), 0)


def test_a_program_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: tmp_path / "nothing")
    with pytest.raises(Refused) as caught:
        index(tmp_path, "*")
    assert str(caught.value) == (
        "The search index cannot be built: Pagefind does not start (No such file or directory). "
        "Build without it: --no-index."
    )


def test_a_machine_without_a_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing() -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(pagefind_bin, "get_executable", nothing)
    with pytest.raises(Refused, match="Pagefind is not installed for this machine"):
        index(tmp_path, "*")
