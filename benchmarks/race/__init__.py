"""Signpost beside other generators, on the same listings, with the same output."""
