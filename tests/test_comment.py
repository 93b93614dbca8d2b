"""The comment on a pull request: plain words about the change, and nothing in it that a stranger could make happen."""

from signpost.model.problems import Problem
from signpost.model.reviews import Change, Difference, Review
from signpost.model.source import Span
from signpost.output.comment import comment

FREI = Problem(
    "content/meetups/lunch.md",
    "not-a-choice",
    '"frei" is not one of the choices for Cost',
    "It can be free, paid.",
    Span(6, 7, 11),
    "cost: frei",
)
HOSTILE = "`</details>` @everyone [x](javascript:alert) ![](https://example.org/pixel) | <script>\n::set-output"


def test_a_sound_change_is_told_field_by_field() -> None:
    lunch = Change("changed", FREI.path, "Meetup", "Lunch", (Difference("Cost", "", "Free"),))
    assert comment(Review(changes=(lunch,)), "https://example.org/run/1") == (
        "**All clear.** Everything fits.\n\n"
        "### What readers will see\n\n"
        "**Changed**: `Lunch` (`Meetup`)\n\n"
        "| | before | after |\n| --- | --- | --- |\n| `Cost` | — | `Free` |\n\n"
        "The site as it would be is among the [files of this check](https://example.org/run/1#artifacts).\n"
    )


def test_a_mistake_is_told_with_its_line_and_what_to_do_and_old_ones_stand_apart() -> None:
    assert comment(Review(problems=(FREI,), standing=(FREI,), notes=("Too much.",))) == (
        "**1 thing needs mending** before this can go live.\n\n"
        "### To mend\n\n"
        '- `content/meetups/lunch.md`, line 6: `"frei" is not one of the choices for Cost` (`not-a-choice`)\n'
        "  `cost: frei`\n"
        "  `It can be free, paid.`\n\n"
        "### Beside that\n\n- `Too much.`\n\n"
        "<details><summary>1 mistakes were there before and do not hold this up</summary>\n\n"
        '- `content/meetups/lunch.md`, line 6: `"frei" is not one of the choices for Cost` (`not-a-choice`)\n'
        "  `cost: frei`\n"
        "  `It can be free, paid.`\n\n"
        "</details>\n"
    )


def test_what_strangers_wrote_stays_words() -> None:
    evil = Problem(HOSTILE, HOSTILE, HOSTILE, HOSTILE, Span(1, 1, 1), HOSTILE)
    change = Change(HOSTILE, HOSTILE, HOSTILE, HOSTILE, (Difference(HOSTILE, HOSTILE, HOSTILE),))
    told = comment(Review((evil,), (evil,), (change,), (HOSTILE,)))
    outside = "".join(told.replace("\\|", "").split("`")[::2])
    assert not any(mark in outside for mark in ("@", "](", "script", "::", "javascript"))


def test_a_change_without_end_is_cut() -> None:
    many = tuple(
        Change("added", "x", "Meetup", "y" * 900, (Difference("Cost", "a" * 900, "b" * 900),) * 50) for _ in "z" * 90
    )
    told = comment(Review((FREI,) * 90, (FREI,) * 90, many))
    assert len(told) < 65_536
    assert "- and 70 more" in told
