"""What is typed -> what is done. The modules of this folder hold the commands, and are the only ones that print."""

import argparse
import gc
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import import_module

from signpost.cli.reading import INTERRUPTED, UNHEARD, USAGE
from signpost.model.problems import Refused
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
    words = sys.argv[1:] if argv is None else argv
    options = parser(*commands(words)).parse_args(words)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        code = run(options)
        sys.stdout.flush()
        return code
    except Refused as refused:
        print(f"signpost: {refused}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read us, such as `head`, has heard enough; Python is not to try again at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNHEARD
    except OSError as error:  # no room on the disk, no permission, no such folder
        print(f"signpost: {error.filename or 'a file'} cannot be used ({error.strerror}).", file=sys.stderr)
        return USAGE
    except Exception:  # noqa: BLE001 - whatever comes here is our mistake, and is told as that
        traceback.print_exc()
        print(
            "signpost: this is a mistake in Signpost, not in your files. Please report it with the lines above.",
            file=sys.stderr,
        )
        return USAGE
