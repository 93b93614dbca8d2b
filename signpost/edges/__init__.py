"""All that touches the world: the disk, Pagefind, the preview server."""
