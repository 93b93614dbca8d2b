"""What is typed -> what is done: the commands, and the only module that prints."""

import argparse
import gc
import os
import sys
import traceback
from collections.abc import Callable, Sequence, Sized
from datetime import date
from itertools import chain
from pathlib import Path
from time import perf_counter

from signpost.edges import disk
from signpost.edges.progress import progress
from signpost.model.kinds import Charter
from signpost.model.listings import Catalog
from signpost.model.problems import BrokenTheme, Problem, Refused, are_sound, in_order
from signpost.model.source import Tree, is_within
from signpost.options import parser

WORTH_A_PROCESS = 150  # listings to render that take longer than beginning a process
SOUND, PROBLEMS, USAGE, INTERRUPTED, UNHEARD = 0, 1, 2, 130, 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0 sound, 1 problems, 2 usage or something in the way."""
    gc.disable()  # what is read stays to the end: looking through it for garbage takes a third of the time
    options = parser(build=build, check=check, serve=serve, new=new, locate=locate, export=export).parse_args(argv)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        code = run(options)
        sys.stdout.flush()
        return code
    except Refused as refused:
        print(f"signpost: {refused}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read us, such as `head`, has heard enough; Python is not to try again at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNHEARD
    except OSError as error:  # no room on the disk, no permission, no such folder
        print(f"signpost: {error.filename or 'a file'} cannot be used ({error.strerror}).", file=sys.stderr)
        return USAGE
    except Exception:  # noqa: BLE001 - whatever comes here is our mistake, and is told as that
        traceback.print_exc()
        print(
            "signpost: this is a mistake in Signpost, not in your files. Please report it with the lines above.",
            file=sys.stderr,
        )
        return USAGE


def build(options: argparse.Namespace) -> int:
    """Check everything, then build the site and its search index."""
    started = perf_counter()
    disk.may_replace(options.out)
    with progress(is_seen=sys.stderr.isatty()) as say, disk.alone(options.out):
        say("Reading")
        tree, catalog, problems = _taken_in(options.today)
        if catalog is None or not _are_fit(problems, options):
            built: int | list[Problem] = problems
        else:
            built = _built(catalog, tree, options, say)
    if not isinstance(built, int):
        _tell(built)
        print(f"Nothing was built: {_counted(built)}.", file=sys.stderr)
        return PROBLEMS
    worth = f" ({_counted(problems)}: signpost check tells)" if problems else ""
    print(f"{_listings(catalog)}, {built} pages, {perf_counter() - started:.1f} s -> {options.out}/{worth}")
    return SOUND


def _built(
    catalog: Catalog, tree: Tree, options: argparse.Namespace, say: Callable[[str], None]
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
        files_of = ready(catalog, tree, options.today, compiled(Path.cwd()), preview=options.preview)
        of = workers.shares(len(catalog), WORTH_A_PROCESS)
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


def check(options: argparse.Namespace) -> int:
    """Tell every problem at once."""
    _, catalog, problems = _taken_in(options.today)
    if options.paths:
        asked = [disk.inside(path) for path in options.paths]
        problems = [each for each in problems if is_within(each.path, asked)]
    _tell(problems, options.format)
    is_fit = _are_fit(problems, options)
    if (options.format or _format()) == "text":
        about = f"{', '.join(options.paths)}:" if options.paths else f"{_listings(catalog)},"
        print(f"{about} {_counted(problems)}.")
    return SOUND if is_fit else PROBLEMS


def serve(options: argparse.Namespace) -> int:
    """Build, preview on this machine, build again what changes, and reload the browser."""
    from signpost.edges import preview, watch  # needed here alone

    _, catalog, _ = _taken_in(options.today)
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


def new(options: argparse.Namespace) -> int:
    """Write a starter file for a listing."""
    from signpost.output.draft import starter  # needed here alone

    if not (declared := _declared(options.today)):
        return PROBLEMS
    begun = starter(declared[1].kinds, options.kind, options.name, options.today, (options.city, options.country))
    path = Path(begun.path)
    disk.create(path, begun.text)
    print("\n".join(filter(None, (str(path), begun.told, f"Fill it in, then: {_typed()} check {path}"))))
    return SOUND


def locate(options: argparse.Namespace) -> int:
    """Write into listings where their cities are, and the time zone, where that is not said."""
    from signpost.pipeline import located  # needed here alone

    if not (declared := _declared(options.today)):
        return PROBLEMS
    tree, charter = declared
    asked = [disk.inside(path) for path in options.paths] or ["."]
    written, left = [], 0
    for found in located({path: tree[path] for path in tree if is_within(path, asked)}, charter):
        if found.content is None:
            left += 1
        else:
            written.append(found.path)
            if not options.dry_run:
                disk.rewrite(Path(found.path), tree[found.path], found.content)
        print(found.told)
    would = " would be" if options.dry_run else ""
    print(f"{_listings(written)}{would} located, {left} left as {'it is' if left == 1 else 'they are'}.")
    return SOUND


def export(options: argparse.Namespace) -> int:
    """Print a page of the documentation that is made from the declarations and the rules themselves."""
    from signpost.output.reference import fields_page, rules_page  # needed here alone

    if options.what == "rules":
        sys.stdout.write(rules_page())
    elif declared := _declared(options.today):
        sys.stdout.write(fields_page(declared[1]))
    else:
        return PROBLEMS
    return SOUND


def _declared(today: date) -> tuple[Tree, Charter] | None:
    """What the project holds and what it declares; None, and told why, when that is not sound."""
    tree, catalog, problems = _taken_in(today)
    if catalog is None:
        _tell(problems)
        return None
    return tree, catalog.charter


def _taken_in(today: date) -> tuple[Tree, Catalog | None, list[Problem]]:
    """What the project in this folder holds, and every problem in it."""
    from signpost.pipeline import take_in  # `--help` does without

    if not Path("content").is_dir():
        raise Refused("There is no folder content/ here. Go to the folder of your directory first.")
    tree, unread = disk.read(Path.cwd())
    catalog, problems = take_in(tree, today)
    gc.freeze()
    gc.enable()
    return tree, catalog, in_order([*unread, *problems])


def _are_fit(problems: list[Problem], options: argparse.Namespace) -> bool:
    return not problems if options.strict else are_sound(problems)


def _format() -> str:
    return "github" if os.environ.get("GITHUB_ACTIONS") else "text"


def _tell(problems: Sequence[Problem], format_name: str | None = None) -> None:
    from signpost.output.report import report  # nothing to tell is the common case

    sys.stdout.write(report(problems, format_name or _format()))


def _typed() -> str:
    """The name this program was started by, as it can be typed again."""
    return sys.argv[0] if Path(sys.argv[0]).name == "signpost" else "signpost"


def _listings(some: Sized | None) -> str:
    number = 0 if some is None else len(some)
    return f"{number} listing{'' if number == 1 else 's'}"


def _counted(problems: Sequence[Problem]) -> str:
    from signpost.output.report import counted

    return counted(problems)
