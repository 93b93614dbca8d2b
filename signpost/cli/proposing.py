"""`propose` and `live`: issues are answered, in which people without git suggest things.

Nothing that a stranger wrote is printed where a workflow runs: its log takes some lines for commands.
"""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from signpost.cli.reading import PROBLEMS, SOUND, in_the_themes_words, taken_in, tell
from signpost.edges import disk
from signpost.model.problems import Refused

if TYPE_CHECKING:
    from signpost.output.propose.brakes import Around
    from signpost.output.propose.suggestions import Suggestion
    from signpost.suggestion import Project

PEOPLE = Path(".github/people.yml")


@in_the_themes_words()
def propose(options: argparse.Namespace) -> int:
    """Read an issue that was written with a form, check what it suggests, and write what to answer."""
    from signpost.output.propose.reading import Answered, answered, issue  # needed here alone
    from signpost.suggestion import suggestion

    if not (project := _project(options)):
        return PROBLEMS
    if options.kind and options.kind not in project.catalog.charter.kinds:
        raise Refused(f"There is no kind {options.kind}. It can be {', '.join(project.catalog.charter.kinds)}.")
    asked = issue(options.issue.read_bytes(), options.author)
    comments = _held(options.comments)
    earlier = Answered() if comments is None else answered(comments)
    around = None if options.accepted else _around(options)
    found = suggestion(asked, earlier, around, project, f"add-{options.kind}" if options.kind else "")
    if found is None:
        _written(options.answer, {"result.json": '{"found": false}\n', "outputs.txt": "found=false\n"})
        print("This issue was not written with one of the forms.")
    else:
        _answered(found, project, options)
    return SOUND


def _project(options: argparse.Namespace) -> "Project | None":
    """The directory as it stands; None, and told why, when its declarations are not sound."""
    from signpost.model.words import words_of
    from signpost.pipeline import published_at
    from signpost.suggestion import Project

    tree, catalog, problems = taken_in(options.today)
    if catalog is None:
        tell(problems)
        return None
    if options.base_url:
        catalog = published_at(catalog, options.base_url)
    words = words_of(tree, catalog.charter.site.language)
    return Project(tree, catalog, tuple(problems), words, options.today)


def _held(path: Path | None) -> bytes | None:
    """What stands in a file that may be named and may be there."""
    return disk.content(path) if path else None


def _around(options: argparse.Namespace) -> "Around":
    """What the brakes look at. A list of others that was asked for and is not there is one that nobody knows."""
    from signpost.output.propose.brakes import Around

    others = _held(options.others)
    return Around(disk.content(PEOPLE), b"" if options.others and others is None else others)


def _answered(found: "Suggestion", project: "Project", options: argparse.Namespace) -> None:
    """Write the file, if it is sound and wanted, and the answer."""
    from signpost.output.propose.comment import comment
    from signpost.output.propose.suggestions import message, outputs, result

    held = result(found, accepting=options.accepted)
    if options.out and held["sound"] and found.draft:
        disk.place(options.out, found.draft.path, found.draft.was, found.draft.content)
    text = comment(found, project.words, project.catalog.charter.site, accepting=options.accepted)
    _written(
        options.answer,
        {
            "comment.md": text,
            "message.txt": message(found) if held["sound"] else "",
            "result.json": json.dumps(held, indent=1) + "\n",
            "outputs.txt": outputs(held),
        },
    )
    if options.answer:
        print(f"Issue {held['number']}: {'sound, ' + held['path'] if held['sound'] else 'answered, and not sound'}.")
    else:
        print(text, end="")


def _written(folder: Path | None, files: dict[str, str]) -> None:
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")


@in_the_themes_words()
def live(options: argparse.Namespace) -> int:
    """Write a comment for each issue whose suggestion was merged and now stands on the site."""
    from signpost.output.propose.live import live as told

    if not (project := _project(options)):
        return PROBLEMS
    read = (options.waiting.read_bytes(), options.merged.read_bytes())
    found = {f"{number}.md": text for number, text in told(*read, project.catalog, project.words)}
    _written(options.out, found)
    print(f"{len(found)} to be told.")
    return SOUND
