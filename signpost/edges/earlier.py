"""A project's folder and what is to be built of it -> what an earlier build has done of that already.

Files are known by when they were changed and how large they are, so that they need not be read. What is kept stands in
a folder that may be deleted at any time; it is known by the program itself, its libraries and Python, what was asked
for, the day, and where the history stands: when one of these is another, nothing is known.
"""

import hashlib
import marshal
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from time import time_ns
from typing import Any, NamedTuple

FOLDER = Path(".signpost", "built")
PROGRAM = Path(__file__).parent.parent
DIGEST = hashlib.sha256().digest_size
MOMENT = 20_000_000  # nanoseconds in which a file may be changed twice and bear the same time

Stamp = tuple[int, int, int]
"""When a file was changed (nanoseconds), how many bytes it has, and what it is (mode)."""


class Known(NamedTuple):
    """What is known of a project before it is read: by what it is known, and the stamps of its files."""

    key: str
    stamps: Mapping[str, Stamp]


class Made(NamedTuple):
    """What a build made, and what later ones can rest on.

    `said` and `worth` are words: how much there is, and what is worth a look. `heads` are digests of all but the texts
    of listings' files, by path; those with problems have none. `searched` are the pages in the search index,
    `indexed` names them and what made it. Without `apart` texts stand in other files than those that can be mended.
    """

    said: str
    worth: str
    heads: Mapping[str, bytes]
    searched: str
    indexed: str
    apart: bool


class Built(NamedTuple):
    """A build: what was known before it, the stamp of the mark it left, and what it made."""

    key: str
    stamps: Mapping[str, Stamp]
    mark: Stamp
    made: Made


def known(root: Path, folders: Iterable[str], asked: object, by: str) -> Known:
    """What is known of a project's folders. A file that was changed just now may change again, and is known by nothing.

    `asked` is what the build is to make, `by` what it is made by. The same words name the same for good.
    """
    now = time_ns()
    stamps = {path: stamp if stamp[0] < now - MOMENT else (now, -1, 0) for path, stamp in _stamps(root, folders)}
    return Known(digest((by, asked, list(_history(root)))), stamps)


@cache
def program(paths: tuple[str, ...], python: str) -> str:
    """What the program itself, its libraries on some paths, and a version of Python are known by."""
    libraries = [os.stat(each).st_mtime_ns for each in paths if each.endswith("-packages") and os.path.isdir(each)]  # noqa: PTH112, PTH116
    return digest((sorted(_stamps(PROGRAM.parent, [PROGRAM.name])), libraries, python))


def digest(of: object) -> str:
    """What names a value that is written in the same way for good."""
    return hashlib.sha256(repr(of).encode()).hexdigest()


def _stamps(root: Path, folders: Iterable[str]) -> Iterator[tuple[str, Stamp]]:
    """Every file below some folders, and its stamp. What was compiled of the program is not looked at."""
    waiting, above = [str(root / folder) for folder in folders], len(str(root)) + 1
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:
            continue  # the build tells
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting += [entry.path] if entry.name != "__pycache__" else []
            else:
                yield entry.path[above:].replace(os.sep, "/"), _stamp(entry.stat(follow_symlinks=False))


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_mtime_ns, found.st_size, found.st_mode


def repository(root: Path) -> Path | None:
    """Where git keeps the history around a folder: its `.git`, or that of the next folder around it that has one.

    It is a folder, or in a second working tree a file (gitrepository-layout). Who sets GIT_DIR knows better. None when
    git would find nothing either.
    """
    if "GIT_DIR" in os.environ:
        return Path(os.environ["GIT_DIR"])
    return next((each / ".git" for each in (root, *root.parents) if (each / ".git").exists()), None)


def _history(root: Path) -> Iterator[str]:
    """Where the history around a project stands: its commit, and whether it is whole (gitrepository-layout)."""
    git = repository(root)
    if git is None:
        return
    if git.is_file() or (git / "commondir").exists():
        yield str(time_ns())  # a worktree's history stands elsewhere: it is asked for each time
        return
    head = _text(git / "HEAD")
    yield from (
        head,
        _text(git / head.removeprefix("ref: ").strip()),
        _text(git / "packed-refs"),
        _text(git / "shallow"),
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def recalled(root: Path, out: Path) -> Built | None:
    """The build of a folder, if the folder still holds it."""
    try:
        kept = (root / _name(out)).read_bytes()
        if hashlib.sha256(kept[DIGEST:]).digest() != kept[:DIGEST]:
            return None  # half written or broken: what is no marshal can bring the interpreter down
        key, stamps, left, made = marshal.loads(kept[DIGEST:])  # noqa: S302 - nobody else writes there
        made, mark = Made(*made), _stamp((out / ".signpost").stat())
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return Built(key, stamps, mark, made) if left == mark else None


def remember(root: Path, out: Path, now: Known, made: Made) -> None:
    """Keep what a build did, for the next one. Where nothing can be kept nothing is."""
    try:
        mark, path = _stamp((out / ".signpost").stat()), root / _name(out)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        told: tuple[Any, ...] = (now.key, dict(now.stamps), mark, tuple(made))
        kept = marshal.dumps(told)
        fresh.write_bytes(hashlib.sha256(kept).digest() + kept)
        fresh.replace(path)
    except OSError:
        return


def forget(root: Path, out: Path) -> None:
    """Know nothing of a folder any more: it is about to change. Raises OSError where that is not to be forgotten."""
    (root / _name(out)).unlink(missing_ok=True)


def _name(out: Path) -> Path:
    return FOLDER / hashlib.sha256(os.fsencode(out.resolve())).hexdigest()[:16]
