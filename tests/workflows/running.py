"""A workflow's job, run here: each `run:` step for real, in order; each `uses:` as a stand-in; `gh` as a recorder.

    repository = scratch(tmp_path)  # the miniature with the project's workflows, and a bare origin to push to
    ran = run_job("propose", "answer", event, repository, gh={"api repos/example/directory/issues/7": issue})
    ran.code, ran.step("Answer").outcome, ran.calls("api"), ran.outputs, ran.summary, ran.workspace

A step runs as on GitHub's machines: `shell: bash` with -eo pipefail, no shell named with -e; the environment of the
workflow, the job and the step; GITHUB_OUTPUT, GITHUB_ENV, GITHUB_PATH, GITHUB_STEP_SUMMARY, GITHUB_EVENT_PATH; nothing
else of this machine's environment but where its programs are. `make` and `.venv/bin/signpost` are those of the tests.
"""

import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.workflows.actions import USES, Job, Used
from tests.workflows.expressions import filled, holds
from tests.workflows.recording import Call, calls, stand_in
from tests.workflows.scratch import ROOT, Repository, clean, scratch

__all__ = ["Ran", "Repository", "run_job", "scratch"]

NAME = "example/directory"
SHELLS = {None: ["bash", "-e"], "bash": ["bash", "--noprofile", "--norc", "-eo", "pipefail"]}
LONGEST = 300  # seconds a step may take here


@dataclass(frozen=True)
class Step:
    """One step that ran, or was passed over. `outcome`: success, failure or skipped."""

    name: str
    outcome: str
    out: str = ""
    error: str = ""
    outputs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Ran:
    """A job that ran. `steps` is empty where its `if:` did not hold."""

    steps: list[Step]
    outputs: Mapping[str, str]
    gh_calls: list[Call]
    summary: str
    workspace: Path
    artifacts: Path
    code: int

    def step(self, name: str) -> Step:
        """The step of that name."""
        return next(each for each in self.steps if each.name == name)

    def calls(self, *words: str) -> list[Call]:
        """The calls of gh whose words begin so."""
        return [each for each in self.gh_calls if tuple(each.argv[: len(words)]) == words]

    @property
    def log(self) -> str:
        """All that the steps wrote."""
        return "".join(each.out + each.error for each in self.steps)


