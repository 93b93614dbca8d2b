"""What reading YAML alone takes: `python -m benchmarks.reading FOLDER`, for a directory with a folder content/.

Each file is opened, its front matter cut off and read by PyYAML's fastest reader, as by a program that checks nothing.
"""

import sys
from pathlib import Path

import yaml


def main() -> None:
    """Read all there is, and say how much that was."""
    count = 0
    for path in (Path(sys.argv[1]) / "content").glob("*/*.md"):
        _, head, _ = path.read_text(encoding="utf-8").split("---\n", 2)
        count += bool(yaml.load(head, Loader=yaml.CSafeLoader))
    print(count)


if __name__ == "__main__":
    main()
