"""A catalog in, the files of the site out. Pure: no disk, clock or network."""
