"""The runner of workflows: steps see what they would see on GitHub, and what they do is seen."""

from pathlib import Path

import pytest

from tests.workflows import running
from tests.workflows.running import Ran, run_job, scratch

WORKFLOW = """
name: try
on: [push]
env: {FROM: workflow, OVER: workflow}
defaults: {run: {shell: bash}}
jobs:
  one:
    env: {OVER: job, NUMBER: "${{ github.event.number }}"}
    outputs: {said: "${{ steps.say.outputs.said }}"}
    steps:
      - uses: actions/checkout@abc
      - name: Say
        id: say
        env: {OVER: step}
        run: |
          echo "said=$FROM $OVER $NUMBER" >> "$GITHUB_OUTPUT"
          printf 'long<<END\\none\\ntwo\\nEND\\n' >> "$GITHUB_OUTPUT"
          echo "KEPT=yes" >> "$GITHUB_ENV"
          echo "# Summary" >> "$GITHUB_STEP_SUMMARY"
          gh issue comment 7 --body-file - < "$GITHUB_EVENT_PATH"
      - name: Look
        env: {LONG: "${{ steps.say.outputs.long }}"}
        run: echo "$KEPT $OVER $LONG"; test -d content; gh pr list --json number
      - name: Pass over
        if: steps.say.outputs.said == 'else'
        run: exit 1
      - name: May fail
        id: may
        continue-on-error: true
        run: false
      - name: Fail in a pipe
        if: steps.may.outcome == 'failure' && steps.may.conclusion == 'success'
        run: false | true
      - name: Not any more
        run: echo never
      - name: Clean up
        if: failure()
        run: mkdir made && echo kept > made/it
      - if: always()
        uses: actions/upload-artifact@abc
        with: {name: made, path: made}
"""


@pytest.fixture
def ran(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ran:
    """The job, run."""
    repository = scratch(tmp_path)
    (tmp_path / "ours/.github/workflows").mkdir(parents=True)
    (tmp_path / "ours/.github/workflows/try.yml").write_text(WORKFLOW)
    monkeypatch.setattr(running, "ROOT", tmp_path / "ours")
    monkeypatch.setenv("GITHUB_TOKEN", "of this machine")
    return run_job("try", "one", {"number": 7}, repository, gh={"pr list": [{"number": 12}]})


def test_steps_run_in_order_as_far_as_their_conditions_let_them(ran: Ran) -> None:
    assert [(each.name, each.outcome) for each in ran.steps] == [
        ("actions/checkout@abc", "success"),
        ("Say", "success"),
        ("Look", "success"),
        ("Pass over", "skipped"),
        ("May fail", "failure"),
        ("Fail in a pipe", "failure"),
        ("Not any more", "skipped"),
        ("Clean up", "success"),
        ("actions/upload-artifact@abc", "success"),
    ]
    assert ran.code == 1


def test_what_a_step_says_reaches_the_next_ones_and_the_job(ran: Ran) -> None:
    assert ran.outputs == {"said": "workflow step 7"}
    assert ran.step("Look").out == 'yes job one\ntwo\n[{"number": 12}]'
    assert ran.summary == "# Summary\n"
    assert (ran.artifacts / "made/it").read_text() == "kept\n"


def test_calls_of_gh_are_written_down(ran: Ran) -> None:
    assert [(call.said, call.stdin) for call in ran.gh_calls] == [
        ("issue comment 7 --body-file -", '{"number": 7}'),
        ("pr list --json number", ""),
    ]


def test_a_job_runs_on_the_branch_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = scratch(tmp_path)
    commit = repository.commit("mine", {"content/meetups/leeds-first-tuesday.md": None, "made/a.txt": "a"})
    again = repository.commit("mine", {"made/a.txt": "b"})
    assert repository.changed("mine") == ["content/meetups/leeds-first-tuesday.md", "made/a.txt"]
    (tmp_path / "ours/.github/workflows").mkdir(parents=True)
    (tmp_path / "ours/.github/workflows/try.yml").write_text(
        "name: try\non: [pull_request]\njobs:\n  one:\n    steps:\n      - uses: actions/checkout@abc\n"
        "      - name: Look\n        run: echo $GITHUB_SHA $GITHUB_REF_NAME; git diff --name-only origin/main HEAD\n"
        "      - uses: actions/checkout@abc\n        with: {path: base, ref: main}\n"
        "      - name: Compare\n        run: ls made base/content/meetups\n"
    )
    monkeypatch.setattr(running, "ROOT", tmp_path / "ours")
    ran = run_job("try", "one", {"number": 7}, repository, ref="mine")
    assert commit != again
    assert ran.step("Look").out == f"{again} mine\ncontent/meetups/leeds-first-tuesday.md\nmade/a.txt\n"
    assert "leeds-first-tuesday.md" in ran.step("Compare").out
