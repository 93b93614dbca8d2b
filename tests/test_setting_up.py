"""Which Python an environment is set up with."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import HERE

COMPILED = "#!/bin/sh\nexit {}\n"
"""A Python that is asked one thing only: 0 when it was compiled with a profile."""


def chosen(tmp_path: Path, *words: str, profile: bool, systems_own: bool = True) -> str:
    """The Python that `make` takes, where `python3` and the system's own are such ones."""
    for name, fits in {"python3": profile, "own": systems_own}.items():
        (tmp_path / name).write_text(COMPILED.format(0 if fits else 1))
        (tmp_path / name).chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    environment.pop("PYTHON", None)
    asking = tmp_path / "asking.mk"
    asking.write_text("include Makefile\nchosen: ; @echo $(PYTHON)\n")
    command = ["make", "--no-print-directory", "-f", str(asking), "chosen", f"SYSTEMS_OWN={tmp_path / 'own'}", *words]
    run = subprocess.run(command, cwd=HERE.parent, env=environment, capture_output=True, text=True, check=True)
    return run.stdout.strip().removeprefix(f"{tmp_path}{os.sep}")


def test_a_python_that_was_compiled_with_a_profile_is_taken(tmp_path: Path) -> None:
    assert chosen(tmp_path, profile=True) == "python3"


@pytest.mark.parametrize(("is_fit", "taken"), [(True, "own"), (False, "python3")])
def test_for_another_the_systems_own_is_taken_if_it_fits(tmp_path: Path, is_fit: bool, taken: str) -> None:
    assert chosen(tmp_path, profile=False, systems_own=is_fit) == taken


def test_who_names_one_gets_it(tmp_path: Path) -> None:
    assert chosen(tmp_path, "PYTHON=python3.13", profile=False) == "python3.13"
