"""`build` when there was one before: what of the site can stay as it is, and what is remembered for the next one."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG

from signpost.cli.reading import listings, number_of
from signpost.edges import disk, earlier, sites
from signpost.edges.earlier import Built, Known, Made
from signpost.model.files import File
from signpost.model.kinds import Charter
from signpost.model.listings import Catalog
from signpost.model.parts import ALL, PREVIEW
from signpost.model.problems import Problem
from signpost.model.source import Tree

MOST = 20  # files: when more have changed it was no slip of the pen, and all is looked at
FEW = 1000  # listings: a site of so many is copied, by links, in the blink of an eye

Say = Callable[[str], None]


def known(options: argparse.Namespace) -> Known:
    """What is known of the project before it is read."""
    told = ("today", "base_url", "no_index", "quarantine", "strict", "out")
    asked = [str(getattr(options, name)) for name in told]
    return earlier.known(Path.cwd(), disk.READ, (*asked, sorted(parts(options))), _program())


def _program() -> str:
    return earlier.program(tuple(sys.path), sys.version)


def parts(options: argparse.Namespace) -> frozenset[str]:
    """The parts of the site that are to be made."""
    return (options.only or ALL) | ({PREVIEW} if options.preview else set())


def again(options: argparse.Namespace, now: Known, say: Say) -> str | None:
    """What to say when the site is as it should be, or was mended in a few files; None when it is to be built."""
    before = None if options.profile else earlier.recalled(Path.cwd(), options.out)
    if before is None or before.key != now.key or before.stamps.keys() - now.stamps.keys():
        return None
    changed = [path for path, stamp in now.stamps.items() if before.stamps.get(path) != stamp]
    if not changed:
        return closing(before.made, options, ", nothing changed")
    files = [path for path in changed if S_ISREG(now.stamps[path][2])]  # a link, or a pipe, is told by a whole build
    if len(changed) > MOST or files != changed or not before.made.apart or not before.made.heads.keys() >= set(files):
        return None
    return _mended(changed, before, now, options, say)


def _mended(changed: list[str], before: Built, now: Known, options: argparse.Namespace, say: Say) -> str | None:
    """Put the new texts of some listings where the old ones stand."""
    from signpost.again import head, mended, of_new_text, shown_in  # most builds change more, or nothing

    charter = _charter(now, options)
    files: dict[str, bytes] = {}
    for path in changed:
        found = of_new_text(path, Path(path).read_bytes(), charter, options.today)
        if found is None or head(found.document) != before.made.heads[path]:
            return None
        there = {
            each: files.get(each) or disk.content(options.out / each) or b"" for each in shown_in(found, parts(options))
        }
        made = mended(found, there, charter)
        if made is None:
            return None
        files |= made
    if not _written(files, before.made, now, options, say):
        return None
    return closing(before.made, options, ", 1 text changed" if len(changed) == 1 else f", {len(changed)} texts changed")


def _written(files: Mapping[str, bytes], made: Made, now: Known, options: argparse.Namespace, say: Say) -> bool:
    """Whether mended files, and the index of them, could be put into the site. Meanwhile nothing is known of it."""
    earlier.forget(Path.cwd(), options.out)
    if len(made.heads) > FEW and not made.searched:
        sites.renew(options.out, files)
    elif not _in_a_copy(files, made.searched, options.out, say):
        return False
    earlier.remember(Path.cwd(), options.out, now, made)
    return True


def _in_a_copy(files: Mapping[str, bytes], searched: str, out: Path, say: Say) -> bool:
    """Whether a second copy of the site, with mended files and an index of them, could take its place in one step.

    All but those are the same files: next to the time that an index takes, this one is small.
    """
    fresh = sites.fresh_folder(out)
    try:
        if not sites.stay(out, fresh, but=("pagefind",) if searched else ()):
            return False
        sites.write([File(*each) for each in files.items()], fresh)
        if searched:
            say("Indexing")
            with _indexing(fresh, searched, out):
                pass
        sites.replace(out, fresh)
    finally:
        sites.remove(fresh)
    return True


def _charter(now: Known, options: argparse.Namespace) -> Charter:
    """What the project declares, which is as it was when it was sound."""
    from signpost.pipeline import DECLARES, published_at, take_in

    declaring = {
        path: Path(path).read_bytes() for path in now.stamps if DECLARES in path and path.startswith("content/")
    }
    catalog, _ = take_in(declaring, options.today)
    assert catalog is not None  # noqa: S101 - it was sound, and has not changed
    return (published_at(catalog, options.base_url) if options.base_url else catalog).charter


@contextmanager
def indexed(
    catalog: Catalog, written: Sequence[sites.Written], fresh: Path, options: argparse.Namespace
) -> Iterator[None]:
    """While the block runs a new site gets its search index, once all the pages that this is made from are written.

    It is that of the old site, if that is of the same pages and by the same program.
    """
    from signpost.pipeline import is_searched, searched

    before, glob = earlier.recalled(Path.cwd(), options.out), searched(catalog)
    are_new = any(each.is_new for each in written if is_searched(each.path, glob))
    is_same = before is not None and before.made.indexed == _indexed((each.path for each in written), glob)
    if is_same and not are_new and sites.stay(options.out / "pagefind", fresh / "pagefind"):
        yield
        return
    with _indexing(fresh, glob, options.out):
        yield


@contextmanager
def _indexing(fresh: Path, glob: str, old: Path) -> Iterator[None]:
    """While the block runs a site gets a new search index, with what can stay of the old one."""
    from signpost.edges import pagefind
    from signpost.edges.pagefind.kept import kept

    older, bundle = old / "pagefind", fresh / "pagefind"
    for folder in kept(older) if glob else ():
        bundle.mkdir(exist_ok=True)
        sites.stay(older / folder, bundle / folder)
    with pagefind.indexing(fresh, glob):
        yield


def _indexed(paths: Iterable[str], glob: str) -> str:
    """What names the pages in a search index, and the program that made it."""
    from signpost.pipeline import is_searched

    return earlier.digest((_program(), sorted(each for each in paths if is_searched(each, glob))))


def made(
    options: argparse.Namespace, shown: Catalog, tree: Tree, problems: Sequence[Problem], paths: Sequence[str]
) -> Made:
    """What is to be known, for the next build, of a site that consists of some files."""
    from signpost.again import head, stands_apart
    from signpost.pipeline import searched

    apart, uneasy = stands_apart(tree, parts(options)), {each.path for each in problems}
    documents, glob = [each.document for each in shown] if apart else [], "" if options.no_index else searched(shown)
    pages = sum(each.endswith(".html") for each in paths)
    return Made(
        said=f"{listings(shown)}, {pages} pages",
        worth=f" ({number_of(problems)}: signpost check tells)" if problems else "",
        heads={each.path: head(each) for each in documents if each.path not in uneasy},
        searched=glob,
        indexed=_indexed(paths, glob),
        apart=apart,
    )


def closing(made: Made, options: argparse.Namespace, changed: str = "") -> str:
    """The line that a build ends with, but for the time it took."""
    return f"{made.said}{changed}, {{}} -> {options.out}/{made.worth}"
