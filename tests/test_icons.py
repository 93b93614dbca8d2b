"""An icon that the theme does not have is told, not shown as nothing."""

from collections.abc import Callable, Mapping

from signpost.model.source import Tree
from signpost.pipeline import take_in
from tests.conftest import TODAY

Make = Callable[[Mapping[str, str | bytes]], Tree]
SPRITE = '<svg><symbol id="hammer"></symbol><symbol id="users"></symbol></svg>'
KIND = "one: Shed\nmany: Sheds\nintro: Borrow instead of buying.\nstale_after_days: 365\nicon: hamer\n"
TERMS = "label: Tools\nterms:\n  saw: {label: Saw, icon: sow}\n  drill: {label: Drill, icon: hammer}\n"


def told(tree: Tree) -> list[str]:
    """What is told of icons."""
    _, problems = take_in(tree, TODAY)
    return [
        f"{each.path}:{each.span.line}: {each.say}. {each.hint}" for each in problems if each.rule == "no-such-icon"
    ]


def test_a_kind_and_a_term_have_icons_of_the_theme(tree: Make) -> None:
    texts = {
        "content/sheds/_kind.yaml": KIND,
        "content/_terms/tools.yaml": TERMS,
        "templates/assets/icons.svg": SPRITE,
    }
    mine = [each for each in told(tree(texts)) if "sheds" in each or "tools" in each]
    assert mine == [
        "content/_terms/tools.yaml:3: There is no icon sow. The icons are those of templates/assets/icons.svg.",
        (
            'content/sheds/_kind.yaml:5: There is no icon hamer. Did you mean "hammer"? '
            "The icons are those of templates/assets/icons.svg."
        ),
    ]


def test_a_theme_without_a_sprite_has_any_icon(tree: Make) -> None:
    assert told(tree({"content/sheds/_kind.yaml": KIND})) == []
