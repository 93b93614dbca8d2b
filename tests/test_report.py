"""Problems told in four ways: to a terminal, to GitHub, to programs, and to a pull request."""

import json

import pytest

from signpost.model.problems import Problem
from signpost.model.source import Span
from signpost.output.report import counted, report

MONTHLY = Problem(
    path="content/meetups/python-nantes.md",
    rule="not-a-choice",
    say='"montly" is not one of the choices for How often',
    hint='Did you mean "month"?',
    span=Span(4, 12, 18),
    line="frequency: montly",
)
PLAIN = Problem("content/a.md", "plain-http", "The address is not encrypted", span=Span(3, 6, 9), warning=True)


def test_a_terminal_is_told_place_words_line_and_hint() -> None:
    assert report([MONTHLY], "text") == (
        "content/meetups/python-nantes.md:4:12: error: "
        '"montly" is not one of the choices for How often [not-a-choice]\n'
        "     4 | frequency: montly\n"
        "       |            ^^^^^^\n"
        '         Did you mean "month"?\n'
        "\n"
    )


def test_a_problem_without_a_line_or_a_hint_is_one_line() -> None:
    expected = "content/a.md:3:6: warning: The address is not encrypted [plain-http]\n\n"
    assert report([PLAIN], "text") == expected


def test_a_problem_of_a_whole_file_has_no_caret() -> None:
    whole = Problem("content/meetups/A.md", "bad-file-name", 'The name "A" cannot be an address', line="---")
    expected = 'content/meetups/A.md:1:1: error: The name "A" cannot be an address [bad-file-name]\n\n'
    assert report([whole], "text") == expected


@pytest.mark.parametrize(
    ("line", "span", "expected"),
    [
        ("\tname: x", Span(2, 2, 6), "     2 |  name: x\n       |  ^^^^\n"),
        ("name:", Span(2, 6, 6), "     2 | name:\n       |      ^\n"),
        ("name: x", Span(2, 7, 400), "     2 | name: x\n       |       ^\n"),
        (
            "a" * 300,
            Span(2, 5, 7),
            f"     2 | {'a' * 160}…\n       |     ^^\n",
        ),
        (
            "a" * 200 + "b" + "c" * 200,
            Span(2, 201, 202),
            f"     2 | …{'a' * 24}b{'c' * 135}…\n       | {' ' * 25}^\n",
        ),
        (
            "a" * 200 + "b" * 20,
            Span(2, 201, 221),
            f"     2 | …{'a' * 24}{'b' * 20}\n       | {' ' * 25}{'^' * 20}\n",
        ),
    ],
    ids=["a tab", "nothing", "past the end", "the beginning", "the middle", "the end"],
)
def test_the_caret_stands_below_what_is_wrong(line: str, span: Span, expected: str) -> None:
    found = Problem("content/a.md", "rule", "Wrong", span=span, line=line)
    assert report([found], "text") == f"content/a.md:2:{span.column}: error: Wrong [rule]\n{expected}\n"


def test_github_is_told_on_the_line() -> None:
    assert report([MONTHLY, PLAIN], "github") == (
        "::error file=content/meetups/python-nantes.md,line=4,col=12,endColumn=18,title=not-a-choice::"
        '"montly" is not one of the choices for How often. Did you mean "month"?\n'
        "::warning file=content/a.md,line=3,col=6,endColumn=9,title=plain-http::The address is not encrypted.\n"
    )


def test_what_authors_wrote_cannot_command_github() -> None:
    sly = Problem("content/a,b:c%\n.md", "rule", "100%\r\n::error::x, y: z", "Stop.")
    assert report([sly], "github") == (
        "::error file=content/a%2Cb%3Ac%25%0A.md,line=1,col=1,endColumn=1,title=rule::"
        "100%25%0D%0A::error::x, y: z. Stop.\n"
    )


def test_programs_are_told_everything() -> None:
    assert json.loads(report([MONTHLY, PLAIN], "json")) == [
        {
            "path": "content/meetups/python-nantes.md",
            "line": 4,
            "column": 12,
            "end": 18,
            "weight": "error",
            "rule": "not-a-choice",
            "say": '"montly" is not one of the choices for How often',
            "hint": 'Did you mean "month"?',
        },
        {
            "path": "content/a.md",
            "line": 3,
            "column": 6,
            "end": 9,
            "weight": "warning",
            "rule": "plain-http",
            "say": "The address is not encrypted",
            "hint": "",
        },
    ]


def test_a_pull_request_is_told_errors_first() -> None:
    assert report([PLAIN, MONTHLY], "summary") == (
        "1 problem, 1 warning.\n"
        "\n"
        "- **To mend**: `content/meetups/python-nantes.md`, line 4: "
        '`"montly" is not one of the choices for How often. Did you mean "month"?` (not-a-choice)\n'
        "- **Worth a look**: `content/a.md`, line 3: `The address is not encrypted.` (plain-http)\n"
    )


def test_what_authors_wrote_stays_in_its_code_span() -> None:
    sly = Problem("content/`a`\n.md", "rule", "`<img src=x>\n@everyone`", "[x](y)")
    assert report([sly], "summary") == (
        "1 problem.\n\n- **To mend**: `content/'a' .md`, line 1: `'<img src=x> @everyone'. [x](y)` (rule)\n"
    )


@pytest.mark.parametrize(
    ("format_name", "expected"), [("text", ""), ("github", ""), ("json", "[]\n"), ("summary", "Everything fits.\n")]
)
def test_nothing_wrong_is_told_too(format_name: str, expected: str) -> None:
    assert report([], format_name) == expected


@pytest.mark.parametrize(
    ("problems", "expected"),
    [
        ([], "no problems"),
        ([PLAIN], "1 warning"),
        ([MONTHLY, MONTHLY], "2 problems"),
        ([MONTHLY, PLAIN, PLAIN], "1 problem, 2 warnings"),
    ],
)
def test_problems_and_warnings_are_counted_apart(problems: list[Problem], expected: str) -> None:
    assert counted(problems) == expected
