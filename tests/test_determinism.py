"""The same directory becomes the same bytes, search index and all, whatever machine builds it and however."""

import os
import random
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.conftest import HERE, miniature

pytestmark = pytest.mark.apart

MEMORY = "/dev/shm"  # noqa: S108 - the one folder in memory that every Linux has
HERE_AND_NOW = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "1"}
ELSEWHERE = {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "2"}


def directory(folder: Path, templates: Path, seed: int) -> Path:
    """The miniature on disk, its files written in an order of their own; templates are compiled once for all."""
    paths = random.Random(seed).sample(list(miniature()), len(miniature()))  # noqa: S311 - an order, not a secret
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(miniature()[path])
    (folder / ".signpost").mkdir()
    (folder / ".signpost" / "templates").symlink_to(templates)
    return folder


def built(folder: Path, environment: dict[str, str], processes: int, seed: int) -> dict[str, bytes]:
    """The site that a process of its own makes of a folder."""
    there = {**os.environ, "PYTHONPATH": str(HERE.parent), **environment}
    words = [sys.executable, "-m", "tests.otherwise", str(processes), str(seed), "made"]
    done = subprocess.run(words, cwd=folder, env=there, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    site = folder / "made"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("processes", "place"), [(2, None), (5, MEMORY)], ids=["on disk", "in memory"])
def test_another_machine_makes_the_same_site(
    templates_kept: Path, tmp_path: Path, processes: int, place: str | None
) -> None:
    """Folders in memory (tmpfs) list what they hold by when it came, those on most disks by its name."""
    with TemporaryDirectory(dir=place if place and Path(place).is_dir() else tmp_path) as folder:
        here = built(directory(Path(folder, "here"), templates_kept, 1), HERE_AND_NOW, 1, 1)
        there = built(directory(Path(folder, "there"), templates_kept, 2), ELSEWHERE, processes, 2)
    assert len(here) > 700
    assert sorted(path for path in here.keys() | there.keys() if here.get(path) != there.get(path)) == []
