"""`build`: the site."""

import argparse
import sys
from itertools import chain
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from signpost.cli.reading import PROBLEMS, SOUND, are_fit, number_of, taken_in, tell
from signpost.cli.rebuilding import Say, again, closing, indexed, known, made, parts
from signpost.edges import disk, earlier, sites
from signpost.edges.earlier import Known
from signpost.edges.progress import progress
from signpost.model.chronicle import NOTHING, Chronicle
from signpost.model.files import Share, split
from signpost.model.listings import Catalog
from signpost.model.problems import BrokenTheme, Problem
from signpost.model.source import Tree

if TYPE_CHECKING:
    from signpost.pipeline import Ready

SHARES = 8  # for each process: the fewer, the longer some wait for others; the more, the oftener each begins anew
WORTH_A_PROCESS = 150  # listings to render that take longer than beginning a process


def build(options: argparse.Namespace) -> int:
    """Check everything, then build the site and its search index."""
    if not options.profile:
        return _build(options)
    from signpost.edges.profile import profile  # few ask

    with profile() as spent:
        code = _build(options)
    for stage, seconds in spent.items():
        print(f"{seconds:8.3f} s {seconds / sum(spent.values()):>5.0%}  {stage}")
    return code


def _build(options: argparse.Namespace) -> int:
    started = perf_counter()
    sites.may_replace(options.out, disk.READ)
    with progress(is_seen=sys.stderr.isatty()) as say, sites.alone(options.out):
        now = known(options)
        told = again(options, now, say) or _whole(options, now, say)
    if told is None:
        return PROBLEMS
    print(told.format(f"{perf_counter() - started:.1f} s"))
    return SOUND


def _whole(options: argparse.Namespace, now: Known, say: Say) -> str | None:
    """Build all of the site. What there is to say of it; None when there are problems, which have been told."""
    say("Reading")
    tree, catalog, problems = taken_in(options.today, alone=options.profile, meanwhile=_get_ready)
    shown = shown_of(catalog, problems, options)
    past, about_it = _history() if shown else (NOTHING, "")
    built = problems if shown is None else _built(shown, tree, past, options, say)
    if about_it:
        print(about_it, file=sys.stderr)
    wrong = [each for each in built if isinstance(each, Problem)]
    if shown is None or wrong:
        tell(wrong)
        print(f"Nothing was built: {number_of(wrong)}.", file=sys.stderr)
        return None
    of_it = made(options, shown, tree, problems, [each.path for each in built])
    earlier.remember(Path.cwd(), options.out, now, of_it)
    return closing(of_it, options)


def _history() -> tuple[Chronicle, str]:
    """What happened to the directory before, and what there is to say of that."""
    if not earlier.repository(Path.cwd()):
        return NOTHING, ""
    from signpost.edges.history.log import chronicle  # a build with nothing to do asks for no history

    return chronicle()


def _get_ready(tree: Tree) -> None:
    """Load what renders, and the templates: that takes as long as reading some hundred listings."""
    from signpost.edges.compiled import compiled
    from signpost.pipeline import prepared

    prepared(tree, compiled(Path.cwd()))


def shown_of(catalog: Catalog | None, problems: list[Problem], options: argparse.Namespace) -> Catalog | None:
    """What the site is to show: all of it, or with --quarantine all that is sound; None when it cannot be built."""
    from signpost.intake.quarantine import quarantine  # a sound directory does without

    if catalog is None or are_fit(problems, options):
        return catalog
    return quarantine(catalog, problems) if options.quarantine else None


def _built(
    catalog: Catalog, tree: Tree, past: Chronicle, options: argparse.Namespace, say: Say
) -> list[sites.Written] | list[Problem]:
    """The files of the site, which stands; or the problem of the theme that kept it from being built."""
    from signpost.edges.compiled import compiled  # `check` does without rendering
    from signpost.pipeline import published_at, ready

    if options.base_url:
        catalog = published_at(catalog, options.base_url)
    fresh = sites.fresh_folder(options.out)
    try:
        say("Rendering")
        files_of = ready(catalog, tree, options.today, past, compiled(Path.cwd()), parts(options))
        written = _written(files_of, catalog, fresh, options, say)
        sites.replace(options.out, fresh)
    except BrokenTheme as broken:
        return [broken.problem]
    finally:
        sites.remove(fresh)
    return written


def _written(
    files_of: "Ready", catalog: Catalog, fresh: Path, options: argparse.Namespace, say: Say
) -> list[sites.Written]:
    """The files of a site, written by as many processes as are worth it.

    With a search index the pages that it is made from come first, and all others while it is made.
    """
    from signpost.edges import workers
    from signpost.pipeline import folders_searched

    old = options.out if options.out.is_dir() else None

    def write(share: Share) -> list[sites.Written]:
        return sites.write(files_of(share), fresh, old)

    processes = 1 if options.profile else workers.shares(len(catalog), WORTH_A_PROCESS)
    rest, *pages = split(SHARES * processes if processes > 1 else 2)
    if options.no_index:
        return list(chain.from_iterable(workers.spread(write, [rest, *pages], processes)))
    sites.make_folders(fresh, folders_searched(catalog, parts(options)))
    written = list(chain.from_iterable(workers.spread(write, pages, processes)))
    say("Indexing")
    with indexed(catalog, written, fresh, options):
        return [*written, *write(rest)]
