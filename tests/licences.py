"""constraints.txt and what packages say of themselves -> docs/licences.md: `make licences`.

Every package that is installed, the licence it comes under, and what it is needed by.
"""

import re
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, distribution, metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "licences.md"
HEAD = """# Licences

Every package that Signpost is run, developed and tested with ([constraints.txt](../constraints.txt)), its licence, and
what needs it. Why Signpost itself needs some is said in [dependencies.md](dependencies.md). All that it runs with may
be used with code under its own licence (MIT), also by those who pass it on. Made by `make licences`.

| package | licence | needed by | for |
| --- | --- | --- | --- |
"""
OURS = "signpost"
FREE = (
    "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "ISC", "0BSD", "PSF-2.0", "Unlicense", "Artistic-1.0"
)  # fmt: skip
"""Licences (SPDX) under which a package may be used by a program under the MIT licence, whoever passes it on."""

WEAK = ("MPL-2.0", "LGPL-3.0-or-later")
"""Those that ask something of who passes the package itself on: for tools that stay with developers."""

SAID = {
    "MIT License": "MIT",
    "MIT OR Apache-2.0": "Apache-2.0 OR MIT",
    "Apache 2.0": "Apache-2.0",
    "Apache": "Apache-2.0",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "MIT license": "MIT",
    "Python Software Foundation License": "PSF-2.0",
    "Artistic License": "Artistic-1.0",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "BSD License": "BSD-3-Clause",
}
"""What packages say in words of their own, in SPDX's."""

READ = {
    "axe-playwright-python": "MIT",
    "colorama": "BSD-3-Clause",
    "isodate": "BSD-3-Clause",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "pefile": "MIT",
}
"""Licences of packages that only their files tell, or that are not installed on every system: they were read."""


def needed() -> dict[str, list[str]]:
    """Every package of constraints.txt, with what needs it."""
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    found = re.findall(r"^([\w.-]+)==.*\n(?: {4}--hash.*\n)*((?: {4}#.*\n)+)", text, re.MULTILINE)
    return {name: re.findall(r"^ {4}# (?:via| ) (\S+)", via, re.MULTILINE) for name, via in found}


def licence(name: str) -> str:
    """The licence (SPDX) of an installed package, as it says; "unknown" when it says nothing that is known here."""
    if name in READ:
        return READ[name]
    said = metadata(name)
    classified = [each.rpartition(" :: ")[2] for each in said.get_all("Classifier") or () if each.startswith("Licen")]
    words = [said.get("License-Expression"), said.get("License"), *classified]
    return next((known for known in (SAID.get(each, each) for each in words if each) if is_known(known)), "unknown")


def is_known(words: str) -> bool:
    """Whether every licence of an expression is on the lists."""
    return {each for each in words.split() if each not in ("AND", "OR")} <= {*FREE, *WEAK} and bool(words)


def run_with() -> set[str]:
    """The packages that Signpost runs with, and those that they need."""
    found: set[str] = set()
    waiting = [OURS]
    while waiting:
        try:
            asked = [Requirement(each) for each in distribution(waiting.pop()).requires or ()]
        except PackageNotFoundError:  # of another system
            continue
        names = {canonicalize_name(each.name) for each in asked if not each.marker or each.marker.evaluate()}
        waiting += names - found
        found |= names
    return found


def rows(needs: Mapping[str, list[str]]) -> Iterator[str]:
    """A line for each package."""
    running = run_with()
    for name, by in needs.items():
        why = ", ".join("[itself](dependencies.md)" if each == OURS else each for each in by)
        yield f"| {name} | {licence(name)} | {why} | {'running' if name in running else 'developing'} |\n"


def page() -> str:
    """The page."""
    return f"{HEAD}{''.join(rows(needed()))}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
