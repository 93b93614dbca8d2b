"""The page of a listing that changed is shown first, and says what a build would have it say."""

import argparse
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from signpost.cli import main
from signpost.cli.serving import ready_now, shown_first
from tests.directories import listing

Directory = Callable[[Mapping[str, str]], Path]
pytestmark = pytest.mark.usefixtures("built_before")
NANTES, PAGE = "content/meetups/nantes.md", "meetups/nantes/index.html"
WORDS = {"base_url": None, "no_index": True, "quarantine": False, "strict": False, "only": None, "preview": False}


@pytest.fixture
def options(directory: Directory) -> argparse.Namespace:
    """What is asked for a preview of a small directory, which has been built."""
    folder = directory({NANTES: listing("Nantes"), "content/meetups/porto.md": listing("Porto")})
    assert main(["build", "--today", "2026-11-22", "--no-index"]) == 0
    return argparse.Namespace(**WORDS, today=date(2026, 11, 22), out=folder / "site")


def shown(text: str, options: argparse.Namespace, path: str = NANTES) -> bool:
    now = ready_now(options)
    assert now
    Path(path).write_text(text, encoding="utf-8")
    return shown_first([path], now, options)


def seen(options: argparse.Namespace) -> str:
    """The page without what search engines are told, which follows with the build."""
    page = (options.out / PAGE).read_text(encoding="utf-8")
    return re.sub('<script type="application/ld.json">.*?</script>', "", page, flags=re.DOTALL)


def test_the_page_says_what_a_build_makes_of_it(options: argparse.Namespace) -> None:
    assert shown(listing("Nantes again", "cost: free") + "\nCome **early**.\n", options)
    first = seen(options)
    assert main(["build", "--today", "2026-11-22", "--no-index"]) == 0
    assert seen(options) == first
    assert "Come <strong>early</strong>" in first


@pytest.mark.parametrize("text", [listing("Nantes", "verified: never"), "no fields", "---\nstatus: removed\n---\n"])
def test_what_does_not_fit_is_left_to_the_build(options: argparse.Namespace, text: str) -> None:
    before = (options.out / PAGE).read_bytes()
    assert not shown(text, options)
    assert (options.out / PAGE).read_bytes() == before


def test_a_new_file_and_a_template_are_left_to_the_build(options: argparse.Namespace) -> None:
    assert not shown(listing("New"), options, "content/meetups/new.md")
    assert not shown("{% extends 'base.html' %}", options, "templates/pages/home.html")


def test_while_something_is_wrong_nothing_is_shown_first(options: argparse.Namespace) -> None:
    Path(NANTES).write_text("no fields", encoding="utf-8")
    assert ready_now(options) is None
    Path(NANTES).write_text(listing("Nantes"), encoding="utf-8")
    page = Path("templates/base.html")
    page.write_text("{% extends 'nothing.html' %}", encoding="utf-8")
    assert ready_now(options) is None
