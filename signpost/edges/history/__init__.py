"""Git -> what the project held at another commit, and which files have changed since."""

from collections.abc import Iterable

from signpost.edges.history.asking import Failed, git
from signpost.model.problems import Refused
from signpost.model.source import Tree


def tree_at(commit: str, folders: Iterable[str]) -> Tree:
    """The files of some folders as they stood at a commit, where they were there. Raises Refused without git or it."""
    there = git("ls-tree", "--name-only", "-z", _known(commit), "--", *folders).decode().split("\0")
    if not any(there):
        return {}
    import tarfile  # a build does without
    from io import BytesIO

    archive = git("archive", "--format=tar", commit, "--", *filter(None, there))
    with tarfile.open(fileobj=BytesIO(archive)) as files:
        found = ((each.name, files.extractfile(each)) for each in files if each.isfile())
        return {name: file.read() for name, file in found if file}


def changed_since(commit: str) -> list[str]:
    """The paths of all files that are new, gone or not as they were at a commit. Raises Refused as `tree_at`."""
    tracked = git("diff", "--name-only", "--no-renames", "-z", _known(commit), "--").decode("utf-8", "replace")
    new = git("ls-files", "--others", "--exclude-standard", "-z").decode("utf-8", "replace")
    return sorted({*tracked.split("\0"), *new.split("\0")} - {""})


def _known(commit: str) -> str:
    """The commit's own name. Raises Refused for one that is not there."""
    try:
        return git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}").decode().strip()
    except Failed:
        say = f'There is no commit "{commit}" here'
        raise Refused(f"{say}. Fetch it first, or name another with --base.") from None
