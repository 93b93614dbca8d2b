"""`check`: what is wrong, and where."""

import argparse

from signpost.cli.reading import PROBLEMS, SOUND, are_fit, format_name, listings, number_of, taken_in, tell
from signpost.edges import disk
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
