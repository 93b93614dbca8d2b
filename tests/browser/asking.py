"""A search page and words -> the answers, and how long they took: what the relevance table and the benchmark share."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from playwright.sync_api import Page, expect

TABLE = Path(__file__).parent.parent / "relevance.yaml"

ANSWER = """words => new Promise((answered) => {
  const list = document.querySelector("[data-results]");
  const started = performance.now();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    const took = performance.now() - started;
    answered([took, [...list.querySelectorAll("h3 a")].map((link) => new URL(link.href).pathname)]);
  }).observe(list, { childList: true });
  const box = document.querySelector("input[type=search]");
  box.value = words;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
})"""
"""From the moment a key has changed the words to the moment the cards stand in the page, in milliseconds."""


class Question(NamedTuple):
    """What is typed, the ids of listings that must be among the answers, and among how many."""

    asks: str
    wants: tuple[str, ...]
    within: int


def questions(known: set[str]) -> Iterator[Question]:
    """The questions of the table whose listings are all known."""
    for row in yaml.safe_load(TABLE.read_text(encoding="utf-8")):
        if set(row["wants"]) <= known:
            yield Question(row["asks"], tuple(row["wants"]), row["within"])


def ready(page: Page, site: str) -> Page:
    """The page of the search, once it has shown what stands there before any question."""
    page.goto(f"{site}search/")
    expect(page.locator("[data-status]")).not_to_be_empty()
    return page


def answer(page: Page, words: str) -> tuple[float, list[str]]:
    """Milliseconds, and the ids of the first page of answers in their order."""
    took, paths = page.evaluate(ANSWER, words)
    return took, ["/".join(path.strip("/").split("/")[-2:]) for path in paths]


def is_answered(question: Question, found: list[Any]) -> bool:
    """Whether all that is wanted is among the first few."""
    return set(question.wants) <= set(found[: question.within])
