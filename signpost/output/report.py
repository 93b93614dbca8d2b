"""Problems -> text for a terminal, annotations for GitHub, JSON for programs, a summary for a pull request."""

import json
from collections.abc import Callable, Sequence

from signpost.model.problems import Problem
from signpost.model.quoting import code, masked
from signpost.model.source import START

WIDEST, LEAD, TURN = 160, 24, "…"


def report(problems: Sequence[Problem], format_name: str) -> str:
    """All problems in one of FORMATS; nothing for none, where the format allows it."""
    return FORMATS[format_name](problems)


def text(problems: Sequence[Problem]) -> str:
    """Place, what is wrong, the line with a caret below it, what to do: one block a problem."""
    return "".join(f"{_block(each)}\n" for each in problems)


def _block(problem: Problem) -> str:
    line, column, end = problem.span
    weight = "warning" if problem.warning else "error"
    lines = [f"{problem.path}:{line}:{column}: {weight}: {problem.say} [{problem.rule}]"]
    if problem.line and problem.span != START:
        shown, at = _window(problem.line, column - 1)
        marks = max(1, min(end - column, len(shown) - at))
        lines += [f"{line:>6} | {shown}", f"       | {' ' * at}{'^' * marks}"]
    if problem.hint:
        lines.append(f"         {problem.hint}")
    return "\n".join(lines) + "\n"


def _window(line: str, at: int) -> tuple[str, int]:
    """The part of a long line around a column, and the column within it."""
    line = line.replace("\t", " ")
    if len(line) <= WIDEST:
        return line, at
    start = max(0, at - LEAD)
    head, tail = TURN if start else "", TURN if start + WIDEST < len(line) else ""
    return head + line[start : start + WIDEST] + tail, at - start + len(head)


def github(problems: Sequence[Problem]) -> str:
    """Workflow commands: an annotation on the line of each problem (GitHub Actions, workflow commands)."""
    return "".join(f"{_command(each)}\n" for each in problems)


def _command(problem: Problem) -> str:
    weight = "warning" if problem.warning else "error"
    line, column, end = problem.span
    place = f"file={_property(problem.path)},line={line},col={column},endColumn={end},title={_property(problem.rule)}"
    return f"::{weight} {place}::{_message(_words(problem))}"


def _words(problem: Problem) -> str:
    """What is wrong and what to do, as it may stand where everybody reads it for good."""
    return masked(f"{problem.say}. {problem.hint}".strip())


def _message(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _message(words).replace(":", "%3A").replace(",", "%2C")


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects: path, line, column, end, weight, rule, say, hint."""
    rows = [
        {
            "path": each.path,
            "line": each.span.line,
            "column": each.span.column,
            "end": each.span.end,
            "weight": "warning" if each.warning else "error",
            "rule": each.rule,
            "say": each.say,
            "hint": each.hint,
        }
        for each in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def summary(problems: Sequence[Problem]) -> str:
    """Markdown for people: how many, then a list, errors first. What authors wrote stands in code spans."""
    if not problems:
        return "Everything fits.\n"
    rows = sorted(problems, key=lambda each: each.warning)
    return f"{counted(problems)}.\n\n" + "".join(_row(each) for each in rows)


def _row(problem: Problem) -> str:
    mark = "Worth a look" if problem.warning else "To mend"
    return f"- **{mark}**: {code(problem.path)}, line {problem.span.line}: {code(_words(problem))} ({problem.rule})\n"


def counted(problems: Sequence[Problem]) -> str:
    """`2 problems, 1 warning`."""
    warnings = sum(each.warning for each in problems)
    numbers = (("problem", len(problems) - warnings), ("warning", warnings))
    return ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for word, n in numbers if n) or "no problems"


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": text,
    "github": github,
    "json": as_json,
    "summary": summary,
}
