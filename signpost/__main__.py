"""`python -m signpost`, the same as `signpost`."""

from signpost.cli import main

raise SystemExit(main())
