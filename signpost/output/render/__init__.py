"""Pages and templates -> HTML."""
