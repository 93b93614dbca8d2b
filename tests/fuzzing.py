"""Fuzzing by what is reached: `python -m tests.fuzzing NAME [OPTION ...]`, where NAME is one of tests/intakes.py.

It needs atheris (`pip install atheris`), which is large and for Linux, so that nothing else asks for it. Options are
libFuzzer's, such as -max_total_time=60. It begins with the tests' own cases and attacks. What it finds is printed, and
kept in a file beside the folder of what it tried: .signpost/fuzz/NAME/.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["signpost", "yaml", "csv", "json", "icalendar"]):
    from tests.intakes import INTAKES

from benchmarks.hostile.attacks import MANY, NEEDED, PUMPS
from tests.conftest import HERE
from tests.test_parse import CORPUS

LARGEST, MANY_TIMES = 8192, 50


def beginnings() -> Iterator[bytes]:
    """What it begins with: the cases, the small directory, the corpus of other tests, and attacks cut short."""
    for path in sorted((HERE / "cases").rglob("content/**/*")) + sorted((HERE / "miniature/content").rglob("*")):
        if path.is_file() and path.stat().st_size < LARGEST:
            yield path.read_bytes()
    yield from (each for each in CORPUS if len(each) < LARGEST)
    yield from (f"---\n{NEEDED}---\n{pump * MANY_TIMES}!".encode() for pump in PUMPS)
    yield from (f"{before}{line}{line}{after}".encode() for _, _, before, line, after in MANY)


def main() -> None:
    """Fuzz one intake."""
    name, *options = sys.argv[1:]
    folder = Path(".signpost/fuzz") / name
    folder.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(beginnings()):
        (folder / f"begin-{number}").write_bytes(content)
    given = [
        sys.argv[0],
        str(folder),
        f"-artifact_prefix={folder}.",
        f"-max_len={LARGEST}",
        "-timeout=20",
        "-rss_limit_mb=1500",
        *options,
    ]
    atheris.Setup(given, INTAKES[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
