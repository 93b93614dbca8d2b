"""Answers -> an issue as GitHub writes it when somebody sends a form, and what becomes of it."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from signpost.model.issues import LABELS, Form, forms
from signpost.output.propose.brakes import Around
from signpost.output.propose.reading import Answered, issue
from signpost.output.propose.suggestions import Suggestion
from signpost.pipeline import take_in
from signpost.suggestion import Project, suggestion
from tests.conftest import TODAY, miniature
from tests.directories import english

LUNCH = {
    "name": "Lunch Circle",
    "url": "https://lunch.example.org/",
    "summary": "We eat lunch together, every week, with people who work alone.",
    "support": "Emotional support, guidance",
    "city": "Leeds",
    "country": "United Kingdom",
}
"""What somebody answers who adds a meetup."""


@cache
def project() -> Project:
    """The small directory, as it is before anything is suggested."""
    catalog, problems = take_in(miniature(), TODAY)
    assert catalog is not None
    return Project(miniature(), catalog, tuple(problems), english(), TODAY)


def form(name: str) -> Form:
    """A form of the small directory."""
    return forms(project().catalog.charter, english())[name]


def text(form_name: str, answers: Mapping[str, str]) -> str:
    """The text of an issue: each heading, and below it the answer or GitHub's words for none."""
    inputs = form(form_name).inputs
    assert answers.keys() <= {each.name for each in inputs}
    return "\r\n\r\n".join(f"### {each.label}\r\n\r\n{answers.get(each.name) or '_No response_'}" for each in inputs)


def sent(form_name: str, answers: Mapping[str, str], **more: Any) -> dict[str, Any]:
    """The issue as GitHub's REST API gives it."""
    labels = [LABELS[form(form_name).aim], *more.pop("labels", ())]
    return {
        "number": 7,
        "state": "open",
        "body": text(form_name, answers),
        "user": {"login": "ada", "id": 1815},
        "labels": [{"name": each} for each in labels],
        "author_association": "NONE",
        **more,
    }


def suggested(given: dict[str, Any], around: Around | None = None, earlier: Answered | None = None) -> Suggestion:
    """What becomes of an issue in the small directory."""
    read = issue(json.dumps(given).encode())
    found = suggestion(read, earlier or Answered(), around, project())
    assert found is not None
    return found
