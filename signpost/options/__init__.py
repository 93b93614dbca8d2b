"""The commands -> a parser of what is typed: their names, options and the words of `--help`."""

import argparse
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from signpost import __version__
from signpost.options.values import MADE, address, answer, assignment, day, made, number, parts, percent, port, words

Run = Callable[[argparse.Namespace], int]

FORMATS = ("text", "github", "json", "summary")


OPTIONS: dict[str, dict[str, Any]] = {
    "--strict": {"action": "store_true", "help": "count warnings as problems"},
    "--today": {"type": day, "metavar": "DATE", "help": "the day to reckon from, as 2026-11-22 (default: today, UTC)"},
    "--out": {"type": Path, "default": Path("site"), "metavar": "FOLDER", "help": "where it goes (default: site)"},
    "--base-url": {
        "type": address,
        "metavar": "URL",
        "help": "where it will be published (default: as _site.yaml says)",
    },
    "--quarantine": {
        "action": "store_true",
        "help": "leave out files with errors, and tell so on /needs-check/",
    },
    "--no-index": {"action": "store_true", "help": "leave the search index out"},
    "--only": {
        "type": parts,
        "metavar": "PART,...",
        "help": "make some parts of the site alone, such as listings,lists,home (default: all)",
    },
    "--profile": {"action": "store_true", "help": "tell how much time each stage took"},
    "--port": {"type": port, "metavar": "PORT", "default": 8000, "help": "where the preview listens (default: 8000)"},
    "--format": {"choices": FORMATS, "help": "how to tell it (default: text; github on GitHub Actions)"},
    "paths": {"nargs": "*", "metavar": "PATH", "help": "look at these files and folders only"},
    "kind": {"metavar": "KIND", "help": "a folder of content/, such as meetups"},
    "name": {"type": words, "metavar": "NAME", "help": 'the name of the new listing, such as "Python Nantes"'},
    "--city": {
        "type": words,
        "metavar": "CITY",
        "default": "",
        "help": "the city it is in, to say where that is; with --country",
    },
    "--country": {
        "type": words,
        "metavar": "CC",
        "default": "",
        "help": "the country it is in, by its two letters, such as PT",
    },
    "--dry-run": {"action": "store_true", "help": "tell what would be written, and write nothing"},
    "--base": {
        "metavar": "COMMIT",
        "type": words,
        "default": "origin/main",
        "help": "what the change is compared with (default: origin/main)",
    },
    "--findings": {"type": Path, "metavar": "FILE", "help": "write what is found into a file, for signpost comment"},
    "--run-url": {"type": address, "metavar": "URL", "help": "where the built site can be fetched"},
    "--most": {
        "type": percent,
        "metavar": "PERCENT",
        "default": 5,
        "help": "how many of the listings may go at once, in percent (default: 5)",
    },
    "--against": {"metavar": "URL|FILE", "required": True, "help": "the listings.json that is published now"},
    "file": {"type": Path, "metavar": "FILE", "help": "the findings that signpost review wrote"},
    "--state": {
        "type": Path,
        "metavar": "FILE",
        "help": "what is remembered of addresses from one run to the next",
    },
    "--local": {"action": "store_true", "help": "ask this machine and private networks too, which tests do"},
    "--limit": {
        "type": number,
        "metavar": "NUMBER",
        "default": 10,
        "help": "so many listings at most (default: 10)",
    },
    "what": {"nargs": "*", "type": made, "metavar": "WHAT", "help": f"{', '.join(MADE)} (default: all of them)"},
    "--check": {"action": "store_true", "help": "write nothing; tell which files are not as they would be written"},
    "--issue": {"type": Path, "required": True, "metavar": "FILE", "help": "the issue, as GitHub's REST API gives it"},
    "--comments": {"type": Path, "metavar": "FILE", "help": "the comments below it, as GitHub's REST API gives them"},
    "--others": {"type": Path, "metavar": "FILE", "help": "the open suggestions of its author, as gh lists them"},
    "propose --kind": {"metavar": "KIND", "help": "read it as the form of this kind (default: as its headings say)"},
    "--author": {"metavar": "HANDLE", "default": "", "help": "who suggests it (default: who opened the issue)"},
    "--accepted": {"action": "store_true", "help": "a maintainer has accepted the text that was answered before"},
    "propose --out": {"type": Path, "metavar": "FOLDER", "help": "the folder that gets the file, below content/"},
    "--answer": {"type": Path, "metavar": "FOLDER", "help": "the folder that gets the answer and the result"},
    "--waiting": {"type": Path, "required": True, "metavar": "FILE", "help": "issues to be told, as gh lists them"},
    "--merged": {"type": Path, "required": True, "metavar": "FILE", "help": "merged pull requests, as gh lists them"},
    "live --out": {"type": Path, "required": True, "metavar": "FOLDER", "help": "where a comment for each issue goes"},
    "format": {
        "choices": ("csv", "hsds"),
        "help": "what the file is: csv (a table from a spreadsheet), hsds (another directory's JSON)",
    },
    "source": {"metavar": "FILE", "help": "the file to import; for hsds also a folder of files"},
    "--source": {
        "type": address,
        "metavar": "URL",
        "dest": "origin",
        "help": "where the file is from (default: the address of each)",
    },
    "--set": {
        "type": answer,
        "metavar": "FIELD=VALUE",
        "action": "append",
        "default": [],
        "help": "what listings say that do not say it themselves, such as support=guidance",
    },
    "--kind": {"metavar": "KIND", "default": "", "help": "a folder of content/: what the listings are"},
    "--map": {
        "type": assignment,
        "metavar": "FIELD=COLUMN",
        "nargs": "+",
        "action": "extend",
        "default": [],
        "help": "which column goes into a field, such as name=Title; FIELD= leaves a field out",
    },
    "--write": {"action": "store_true", "help": "write the listings; without it they are only shown"},
}

