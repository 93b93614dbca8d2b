"""Time and memory of `check` and `build`, and how they grow: `python -m benchmarks.growth [NUMBER ...]`.

Each command runs as a process of its own, several times; medians are printed, and ratios between the numbers.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.corpus import corpus

TIMES = 3
COMMANDS = {
    "check": ("check", "--today", "2026-11-22"),
    "build, no index": ("build", "--today", "2026-11-22", "--no-index"),
    "build": ("build", "--today", "2026-11-22"),
}


def measured(command: tuple[str, ...], folder: Path) -> tuple[float, float]:
    """Seconds and MiB (the largest process) of one run in a folder."""
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "signpost", *command], cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command} failed")
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def main() -> None:
    """Print a table: a row for each command, a column for each number of listings."""
    numbers = [int(each) for each in sys.argv[1:]] or [300, 1000, 10_000]
    print(f"medians of {TIMES} on {os.cpu_count()} cores; memory is that of the largest process")
    first: dict[str, float] = {}
    for number in numbers:
        with tempfile.TemporaryDirectory() as folder:
            corpus(number, Path(folder))
            for name, command in COMMANDS.items():
                runs = [measured(command, Path(folder)) for _ in range(TIMES)]
                seconds = statistics.median(run[0] for run in runs)
                before = first.setdefault(name, seconds)
                peak, grown = max(run[1] for run in runs), seconds / before
                print(f"{number:>7} {name:<16} {seconds:7.2f} s {peak:6.0f} MiB  x{grown:.1f}", flush=True)


if __name__ == "__main__":
    main()
