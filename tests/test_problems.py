"""Problems: their order, and what is sound."""

from signpost.model.problems import Problem, Unfit, are_sound, in_order, problem, unfits_in
from signpost.model.source import START, Span, unread

PAGE = unread("content/meetups/a.md", "---\nname: A\n---\n")


def test_a_problem_shows_the_line_it_is_on() -> None:
    found = problem(PAGE, Unfit("too-short", "Name has 1 character", "Say more.", Span(2, 7, 8)))
    assert found == Problem(PAGE.path, "too-short", "Name has 1 character", "Say more.", Span(2, 7, 8), "name: A")


def test_without_a_place_it_is_at_the_beginning() -> None:
    assert problem(PAGE, Unfit("way-in", "There is no way in"), warning=True).span == START


def test_problems_are_told_by_file_then_by_place_and_once() -> None:
    first, second = Problem("a.md", "one", "First"), Problem("a.md", "one", "Second", span=Span(2, 1, 2))
    third = Problem("b.md", "one", "Third")
    assert in_order([third, second, first, second]) == [first, second, third]


def test_warnings_alone_are_sound() -> None:
    assert are_sound([Problem("a.md", "tracking", "It follows readers", warning=True)])
    assert not are_sound([Problem("a.md", "way-in", "There is no way in")])
    assert are_sound([])


def test_all_unfits_of_nested_groups_are_told() -> None:
    one, two = Unfit("one", "One"), Unfit("two", "Two")
    assert list(unfits_in(ExceptionGroup("all", [ExceptionGroup("some", [one]), two]))) == [one, two]
