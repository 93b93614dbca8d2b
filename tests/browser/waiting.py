"""Waiting for what a page comes to, where Playwright has no word for it."""

from playwright.sync_api import Page

from tests.browser.conftest import PATIENCE


def until(page: Page, met: str, given: object = None) -> None:
    """Wait until something holds: a JavaScript expression, which may await, and call a value `given`.

    Playwright's own `wait_for_function` reads its words anew each time it looks, which the policy of the pages forbids.
    """
    page.evaluate(
        f"""async ([given, patience]) => {{
          const end = performance.now() + patience;
          while (!({met})) {{
            if (performance.now() > end) throw new Error(`It never came about: ${{given ?? ""}}`);
            await new Promise((done) => setTimeout(done, 50));
          }}
        }}""",
        [given, PATIENCE],
    )
