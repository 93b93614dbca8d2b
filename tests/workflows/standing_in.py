"""`gh` as our tests have it: writes down how it was called, and gives the answers that were prepared.

Run by the `gh` that running.py puts on PATH. In the folder $GH_STANDS_IN: answers.json (the beginning of a call ->
`out`, `code` and `error`) and, written here, calls.jsonl.
"""

import json
import os
import sys
from itertools import pairwise
from pathlib import Path

AT = ("--body-file", "--input", "--notes-file", "-F", "--template-file")


def main(words: list[str]) -> int:
    folder = Path(os.environ["GH_STANDS_IN"])
    said = (
        ""
        if sys.stdin.isatty() or "-" not in [*words, *(each.rpartition("=")[2] for each in words)]
        else sys.stdin.read()
    )
    with (folder / "calls.jsonl").open("a", encoding="utf-8") as calls:
        print(json.dumps({"argv": words, "stdin": said, "files": files(words)}), file=calls)
    found = answer(folder, " ".join(words))
    sys.stdout.write(found.get("out", ""))
    sys.stderr.write(found.get("error", ""))
    return int(found.get("code", 0))


def files(words: list[str]) -> dict[str, str]:
    """Each file that is handed over, by its name, and what it held at that time."""
    named = [after for before, after in pairwise(words) if before in AT]
    named += [word.partition("=@")[2] for word in words if "=@" in word]
    return {name: Path(name).read_text(encoding="utf-8") for name in named if Path(name).is_file()}


def answer(folder: Path, call: str) -> dict[str, object]:
    """The answer whose call is the longest beginning of this one; nothing, with success, where there is none."""
    prepared = json.loads((folder / "answers.json").read_text(encoding="utf-8"))
    fitting = [each for each in prepared if call.startswith(each)]
    return dict(prepared[max(fitting, key=len)]) if fitting else {}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
