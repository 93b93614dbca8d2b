"""`new`, `locate` and `export`: files written, or printed, from what the directory declares."""

import argparse
import sys
from pathlib import Path

from signpost.cli.reading import PROBLEMS, SOUND, declared, listings, typed
from signpost.edges import disk
from signpost.model.source import is_within


def new(options: argparse.Namespace) -> int:
    """Write a starter file for a listing."""
    from signpost.output.draft import starter  # needed here alone

    if not (project := declared(options.today)):
        return PROBLEMS
    begun = starter(project[1].kinds, options.kind, options.name, options.today, (options.city, options.country))
    path = Path(begun.path)
    disk.create(path, begun.text)
    print("\n".join(filter(None, (str(path), begun.told, f"Fill it in, then: {typed()} check {path}"))))
    return SOUND


def locate(options: argparse.Namespace) -> int:
    """Write into listings where their cities are, and the time zone, where that is not said."""
    from signpost.pipeline import located  # needed here alone

    if not (project := declared(options.today)):
        return PROBLEMS
    tree, charter = project
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
    print(f"{listings(written)}{would} located, {left} left as {'it is' if left == 1 else 'they are'}.")
    return SOUND


def export(options: argparse.Namespace) -> int:
    """Print a page of the documentation that is made from the declarations and the rules themselves."""
    from signpost.output.reference import fields_page, rules_page  # needed here alone

    if options.what == "rules":
        sys.stdout.write(rules_page())
    elif project := declared(options.today):
        sys.stdout.write(fields_page(project[1]))
    else:
        return PROBLEMS
    return SOUND
