"""Files -> a site's folder. Building never leaves one half written: a new folder takes the old one's place."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from signpost.model.files import File
from signpost.model.problems import Refused

MARK = ".signpost"
READABLE = 0o644
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def may_replace(out: Path, sources: Iterable[str]) -> None:
    """Nothing, when a folder is ours to replace: absent, empty, or built by us before.

    Raises Refused when it holds somebody else's files, or stands among those that are read.
    """
    if any(out.resolve().is_relative_to(Path(folder).resolve()) for folder in sources):
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
        os.mkdir(f"{fresh}/{folder}")  # noqa: PTH102 - as in disk._content
    except FileExistsError:
        return
    except FileNotFoundError:
        (fresh / folder).mkdir(parents=True, exist_ok=True)


def _put_new(path: str, content: bytes) -> None:
    """Write a file anew: what stands there may be the old site's file too. Half the time that `open` takes."""
    try:
        number = os.open(path, NEW, READABLE)
    except FileExistsError:
        os.unlink(path)  # noqa: PTH108 - as in disk._content
        number = os.open(path, NEW, READABLE)
    try:
        view = memoryview(content)
        while view:
            view = view[os.write(number, view) :]
    finally:
        os.close(number)


def _stays(there: str, here: str, content: bytes) -> bool:
    """Whether a file holds what it is to hold, and now stands here too. Without hard links nothing stays."""
    try:
        with open(there, "rb", buffering=0) as file:  # noqa: PTH123 - as in disk._content
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
