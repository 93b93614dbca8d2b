"""Make sure of a browser for the browser tests: one on the machine, else Playwright's, else the distribution's.

`make test` runs it first. It never fails: when no browser can be had, the browser tests say so themselves.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELL = "chromium-headless-shell"
"""Chromium without its own windows and menus: the same engine, in half the time."""

NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 300  # seconds


def found() -> str | None:
    """The path of a Chromium: the one CHROME_PATH names, one on the PATH, or Playwright's own."""
    named = os.environ.get("CHROME_PATH")
    if named and Path(named).is_file():
        return named
    return next((path for name in NAMES if (path := shutil.which(name))), None) or playwrights()


def playwrights() -> str | None:
    """The path of the browser that Playwright downloaded, if it did."""
    from playwright.sync_api import sync_playwright

    try:
        with sync_playwright() as playwright:
            path = playwright.chromium.executable_path
    except Exception:  # noqa: BLE001 - its driver lacks a library of the system: it says so in many ways
        return None
    return path if Path(path).is_file() else None


def run(*command: str) -> bool:
    """Whether a command succeeded."""
    try:
        return subprocess.run(command, check=False, timeout=PATIENCE, stdout=subprocess.DEVNULL).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def from_distribution() -> bool:
    """Whether Debian's package could be installed; only tried where that needs no password."""
    if os.name != "posix" or not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    install = ("apt-get", "install", "-qq", "-y", "--no-install-recommends", SHELL, "libatomic1")
    return run("apt-get", "update", "-qq") and run(*install)


def main() -> None:
    """Say which browser there is, after trying to get one, and the quick one of Debian where that is easy."""
    if not shutil.which(SHELL) and not os.environ.get("CHROME_PATH"):
        from_distribution()
    if not found():
        print("No browser found: trying Playwright's, then the distribution's ...", flush=True)
        _ = run(sys.executable, "-m", "playwright", "install", "chromium") or from_distribution()
    print(f"Browser for the tests: {found() or 'none'}", flush=True)


if __name__ == "__main__":
    main()
