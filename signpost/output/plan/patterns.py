"""Made-up values -> a page with every part of the theme in every state, for those who change the theme.

It is part of the preview and never of a site that is built to be published.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from signpost.model.addresses import PATTERNS
from signpost.model.files import Link, Page
from signpost.model.kinds import Term
from signpost.model.listings import Freshness, State
from signpost.model.source import Tree
from signpost.model.words import Words
from signpost.output.plan.adding import Step, meeting_choices
from signpost.output.plan.examples import (
    CARD,
    CHANGED,
    FACTS,
    FOLDED,
    GATHERINGS,
    KINDS,
    LEFT_OUT,
    LONG,
    NATIONS,
    NEEDS,
    OFFERED,
    PAST,
    QUESTIONS,
    SNIPPETS,
    SPOKESPEOPLE,
    STEP,
    SUMMARY,
    WAYS,
)  # fmt: skip
from signpost.output.plan.facets import Choice, Facet
from signpost.output.plan.lists import A_PAGE, pager
from signpost.output.plan.shelves import freshness_view
from signpost.output.plan.views import Actions, Card, Counted, FreshnessView, Group

TEMPLATE, PARTS = "pages/patterns.html", "templates/parts/"
DAY = date(2026, 11, 10)
SAYS = re.compile(r"{# (?P<name>\w+)(?P<rest>.+?) #}")


def patterns(tree: Tree, words: Words) -> Page | None:
    """The page of a tree's theme; None when the theme has none."""
    if f"templates/{TEMPLATE}" not in tree:
        return None
    shows = {
        "says": dict(_says(tree)),
        "kinds": tuple(Counted(kind, 10**number) for number, kind in enumerate(KINDS)),
        "cards": tuple(_cards(words)),
        "fresh": tuple(_fresh(words).values()),
        "needs_of": tuple(NEEDS[:number] for number in (4, 1)),
        "group": _group(),
        "facts_of": FACTS,
        "ways": WAYS,
        "pagers": tuple(pager(PATTERNS, number, 20, 20 * A_PAGE) for number in (1, 10, 20)),
        "steps": (Link("Home", "/"), Link("Meetups", PATTERNS), Link(LONG, PATTERNS)),
        "spokespeople": SPOKESPEOPLE,
        "actions": Actions(*("https://example.org/",) * 4, is_elsewhere=True),
        "filter": Facet("tone", "Tone", tuple(Choice(kind.tone, kind.many) for kind in KINDS)),
        "gatherings": GATHERINGS,
        "questions": QUESTIONS,
        "cards_of_questions": (Step("open", "What is needed", STEP, is_open=True), Step("folded", LONG, FOLDED)),
        "meets": meeting_choices(words),
        "nations": NATIONS,
        "changes": CHANGED,
        "past": PAST,
        "left_out": LEFT_OUT,
        "offered": OFFERED,
        "snippets": SNIPPETS,
        "text": {"title": "Ask for help before you need it", "summary": SUMMARY, "address": PATTERNS},
    }
    return Page(PATTERNS, TEMPLATE, "Every part of the theme", "For those who change it.", indexed=False, shows=shows)


def _says(tree: Tree) -> Iterator[tuple[str, str]]:
    """Name of each part, and what its first line says of it."""
    for path in sorted(tree):
        if path.startswith(PARTS) and (found := SAYS.match(tree[path].decode("utf-8", "replace"))):
            yield found["name"], f"{found['name']}{found['rest']}"


def _fresh(words: Words) -> Mapping[str, FreshnessView]:
    """Every state of freshness in words."""
    return {state.name.lower(): freshness_view(Freshness(state, DAY), words) for state in State}


def _cards(words: Words) -> Iterator[tuple[str, Card]]:
    """A card in every state, and with everything that makes one longer or shorter than others, each by its name."""
    fresh = _fresh(words)
    changes: dict[str, dict[str, Any]] = {
        **{state: {"freshness": view, "kind": kind} for (state, view), kind in zip(fresh.items(), KINDS, strict=False)},
        **{code: {"status": Term(code, code.capitalize()), "kind": KINDS[5]} for code in ("paused", "closed")},
        "a long name": {"name": LONG, "place": "Llanfairpwllgwyngyll, United Kingdom", "kind": KINDS[6]},
        "a name from right to left": {"name": "شبكة المستقلين", "place": "القاهرة", "kind": KINDS[7]},
        "no cost, one need": {"cost": "", "needs": NEEDS[:1]},
        "hardly anything known": {"cost": "", "place": "", "format": "", "needs": ()},
    }
    for name, changed in changes.items():
        yield name, CARD._replace(**{"id": f"{PATTERNS}{name}", "freshness": fresh["unconfirmed"], **changed})


def _group() -> Group:
    """Links as lists have them beside them: short and long, with and without a count, one of them the page itself."""
    links = (
        Link("Every kind", PATTERNS, 12_345),
        Link("Emotional support", PATTERNS, 7, current=True),
        Link("Workspace, tools, contracts, taxes, benefits and day-to-day help", PATTERNS, 120),
        Link("東京", PATTERNS, 1),
        Link("No count", PATTERNS),
    )
    return Group("A group of links", links)
