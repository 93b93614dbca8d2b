"""Signpost: a folder of YAML and Markdown in, a fast, searchable community resource directory out."""

__version__ = "0.1.0"