def run_job(
    workflow: str,
    job: str,
    event: Mapping[str, Any],
    repository: Repository,
    *,
    gh: Mapping[str, Any] | None = None,
    uses: Mapping[str, Used] | None = None,
    **contexts: Any,
) -> Ran:
    """Run one job of a workflow of the project.

    `event` is what the event holds (`github.event`); its name is the workflow's first, or given as `event_name`. `ref`
    is the branch it runs on and checks out, `main` unless it is given; `repository.commit` puts others there.
    `gh` has answers by the beginning of a call, of which the longest wins: text, or something to be written as JSON;
    or, under a key that begins with `!`, a dict of `out`, `code` and `error`. A call nobody prepared for succeeds and
    says nothing; `--jq` is not worked out. `uses` has stand-ins by the action's name, over those of USES. Other
    contexts (`needs`, `inputs`, `vars`, `matrix`, `secrets`) are given by name.
    """
    whole = yaml.load((ROOT / f".github/workflows/{workflow}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    held = whole["jobs"][job]
    here = repository.folder / f"run-{len(list(repository.folder.glob('run-*'))) + 1}"
    (here / "workspace").mkdir(parents=True)
    running = _begun(whole, job, event, repository, here, contexts)
    running.uses = {**USES, **(uses or {})}
    stand_in(here, gh or {})
    del running.env["GIT_CONFIG_GLOBAL"]  # a step may set git up for itself, in its own home
    if not holds(held.get("if", ""), running.context):
        return Ran([], {}, [], "", running.workspace, running.artifacts, 0)
    running.env |= {name: filled(text, running.context) for name, text in held.get("env", {}).items()}
    running.context["env"] = running.env
    defaults = {**whole.get("defaults", {}).get("run", {}), **held.get("defaults", {}).get("run", {})}
    steps = [_step(each, running, defaults) for each in held["steps"]]
    outputs = {name: filled(text, running.context) for name, text in held.get("outputs", {}).items()}
    summary = (here / "summary").read_text(encoding="utf-8")
    code = int(running.context["status"] != "success")
    return Ran(steps, outputs, calls(here), summary, running.workspace, running.artifacts, code)


def _begun(
    whole: Mapping[str, Any],
    job: str,
    event: Mapping[str, Any],
    repository: Repository,
    here: Path,
    contexts: Mapping[str, Any],
) -> Job:
    """The job before its first step: contexts, environment, files."""
    for name in ("temp", "home", "gh"):
        (here / name).mkdir()
    for name in ("output", "env", "path", "summary"):
        (here / name).touch()
    (here / "event.json").write_text(json.dumps(event), encoding="utf-8")
    ref = contexts.get("ref", "main")
    sha = repository.git("rev-parse", ref).strip()
    event_name = contexts.get("event_name", next(iter(whole["on"])) if isinstance(whole["on"], dict) else whole["on"])
    github = {
        "event": event,
        "event_name": event_name,
        "repository": NAME,
        "repository_owner": NAME.partition("/")[0],
        "sha": sha,
        "ref": f"refs/heads/{ref}",
        "ref_name": ref,
        "token": "a-token",
        "actor": "somebody",
        "workflow": whole["name"],
        "job": job,
        "run_id": "1",
        "run_number": "1",
        "run_attempt": "1",
        "server_url": "https://github.com",
        "api_url": "https://api.github.com",
        "workspace": str(here / "workspace"),
    }
    runner = {"os": "Linux", "arch": "X64", "temp": str(here / "temp")}
    context = {"github": github, "runner": runner, "env": {}, "steps": {}, "status": "success", **contexts}
    env = clean() | _environment(github, here)
    env |= {name: filled(text, context) for name, text in whole.get("env", {}).items()}
    return Job(repository, here, context, env, [str(here / "bin")], {})


def _environment(github: Mapping[str, Any], here: Path) -> dict[str, str]:
    """The variables that every step finds."""
    plain = {
        f"GITHUB_{name.upper()}": text for name, text in github.items() if isinstance(text, str) and name != "token"
    }
    files = {f"GITHUB_{name.upper()}": str(here / name) for name in ("output", "env", "path")}
    return {
        **plain,
        **files,
        "GITHUB_ACTIONS": "true",
        "CI": "true",
        "GITHUB_STEP_SUMMARY": str(here / "summary"),
        "GITHUB_EVENT_PATH": str(here / "event.json"),
        "RUNNER_TEMP": str(here / "temp"),
        "RUNNER_OS": "Linux",
        "HOME": str(here / "home"),
        "GH_STANDS_IN": str(here / "gh"),
        "PYTHONPATH": str(ROOT),
    }


def _step(held: Mapping[str, Any], running: Job, defaults: Mapping[str, str]) -> Step:
    """Run one step, and put what came of it where the next ones find it."""
    env = running.env | {name: filled(text, running.context) for name, text in held.get("env", {}).items()}
    context = running.context | {"env": env}
    name = filled(held.get("name", held.get("uses", "run")), context)
    if not holds(held.get("if", ""), context):
        done = Step(name, "skipped")
    elif "uses" in held:
        given = {key: filled(text, context) for key, text in held.get("with", {}).items()}
        action = held["uses"].partition("@")[0]
        done = Step(name, "success", outputs=running.uses[action](running, given))
    else:
        done = _run(name, held, running, env, defaults)
    is_fatal = done.outcome == "failure" and held.get("continue-on-error") != "true"
    running.context["status"] = "failure" if is_fatal else running.context["status"]
    if "id" in held:
        conclusion = done.outcome if is_fatal or done.outcome == "skipped" else "success"
        found = {"outputs": done.outputs, "outcome": done.outcome, "conclusion": conclusion}
        running.context["steps"] = {**running.context["steps"], held["id"]: found}
    return done


def _run(name: str, held: Mapping[str, Any], running: Job, env: dict[str, str], defaults: Mapping[str, str]) -> Step:
    script = running.here / "script.sh"
    script.write_text(filled(held["run"], running.context | {"env": env}), encoding="utf-8")
    (running.here / "output").write_text("")
    folder = running.workspace / held.get("working-directory", defaults.get("working-directory", "."))
    path = os.pathsep.join([*running.path, env["PATH"]])
    done = subprocess.run(
        [*SHELLS[held.get("shell", defaults.get("shell"))], str(script)],
        cwd=folder,
        env=env | {"PATH": path},
        capture_output=True,
        text=True,
        timeout=LONGEST,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    running.env |= _named(running.here / "env")
    running.path[:0] = (running.here / "path").read_text().split("\n")[:-1]
    (running.here / "path").write_text("")
    outcome = "failure" if done.returncode else "success"
    return Step(name, outcome, done.stdout, done.stderr, _named(running.here / "output"))


def _named(file: Path) -> dict[str, str]:
    """Name -> value of a file of `name=value`, or `name<<END`, lines, END."""
    lines = iter(file.read_text(encoding="utf-8").split("\n"))
    found = {}
    for line in lines:
        name, mark, rest = line.partition("<<") if "<<" in line.partition("=")[0] else line.partition("=")
        if mark == "<<":
            found[name] = "\n".join(iter(lines.__next__, rest))
        elif mark:
            found[name] = rest
    return found
