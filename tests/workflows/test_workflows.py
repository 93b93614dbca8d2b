"""Every workflow of the project: pinned, with the least rights, and with nothing of an event inside a script."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.workflows.scratch import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
SCRIPTS = sorted(path for path in (ROOT / ".github").iterdir() if path.is_file() and path.read_bytes()[:2] == b"#!")
OFFICIAL = {
    "actions/checkout",
    "actions/setup-python",
    "actions/cache",
    "actions/configure-pages",
    "actions/upload-pages-artifact",
    "actions/deploy-pages",
    "actions/upload-artifact",
    "actions/download-artifact",
    "actions/attest-build-provenance",
}
"""The actions that were looked at. All else is done by git, gh and our own commands."""
USES = re.compile(r"^\s*(?:- )?uses: *(\S+)(.*)$", re.MULTILINE)

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def held(path: Path) -> Any:
    """A workflow, as it is read."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but text


def jobs(path: Path) -> list[tuple[str, Any]]:
    """The jobs that run on a machine of their own."""
    return [(name, job) for name, job in held(path)["jobs"].items() if "uses" not in job]


def steps(path: Path) -> Iterator[tuple[str, Any, Any]]:
    """Job, what holds for its scripts, and step."""
    for _, job in jobs(path):
        for step in job["steps"]:
            yield step.get("name", step.get("uses", "")), {**held(path), **job}.get("defaults", {}).get("run", {}), step


def tool(name: str, *words: str | Path) -> tuple[int, str]:
    """Exit code and words of a tool of the environment. One that is missing is a failure."""
    program = Path(sys.executable).with_name(name)
    done = subprocess.run([program, *words], capture_output=True, text=True, check=False, cwd=ROOT)
    return done.returncode, done.stdout + done.stderr


@each_workflow
def test_every_action_is_pinned_to_a_hash_that_was_looked_at(path: Path) -> None:
    for name, comment in USES.findall(path.read_text(encoding="utf-8")):
        if name.startswith("./"):
            continue
        action, _, commit = name.partition("@")
        assert "/".join(action.split("/")[:2]) in OFFICIAL, name
        assert re.fullmatch("[0-9a-f]{40}", commit), name
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), name


@each_workflow
def test_nothing_of_an_event_stands_inside_a_script(path: Path) -> None:
    assert [name for name, _, step in steps(path) if "${{" in step.get("run", "")] == []


@each_workflow
def test_a_workflow_may_do_nothing_that_a_job_does_not_ask_for(path: Path) -> None:
    assert held(path)["permissions"] == {}
    assert "pull_request_target" not in held(path)["on"]
    assert [name for name, job in held(path)["jobs"].items() if "permissions" not in job] == []


@each_workflow
def test_every_job_ends_and_keeps_no_credentials(path: Path) -> None:
    assert [name for name, job in jobs(path) if "timeout-minutes" not in job] == []
    checkouts = [step for _, _, step in steps(path) if step.get("uses", "").startswith("actions/checkout@")]
    assert [each for each in checkouts if each.get("with", {}).get("persist-credentials") != "false"] == []


def test_every_workflow_fits_githubs_schema() -> None:
    code, said = tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS)
    assert code == 0, said


@each_workflow
def test_shellcheck_finds_nothing_in_any_script(path: Path, tmp_path: Path) -> None:
    scripts = []
    for number, (name, defaults, step) in enumerate(steps(path)):
        if "run" in step:
            options = "-eo pipefail" if step.get("shell", defaults.get("shell")) == "bash" else "-e"
            scripts.append(tmp_path / f"{number}.sh")
            scripts[-1].write_text(f"#!/bin/bash\n# {name}\nset {options}\n{step['run']}")
    code, said = tool("shellcheck", "--severity=style", *scripts) if scripts else (0, "")
    assert code == 0, said


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_shellcheck_finds_nothing_in_a_file_that_workflows_call(path: Path) -> None:
    code, said = tool("shellcheck", "--severity=style", path)
    assert code == 0, said


@each_workflow
def test_zizmor_finds_nothing(path: Path) -> None:
    code, said = tool("zizmor", "--offline", "--persona", "pedantic", "--no-progress", path)
    assert code == 0, said
