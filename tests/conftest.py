"""What tests share: a tree from a few texts, the same on disk, and `--bless` to rewrite what is expected."""

import signal
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from signpost.edges import disk
from signpost.model.source import Tree

TODAY = date(2026, 11, 22)
HERE = Path(__file__).parent
BASE = HERE / "cases" / "_base"
APART = (HERE / "browser", HERE / "workflows")
"""Folders of tests that run the program from outside, where its coverage is not measured: see the Makefile."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--bless`: write what is found over what was expected, to be read in the diff.

    `--every-address`: run every browser test at both addresses, see tests/browser/conftest.py.
    """
    parser.addoption("--bless", action="store_true", help="rewrite the golden files")
    parser.addoption("--every-address", action="store_true", help="run each browser test at the root and below a path")


def pytest_configure() -> None:
    """Hear Ctrl-C, as what tests start is to: a shell that runs tests in its background has them ignore it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what stands in those folders, so that nobody has to think of it."""
    for item in items:
        if item.path.parent in APART:
            item.add_marker("apart")


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not on GitHub, whatever machine runs the tests."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


@pytest.fixture
def blessing(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are being rewritten."""
    return bool(request.config.getoption("--bless"))


@pytest.fixture(scope="session")
def templates_kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of templates as they were compiled, that the builds of all tests share."""
    return tmp_path_factory.mktemp("templates")


@pytest.fixture
def built_before(tmp_path: Path, templates_kept: Path) -> None:
    """The folder of a test has the templates as builds before compiled them: builds take half their time."""
    (tmp_path / ".signpost").mkdir()
    (tmp_path / ".signpost" / "templates").symlink_to(templates_kept)


@cache
def declared() -> Tree:
    """The declarations of a small fictional directory."""
    return disk.read(BASE, ["content"])[0]


@cache
def theme() -> Tree:
    """The theme that comes with the project."""
    return disk.read(HERE.parent, ["templates"])[0]


@cache
def miniature() -> Tree:
    """A small directory with every kind of page, and the theme."""
    return {**theme(), **declared(), **disk.read(HERE / "miniature", ["content"])[0]}


@pytest.fixture
def tree() -> Callable[[Mapping[str, str | bytes]], Tree]:
    """Path and text -> a tree, on top of the declarations of a small directory."""

    def make(texts: Mapping[str, str | bytes]) -> Tree:
        given = {path: text if isinstance(text, bytes) else text.encode() for path, text in texts.items()}
        return {**declared(), **given}

    return make


@pytest.fixture
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Mapping[str, str | bytes]], Path]:
    """Path and text -> a folder on disk with the declarations and the theme, as the current folder."""

    def make(texts: Mapping[str, str | bytes]) -> Path:
        given = {path: text if isinstance(text, bytes) else text.encode() for path, text in texts.items()}
        for path, content in {**theme(), **declared(), **given}.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(content)
        monkeypatch.chdir(tmp_path)
        return tmp_path

    return make
