"""Shares of a directory, read and checked apart, are the directory."""

import pickle
from collections.abc import Callable
from typing import TypeVar

from signpost.model.files import Share
from signpost.pipeline import put_out, take_in
from tests.conftest import TODAY, miniature
from tests.directories import listing

T = TypeVar("T")
BROKEN = {
    "content/meetups/bad.md": listing("Bad", "verified: 22/11/2026"),
    "content/meetups/again.md": listing("Bad", "url: https://bad.example.org/"),
    "content/meetups/worse.md": "no fields",
    "content/meetups/_notes.yaml": "name: Notes\n",
    "content/nowhere/lost.md": listing("Lost"),
}


def in_three(work: Callable[[Share], T], _size: int) -> list[T]:
    """The results of three shares, as if each came from a process of its own."""
    return [pickle.loads(pickle.dumps(work(Share(number, 3)))) for number in range(3)]  # noqa: S301 - our own


def test_problems_are_the_same_however_the_files_are_shared_out() -> None:
    tree = {**miniature(), **{path: text.encode() for path, text in BROKEN.items()}}
    assert take_in(tree, TODAY, in_three)[1] == take_in(tree, TODAY)[1] != []


def test_the_site_is_the_same_however_the_files_are_shared_out() -> None:
    tree = miniature()
    catalogs = take_in(tree, TODAY, in_three)[0], take_in(tree, TODAY)[0]
    apart, whole = (dict(put_out(each, tree, TODAY)) for each in catalogs if each)
    assert apart == whole
