"""`new`, `locate` and `export`: files written from what the directory declares."""

import argparse
from pathlib import Path

from signpost.cli.reading import PROBLEMS, SOUND, declared, in_the_themes_words, listings, typed
from signpost.edges import disk
from signpost.model.source import is_within
from signpost.options.values import MADE


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
    from signpost.errands import located  # needed here alone

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


@in_the_themes_words()
def export(options: argparse.Namespace) -> int:
    """Write the files that are made from the declarations and the rules."""
    from signpost.errands import made  # needed here alone

    if not (project := declared(options.today)):
        return PROBLEMS
    fresh, old = dict[str, bytes](), list[str]()
    for what in options.what or MADE:
        files = dict(made(what, project[1], project[0]))
        fresh |= {path: content for path, content in files.items() if disk.content(Path(path)) != content}
        old += disk.left_over(files, f"Made by `signpost export {what}`")
    if not options.check:
        for path, content in fresh.items():
            disk.put(Path(path), content)
        for path in old:
            Path(path).unlink()
    tellings = (("would be written", "would be removed"), ("written", "removed"))[not options.check]
    print(
        "".join(f"{path}: {told}\n" for paths, told in zip((fresh, old), tellings, strict=True) for path in paths),
        end="",
    )
    return PROBLEMS if options.check and (fresh or old) else SOUND
