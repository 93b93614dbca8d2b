"""What is typed -> what is done. The modules of this folder hold the commands, and are the only ones that print."""

import argparse
import gc
import os
import sys
import traceback
from collections.abc import Callable, Sequence

from signpost.cli.building import build, serve
from signpost.cli.checking import check, comment, guard, review
from signpost.cli.proposing import live, propose
from signpost.cli.reading import INTERRUPTED, UNHEARD, USAGE
from signpost.cli.tending import links, recheck
from signpost.cli.writing import export, locate, new
from signpost.model.problems import Refused
from signpost.options import parser

COMMANDS = (build, check, review, comment, guard, serve, new, locate, links, recheck, propose, live, export)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0 sound, 1 problems, 2 usage or something in the way."""
    gc.disable()  # what is read stays to the end: looking through it for garbage takes a third of the time
    options = parser(*COMMANDS).parse_args(argv)
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
