"""The files by which the repository is looked after: owners, labels, Dependabot, the hook before a commit."""

import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

from tests.conftest import HERE
from tests.directories import listing

ROOT = HERE.parent
MOST_OF_A_DESCRIPTION = 100
"""Characters that GitHub has room for beside a label."""


def of_yaml(path: str) -> object:
    """What a YAML file of the repository holds, as text."""
    return yaml.load((ROOT / path).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only


def test_dependabot_can_read_its_file() -> None:
    checked = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.dependabot", ".github/dependabot.yml"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (checked.returncode, checked.stdout.strip()) == (0, "ok -- validation done")


def test_each_label_has_a_name_of_its_own_a_colour_and_words_that_fit() -> None:
    labels = of_yaml(".github/labels.yml")
    assert isinstance(labels, list)
    names = [each["name"] for each in labels]
    assert len(names) == len(set(names))
    assert {"suggestion", "correction", "removal", "accepted", "needs-info", "recheck", "spam"} <= set(names)
    assert [each["name"] for each in labels if not re.fullmatch("[0-9a-f]{6}", each["color"])] == []
    assert [each["name"] for each in labels if not 0 < len(each["description"]) <= MOST_OF_A_DESCRIPTION] == []


def test_a_label_is_text_to_every_reader_of_yaml() -> None:
    """A colour such as 5319e7 is a number to some, when there are no quotation marks around it."""
    text = (ROOT / ".github/labels.yml").read_text(encoding="utf-8")
    assert yaml.safe_load(text) == of_yaml(".github/labels.yml")


def owned() -> list[tuple[str, list[str]]]:
    """Path and owners of each line of CODEOWNERS."""
    lines = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()
    words = [line.split() for line in lines if line and not line.startswith("#")]
    return [(path, owners) for path, *owners in words]


@pytest.mark.parametrize(("path", "owners"), owned())
def test_what_is_owned_is_there(path: str, owners: list[str]) -> None:
    assert path == "*" or list(ROOT.glob(path.strip("/")))
    assert owners
    assert all(re.fullmatch("@[a-z0-9-]+(/[a-z0-9-]+)?", each) for each in owners)


def test_a_pull_request_is_asked_five_things() -> None:
    assert len((ROOT / ".github/pull_request_template.md").read_text(encoding="utf-8").splitlines()) == 5


@pytest.mark.parametrize(("verified", "code"), [("2026-11-10", 0), ("soon", 1)])
def test_the_hook_before_a_commit_checks_what_changed(
    directory: Callable[[Mapping[str, str]], Path], verified: str, code: int
) -> None:
    texts = {
        "content/meetups/a.md": listing("A", f"verified: {verified}"),
        "content/meetups/b.md": listing("B", "verified: never"),
    }
    folder = directory(texts)
    config = of_yaml(".pre-commit-config.yaml")
    assert isinstance(config, dict)
    (hook,) = config["repos"][0]["hooks"]
    assert [path for path in ("content/meetups/a.md", "README.md") if re.search(hook["files"], path)] == [
        "content/meetups/a.md"
    ]
    assert hook["entry"] == ".venv/bin/signpost check"
    entry = [sys.executable, "-m", "signpost", *hook["entry"].split()[1:]]
    ended = subprocess.run(
        [*entry, "content/meetups/a.md"], cwd=folder, env={"PYTHONPATH": str(ROOT)}, capture_output=True, check=False
    )
    assert ended.returncode == code
