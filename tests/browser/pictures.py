"""Take the pictures of the built site that the documentation shows: `make pictures` writes docs/pictures/."""

from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from signpost.edges.preview import previewing
from tests.browser.provide import found

FOLDER = Path("docs/pictures")
PICTURES = {
    "home": ("", 1280, 860, "light"),
    "listing": ("meetups/paris-rb/", 1280, 860, "light"),
    "search": ("search/?q=mentor", 1280, 860, "light"),
    "phone-dark": ("", 390, 844, "dark"),
    "add": ("add/meetups/", 1280, 860, "light"),
    "add-wrong": ("add/meetups/", 390, 844, "light"),
}
"""Name -> address below the site's own, width and height of the window, colour scheme."""

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-dev-shm-usage",
)


def take(browser: Browser, site: str, name: str) -> None:
    """One picture."""
    address, width, height, scheme = PICTURES[name]
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(site + address, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    if name == "add-wrong":
        page.get_by_label("Website").fill("lunch.example.org")
        page.get_by_label("Summary").click()
        page.get_by_label("Website").scroll_into_view_if_needed()
    page.screenshot(path=FOLDER / f"{name}.png")
    page.close()


def main() -> None:
    """All of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, previewing(Path("site"), "https://example.org/", 0) as shown:
        browser = playwright.chromium.launch(executable_path=found(), args=list(QUIET))
        for name in PICTURES:
            take(browser, shown.address, name)
        browser.close()


if __name__ == "__main__":
    main()
