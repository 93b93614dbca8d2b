"""What hostile files cost: `python -m benchmarks.hostile [WORDS]`, for all or those with some words in their names.

Each is read, checked, told in every format and, when it is sound, published with a small directory around it, in a
process of its own. What goes over a limit is printed, then the dearest of all. Ends with 1 if anything went over one.
"""

import os
import pickle
import resource
import sys
import time
import traceback
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from benchmarks.hostile.attacks import NEEDED, Attack, attacks
from signpost.edges import disk
from signpost.model.files import WHOLE
from signpost.model.source import Tree
from signpost.output.report import FORMATS, report
from signpost.pipeline import ready, take_in

TODAY = date(2026, 11, 22)
SECONDS, MEGABYTES, CHARACTERS, PATIENCE = 2.0, 200, 2000, 20
SOUND = f"---\n{NEEDED}---\nCome along.\n".encode()
ROOT = Path(__file__).parents[2]


class Cost(NamedTuple):
    """What an attack cost: seconds of processor, megabytes of the whole process, characters of the longest message."""

    reading: float
    telling: float
    building: float
    megabytes: int
    problems: int
    characters: int
    told: int
    raised: str = ""

    @property
    def seconds(self) -> float:
        """All that was done."""
        return self.reading + self.telling + self.building

    @property
    def is_too_much(self) -> bool:
        """Whether a limit was crossed."""
        return bool(self.raised) or self.seconds > SECONDS or self.megabytes > MEGABYTES or self.characters > CHARACTERS


def cost(attack: Attack, around: Tree) -> Cost:
    """What an attack costs in this process."""
    begun = time.process_time()
    tree = {**around, attack.path: attack.content}
    catalog, problems = take_in(tree, TODAY)
    read = time.process_time()
    told = max(len(report(problems, each)) for each in FORMATS)
    said = time.process_time()
    if catalog is not None and not any(each.path == attack.path and not each.warning for each in problems):
        for _ in ready(catalog, tree, TODAY)(WHOLE):
            pass
    longest = max((len(each.say) + len(each.hint) for each in problems), default=0)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Cost(read - begun, said - read, time.process_time() - said, memory, len(problems), longest, told)


def apart(attack: Attack, around: Tree) -> Cost:
    """What an attack costs in a process of its own, which is given up after a minute."""
    ours, theirs = os.pipe()
    if not (child := os.fork()):
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
        try:
            found = cost(attack, around)
        except Exception:  # noqa: BLE001 - that is what is looked for
            found = Cost(0, 0, 0, 0, 0, 0, 0, traceback.format_exc())
        os.write(theirs, pickle.dumps(found))
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as answer:
        written = answer.read()
    os.waitpid(child, 0)
    return pickle.loads(written) if written else Cost(PATIENCE, 0, 0, 0, 0, 0, 0, "given up")  # noqa: S301 - our own


def costs(words: str, around: Tree) -> Iterator[tuple[str, Cost]]:
    """The cost of each attack, told at once when it is too much."""
    for attack in attacks():
        if words in attack.name:
            found = apart(attack, around)
            if found.is_too_much:
                print(row(attack.name, found), found.raised[-600:], flush=True)
            yield attack.name, found


def row(name: str, found: Cost) -> str:
    """One line of a table."""
    shares = f"{found.reading:.2f} + {found.telling:.2f} + {found.building:.2f}"
    return f"{shares:>20} s {found.megabytes:4} MB {found.problems:6} problems {found.characters:6} characters  {name}"


def main() -> int:
    """Attack, and tell what it cost."""
    around = {**disk.read(ROOT / "tests/cases/_base", ["content"])[0], **disk.read(ROOT, ["templates"])[0]}
    cost(Attack("nothing at all", "content/meetups/zed.md", SOUND), around)  # what all would load is loaded once, here
    words = " ".join(sys.argv[1:])
    found = dict(costs(words, around))
    if not found:
        raise SystemExit(f'No attack has "{words}" in its name.')
    print(f"\n{len(found)} files; the dearest by time, memory, length of a message, and length of all that is told:")
    for measure in ("seconds", "megabytes", "characters", "told"):
        dearest = max(found, key=lambda each: getattr(found[each], measure))
        print(f"{measure:>10}: {getattr(found[dearest], measure):10,.2f} {row(dearest, found[dearest])}")
    return int(any(each.is_too_much for each in found.values()))


if __name__ == "__main__":
    raise SystemExit(main())
