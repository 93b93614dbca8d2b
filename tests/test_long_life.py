"""A preview that runs for days: it ends in what a build from nothing makes, and holds no more than in the beginning."""

import gc
import random
import sys
from pathlib import Path

import pytest

from benchmarks.corpus import corpus
from benchmarks.editing import Directory
from benchmarks.long_life import LEAN, TODAY, life, unlike

pytestmark = pytest.mark.apart

ASKED = ("--today", TODAY, "--no-index", "--only", LEAN)
A_TENTH = 1.1


@pytest.mark.usefixtures("built_before")
def test_after_sixty_edits_the_site_is_what_a_build_from_nothing_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    corpus(12, tmp_path)
    for _ in life(Directory(random.Random(22)), 60, 9, ASKED, every=30):  # noqa: S311 - edits, not secrets
        assert unlike(ASKED) == []


@pytest.mark.usefixtures("built_before")
def test_what_earlier_builds_held_is_given_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    corpus(12, tmp_path)
    held = [
        (gc.get_freeze_count(), sys.getallocatedblocks())
        for _ in life(Directory(random.Random(7)), 12, 1, ASKED, every=2)  # noqa: S311
    ]
    (objects, blocks), (objects_later, blocks_later) = held[1], held[-1]
    assert objects_later < objects * A_TENTH
    assert blocks_later < blocks * A_TENTH
