"""The Catalog -> `data/v1/listings.geojson`: the listings that say where on the earth they are (RFC 7946)."""

from signpost.model.files import File
from signpost.model.listings import Catalog
from signpost.model.offers import Offer
from signpost.output.export.listings import Rows, together

OFFERS = (
    Offer("data/v1/listings.geojson", "geojson", "application/geo+json", "https://www.rfc-editor.org/rfc/rfc7946"),
)


def listings_geojson(catalog: Catalog, found: Rows) -> File:
    """A FeatureCollection, one listing a line: longitude before latitude (RFC 7946, 3.1.1), in degrees (WGS 84).

    Its properties are those of `listings.json`. The box around all (RFC 7946, 5) is left out where there is nothing.
    """
    points = [
        (each.values["lon"], each.values["lat"], each.id) for each in catalog if {"lat", "lon"} <= each.values.keys()
    ]
    lons, lats = [each[0] for each in points], [each[1] for each in points]
    box = f'"bbox": [{min(lons)}, {min(lats)}, {max(lons)}, {max(lats)}], ' if points else ""
    begins = f'{{"type": "FeatureCollection", {box}"features": [\n'.encode()
    features = (_feature(lon, lat, identity, found[identity]) for lon, lat, identity in points)
    return File("data/v1/listings.geojson", together(begins, features, b"\n]}\n"))


def _feature(lon: float, lat: float, identity: str, properties: bytes) -> bytes:
    """One listing. Its id has nothing in it that JSON would have to escape."""
    point = f'{{"type": "Point", "coordinates": [{lon}, {lat}]}}'
    return f'{{"type": "Feature", "id": "{identity}", "geometry": {point}, "properties": '.encode() + properties + b"}"
