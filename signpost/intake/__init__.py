"""A tree of files in, a catalog and every problem out. Pure: no disk, clock or network."""
