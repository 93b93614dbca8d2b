"""A page -> what bars people from it, as far as a program can tell (axe-core: WCAG 2.2 A and AA, best practices)."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def barriers(page: Page, without: dict[str, Any] | None = None) -> list[tuple[str, str, str]]:
    """Each rule that is broken in light or in dark colours, and the first place where it is.

    `without` are rules of axe's that are switched off.
    """
    options = {"runOnly": RULES, "resultTypes": ["violations"], "rules": without or {}}
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        broken = Axe().run(page, options=options).response["violations"]
        found += [(scheme, each["id"], each["nodes"][0]["html"]) for each in broken]
    return found
