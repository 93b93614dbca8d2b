"""Links in texts that lead to a page of the site."""

import pytest

from tests.directories import listing
from tests.telling import PYTHON_NANTES, headlines, told

GUIDE = "---\ntitle: Begin\nsummary: Where to begin, and whom to ask.\n---\nAsk.\n"


def said(body: str) -> list[str]:
    return headlines(listing("Python Nantes", "city: Nantes", "country: FR", body=body))


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/meetups/",
        "/meetups/python-nantes/",
        "/in/fr/nantes/#map",
        "/support/guidance/?q=a",
        "/static/us.png",
        "/search/",
    ],
)
def test_a_link_that_leads_somewhere_is_fine(address: str) -> None:
    assert said(f"See [there]({address}).") == []


@pytest.mark.parametrize(
    "text", ["[x](https://example.org/a)", "[x](mailto:a@example.org)", "[x](#top)", "(/nowhere/)"]
)
def test_what_is_no_link_within_the_site_is_not_followed(text: str) -> None:
    assert [each for each in said(text) if "[contact-in-text]" not in each] == []


def test_every_link_that_leads_nowhere_is_told_at_its_place() -> None:
    text = listing("Python Nantes", body="First [a](/meetup/) line.\n\nSecond [b](/nowhere/) and [c](/in/fr/).")
    assert told({PYTHON_NANTES: text}) == [
        f"{PYTHON_NANTES}:10:11: There is no page /meetup/ here [no-such-page]",
        f"{PYTHON_NANTES}:12:12: There is no page /nowhere/ here [no-such-page]",
        f"{PYTHON_NANTES}:12:31: There is no page /in/fr/ here [no-such-page]",
    ]


def test_guides_are_followed_too() -> None:
    path = "content/pages/guides/begin.md"
    assert headlines(GUIDE + "[Mentors](/mentors/)\n", path) == ["There is no page /mentors/ here [no-such-page]"]
    assert headlines(GUIDE + "[Begin](/guides/begin/)\n", path) == []


def test_a_link_to_a_file_with_a_mistake_does_lead_somewhere() -> None:
    broken = {"content/meetups/b.md": listing("B", "cost: fre"), "content/pages/about.md": "---\ntitle: About\n---\n"}
    problems = told({PYTHON_NANTES: listing("A", body="[B](/meetups/b/) [About](/about/)"), **broken})
    assert {each.partition(":")[0] for each in problems} == broken.keys()
