"""The page with every part of the theme: in the preview alone, and complete."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from signpost.intake.declare.forms import TONES
from signpost.model.fieldtypes import TYPES
from signpost.model.files import WHOLE
from signpost.model.listings import State
from signpost.model.parts import ALL, PREVIEW
from signpost.model.source import Tree
from signpost.output.plan.examples import CARD, FACTS, KINDS
from signpost.output.plan.patterns import patterns
from signpost.output.plan.views import Card
from signpost.pipeline import ready, take_in
from tests.conftest import TODAY, miniature, theme
from tests.directories import COMPILED, english

NOTHING_TO_SEE = {
    "dot": "a part of the map's drawing, which places it",
    "found_card": "a template that scripts fill in; it looks as card does",
    "keep": "a template that scripts put on cards, and words for them",
    "kept_place": "a template that scripts fill in, below a card",
    "pick_meeting": "rows that a script copies, inside asked",
    "pick_rows": "rows that a script copies, inside asked",
    "told": "words for scripts",
}
"""Parts that need no example, and why."""

PAGE = "templates/pages/patterns.html"


def built(tree: Tree, *, preview: bool) -> Mapping[str, bytes]:
    """The files of a tree's site."""
    catalog, problems = take_in(tree, TODAY)
    assert problems == []
    assert catalog is not None
    return dict(ready(catalog, tree, TODAY, kept=COMPILED, parts=ALL | {PREVIEW} if preview else ALL)(WHOLE))


def text_of(html: str) -> str:
    """What a page says."""
    found: list[str] = []
    reader = HTMLParser()
    reader.handle_data = found.append  # type: ignore[method-assign]
    reader.feed(html)
    return " ".join(" ".join(found).split())


def test_every_part_of_the_theme_has_an_example() -> None:
    parts = {
        path.rpartition("/")[2].removesuffix(".html").replace("-", "_")
        for path in theme()
        if path.startswith("templates/parts/")
    }
    page = theme()[PAGE].decode()
    names = dict(re.findall(r'{% from "parts/[a-z-]+\.html" import (\w+)(?: as (\w+))? %}', page))
    called = {name for name in parts if re.search(rf"\b{names.get(name) or name}\(", page)}
    on_every_page = {"display", "site_menu", "site_footer"}
    without = sorted(parts - called - on_every_page - NOTHING_TO_SEE.keys())
    assert without == [], f"show an example of each of these parts in {PAGE}"
    assert NOTHING_TO_SEE.keys() <= parts


def test_it_shows_every_tone_state_and_type_of_field() -> None:
    page = patterns(theme(), english())
    assert page is not None
    assert {kind.tone for kind in KINDS} == set(TONES)
    assert {fact.type for fact in FACTS} == set(TYPES)
    cards = [card for _, card in page.shows["cards"]]
    assert {card.freshness.state for card in cards} == {state.name.lower() for state in State}
    assert {card.status.code for card in cards} == {"active", "paused", "closed"}
    assert len({card.id for card in cards}) == len(cards)
    assert [name for name in Card._fields if not hasattr(CARD, name)] == []


def test_it_is_in_the_preview_and_in_no_site_that_is_built() -> None:
    preview, site = built(miniature(), preview=True), built(miniature(), preview=False)
    assert preview.keys() - site.keys() == {"patterns/index.html", "patterns/picture.svg"}
    assert {path: preview[path] for path in site} == dict(site)
    assert not [path for path, content in site.items() if b"/patterns/" in content]


def test_it_says_how_a_part_is_called_and_shows_it() -> None:
    page = built(miniature(), preview=True)["patterns/index.html"].decode()
    assert '<meta name="robots" content="noindex">' in page
    assert "notice(tone, mark, title, text): something to know before reading on." in text_of(page)
    assert "Closed This place is no longer there." in text_of(page)


def test_a_theme_may_do_without_it() -> None:
    tree = {path: content for path, content in miniature().items() if path != PAGE}
    assert "patterns/index.html" not in built(tree, preview=True)
