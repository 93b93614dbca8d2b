"""The disk <-> trees of files. Building never leaves a site half written: a new folder takes the old one's place."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from signpost.model.files import File
from signpost.model.problems import Problem, Refused
from signpost.model.source import Tree

READ = ("content", "templates")
LARGEST_READ = 8 * 1024 * 1024
MARK = ".signpost"
READABLE = 0o644  # what mkstemp makes is for its owner alone


def read(root: Path, folders: Iterable[str] = READ) -> tuple[Tree, list[Problem]]:
    """The regular files below some folders of a project, and a Problem for each thing there that is none.

    not-a-file: a link, or something else that is neither a file nor a folder, stands among the content.
    unreadable: a file may not be read.
    """
    tree: dict[str, bytes] = {}
    problems = []
    above = len(str(root / "x")) - 1
    for entry in _entries(root, folders):
        path = entry.path[above:].replace(os.sep, "/")
        try:
            if entry.is_file(follow_symlinks=False):
                tree[path] = _content(entry.path)
            else:
                problems.append(Problem(path, "not-a-file", "This is not a file", "Put the file itself here."))
        except OSError as error:
            hint = "Look at its permissions."
            problems.append(Problem(path, "unreadable", f"This cannot be read ({error.strerror})", hint))
    return tree, problems


def _entries(root: Path, folders: Iterable[str]) -> Iterator[os.DirEntry[str]]:
    """Everything below the folders that is not a folder, in the order of the names."""
    waiting = [str(root / folder) for folder in folders if (root / folder).is_dir()]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in sorted(entries, key=lambda each: each.name):
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    yield entry


def _content(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a Path for each of 10,000 files costs as much as reading it
        return file.read(LARGEST_READ)


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


def may_replace(out: Path) -> None:
    """Nothing, when a folder is ours to replace: absent, empty, or built by us before.

    Raises Refused when it holds somebody else's files, or stands among those that are read.
    """
    if any(out.resolve().is_relative_to(Path(folder).resolve()) for folder in READ):
        raise Refused(f"{out} is where the site is made from. Name another with --out.")
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise Refused(f"{out} is not a folder. Name another with --out.")
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        raise Refused(f"{out} holds files that Signpost did not write. Empty it, or name another folder with --out.")


@contextmanager
def alone(out: Path) -> Iterator[None]:
    """While the block runs, no other build changes what stands beside a folder: it waits for its turn.

    The lock is the system's own (flock) and ends with the process, however that ends. Without one nobody waits.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    try:
        import fcntl
    except ImportError:
        yield
        return
    beside = os.open(out.parent, os.O_RDONLY)
    try:
        fcntl.flock(beside, fcntl.LOCK_EX)
        yield
    finally:
        fcntl.flock(beside, fcntl.LOCK_UN)
        os.close(beside)


class Written(NamedTuple):
    """A file of a site that was written, and whether it is another than the one that stood there before."""

    path: str
    is_new: bool


def write(files: Iterable[File], fresh: Path, old: Path | None = None) -> list[Written]:
    """Write files into a fresh folder, marked as ours. Several may write into one at a time.

    What stands just so in an `old` folder stays the same file, with the time at which it was written: so programs that
    fetch what is new, and browsers, leave it alone.
    """
    fresh.mkdir(parents=True, exist_ok=True)
    (fresh / MARK).write_bytes(b"Built by Signpost. The next build replaces this folder.\n")
    made: set[str] = set()
    written = []
    for path, content in files:
        folder = path.rpartition("/")[0]
        if folder not in made:
            _make(fresh, folder)
            made.add(folder)
        stays = old is not None and _stays(f"{old}/{path}", f"{fresh}/{path}", content)
        if not stays:
            _put_new(f"{fresh}/{path}", content)
        written.append(Written(path, not stays))
    return written


