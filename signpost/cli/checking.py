"""`check`, `review`, `comment` and `guard`: what is wrong; what a change brings, and to say so; what would be lost."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from signpost.cli.reading import PROBLEMS, SOUND, are_fit, format_name, listings, number_of, taken_in, tell
from signpost.edges import disk
from signpost.model.problems import Refused
from signpost.model.source import is_within


def check(options: argparse.Namespace) -> int:
    """Tell every problem at once."""
    _, catalog, problems = taken_in(options.today)
    if options.paths:
        asked = [disk.inside(path) for path in options.paths]
        problems = [each for each in problems if is_within(each.path, asked)]
    tell(problems, options.format)
    is_fit = are_fit(problems, options)
    if (options.format or format_name()) == "text":
        about = f"{', '.join(options.paths)}:" if options.paths else f"{listings(catalog)},"
        print(f"{about} {number_of(problems)}.")
    return SOUND if is_fit else PROBLEMS


def review(options: argparse.Namespace) -> int:
    """Tell the problems that come with what has changed since another commit; those there before never count."""
    from signpost.edges import history  # needed here alone
    from signpost.errands import reviewed
    from signpost.output.findings import as_findings

    paths = history.changed_since(options.base)
    before = history.tree_at(options.base, disk.READ)
    after, unread = disk.read(Path.cwd())
    found = reviewed(before, after, paths, options.today)
    problems = [*found.problems, *unread]
    tell(problems, options.format)
    if options.findings:
        disk.put(options.findings, as_findings(replace(found, problems=tuple(problems))))
    if (options.format or format_name()) == "text":
        print("".join(f"Note: {each}\n" for each in found.notes), end="")
        print(f"{listings(found.changes)} changed, {number_of(problems)}.")
    return SOUND if are_fit(problems, options) else PROBLEMS


def comment(options: argparse.Namespace) -> int:
    """Print the comment for a pull request, from the findings that review left in a file."""
    from signpost.output.comment import comment as written  # needed here alone
    from signpost.output.findings import LARGEST, from_findings

    with options.file.open("rb") as file:
        sys.stdout.write(written(from_findings(file.read(LARGEST + 1)), options.run_url or ""))
    return SOUND


def guard(options: argparse.Namespace) -> int:
    """Tell which listings the built site would lose against the published one, and whether those are too many."""
    from signpost.edges.published import published  # needed here alone
    from signpost.output.guard import losses

    made = options.out / "data/v1/listings.json"
    if not made.is_file():
        raise Refused(f"There is no {made}. Build the site first.")
    found = losses(published(options.against), made.read_bytes())
    for each in found.lost:
        print(f"{each} would go.")
    print(f"{len(found.lost)} of {listings(range(found.before))} would go.")
    if not found.are_too_many(options.most):
        return SOUND
    print(f"That is more than {options.most} %: a maintainer has to say that it is meant.", file=sys.stderr)
    return PROBLEMS
