"""A ring that goes over the 180th meridian -> its parts on either side, for the map ends there."""

from collections.abc import Iterator

from signpost.output.atlas.topology import Ring

HALF, WHOLE = 180.0, 360.0  # degrees


def within(ring: Ring) -> Iterator[Ring]:
    """The ring itself, or its parts from -180 to 180 degrees. It goes round neither pole."""
    along = tuple(_unwound(ring))
    east, west = max((lon for lon, _ in along), default=0), min((lon for lon, _ in along), default=0)
    for turn in (-WHOLE, 0, WHOLE):
        if east + turn > -HALF and west + turn < HALF:
            turned = tuple((lon + turn, lat) for lon, lat in along)
            yield _cut(_cut(turned, 1), -1) if east + turn > HALF or west + turn < -HALF else turned


def _unwound(ring: Ring) -> Iterator[tuple[float, float]]:
    """The corners with longitudes that go on beyond 180 degrees instead of beginning again at -180."""
    turn, last = 0.0, None
    for lon, lat in ring:
        if last is not None and abs(lon - last) > HALF:
            turn += WHOLE if lon < last else -WHOLE
        last = lon
        yield lon + turn, lat


def _cut(ring: Ring, side: int) -> Ring:
    """What is left of a ring west of 180 degrees, with side 1, or east of -180, with -1.

    I. Sutherland, G. Hodgman: Reentrant polygon clipping. Communications of the ACM 17 (1974), 32-42.
    """
    left: list[tuple[float, float]] = []
    for (lon, lat), (to_lon, to_lat) in zip(ring, (*ring[1:], *ring[:1]), strict=True):
        is_in, goes_in = side * lon <= HALF, side * to_lon <= HALF
        if is_in:
            left.append((lon, lat))
        if is_in != goes_in:
            share = (side * HALF - lon) / (to_lon - lon)
            left.append((side * HALF, lat + share * (to_lat - lat)))
    return tuple(left)
