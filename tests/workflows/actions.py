"""Stand-ins for the actions that our workflows use: each takes the job and its `with:`, and returns its outputs."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.workflows.scratch import Repository, clean


@dataclass
class Job:
    """A job under way."""

    repository: Repository
    here: Path
    context: dict[str, Any]
    env: dict[str, str]
    path: list[str]
    uses: Mapping[str, "Used"]

    @property
    def workspace(self) -> Path:
        return self.here / "workspace"

    @property
    def artifacts(self) -> Path:
        return self.repository.folder / "artifacts"


Used = Callable[[Job, Mapping[str, str]], Mapping[str, str]]
"""A stand-in for an action: what it is given with `with:` -> its outputs."""


def _checkout(running: Job, given: Mapping[str, str]) -> Mapping[str, str]:
    """The files of a branch or a commit, those of the job's own when none is named, with the environment set up.

    Every other branch is there as well, as `origin/<branch>`. On main that branch is checked out, elsewhere none is.
    """
    at = running.workspace / given.get("path", ".")
    at.mkdir(parents=True, exist_ok=True)
    wanted = (given.get("ref") or running.context["github"]["ref"]).removeprefix("refs/heads/")
    place = f"origin/{wanted}" if wanted in running.repository.branches() else wanted
    for words in (
        ["init", "-q", "-b", "nothing"],
        ["remote", "add", "origin", str(running.repository.origin)],
        ["fetch", "-q", "origin", "+refs/heads/*:refs/remotes/origin/*"],
        ["checkout", "-q", *(["-B", "main"] if wanted == "main" else ["--detach"]), place],
    ):
        subprocess.run(["git", *words], cwd=at, env=clean(), check=True, capture_output=True)
    (at / ".venv").mkdir(exist_ok=True)
    (at / ".venv/bin").symlink_to(Path(sys.executable).parent)
    (at / ".venv/.ready").touch()
    return {"commit": running.repository.git("rev-parse", wanted).strip(), "ref": wanted}


def _uploaded(running: Job, given: Mapping[str, str]) -> Mapping[str, str]:
    """What an artifact is made of, kept beside the repository under its name."""
    to = running.artifacts / given.get("name", "artifact")
    to.mkdir(parents=True, exist_ok=True)
    for line in filter(None, map(str.strip, given["path"].split("\n"))):
        for path in sorted(running.workspace.glob(line) if "*" in line else [running.workspace / line]):
            if not path.exists() and given.get("if-no-files-found") == "ignore":
                continue
            if path.is_dir():
                shutil.copytree(path, to, dirs_exist_ok=True)
            else:
                shutil.copy2(path, to / path.name)
    return {"artifact-id": "1"}


def _downloaded(running: Job, given: Mapping[str, str]) -> Mapping[str, str]:
    """An artifact that was kept, in the folder that is named."""
    to = running.workspace / given.get("path", ".")
    shutil.copytree(running.artifacts / given.get("name", "artifact"), to, dirs_exist_ok=True)
    return {"download-path": str(to)}


def _pages(running: Job, given: Mapping[str, str]) -> Mapping[str, str]:
    return _uploaded(running, {"name": "github-pages", **given})


PAGES = "https://example.github.io/directory"
USES: dict[str, Used] = {
    "actions/checkout": _checkout,
    "actions/setup-python": lambda _job, given: {"python-version": given.get("python-version", "")},
    "actions/cache": lambda _job, _given: {"cache-hit": "false"},
    "actions/cache/restore": lambda _job, _given: {"cache-hit": "false"},
    "actions/cache/save": lambda _job, _given: {},
    "actions/configure-pages": lambda _job, _given: {
        "base_url": PAGES,
        "origin": "https://example.github.io",
        "base_path": "/directory",
    },
    "actions/upload-artifact": _uploaded,
    "actions/download-artifact": _downloaded,
    "actions/upload-pages-artifact": _pages,
    "actions/deploy-pages": lambda _job, _given: {"page_url": f"{PAGES}/"},
}
"""Stand-ins, by the action's name."""
