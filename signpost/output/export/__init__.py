"""The Catalog -> files for programs: one module for each format."""
