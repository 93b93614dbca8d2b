"""Each folder of tests/cases/ holds files a contributor could write, and what is told of them: told.txt."""

from pathlib import Path

import pytest

from signpost.edges import disk
from signpost.output.report import report
from signpost.pipeline import take_in
from tests.conftest import HERE, TODAY, declared

CASES = sorted(each for each in (HERE / "cases").iterdir() if not each.name.startswith("_"))


def told(case: Path) -> str:
    """What is told of a case's files, laid over the declarations of a small directory."""
    own, unread = disk.read(case, ["content"])
    _, problems = take_in({**declared(), **own}, TODAY)
    return report([*unread, *problems], "text")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_wrong_is_told_in_words(case: Path, blessing: bool) -> None:
    expected = case / "told.txt"
    if blessing:
        expected.write_text(told(case), encoding="utf-8")
    assert told(case) == expected.read_text(encoding="utf-8")


def test_there_are_at_least_sixty_cases() -> None:
    assert len(CASES) >= 60