def _make(fresh: Path, folder: str) -> None:
    """Make a folder below one that is there; the folders above it are mostly there too."""
    try:
        os.mkdir(f"{fresh}/{folder}")  # noqa: PTH102 - as in _content
    except FileExistsError:
        return
    except FileNotFoundError:
        (fresh / folder).mkdir(parents=True, exist_ok=True)


def _put_new(path: str, content: bytes) -> None:
    """Write a file that is not there yet, or is to be replaced. Half the time that `open` takes, for small ones."""
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), READABLE)
    try:
        view = memoryview(content)
        while view:
            view = view[os.write(number, view) :]
    finally:
        os.close(number)


def _stays(there: str, here: str, content: bytes) -> bool:
    """Whether a file holds what it is to hold, and now stands here too. Without hard links nothing stays."""
    try:
        with open(there, "rb", buffering=0) as file:  # noqa: PTH123 - as in _content
            if file.read(len(content) + 1) != content:
                return False
        os.link(there, here)
    except OSError:
        return False
    return True


def stay(there: Path, here: Path) -> bool:
    """Let a folder with all in it stand in another place too, if it is there. Without hard links it does not."""
    import shutil

    if not there.is_dir():
        return False
    try:
        shutil.copytree(there, here, copy_function=os.link)
    except (OSError, shutil.Error):
        remove(here)
        return False
    return True


def renew(out: Path, files: Mapping[str, bytes]) -> None:
    """Give some files of a folder other contents, each of them whole at any time."""
    for path, content in files.items():
        fresh = out / f"{path}.new"
        fresh.write_bytes(content)
        fresh.replace(out / path)


def fresh_folder(out: Path) -> Path:
    """A name beside a folder, for its successor. What a broken build left there is removed."""
    fresh = out.with_name(f".{out.name}.new")
    remove(fresh)
    return fresh


def replace(out: Path, fresh: Path) -> None:
    """Put a fresh folder into another's place; the old one goes when the new one stands."""
    old = out.with_name(f".{out.name}.old")
    remove(old)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    remove(old)


def remove(folder: Path) -> None:
    """Remove a folder and all in it, if it is there."""
    if folder.exists():
        import shutil  # a build with nothing to do removes nothing

        shutil.rmtree(folder)


def create(path: Path, text: str) -> None:
    """Write a new file. Raises Refused when there is one already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise Refused(f"{path} is there already. Choose another name, or edit that file.") from None


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
    """The files beside some others that bear the mark of those who write them, and that they write no more."""
    known = {Path(path) for path in files}
    beside = {each for folder in {path.parent for path in known} if folder.is_dir() for each in folder.iterdir()}
    old = (path for path in sorted(beside - known) if path.is_file() and not path.is_symlink())
    return [path.as_posix() for path in old if mark.encode() in path.read_bytes()]


def rewrite(path: Path, was: bytes | None, now: bytes) -> None:
    """Put new content into a file, all of it or nothing.

    Raises Refused when the file is no longer what it was when it was read, or not there (None), so that nobody's words
    are lost.
    """
    if path.is_symlink() or content(path) != was:
        raise Refused(f"{path} has changed meanwhile. Do it again.")
    put(path, now)


def put(path: Path, now: bytes) -> None:
    """Write a file, all of it or nothing, whether it is there already or not; one that is keeps its permissions."""
    if path.is_symlink():
        raise Refused(f"{path} is a link. Put the file itself there.")
    path.parent.mkdir(parents=True, exist_ok=True)
    import shutil
    import tempfile  # few commands write among the content

    number, fresh = tempfile.mkstemp(prefix=".", suffix=path.suffix, dir=path.parent)
    try:
        with open(number, "wb") as file:  # noqa: PTH123 - it is open already
            file.write(now)
            file.flush()
            os.fsync(number)
        if path.exists():
            shutil.copymode(path, fresh)
        else:
            Path(fresh).chmod(READABLE)
        Path(fresh).replace(path)
    except BaseException:
        Path(fresh).unlink(missing_ok=True)
        raise
