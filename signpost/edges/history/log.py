"""`git log` of the content, asked once -> the Chronicle of what happened to each file."""

from signpost.edges.history.asking import Failed, NoGit, git
from signpost.edges.history.reading import chronicle_of
from signpost.model.chronicle import Chronicle

# No value is ever empty, so that three NULs in a row stand before a commit alone.
FORMAT = "%x00%x00%x00" + "%x00".join(("%H", "p%P", "%ct", "n%aN", "e%aE", "b%B")) + "%x00"

LOG = (
    "-c", "core.quotePath=false",
    "log", f"--format=format:{FORMAT}", "--topo-order", "--encoding=UTF-8", "--no-show-signature", "--no-notes",
    # Each merge is told as what it brought to the branch; the whole file stands around a change, to know its field.
    "--patch", "--diff-merges=first-parent", "--unified=65536", "--diff-algorithm=myers", "--no-renames",
    "--no-color", "--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/", "--relative",
    # Every commit is walked, also those that leave the content as it is: some are merges, and name a pull request.
    "--full-history", "--sparse", "HEAD", "--", "content",
)  # fmt: skip
"""Whatever somebody's own git is set to, it answers in this form. It asks for what git 2.31 knows."""

NONE_HERE = ("not a git repository", "Stopping at filesystem boundary", "Needed a single revision")
SHALLOW = (
    "Only the last commits were fetched, so what happened before is missing from /changes/, feeds and dates. "
    "All of it comes with: git fetch --unshallow (fetch-depth: 0 on GitHub Actions)."
)


def chronicle() -> tuple[Chronicle, str]:
    """What git remembers of the project in this folder, and what there is to tell about it: nothing when all is well.

    Where there is no git, no repository or no commit, there is no history either, and that is all right.
    """
    try:
        git("rev-parse", "--verify", "HEAD^{commit}")
        is_whole = git("rev-parse", "--is-shallow-repository").strip() != b"true"
        return chronicle_of(git(*LOG), is_whole=is_whole), "" if is_whole else SHALLOW
    except NoGit:
        return Chronicle(), ""
    except Failed as failed:
        is_known = any(each in str(failed) for each in NONE_HERE)
        return Chronicle(), "" if is_known else f"The history cannot be read, so nothing tells what changed: {failed}"
