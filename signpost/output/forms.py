"""The charter -> GitHub's issue forms, in which people without git add, mend, confirm and report.

https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
"""

from collections.abc import Mapping
from typing import Any

import yaml

from signpost.model.issues import LABELS, Form, Input
from signpost.model.issues import forms as forms_of
from signpost.model.kinds import Charter
from signpost.model.words import Words

FOLDER = ".github/ISSUE_TEMPLATE/"
MADE = "# Made by `signpost export forms`. Change the declarations or the theme's words instead.\n"


def forms(charter: Charter, words: Words) -> Mapping[str, bytes]:
    """Path -> content of every issue form, and of what GitHub shows where one is chosen."""
    files = {f"{each.name}.yml": _form(each) for each in forms_of(charter, words).values()}
    return {FOLDER + name: _written(held) for name, held in {**files, "config.yml": CHOOSER}.items()}


CHOOSER = {"blank_issues_enabled": True}
"""Whoever has something else to say can still write."""


def _form(form: Form) -> dict[str, Any]:
    return {
        "name": form.title,
        "description": form.summary,
        "title": f"{form.title}: ",
        "labels": [LABELS[form.aim]],
        "body": [{"type": "markdown", "attributes": {"value": form.intro}}, *map(_input, form.inputs)],
    }


def _input(asked: Input) -> dict[str, Any]:
    says = {"label": asked.label, "description": asked.help, "placeholder": asked.example}
    return {
        "type": "textarea" if asked.is_long else "input",
        "id": asked.name,
        "attributes": {key: value for key, value in says.items() if value},
        **({"validations": {"required": True}} if asked.is_required else {}),
    }


def _written(held: Mapping[str, Any]) -> bytes:
    return (MADE + yaml.safe_dump(dict(held), sort_keys=False, allow_unicode=True, width=120)).encode()
