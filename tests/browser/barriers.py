"""A page -> what bars people from it, as far as a program can tell (axe-core: WCAG 2.2 A and AA, best practices)."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OF_COLOURS = ("color-contrast", "link-in-text-block")
"""What the dark colours can change."""


def barriers(page: Page, without: dict[str, Any] | None = None) -> list[tuple[str, str]]:
    """Each rule that is broken, and the first place where it is: all of them in light, those of colours in dark too.

    `without` are rules of axe's that are switched off.
    """
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    found = _broken(page, RULES, without)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    return [*found, *_broken(page, OF_COLOURS)]


def _broken(page: Page, rules: tuple[str, ...], without: dict[str, Any] | None = None) -> list[tuple[str, str]]:
    options = {"runOnly": list(rules), "resultTypes": ["violations"], "rules": without or {}}
    broken = Axe().run(page, options=options).response["violations"]
    return [(each["id"], each["nodes"][0]["html"]) for each in broken]
