"""What the project stands on: named with a reason, pinned with hashes, free to use; nothing unsafe or secret in it."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import HERE
from tests.licences import FREE, PAGE, WEAK, licence, needed, page, run_with

ROOT = HERE.parent
READ_FOR_SECRETS = (
    "signpost",
    "benchmarks",
    "templates",
    ".github",
    ".ci",
    "docs",
    "*.toml",
    "*.py",
    "*.md",
    "Makefile",
)
MADE = (".github/ISSUE_TEMPLATE/", "docs/fields.md", "docs/rules.md", "templates/map/", "templates/assets/icons")
"""Not read for secrets: what is made. Nor are tests, which are full of what looks like one, and content, which `check`
looks at."""


def project() -> dict[str, list[str]]:
    """The packages that Signpost itself asks for: to run, and to be developed."""
    held = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {"running": held["dependencies"], "developing": held["optional-dependencies"]["dev"]}
    return {use: sorted(canonicalize_name(Requirement(each).name) for each in names) for use, names in asked.items()}


def reasons(heading: str) -> list[str]:
    """The packages that docs/dependencies.md names below a heading."""
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    _, _, below = text.partition(f"## {heading}\n")
    rows = re.findall(r"^\| (?!library|---)([^|]+) \|", below.partition("\n## ")[0], re.MULTILINE)
    return sorted({canonicalize_name(name.strip()) for row in rows for name in row.split(",")})


def test_every_package_that_is_asked_for_has_its_reason_and_no_other() -> None:
    assert reasons("At run time") == project()["running"]
    assert reasons("For developing and testing") == project()["developing"]


def test_every_package_that_is_asked_for_is_pinned_with_hashes() -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    pinned = re.findall(r"^([\w.-]+)==\S+.*\\\n {4}--hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)
    assert pinned == re.findall(r"^([\w.-]+)==", text, re.MULTILINE)
    assert {name for names in project().values() for name in names} - set(pinned) == set()


def test_the_page_of_licences_is_the_one_that_is_made() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make licences`"


def parts(expression: str) -> set[str]:
    """The licences that an expression names (SPDX)."""
    return set(expression.split()) - {"AND", "OR"}


def test_what_it_runs_with_may_be_used_and_passed_on_by_anybody() -> None:
    running = run_with() & needed().keys()
    assert {name: licence(name) for name in running if not parts(licence(name)) <= {*FREE}} == {}


def test_what_developers_use_has_a_licence_that_is_known() -> None:
    assert {name: licence(name) for name in needed() if not parts(licence(name)) <= {*FREE, *WEAK}} == {}


def unsafe() -> Iterator[str]:
    """What bandit finds where no `noqa` says that the same rule of ruff's was thought of."""
    words = [sys.executable, "-m", "bandit", "-q", "-r", "-f", "json", "--skip", "B404", "signpost", "build.py"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    told = json.loads(done.stdout)
    yield from (str(each) for each in told["errors"])
    for each in told["results"]:
        text = (ROOT / each["filename"]).read_text(encoding="utf-8").split("\n")
        lines = "".join(text[each["line_range"][0] - 1 : each["line_range"][-1]])
        if f"S{each['test_id'][1:]}" not in "".join(re.findall("noqa: ([A-Z0-9, ]+)", lines)):
            yield f"{each['filename']}:{each['line_number']}: {each['issue_text']} ({each['test_id']})"


@pytest.mark.apart
def test_bandit_finds_nothing_that_was_not_thought_of() -> None:
    assert list(unsafe()) == []


def read_for_secrets() -> list[str]:
    """The files that somebody may leave a secret in."""
    found = (path for each in READ_FOR_SECRETS for top in ROOT.glob(each) for path in (top, *top.rglob("*")))
    names = sorted({path.relative_to(ROOT).as_posix() for path in found if path.is_file()})
    return [name for name in names if not name.startswith(MADE) and "__pycache__" not in name]


@pytest.mark.apart
def test_no_secret_was_left_in_a_file() -> None:
    words = ["-m", "detect_secrets", "scan", "--no-verify", *read_for_secrets()]
    done = subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)["results"]
    assert [f"{path}:{each['line_number']}: {each['type']}" for path in found for each in found[path]] == []
