"""The page with every part of the theme, in a real browser: no barrier, no mistake, room on a small telephone."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from signpost.edges import sites
from signpost.edges.preview import previewing
from signpost.model.files import WHOLE
from signpost.model.parts import ALL, PREVIEW
from signpost.pipeline import published_at, ready, take_in
from tests.browser.barriers import barriers
from tests.browser.conftest import ADDRESSES
from tests.browser.test_accessibility import DESK, PHONE
from tests.browser.test_pages import is_mistake
from tests.conftest import TODAY, miniature

pytestmark = pytest.mark.browser
EXAMPLES_REPEAT = {"landmark-unique": {"enabled": False}}
"""A part that is a landmark stands here once for each of its states; on other pages it stands once."""


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page's address, below a sub-path."""
    catalog, _ = take_in(miniature(), TODAY)
    assert catalog is not None
    folder = tmp_path_factory.mktemp("preview") / "site"
    sites.write(ready(published_at(catalog, ADDRESSES[1]), miniature(), TODAY, parts=ALL | {PREVIEW})(WHOLE), folder)
    with previewing(folder, ADDRESSES[1], port=0) as shown:
        yield f"{shown.address}patterns/"


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_no_part_has_a_barrier_that_a_program_finds(
    preview: str, window: Callable[..., Page], viewport: dict[str, int]
) -> None:
    page = window(viewport=viewport)
    page.goto(preview)
    assert barriers(page, without=EXAMPLES_REPEAT) == []


def test_every_part_fits_on_a_small_telephone_and_loads_what_it_needs(
    preview: str, window: Callable[..., Page]
) -> None:
    page, mistakes = window(viewport={"width": 320, "height": 640}), list[str]()
    page.on("response", lambda response: mistakes.append(response.url) if response.status >= 400 else None)
    page.on("console", lambda message: mistakes.append(message.text) if is_mistake(message) else None)
    page.goto(preview)
    page.get_by_alt_text("A yellow disc on a green ground").scroll_into_view_if_needed()
    assert (page.evaluate("document.documentElement.scrollWidth") <= 320, mistakes) == (True, [])


def test_no_id_stands_twice(preview: str, window: Callable[..., Page]) -> None:
    page = window()
    page.goto(preview)
    ids = page.eval_on_selector_all("[id]", "found => found.map(each => each.id)")
    assert len(ids) == len(set(ids))
