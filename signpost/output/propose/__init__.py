"""An issue -> what it suggests, and what it is answered. Its text is data all the way: none of it is ever run."""
