"""Make the pictures that other sites show with a link to a page, one for each kind and a plain one: `make icons`.

They hold no words, so that they are right in every language and for every fork that keeps a kind's tone and icon.
"""

import base64
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from signpost.edges import disk
from signpost.pipeline import take_in
from tests.browser.pictures import QUIET
from tests.browser.provide import found

ASSETS = Path("templates/assets")
SIZE = {"width": 1200, "height": 630}  # what those who show them cut least from

PAGE = """<style>{tokens}
  body {{ margin: 0; inline-size: 1200px; block-size: 630px; display: grid; grid-template-columns: 1fr 1fr;
    align-items: center; justify-items: center; background: var(--color-page) }}
  img {{ block-size: 410px }}
  .card {{ inline-size: 430px; block-size: 300px; margin-block-start: 70px; position: relative; display: grid;
    place-items: center; border: 2px solid var(--color-line); border-block-start: 14px solid var(--tone);
    background: var(--color-sheet) }}
  .card::before {{ content: ""; position: absolute; inset: -84px auto 100% -2px; inline-size: 190px; block-size: 72px;
    border-radius: 6px 6px 0 0; background: var(--tone) }}
  .card svg {{ inline-size: 190px; block-size: 190px; color: var(--tone) }}
  .alone {{ grid-column: 1 / -1; block-size: 460px }}
</style>{shown}"""

CARD = """<div class="card" data-tone="{tone}">{sprite}<svg><use href="#{icon}"></use></svg></div>
<img src="data:image/svg+xml;base64,{sign}">"""
PLAIN = """<img class="alone" src="data:image/svg+xml;base64,{sign}">"""


def make(browser: Browser, name: str, shown: str) -> None:
    """One picture."""
    tokens = "".join((ASSETS / "css" / f"_{each}.css").read_text() for each in ("layers", "tokens", "tones"))
    page = browser.new_page(viewport=SIZE, color_scheme="light")  # type: ignore[arg-type]
    page.set_content(PAGE.format(tokens=tokens, shown=shown))
    page.locator("img").evaluate("image => image.decode()")
    page.screenshot(path=ASSETS / "social" / f"{name}.png")
    page.close()


def main() -> None:
    """All of them, and none that no kind has any more."""
    catalog, _ = take_in(disk.read(Path(), ["content", "templates"])[0], date(2026, 11, 22))
    kinds = catalog.charter.kinds.values() if catalog else ()
    sign = base64.b64encode((ASSETS / "favicon.svg").read_bytes()).decode()
    sprite = (ASSETS / "icons.svg").read_text().replace("<svg ", '<svg style="display: none" ', 1)
    (ASSETS / "social").mkdir(exist_ok=True)
    for old in (ASSETS / "social").glob("*.png"):
        old.unlink()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found(), args=list(QUIET))
        make(browser, "plain", PLAIN.format(sign=sign))
        for kind in kinds:
            shown = CARD.format(tone=kind.tone, icon=kind.icon, sign=sign, sprite=sprite)
            make(browser, f"{kind.tone}-{kind.icon}", shown)
        browser.close()


if __name__ == "__main__":
    main()
