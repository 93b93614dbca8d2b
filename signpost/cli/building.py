"""`build` and `serve`: the site, once or as often as something changes."""

import argparse
import sys
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from time import perf_counter

from signpost.cli.reading import PROBLEMS, SOUND, are_fit, listings, number_of, taken_in, tell
from signpost.edges import disk
from signpost.edges.history.log import chronicle
from signpost.edges.progress import progress
from signpost.model.chronicle import NOTHING, Chronicle
from signpost.model.listings import Catalog
from signpost.model.parts import ALL, PREVIEW
from signpost.model.problems import BrokenTheme, Problem, Refused
from signpost.model.source import Tree

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
    disk.may_replace(options.out)
    with progress(is_seen=sys.stderr.isatty()) as say, disk.alone(options.out):
        say("Reading")
        tree, catalog, problems = taken_in(options.today, alone=options.profile)
        shown = _shown(catalog, problems, options)
        past, about_it = chronicle() if shown else (NOTHING, "")
        built = problems if shown is None else _built(shown, tree, past, options, say)
    if about_it:
        print(about_it, file=sys.stderr)
    if not isinstance(built, int):
        tell(built)
        print(f"Nothing was built: {number_of(built)}.", file=sys.stderr)
        return PROBLEMS
    worth = f" ({number_of(problems)}: signpost check tells)" if problems else ""
    print(f"{listings(shown)}, {built} pages, {perf_counter() - started:.1f} s -> {options.out}/{worth}")
    return SOUND


def _shown(catalog: Catalog | None, problems: list[Problem], options: argparse.Namespace) -> Catalog | None:
    """What the site is to show: all of it, or with --quarantine all that is sound; None when it cannot be built."""
    from signpost.intake.quarantine import quarantine  # a sound directory does without

    if catalog is None or are_fit(problems, options):
        return catalog
    return quarantine(catalog, problems) if options.quarantine else None


def _built(
    catalog: Catalog, tree: Tree, past: Chronicle, options: argparse.Namespace, say: Callable[[str], None]
) -> int | list[Problem]:
    """How many pages were built; or the problem of the theme that kept them from being built."""
    from signpost.edges import pagefind, workers  # `check` does without rendering
    from signpost.edges.compiled import compiled
    from signpost.pipeline import published_at, ready, searched

    if options.base_url:
        catalog = published_at(catalog, options.base_url)
    fresh = disk.fresh_folder(options.out)
    try:
        say("Rendering")
        files_of = ready(catalog, tree, options.today, past, compiled(Path.cwd()), _parts(options))
        of = 1 if options.profile else workers.shares(len(catalog), WORTH_A_PROCESS)
        written = workers.spread(lambda share: disk.write(files_of(share), fresh), of)
        if not options.no_index:
            say("Indexing")
            pagefind.index(fresh, searched(catalog))
        disk.replace(options.out, fresh)
    except BrokenTheme as broken:
        return [broken.problem]
    finally:
        disk.remove(fresh)
    return sum(name.endswith(".html") for name in chain.from_iterable(written))


def _parts(options: argparse.Namespace) -> frozenset[str]:
    """The parts of the site that are to be made."""
    return (options.only or ALL) | ({PREVIEW} if options.preview else set())


def serve(options: argparse.Namespace) -> int:
    """Build, preview on this machine, build again what changes, and reload the browser."""
    from signpost.edges import preview, watch  # needed here alone

    _, catalog, _ = taken_in(options.today)
    base_url = options.base_url or ("/" if catalog is None else catalog.charter.site.base_url)
    with preview.previewing(options.out, base_url, options.port) as shown:
        code = build(options)
        if not options.out.is_dir():
            return code
        parts = f"Every part of the theme: {shown.address}patterns/\n" if (options.out / "patterns").is_dir() else ""
        print(f"{parts}Look at it: {shown.address}  (stop with Ctrl-C)", flush=True)
        for _ in watch.changes(Path.cwd(), disk.READ):
            _built_again(options)
            shown.reload()
    return SOUND


def _built_again(options: argparse.Namespace) -> None:
    """Build once more; what keeps one build from its end does not end the preview."""
    try:
        build(options)
    except (Refused, OSError) as error:
        print(f"signpost: {error}", file=sys.stderr)
    sys.stdout.flush()
