"""What is typed -> what is done. The modules of this folder hold the commands, and are the only ones that print."""

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from signpost.cli.ending import ended
from signpost.options import Run, parser

COMMANDS = {
    "build": "building",
    "check": "checking",
    "review": "checking",
    "comment": "checking",
    "guard": "checking",
    "serve": "serving",
    "new": "writing",
    "locate": "writing",
    "import": "importing",
    "links": "tending",
    "recheck": "tending",
    "propose": "proposing",
    "live": "proposing",
    "export": "writing",
}
"""Each command, and the module that it stands in."""


def commands(argv: Sequence[str]) -> tuple[Run, ...]:
    """The command that is typed, loaded; all of them where it is none, for they are told then."""
    named = [each for each in argv[:1] if each in COMMANDS] or COMMANDS
    return tuple(_loaded(each) for each in named)


def _loaded(name: str) -> Run:
    module = import_module(f"signpost.cli.{COMMANDS[name]}")
    run: Run = getattr(module, name, None) or getattr(module, f"{name}_")  # some names are Python's own
    return run


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0 sound, 1 problems, 2 usage or something in the way."""
    gc.disable()  # what is read stays to the end: looking through it for garbage takes a third of the time
    return ended(lambda: _run(sys.argv[1:] if argv is None else argv))


def _run(words: Sequence[str]) -> int:
    options = parser(*commands(words)).parse_args(words)
    run: Callable[[argparse.Namespace], int] = options.run
    return run(options)
