"""Files -> a site's folder. Building never leaves one half written: a new folder takes the old one's place."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from signpost.model.files import File
from signpost.model.problems import Refused

MARK = ".signpost"
READABLE = 0o644
HERE, EXCHANGE = -100, 2
"""What renameat2(2) calls the current folder, and two names that change places; renamex_np has the same number."""

NAME = attrgetter("name")
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
    """While the block runs, no other build changes a folder or what stands beside it: it waits for its turn.

    The lock is the system's own (flock). It ends with this process and those that it began, however they end: what a
    killed build left running writes into nobody's site. Without such a lock nobody waits.

    First what another build left half done is brought to an end.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    try:
        import fcntl
    except ImportError:
        _settle(out)
        yield
        return
    beside = os.open(out.parent, os.O_RDONLY)
    os.set_inheritable(beside, True)  # noqa: FBT003 - os calls it so
    try:
        fcntl.flock(beside, fcntl.LOCK_EX)
        _settle(out)
        yield
    finally:
        fcntl.flock(beside, fcntl.LOCK_UN)
        os.close(beside)


def _settle(out: Path) -> None:
    """Bring to its end what a build was doing when it was killed, so that a folder is whole whatever comes next."""
    old, ready = _beside(out, "old"), _beside(out, "mended")
    if old.is_dir() and not out.exists():
        old.rename(out)
    if ready.is_dir():
        _put_in_place(out, ready)


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
    if not (mark := fresh / MARK).exists():  # in a copy of a site it is there, and is that site's too
        mark.write_bytes(b"Built by Signpost. The next build replaces this folder.\n")
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


def make_folders(fresh: Path, folders: Iterable[str]) -> None:
    """Make folders in order: many disks list what came first before the rest, and so Pagefind numbers pages."""
    fresh.mkdir(parents=True, exist_ok=True)
    for folder in folders:
        _make(fresh, folder)


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
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from None  # which the system does not say
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


def stay(there: Path, here: Path, but: Iterable[str] = ()) -> bool:
    """Let a folder with all in it, `but` for some names, stand in another place too, if it is there.

    Without hard links it does not.
    """
    if not there.is_dir():
        return False
    try:
        _link(str(there), str(here), frozenset(but))
    except OSError:
        remove(here)
        return False
    return True


def _link(there: str, here: str, but: frozenset[str] = frozenset()) -> None:
    os.mkdir(here)  # noqa: PTH102 - as in disk._content
    with os.scandir(there) as entries:
        for entry in sorted(entries, key=NAME):  # see make_folders
            if entry.name in but:
                continue
            if entry.is_dir(follow_symlinks=False):
                _link(entry.path, f"{here}/{entry.name}")
            else:
                os.link(entry.path, f"{here}/{entry.name}")


def renew(out: Path, files: Mapping[str, bytes]) -> None:
    """Give some files of a folder other contents: each of them whole at any time, and in the end all or none.

    They are made beside the folder. As soon as all are there they bear the name of what is to be put into place, by
    this process or, if it is killed, by whoever is `alone` with the folder next.
    """
    fresh, ready = fresh_folder(out), _beside(out, "mended")
    fresh.mkdir()
    for path, content in files.items():
        (fresh / path).parent.mkdir(parents=True, exist_ok=True)
        _put_new(f"{fresh}/{path}", content)
    fresh.rename(ready)
    _put_in_place(out, ready)


def _put_in_place(out: Path, ready: Path) -> None:
    """Move files into a folder, each over the one that it follows; where their folder is gone they go too."""
    for folder, _, names in os.walk(ready, topdown=False):
        place = out / Path(folder).relative_to(ready)
        for name in names:
            file = Path(folder, name)
            if place.is_dir():
                file.replace(place / name)
            else:
                file.unlink()
        Path(folder).rmdir()


def _beside(out: Path, what: str) -> Path:
    """A name beside a folder, for what is to be done with it."""
    return out.with_name(f".{out.name}.{what}")


def fresh_folder(out: Path) -> Path:
    """A name beside a folder, for its successor. What a broken build left there is removed."""
    fresh = _beside(out, "new")
    remove(fresh)
    return fresh


def replace(out: Path, fresh: Path) -> None:
    """Put a fresh folder into another's place: in one step where the system has one, in two where it has none.

    The old one goes when the new one stands. Between two steps none stands; a kill there is mended by `alone`.
    """
    old = _beside(out, "old")
    remove(old)
    if out.exists():
        if _exchanged(out, fresh):
            remove(fresh)
            return
        out.rename(old)
    fresh.rename(out)
    remove(old)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two folders have changed places, at once; they have not where the system or its disk cannot do it."""
    try:
        import ctypes  # only a build that has something to put there

        system, paths = ctypes.CDLL(None), (os.fsencode(one), os.fsencode(other))
    except (ImportError, OSError, TypeError):
        return False
    if hasattr(system, "renameat2"):  # Linux
        return bool(system.renameat2(HERE, paths[0], HERE, paths[1], EXCHANGE) == 0)
    return hasattr(system, "renamex_np") and bool(system.renamex_np(*paths, EXCHANGE) == 0)  # macOS


def remove(folder: Path) -> None:
    """Remove a folder and all in it, if it is there."""
    if folder.exists():
        import shutil  # a build with nothing to do removes nothing

        shutil.rmtree(folder)
