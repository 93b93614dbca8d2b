"""Build the directory: `python build.py build`, the same as `signpost build`."""

from signpost.__main__ import main

if __name__ == "__main__":
    raise SystemExit(main())
