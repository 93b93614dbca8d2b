"""What a gig worker types finds what helps: the relevance table, asked of this repository's own directory.

A fork that has other listings is asked nothing: questions whose listings are gone are left out.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from signpost.edges import disk
from signpost.edges.preview import previewing
from signpost.pipeline import take_in
from tests.browser.asking import answer, is_answered, questions, ready
from tests.browser.building import built
from tests.conftest import HERE, TODAY

pytestmark = pytest.mark.browser
ADDRESS, ENOUGH = "https://directory.example.org/", 0.9


def test_nine_of_ten_questions_are_answered_at_once(
    tmp_path: Path, window: Callable[..., Page], capsys: pytest.CaptureFixture[str]
) -> None:
    tree, _ = disk.read(HERE.parent)
    catalog, _ = take_in(tree, TODAY)
    asked = list(questions({each.id for each in catalog})) if catalog else []
    if catalog is None or not asked:
        pytest.skip("this directory has none of the listings that the relevance table asks for")
    built(tree, ADDRESS, tmp_path / "site")
    with previewing(tmp_path / "site", ADDRESS, port=0) as shown:
        page = ready(window(), shown.address)
        missed = [each for each in asked if not is_answered(each, answer(page, each.asks)[1])]
    with capsys.disabled():
        print(f"\n{len(asked) - len(missed)} of {len(asked)} questions answered; not: {[each.asks for each in missed]}")
    assert len(missed) <= (1 - ENOUGH) * len(asked)
