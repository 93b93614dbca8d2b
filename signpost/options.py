"""The commands -> a parser of what is typed: their names, options and the words of `--help`."""

import argparse
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from signpost import __version__

Run = Callable[[argparse.Namespace], int]

LAST_PORT, WHOLE = 65535, 100
MADE = ("fields", "rules", "schemas", "forms")
"""What is made from the declarations and stands in the repository: see pipeline.made."""
FORMATS = ("text", "github", "json", "summary")


def day(text: str) -> date:
    """A day of the command line. Raises ArgumentTypeError for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is not a date. Write it as 2026-11-22.') from None


def words(text: str) -> str:
    """Words of the command line that a file can hold. Raises ArgumentTypeError for bytes that are not UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError("it is not text in UTF-8.") from None
    return text


def percent(text: str) -> int:
    """A share of the command line, in percent. Raises ArgumentTypeError for anything else."""
    if not text.isdecimal() or int(text) > WHOLE:
        raise argparse.ArgumentTypeError(f'"{text}" is not a share. Write it as 5.')
    return int(text)


def port(text: str) -> int:
    """A port of the command line. Raises ArgumentTypeError for anything else."""
    if not text.isdecimal() or int(text) > LAST_PORT:
        raise argparse.ArgumentTypeError(f'"{text}" is not a port. Write it as 8000.')
    return int(text)


def number(text: str) -> int:
    """A number of the command line, one at least. Raises ArgumentTypeError for anything else."""
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f'"{text}" is not a number of listings. Write it as 10.')
    return int(text)


def made(text: str) -> str:
    """The name of something that is made from the declarations. Raises ArgumentTypeError for anything else."""
    if text not in MADE:
        raise argparse.ArgumentTypeError(f'"{text}" is not made here. It can be {", ".join(MADE)}.')
    return text


def address(text: str) -> str:
    """A web address of the command line. Raises ArgumentTypeError for anything else."""
    if urlsplit(text).scheme not in ("http", "https") or not urlsplit(text).netloc:
        raise argparse.ArgumentTypeError(f'"{text}" is not a web address. Write it as https://example.org/directory/')
    return text


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
    "--kind": {"metavar": "KIND", "help": "read it as the form of this kind (default: as its headings say)"},
    "--author": {"metavar": "HANDLE", "default": "", "help": "who suggests it (default: who opened the issue)"},
    "--accepted": {"action": "store_true", "help": "a maintainer has accepted the text that was answered before"},
    "propose --out": {"type": Path, "metavar": "FOLDER", "help": "the folder that gets the file, below content/"},
    "--answer": {"type": Path, "metavar": "FOLDER", "help": "the folder that gets the answer and the result"},
    "--waiting": {"type": Path, "required": True, "metavar": "FILE", "help": "issues to be told, as gh lists them"},
    "--merged": {"type": Path, "required": True, "metavar": "FILE", "help": "merged pull requests, as gh lists them"},
    "live --out": {"type": Path, "required": True, "metavar": "FOLDER", "help": "where a comment for each issue goes"},
}

BUILDING = ("--strict", "--today", "--out", "--base-url", "--no-index")
TAKEN = {
    "build": (*BUILDING, "--quarantine"),
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
}
"""What each command takes."""


def parser(*commands: Run) -> argparse.ArgumentParser:
    """A parser for commands, each named and described by the function that runs it."""
    whole = argparse.ArgumentParser("signpost", description="A community resource directory that stays true.")
    whole.add_argument("--version", action="version", version=f"signpost {__version__}")
    choices = whole.add_subparsers(required=True, metavar="COMMAND")
    for run in commands:
        name = run.__name__
        said = (run.__doc__ or "").strip()
        command = choices.add_parser(name, help=said, description=said)
        for option in TAKEN[name]:
            command.add_argument(option, **OPTIONS.get(f"{name} {option}", OPTIONS[option]))
        command.set_defaults(run=run, today=datetime.now(UTC).date(), preview=name == "serve", quarantine=False)
    return whole
