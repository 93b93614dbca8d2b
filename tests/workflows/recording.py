"""`gh` as a recorder: put on the path with its answers before a job runs, and asked afterwards how it was called."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Call:
    """One call of gh: its words, what it was given to read, and the files it was handed, by name."""

    argv: list[str]
    stdin: str
    files: Mapping[str, str]

    @property
    def said(self) -> str:
        """The words, with blanks between."""
        return " ".join(self.argv)

    @property
    def text(self) -> str:
        """What the one file held that it was handed."""
        return "".join(self.files.values())


def stand_in(here: Path, answers: Mapping[str, Any]) -> None:
    """Put our gh on the path, with its answers."""
    program = here / "bin/gh"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{Path(__file__).with_name("standing_in.py")}" "$@"\n')
    program.chmod(0o755)
    prepared = {call.removeprefix("!"): _answer(call, found) for call, found in answers.items()}
    (here / "gh/answers.json").write_text(json.dumps(prepared), encoding="utf-8")


def _answer(call: str, found: Any) -> dict[str, Any]:
    if call.startswith("!"):
        return dict(found)
    return {"out": found if isinstance(found, str) else json.dumps(found)}


def calls(here: Path) -> list[Call]:
    file = here / "gh/calls.jsonl"
    return [Call(**json.loads(line)) for line in file.read_text("utf-8").splitlines()] if file.exists() else []
