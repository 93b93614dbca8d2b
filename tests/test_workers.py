"""Work that is done in shares, each by a process of its own."""

import os

import pytest

from signpost.edges.workers import shares, spread
from signpost.model.files import WHOLE, Share, split
from signpost.model.problems import BrokenTheme, Problem, Refused


def letters(share: Share) -> tuple[str, int]:
    """A share of some letters, and the process that found it."""
    return "".join(share.among("abcdefg")), os.getpid()


def test_the_shares_make_the_whole_and_come_in_order() -> None:
    assert [text for text, _ in spread(letters, split(3), 3)] == ["adg", "be", "cf"]


def test_the_first_share_is_done_here_and_the_others_elsewhere() -> None:
    here, there = (process for _, process in spread(letters, split(2), 2))
    assert here == os.getpid() != there


def test_one_share_is_the_whole() -> None:
    assert spread(lambda share: share, split(1), 1) == [WHOLE]


def test_there_can_be_more_shares_than_a_byte_counts() -> None:
    assert spread(lambda share: share.number, split(1000), 2) == list(range(1000))


@pytest.mark.parametrize("number", [0, 1])
def test_what_a_share_raises_is_raised(number: int) -> None:
    problem = Problem("templates/base.html", "broken-template", "It is broken")

    def work(share: Share) -> None:
        if share.number == number:
            raise BrokenTheme(problem)

    with pytest.raises(BrokenTheme) as caught:
        spread(work, split(2), 2)
    assert caught.value.problem == problem


def test_a_share_that_dies_without_a_word_is_told() -> None:
    def work(share: Share) -> None:
        if share.number:
            os._exit(9)

    with pytest.raises(Refused, match="was ended from outside, perhaps for want of memory"):
        spread(work, split(2), 2)


def test_little_work_is_not_split(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1, 2, 3}, raising=False)
    assert [shares(size, 150) for size in (0, 149, 299, 300, 10_000)] == [1, 1, 1, 2, 4]


def test_a_system_that_cannot_copy_a_process_does_it_all_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("multiprocessing.get_all_start_methods", lambda: ["spawn"])
    assert shares(10_000, 150) == 1
