"""A run of the program -> where its time goes: some hundred times a second it is noted which stage was at work.

The stages are the program's own modules, and the theme's templates. Time is that of the processor (user and system), so
what else the machine does is not counted, nor what other programs do for us.
"""

import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

ROOT = str(Path(__file__).parent.parent) + "/"
EVERY = 0.001  # seconds
DEEP = ("output/export/", "output/plan/", "edges/")
"""Folders whose modules are stages of their own."""


@contextmanager
def profile() -> Iterator[dict[str, float]]:
    """Seconds by stage, the longest first, known when the block has run. One at a time, in the main thread."""
    seen: Counter[str] = Counter()

    def note(_signal: int, frame: FrameType | None) -> None:
        seen[_stage(frame)] += 1

    spent: dict[str, float] = {}
    before, started = signal.signal(signal.SIGPROF, note), time.process_time()
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    try:
        yield spent
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        each = (time.process_time() - started) / max(1, seen.total())  # systems tick more slowly than they are asked to
        spent |= {stage: ticks * each for stage, ticks in seen.most_common()}


def _stage(frame: FrameType | None) -> str:
    """The stage that a frame belongs to: that of the innermost module of ours among those that led there."""
    while frame:
        name = frame.f_code.co_filename
        if name.startswith("templates/"):
            return "templates"
        if name.startswith(ROOT) and not name.endswith("cli/building.py"):
            return _named(name.removeprefix(ROOT).removesuffix(".py").removesuffix("/__init__"))
        frame = frame.f_back
    return "starting"


def _named(module: str) -> str:
    """`output/export/hsds` for all that stands below it, `intake/check` for `intake/check/rules`."""
    steps = module.split("/")
    deep = next((folder.count("/") + 1 for folder in DEEP if module.startswith(folder)), 2)
    return "/".join(steps[:deep])
