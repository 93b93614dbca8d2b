"""The disk <-> trees of files. What stands among the content is written whole or not at all."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from signpost.model.problems import Problem, Refused
from signpost.model.source import Tree

READ = ("content", "templates")
LARGEST_READ = 8 * 1024 * 1024
HEADED = rb"""(?:.*\n){0,2}(?:<!-- |# |  "\$comment": ")"""
FOR_READING = os.O_RDONLY | getattr(os, "O_BINARY", 0)
READABLE = 0o644  # what mkstemp makes is for its owner alone


def read(root: Path, folders: Iterable[str] = READ) -> tuple[Tree, list[Problem]]:
    """The regular files below some folders of a project, and a Problem for each thing there that is none.

    not-a-file: a link, or something else that is neither a file nor a folder, stands among the content.
    unreadable: a file or a folder may not be read.
    unseen-name: the name of a file or a folder has characters in it that cannot be shown.
    """
    tree: dict[str, bytes] = {}
    problems = [_no_file(folder) for folder in folders if (root / folder).is_symlink()]
    above = len(str(root / "x")) - 1
    for entry in _entries(root, folders):
        path = entry.path[above:].replace(os.sep, "/")
        if not path.isprintable():
            path = _in_utf_8(path)
        if not path.isprintable():
            hint = "Give it a name of letters, digits and hyphens."
            problems.append(Problem(_shown(path), "unseen-name", "Its name cannot be shown", hint))
        elif isinstance(entry, _Closed):
            problems.append(_unreadable(path, entry.error))
        elif not entry.is_file(follow_symlinks=False):
            problems.append(_no_file(path))
        else:
            try:
                tree[path] = _content(entry.path)
            except OSError as error:
                problems.append(_unreadable(path, error))
    return tree, problems


def _no_file(path: str) -> Problem:
    return Problem(path, "not-a-file", "This is not a file", "Put the file itself here.")


def _unreadable(path: str, error: OSError) -> Problem:
    return Problem(path, "unreadable", f"This cannot be read ({error.strerror})", "Look at its permissions.")


class _Closed(NamedTuple):
    """A folder that cannot be looked into, and why."""

    path: str
    error: OSError


def _entries(root: Path, folders: Iterable[str]) -> "Iterator[os.DirEntry[str] | _Closed]":
    """Everything below the folders that is not a folder, in the order of the names; and folders that are closed."""
    below = (root / folder for folder in folders)
    waiting = [str(each) for each in below if each.is_dir() and not each.is_symlink()]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda each: each.name)
        except OSError as error:
            yield _Closed(folder, error)
            continue
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            else:
                yield entry


def _in_utf_8(path: str) -> str:
    """A path as its bytes say it in UTF-8, whatever a machine that knows few letters takes them for."""
    return os.fsencode(path).decode("utf-8", "surrogateescape")


def _shown(path: str) -> str:
    """A path with a sign for each character that would move a terminal's cursor, or that no text can hold."""
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in path)


def _content(path: str) -> bytes:
    """The bytes of a file. A Path, or a file object, for each of 10,000 of them would cost as much as reading them."""
    number = os.open(path, FOR_READING)
    try:
        return os.read(number, min(LARGEST_READ, os.fstat(number).st_size + 1))  # it makes room for all it may read
    finally:
        os.close(number)


def one(path: Path, most: int) -> bytes:
    """What a file holds. Raises Refused when there is none, or it has more than `most` bytes."""
    if not path.is_file():
        raise Refused(f"{path} is a folder, not a file." if path.is_dir() else f"There is no file {path}.")
    size = path.stat().st_size
    if size > most:
        raise Refused(f"{path} has {size / 1e6:,.0f} MB, and {most / 1e6:,.0f} MB can be read at once. Split it.")
    return path.read_bytes()


def inside(path: str) -> str:
    """A path as problems name it: from the project's folder, the current one.

    Raises Refused when nothing is there, or it stands outside of the project.
    """
    found = Path(path)
    if not found.exists():
        raise Refused(f"There is no {path}.")
    try:
        return found.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        raise Refused(f"{path} is not in this project.") from None


def create(path: Path, text: str) -> None:
    """Write a new file, all of it or nothing. Raises Refused when there is one already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with _written(path, text.encode()) as fresh:
            _name_anew(fresh, path)
    except FileExistsError:
        raise Refused(f"{path} is there already. Choose another name, or edit that file.") from None


def _name_anew(fresh: Path, path: Path) -> None:
    """Give a file a name that nobody else has taken. Raises FileExistsError when somebody has."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links, such as a memory card's
        if os.path.lexists(path):
            raise FileExistsError from None
        fresh.replace(path)


def place(root: Path, path: str, was: bytes, now: bytes) -> None:
    """Put a listing's file below a folder: a new one, or new content where one stands that is as it was read.

    Raises Refused when something other than plain folders leads there, or a file stands where none should.
    """
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.parent.resolve() != root.resolve().joinpath(*Path(path).parts[:-1]):
        raise Refused(f"{path} is not where it should be: a link stands in its way.")
    if not was and (target.exists() or target.is_symlink()):
        raise Refused(f"{path} is there already.")
    rewrite(target, was if target.exists() else None, now)


def content(path: Path) -> bytes | None:
    """What stands in a file; None when there is no such file."""
    return path.read_bytes() if path.is_file() else None


def left_over(files: Iterable[str], mark: str) -> list[str]:
    """The files beside some others that bear the mark of those who write them, and that they write no more.

    The mark stands in a comment of the first lines. Where somebody only quotes it, the file is theirs.
    """
    known = {Path(path) for path in files}
    beside = {each for folder in {path.parent for path in known} if folder.is_dir() for each in folder.iterdir()}
    old = (path for path in sorted(beside - known) if path.is_file() and not path.is_symlink())
    ours = re.compile(HEADED + re.escape(mark.encode()))
    return [path.as_posix() for path in old if ours.match(path.read_bytes())]


def rewrite(path: Path, was: bytes | None, now: bytes) -> None:
    """Put new content into a file, all of it or nothing.

    Raises Refused when the file is no longer what it was when it was read, or not there (None), so that nobody's words
    are lost: that is looked at last of all.
    """
    with _written(path, now) as fresh:
        if path.is_symlink() or content(path) != was:
            raise Refused(f"{path} has changed meanwhile. Do it again.")
        fresh.replace(path)


def put(path: Path, now: bytes) -> None:
    """Write a file, all of it or nothing, whether it is there already or not; one that is keeps its permissions."""
    if path.is_symlink():
        raise Refused(f"{path} is a link. Put the file itself there.")
    with _written(path, now) as fresh:
        fresh.replace(path)


@contextmanager
def _written(path: Path, now: bytes) -> Iterator[Path]:
    """A file beside a path that holds what is to stand there, safely on the disk; it goes when nobody has moved it.

    Its name begins with a dot, so that a kill leaves nothing that is taken for content.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    import shutil
    import tempfile  # few commands write among the content

    number, name = tempfile.mkstemp(prefix=".", suffix=path.suffix, dir=path.parent)
    fresh = Path(name)
    try:
        with open(number, "wb") as file:  # noqa: PTH123 - it is open already
            file.write(now)
            file.flush()
            os.fsync(number)
        if path.exists():
            shutil.copymode(path, fresh)
        else:
            fresh.chmod(READABLE)
        yield fresh
    finally:
        fresh.unlink(missing_ok=True)
