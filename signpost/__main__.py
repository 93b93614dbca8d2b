"""`python -m signpost`, the same as `signpost`."""

import sys


def main() -> int:
    """Run the command that was typed. Returns the exit code. Ctrl-C ends it even before it has begun, and after."""
    try:
        from signpost.cli import main as run  # takes a moment

        return run()
    except KeyboardInterrupt:
        sys.stderr.write("signpost: stopped.\n")
        return 130
    finally:
        import signal  # here Python itself would tell of it at length

        signal.signal(signal.SIGINT, signal.SIG_DFL)


if __name__ == "__main__":
    raise SystemExit(main())
