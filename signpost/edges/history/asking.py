"""A question -> what git says to it."""

import os
import subprocess

from signpost.model.problems import Refused


class Failed(Refused):
    """Git could not do what it was asked."""


class NoGit(Refused):
    """There is no git on this machine."""


def git(*words: str) -> bytes:
    """What a git command prints, said in English on every machine. Raises Failed, or NoGit."""
    try:
        english = os.environ | {"LC_ALL": "C"}
        return subprocess.run(["git", *words], capture_output=True, check=True, env=english).stdout  # noqa: S603, S607 - no shell
    except FileNotFoundError:
        raise NoGit("git is not installed, and this needs it.") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise Failed(f"git says: {said[-1] if said else 'nothing'}") from None
