"""A command -> its exit code; whatever kept it from its end is told in one line, or as our mistake."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper

from signpost.cli.reading import INTERRUPTED, UNHEARD, USAGE
from signpost.model.problems import BrokenTheme, Refused

OURS = "this is a mistake in Signpost, not in your files. Please report it with the lines above."


def ended(run: Callable[[], int]) -> int:
    """The exit code of a command that runs now. Raises nothing but the SystemExit of a command that was mistyped."""
    _open_streams()
    try:
        code = run()
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = _said("stopped.", INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - whatever comes here is told
        code = _told(error)
    _let_go()
    return code


def _told(error: Exception) -> int:
    """The exit code for what a command raised, which is told: one line, unless it is our mistake."""
    match error:
        case Refused():
            return _said(str(error), USAGE)
        case BrokenTheme():
            return _said(f"{error.problem.path}: {error.problem.say}.", USAGE)
        case BrokenPipeError():  # whoever read us, such as `head`, has heard enough
            return UNHEARD
        case MemoryError():
            return _said("there is not enough memory. Try again with fewer other programs.", USAGE)
        case OSError():  # no room on the disk, no permission, no such folder
            return _said(f"{_named(error)} cannot be used ({error.strerror or error}).", USAGE)
    import traceback  # seldom

    with suppress(OSError):
        traceback.print_exception(error)
    return _said(OURS, USAGE)


def _named(error: OSError) -> str:
    """The file that an error is about, as far as the system says it."""
    return os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else "a file"


def _said(words: str, code: int) -> int:
    """The code, after one line was printed where somebody may read it."""
    with suppress(OSError):
        print(f"signpost: {words}", file=sys.stderr, flush=True)
    return code


def _open_streams() -> None:
    """Streams that were closed lead nowhere, so that no file takes their numbers; whatever is printed can be."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - it is never closed
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # names that are no UTF-8, terminals that know few letters


def _let_go() -> None:
    """Print what is left; where nobody takes it, it goes nowhere, for Python would complain of it at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
