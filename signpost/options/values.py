"""What is typed on the command line -> values; ArgumentTypeError, with words for the user, for what is none."""

import argparse
from datetime import date
from urllib.parse import urlsplit

LAST_PORT, WHOLE = 65535, 100
MADE = ("fields", "rules", "schemas", "forms")
"""What is made from the declarations and stands in the repository: see errands.made."""


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


def assignment(text: str) -> tuple[str, str]:
    """A field and a column of the command line. Raises ArgumentTypeError for anything else."""
    field, sign, column = text.partition("=")
    if not sign or not field.strip():
        raise argparse.ArgumentTypeError(
            f'"{text}" does not say which column goes into a field. Write it as name=Title.'
        )
    return field.strip(), column.strip()


def answer(text: str) -> tuple[str, str]:
    """A field and its value on the command line. Raises ArgumentTypeError for anything else."""
    field, sign, value = words(text).partition("=")
    if not sign or not field.strip() or not value.strip():
        raise argparse.ArgumentTypeError(f'"{text}" is not a field and its value. Write it as support=guidance.')
    return field.strip(), value.strip()


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


def parts(text: str) -> frozenset[str]:
    """Parts of the site that the command line names. Raises ArgumentTypeError for anything else."""
    from signpost.model.parts import PARTS

    named = frozenset(each.strip() for each in text.split(","))
    if strange := sorted(named - PARTS.keys()):
        raise argparse.ArgumentTypeError(f'"{strange[0]}" is no part of a site. It can be {", ".join(PARTS)}.')
    return named
