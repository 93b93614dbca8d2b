"""What is typed -> options: what each command takes, and what is said of what it does not."""

import pytest

from signpost import __version__
from signpost.cli import main

AS_AN_ADDRESS = "Write it as https://example.org/directory/"


def refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What is said when the arguments make no command."""
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    return capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize(
    ("words", "say"),
    [
        ("", "the following arguments are required: COMMAND"),
        ("new meetups", "the following arguments are required: NAME"),
        ("build --today soon", 'argument --today: "soon" is not a date. Write it as 2026-11-22.'),
        ("check --today 2026-02-30", 'argument --today: "2026-02-30" is not a date. Write it as 2026-11-22.'),
        ("build --base-url /a/", f'argument --base-url: "/a/" is not a web address. {AS_AN_ADDRESS}'),
        ("serve --port web", 'argument --port: "web" is not a port. Write it as 8000.'),
        ("serve --port 70000", 'argument --port: "70000" is not a port. Write it as 8000.'),
        ("build --port 1", "unrecognized arguments: --port 1"),
        ("new meetups A\udcff", "argument NAME: it is not text in UTF-8."),
        ("new meetups A --city \udcff --country PT", "argument --city: it is not text in UTF-8."),
        ("recheck --limit 0", 'argument --limit: "0" is not a number of listings. Write it as 10.'),
        ("links --state", "argument --state: expected one argument"),
        ("locate --strict", "unrecognized arguments: --strict"),
        ("new meetups A --city", "argument --city: expected one argument"),
    ],
)  # fmt: skip
def test_what_is_typed_wrong_is_told_in_a_line(words: str, say: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(words.split(), capsys).partition("error: ")[2] == say


def test_an_unknown_command_and_an_unknown_form_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert "invalid choice: 'biuld'" in refused(["biuld"], capsys)
    assert "invalid choice: 'xml'" in refused(["check", "--format", "xml"], capsys)


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    words = capsys.readouterr().out
    assert [
        each
        for each in ("build", "check", "serve", "new", "locate", "export", "links", "recheck")
        if f"\n    {each} " not in words
    ] == []


def test_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"signpost {__version__}\n"
