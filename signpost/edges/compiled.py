"""A folder that may be deleted at any time -> the templates as they were compiled, kept from build to build."""

from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache

FOLDER = Path(".signpost", "templates")


def compiled(root: Path) -> BytecodeCache | None:
    """What is kept below a project's folder, by template, its text and Python's version; None where nothing can be."""
    folder = root / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder), "%s.cache")
