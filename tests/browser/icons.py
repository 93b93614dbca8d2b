"""Make the pictures a device shows of an installed site, from the theme's favicon.svg: `make icons`."""

import base64
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.pictures import QUIET
from tests.browser.provide import found

ASSETS = Path("templates/assets")
PAPER = "#f4f3ed"
ICONS = {"192": (192, 74, 18), "512": (512, 74, 18), "maskable-512": (512, 58, 0), "touch-180": (180, 70, 0)}
"""Name -> width, how much of it the sign takes, and how round the corners are, in percent of the width.

What a device cuts its own shape from (maskable) keeps the sign within the middle 80 percent, and has no corners.
"""

PAGE = """<body style="margin: 0"><div style="display: grid; place-items: center; width: {width}px; height: {width}px;
  border-radius: {corner}%; background: {paper}"><img style="width: {share}%" src="data:image/svg+xml;base64,{sign}">
</div></body>"""


def make(browser: Browser, name: str) -> None:
    """One picture."""
    width, share, corner = ICONS[name]
    sign = base64.b64encode((ASSETS / "favicon.svg").read_bytes()).decode()
    page = browser.new_page(viewport={"width": width, "height": width}, color_scheme="light")
    page.set_content(PAGE.format(width=width, share=share, corner=corner, paper=PAPER, sign=sign))
    page.locator("img").evaluate("image => image.decode()")
    page.screenshot(path=ASSETS / "icons" / f"{name}.png", omit_background=True)
    page.close()


def main() -> None:
    """All of them."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found(), args=list(QUIET))
        for name in ICONS:
            make(browser, name)
        browser.close()


if __name__ == "__main__":
    main()
