"""A scratch repository: the miniature with the project's workflows, and a bare origin that can be pushed to."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import HERE, miniature

ROOT = HERE.parent
BESIDE = (".github", ".gitignore", "Makefile", "constraints.txt", "pyproject.toml")
"""What stands in the scratch repository beside content and theme."""


@dataclass(frozen=True)
class Repository:
    """A scratch repository: a bare one that can be pushed to, and what goes with it."""

    origin: Path
    folder: Path

    def files(self, branch: str) -> dict[str, bytes]:
        """Path -> content of all that a branch holds."""
        names = self.git("ls-tree", "-r", "--name-only", "-z", branch).split("\0")
        return {name: self._bytes("show", f"{branch}:{name}") for name in names if name}

    def changed(self, branch: str) -> list[str]:
        """The paths that a branch changes, against main."""
        return self.git("diff", "--name-only", "main", branch).split()

    def branches(self) -> list[str]:
        """The names of all branches."""
        return self.git("branch", "--format=%(refname:short)").split()

    def commit(self, branch: str, texts: Mapping[str, str | bytes | None], base: str = "main") -> str:
        """Put a commit on a branch, new or not: texts by path, None for a file that goes. Returns its hash."""
        from_branch = branch if branch in self.branches() else base
        made = self.folder / f"commit-{len(list(self.folder.glob('commit-*'))) + 1}"
        _git(self.folder, "clone", "-q", "--branch", from_branch, str(self.origin), str(made))
        for path, text in texts.items():
            if text is None:
                (made / path).unlink()
            else:
                (made / path).parent.mkdir(parents=True, exist_ok=True)
                (made / path).write_bytes(text.encode() if isinstance(text, str) else text)
        _git(made, "add", "-A")
        _git(made, "commit", "-q", "-m", "Change it")
        _git(made, "push", "-q", "origin", f"HEAD:refs/heads/{branch}")
        return self.git("rev-parse", branch).strip()

    def git(self, *words: str) -> str:
        """What git says of the bare repository."""
        return self._bytes(*words).decode()

    def _bytes(self, *words: str) -> bytes:
        return subprocess.run(["git", *words], cwd=self.origin, env=clean(), check=True, capture_output=True).stdout


def scratch(folder: Path, texts: Mapping[str, str | bytes] | None = None) -> Repository:
    """A repository with the miniature, the project's workflows, and texts by path, on one branch, `main`."""
    made = folder / "made"
    given = {path: text.encode() if isinstance(text, str) else text for path, text in (texts or {}).items()}
    for path, content in {**miniature(), **given}.items():
        (made / path).parent.mkdir(parents=True, exist_ok=True)
        (made / path).write_bytes(content)
    for name in BESIDE:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, made / name)
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "Begin"]):
        _git(made, *words)
    _git(folder, "clone", "-q", "--bare", str(made), str(folder / "origin"))
    return Repository(folder / "origin", folder)


def _git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, env=clean() | _SOMEBODY, check=True)


_SOMEBODY = {
    f"GIT_{role}_{what}": text
    for role in ("AUTHOR", "COMMITTER")
    for what, text in (("NAME", "Somebody"), ("EMAIL", "somebody@example.org"))
}


def clean() -> dict[str, str]:
    """Where programs are, and nothing else of this machine's environment."""
    return {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