BUILDING = ("--strict", "--today", "--out", "--base-url", "--no-index")
TAKEN = {
    "build": (*BUILDING, "--quarantine", "--only", "--profile"),
    "check": ("paths", "--format", "--strict", "--today"),
    "review": ("--base", "--findings", "--format", "--strict", "--today"),
    "comment": ("file", "--run-url"),
    "guard": ("--against", "--most", "--out"),
    "serve": (*BUILDING, "--port"),
    "new": ("kind", "name", "--city", "--country", "--today"),
    "locate": ("paths", "--dry-run"),
    "links": ("paths", "--state", "--format", "--strict", "--base-url", "--today", "--local"),
    "recheck": ("--state", "--limit", "--base-url", "--today"),
    "propose": (
        "--issue",
        "--comments",
        "--others",
        "--kind",
        "--author",
        "--accepted",
        "--out",
        "--answer",
        "--base-url",
        "--today",
    ),
    "live": ("--waiting", "--merged", "--out", "--base-url"),
    "export": ("what", "--check", "--today"),
    "import": ("format", "source", "--kind", "--map", "--set", "--source", "--write", "--today"),
}
"""What each command takes."""


UNSAID = {"quarantine": False, "only": None, "profile": False}
"""What holds for `serve`, which builds without being asked how."""


def parser(*commands: Run) -> argparse.ArgumentParser:
    """A parser for commands, each named and described by the function that runs it."""
    whole = argparse.ArgumentParser("signpost", description="A community resource directory that stays true.")
    whole.add_argument("--version", action="version", version=f"signpost {__version__}")
    choices = whole.add_subparsers(required=True, metavar="COMMAND")
    for run in commands:
        name = run.__name__.rstrip("_")  # some names are Python's own
        said = (run.__doc__ or "").strip()
        command = choices.add_parser(name, help=said, description=said)
        for option in TAKEN[name]:
            command.add_argument(option, **OPTIONS.get(f"{name} {option}", OPTIONS[option]))
        command.set_defaults(run=run, today=datetime.now(UTC).date(), preview=name == "serve", **UNSAID)
    return whole
