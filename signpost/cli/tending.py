"""`links` and `recheck`: what no longer leads there, and which listings most need a person."""

import argparse
import sys
from collections.abc import Collection
from pathlib import Path

from signpost import __version__
from signpost.cli.reading import PROBLEMS, SOUND, are_fit, format_name, listings, taken_in, tell
from signpost.edges import disk
from signpost.edges.progress import progress
from signpost.model.health import Finding, is_offline
from signpost.model.health.memory import Records, recalled, remembered, written
from signpost.model.kinds import Site
from signpost.model.listings import Catalog
from signpost.model.problems import BrokenTheme, Refused, in_order
from signpost.model.source import Tree, is_within
from signpost.output.tending.told import summed_up, to_try, told


def links(options: argparse.Namespace) -> int:
    """Try the web addresses of listings, and tell which do not lead there any more."""
    if not (project := _project(options)):
        return PROBLEMS
    catalog, _ = project
    asked = [disk.inside(path) for path in options.paths] or ["."]
    chosen = [each for each in catalog if is_within(each.document.path, asked)]
    was, records = _memory(options.state)
    findings = _tried(to_try(chosen), catalog.charter.site, local=options.local)
    records = remembered(records, findings, to_try(catalog), options.today)
    if options.state:
        disk.rewrite(options.state, was, written(records))
    problems = in_order(told(chosen, findings, records))
    tell(problems, options.format)
    if (options.format or format_name()) == "text":
        print(f"{listings(chosen)}, {summed_up(findings)}.")
    return SOUND if are_fit(problems, options) else PROBLEMS


def _project(options: argparse.Namespace) -> tuple[Catalog, Tree] | None:
    """What is listed, and the files; None, and told why, when not even the declarations are sound."""
    tree, catalog, problems = taken_in(options.today)
    if catalog is None:
        tell(problems)
        return None
    if options.base_url:
        from signpost.pipeline import published_at  # only where the site's address is found by itself

        catalog = published_at(catalog, options.base_url)
    return catalog, tree


def _memory(state: Path | None) -> tuple[bytes | None, Records]:
    """What the state file holds, as it is and as it is meant. Raises Refused when it is not one of ours."""
    content = disk.content(state) if state else None
    return content, recalled(content, str(state))


def _tried(addresses: Collection[str], site: Site, *, local: bool) -> list[Finding]:
    """What is found at addresses. Raises Refused when nothing can be reached, for then nothing was learned."""
    from signpost.edges.links import tried  # brings all of a browser's network
    from signpost.edges.links.manners import Manners, agent

    with progress(is_seen=sys.stderr.isatty()) as say:
        say(f"Trying {len(addresses)} addresses")
        findings = tried(addresses, Manners(agent(site, __version__), local=local))
    if is_offline(findings):
        raise Refused("No address at all can be reached. Is there a network here? Nothing was written down.")
    return findings


def recheck(options: argparse.Namespace) -> int:
    """Print, as Markdown, the listings that most need a person to look, and why."""
    from signpost.pipeline import rechecked  # needed here alone

    if not (project := _project(options)):
        return PROBLEMS
    _, records = _memory(options.state)
    try:
        sys.stdout.write(rechecked(*project, records, options.today, options.limit))
    except BrokenTheme as broken:
        tell([broken.problem])
        return PROBLEMS
    return SOUND
