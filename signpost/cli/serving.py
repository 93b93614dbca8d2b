"""`serve`: the site, as often as something changes.

The page of a listing that changed is shown as soon as it can be: what else shows the listing, and what search engines
are told of it, follows with the next build, which begins at once.
"""

import argparse
import gc
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from time import sleep

from signpost.cli.building import build, shown_of
from signpost.cli.reading import SOUND, taken_in
from signpost.cli.rebuilding import parts
from signpost.edges import disk, earlier, sites
from signpost.model.problems import BrokenTheme, Refused
from signpost.pipeline import Ready, published_at, ready

FIRST = 0.3  # seconds in which the browser has the machine for itself, to fetch the page that it waits for


def serve(options: argparse.Namespace) -> int:
    """Build, preview on this machine, build again what changes, and reload the browser."""
    from signpost.edges import preview, watch  # needed here alone

    _, catalog, _ = taken_in(options.today)
    base_url = options.base_url or ("/" if catalog is None else catalog.charter.site.base_url)
    with preview.previewing(options.out, base_url, options.port) as shown:
        code = build(options)
        if not options.out.is_dir():
            return code
        patterns = f"Every part of the theme: {shown.address}patterns/\n" if (options.out / "patterns").is_dir() else ""
        print(f"{patterns}Look at it: {shown.address}  (stop with Ctrl-C)", flush=True)
        now = ready_now(options)
        for paths in watch.changes(Path.cwd(), disk.READ):
            if now and shown_first(paths, now, options):
                shown.reload()
                sleep(FIRST)
            again(options)
            shown.reload()
            now = None  # it is given back before there is another
            now = ready_now(options)
    return SOUND


def ready_now(options: argparse.Namespace) -> Ready | None:
    """What makes pages of the directory as it is now; None while there is something wrong with it.

    What builds before this held is given back: each keeps what it reads from being looked through for garbage, so
    without this a preview would hold all that it ever read.
    """
    from signpost.edges.compiled import compiled
    from signpost.edges.history.log import chronicle

    gc.unfreeze()
    gc.collect()
    tree, catalog, problems = taken_in(options.today)
    found = shown_of(catalog, problems, options)
    if found is None:
        return None
    at = published_at(found, options.base_url) if options.base_url else found
    try:
        now = ready(at, tree, options.today, chronicle()[0], compiled(Path.cwd()), parts(options))
        for listing in islice(at, 1):
            tuple(now.page(listing))  # what pages have in common is worked out now, while nobody waits
    except BrokenTheme:
        return None
    return now


def shown_first(paths: Sequence[str], now: Ready, options: argparse.Namespace) -> bool:
    """Whether the page of the one listing that changed now shows what its file says."""
    from signpost.shares import found_alone

    content = disk.content(Path(paths[0])) if len(paths) == 1 else None
    if content is None or paths[0] not in now.tree:
        return False
    listing, _ = found_alone(paths[0], content, now.charter, options.today)
    if listing is None:
        return False
    try:
        files = {file.path: file.content for file in now.page(listing)}
        with sites.alone(options.out):
            earlier.forget(Path.cwd(), options.out)
            sites.renew(options.out, {path: files[path] for path in files if (options.out / path).is_file()})
    except (BrokenTheme, LookupError, OSError):  # all of it is told by the build that follows
        return False
    return True


def again(options: argparse.Namespace) -> None:
    """Build once more; what keeps one build from its end does not end the preview."""
    try:
        build(options)
    except (Refused, OSError) as error:
        print(f"signpost: {error}", file=sys.stderr)
    sys.stdout.flush()
