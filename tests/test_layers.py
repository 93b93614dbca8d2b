"""Imports go down, the core touches nothing outside, one folder prints, and nothing grows too long."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest

PACKAGE = Path(__file__).parent.parent / "signpost"
PATHS = sorted(PACKAGE.rglob("*.py"))
ABOVE = ("cli", "options", "__main__")
PURE = ("intake", "output", "model")
FROM_HERE = tuple(
    f"output.{each}" for each in ("report", "draft", "reference", "comment", "findings", "guard", "tending", "propose")
)
"""What commands print without the pipeline."""

MAY_IMPORT = {
    "model": ("model",),
    "intake": ("model", "intake"),
    "output": ("model", "output"),
    "edges": ("model", "edges"),
    "again": ("model", "output", "shares"),
    "assembly": ("model", "output"),
    "shares": ("model", "intake"),
    "pipeline": ("model", "intake", "output", "assembly", "shares"),
    "errands": ("model", "intake", "output", "pipeline"),
    "suggestion": ("model", "intake", "output", "pipeline", "errands"),
    "cli": (
        *FROM_HERE,
        "cli",
        "options",
        "suggestion",
        "errands",
        "again",
        "shares",
        "pipeline",
        "edges",
        "model",
        "__version__",
        "intake.quarantine",
        "intake.sheets",
        "intake.hsds",
    ),
    "options": ("model.parts", "options"),
    "__main__": ("cli",),
    "__init__": (),
}
OUTSIDE = ("os", "subprocess", "socket", "time", "shutil", "tempfile", "urllib.request", "http", "random")


def name(path: Path) -> str:
    """`intake.parse.nodes`, `cli`."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, and each name it takes from one, with dots."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name(path)} imports by dots"
            yield from (f"{node.module}.{each.name}" for each in node.names)


def is_below(dotted: str, module: str) -> bool:
    return f"{dotted}.".startswith(f"{module}.")


def own(path: Path) -> list[str]:
    """What a file imports of this package, without the package's name."""
    return [each.removeprefix("signpost.") for each in imported(path) if each.startswith("signpost.")]


@pytest.mark.parametrize("path", PATHS, ids=name)
def test_imports_go_down(path: Path) -> None:
    allowed = MAY_IMPORT[name(path).partition(".")[0]]
    up = [each for each in own(path) if each != "__version__" and not any(is_below(each, one) for one in allowed)]
    assert up == []


@pytest.mark.parametrize("path", [each for each in PATHS if len(name(each).split(".")) > 1], ids=name)
def test_neighbours_do_not_import_each_other(path: Path) -> None:
    layer, folder = name(path).split(".")[:2]
    if layer in ("model", "cli"):
        return
    allowed = ["model", f"{layer}.{folder}"]
    assert [each for each in own(path) if not any(is_below(each, one) for one in allowed)] == []


@pytest.mark.parametrize("path", [each for each in PATHS if name(each).startswith(PURE)], ids=name)
def test_the_core_touches_nothing_outside(path: Path) -> None:
    used = [each for each in imported(path) if any(is_below(each, one) for one in OUTSIDE)]
    paths = [each for each in imported(path) if is_below(each, "pathlib") and each != "pathlib.PurePosixPath"]
    clocks = [node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)]
    opened = [node.id for node in ast.walk(tree(path)) if isinstance(node, ast.Name) and node.id == "open"]
    assert [*used, *paths, *opened] == []
    assert not {"now", "today", "utcnow"} & set(clocks)


@pytest.mark.parametrize("path", [each for each in PATHS if not is_below(name(each), "cli")], ids=name)
def test_only_the_command_line_prints(path: Path) -> None:
    names = [node.id for node in ast.walk(tree(path)) if isinstance(node, ast.Name)]
    streams = [each for each in imported(path) if each.startswith("sys")]
    assert "print" not in names
    assert not streams or name(path).partition(".")[0] in ABOVE


@pytest.mark.parametrize("path", PATHS, ids=name)
def test_a_module_stays_within_250_lines_and_says_what_it_does(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250
    assert ast.get_docstring(tree(path))


def lengths() -> list[tuple[int, str]]:
    """Lines and name of each function."""
    return [
        ((node.end_lineno or node.lineno) - node.lineno + 1, f"{name(path)}.{node.name}")
        for path in PATHS
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_a_function_stays_within_40_lines() -> None:
    print("\nmedian length of a function:", median(length for length, _ in lengths()), "lines")
    assert [each for each in lengths() if each[0] > 40] == []
