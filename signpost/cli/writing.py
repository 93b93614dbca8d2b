"""`new`, `locate` and `export`: files written, or printed, from what the directory declares."""

import argparse
import sys
from pathlib import Path

from signpost.cli.reading import PROBLEMS, SOUND, declared, in_the_themes_words, listings, typed
from signpost.edges import disk
from signpost.model.kinds import Charter
from signpost.model.source import Tree, is_within


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
    """Print a page of documentation, or write the issue forms: what is made from declarations and rules."""
    from signpost.output.reference import fields_page, rules_page  # needed here alone

    if options.what == "rules":
        sys.stdout.write(rules_page())
        return SOUND
    if not (project := declared(options.today)):
        return PROBLEMS
    if options.what == "forms":
        return _forms(*project, is_check=options.check)
    sys.stdout.write(fields_page(project[1]))
    return SOUND


@in_the_themes_words()
def _forms(tree: Tree, charter: Charter, *, is_check: bool) -> int:
    """Write the issue forms that are not there as they should be, and remove those of kinds that are gone."""
    from signpost.model.words import words_of  # needed here alone
    from signpost.output.forms import FOLDER, MADE, forms

    made = forms(charter, words_of(tree, charter.site.language))
    there = {f"{FOLDER}{each.name}": each.read_bytes() for each in sorted(Path(FOLDER).glob("*.yml"))}
    fresh = [path for path in made if there.get(path) != made[path]]
    old = [path for path in there if path not in made and there[path].startswith(MADE.encode())]
    for path in () if is_check else fresh:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(made[path])
    for path in () if is_check else old:
        Path(path).unlink()
    for path in (*fresh, *old):
        print(f"{path}: {'not current' if is_check else 'removed' if path in old else 'written'}")
    return PROBLEMS if is_check and (fresh or old) else SOUND
