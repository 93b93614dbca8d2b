"""Compiled templates are kept from build to build, and change nothing but the time it takes."""

from collections.abc import Callable
from pathlib import Path

from signpost.cli import main
from signpost.edges.compiled import FOLDER, compiled

Directory = Callable[[dict[str, str | bytes]], Path]


def built(root: Path) -> dict[str, bytes]:
    """The files of a build without search index."""
    assert main(["build", "--no-index", "--today", "2026-11-22"]) == 0
    site = root / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_what_is_kept_changes_no_byte(directory: Directory) -> None:
    root = directory({})
    first = built(root)
    assert any((root / FOLDER).iterdir())
    assert built(root) == first


def test_what_is_kept_and_broken_is_made_again(directory: Directory) -> None:
    root = directory({})
    first = built(root)
    for kept in (root / FOLDER).iterdir():
        kept.write_bytes(b"not what it was")
    assert built(root) == first


def test_a_changed_template_is_compiled_again(directory: Directory) -> None:
    root = directory({})
    built(root)
    (root / "templates/pages/not-found.html").write_text("Lost", encoding="utf-8")
    assert built(root)["404.html"] == b"Lost"


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path) -> None:
    (tmp_path / ".signpost").write_text("a file stands here", encoding="utf-8")
    assert compiled(tmp_path) is None
