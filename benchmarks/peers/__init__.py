"""Other generators' projects that do the work of a lean theme for Signpost, and that theme."""
