"""The files that are published as they are -> a Problem for each that a browser would run."""

from signpost.model.pictures import STATIC, danger
from signpost.model.problems import Problem, Unfit, problem
from signpost.model.source import START, Tree, unread


def statics(tree: Tree) -> list[Problem]:
    """Every file in content/static/ that is more than a picture.

    runs: a file in content/static/ could run in a reader's browser, or fetch something from another site.
    """
    files = (path for path in sorted(tree) if path.startswith(STATIC) and "/." not in path)
    told = ((path, danger(path, tree[path])) for path in files)
    hint = "Save it as a plain picture: png, or svg with nothing but drawing in it."
    return [
        problem(unread(path), Unfit("runs", f"This file is not published: {why}", hint, START))
        for path, why in told
        if why
    ]
