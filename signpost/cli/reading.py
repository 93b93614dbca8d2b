"""What every command begins and ends with: the project is read, problems are told, things are counted."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence, Sized
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from signpost.edges import disk
from signpost.model.files import WHOLE, Share, split
from signpost.model.kinds import Charter
from signpost.model.listings import Catalog
from signpost.model.problems import Problem, Refused, are_sound, in_order
from signpost.model.source import Tree

T = TypeVar("T")
WORTH_A_PROCESS = 400  # files that take longer to read and check than a process takes to begin and to tell of them
WORTH_A_PROCESS_BESIDE = 50  # where this one has something else to do
SELDOM = 20_000  # objects, most of them gone again: to look through each 700 takes a fiftieth of the time
SOUND, PROBLEMS, USAGE, INTERRUPTED, UNHEARD = 0, 1, 2, 130, 141
"""What a command ends with."""


def taken_in(
    today: date, *, alone: bool = False, meanwhile: Callable[[Tree], object] | None = None
) -> tuple[Tree, Catalog | None, list[Problem]]:
    """What the project in this folder holds, and every problem in it; read by this process `alone` if need be.

    `meanwhile` is what this process does with the files while another has begun to read the listings among them.
    """
    from signpost.pipeline import here, take_in  # `--help` does without

    if not Path("content").is_dir():
        raise Refused("There is no folder content/ here. Go to the folder of your directory first.")
    tree, unread = disk.read(Path.cwd())
    first = (lambda: meanwhile(tree)) if meanwhile else None
    catalog, problems = take_in(tree, today, partial(_spread, first=first) if not alone else here)
    gc.freeze()
    gc.set_threshold(SELDOM)
    gc.enable()
    return tree, catalog, in_order([*unread, *problems])


def _spread(work: Callable[[Share], T], size: int, first: Callable[[], object] | None = None) -> list[T]:
    """The results of a piece of work, in as many shares as are worth a process."""
    least = WORTH_A_PROCESS_BESIDE if first else WORTH_A_PROCESS
    if size < 2 * least:
        return [work(WHOLE)]
    from signpost.edges import workers  # small directories are read here

    processes = workers.shares(size, least)
    return workers.spread(work, split(4 * processes), processes, first)


def declared(today: date) -> tuple[Tree, Charter] | None:
    """What the project holds and what it declares; None, and told why, when that is not sound."""
    tree, catalog, problems = taken_in(today)
    if catalog is None:
        tell(problems)
        return None
    return tree, catalog.charter


@contextmanager
def in_the_themes_words() -> Iterator[None]:
    """Words that the theme does not have are something in the way, not a mistake of ours."""
    from signpost.model.words import NoSuchWords  # most commands need none

    try:
        yield
    except NoSuchWords as missing:
        raise Refused(f"{missing}.") from None


def are_fit(problems: list[Problem], options: argparse.Namespace) -> bool:
    """Whether a command may go on: nothing but warnings, or with --strict nothing at all."""
    return not problems if options.strict else are_sound(problems)


def format_name() -> str:
    """How problems are told here when nobody says how."""
    return "github" if os.environ.get("GITHUB_ACTIONS") else "text"


def tell(problems: Sequence[Problem], wanted: str | None = None) -> None:
    """Print problems, in the format that is wanted or that fits the place."""
    from signpost.output.report import report  # nothing to tell is the common case

    sys.stdout.write(report(problems, wanted or format_name()))


def number_of(problems: Sequence[Problem]) -> str:
    """`2 problems and 1 warning`."""
    from signpost.output.report import counted

    return counted(problems)


def listings(some: Sized | None) -> str:
    """`14 listings`."""
    number = 0 if some is None else len(some)
    return f"{number} listing{'' if number == 1 else 's'}"


def typed() -> str:
    """The name this program was started by, as it can be typed again."""
    return sys.argv[0] if Path(sys.argv[0]).name == "signpost" else "signpost"
