// A place in degrees <-> a place on the map, in units: the Equal Earth projection, as signpost/model/projections.py has it.

const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796];
const HALF_ROOT = Math.sqrt(3) / 2;
const RADIANS = Math.PI / 180;
const NORTH = 85; // degrees at which the map ends

export const WIDTH = 1000;
export const HEIGHT = 438;

const rise = (theta, square = theta * theta, sixth = square ** 3) => theta * (A1 + A2 * square + sixth * (A3 + A4 * square));
const slope = (theta, square = theta * theta, sixth = square ** 3) => A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square);
const bent = (lat) => Math.asin(HALF_ROOT * Math.sin(lat * RADIANS));

const SCALE = (WIDTH / 2 / Math.PI) * HALF_ROOT * A1;
const TOP = SCALE * rise(bent(NORTH));

/** Where a place in degrees is on the map. */
export const placed = ({ lat, lon }) => {
  const theta = bent(lat);
  const east = (lon * RADIANS * Math.cos(theta)) / (HALF_ROOT * slope(theta));
  return { x: WIDTH / 2 + SCALE * east, y: TOP - SCALE * rise(theta) };
};

/** The place in degrees that is there on the map, found by Newton's method. */
export const place = ({ x, y }) => {
  const north = (TOP - y) / SCALE;
  let theta = north / A1;
  for (let step = 0; step < 8; step++) theta -= (rise(theta) - north) / slope(theta);
  const lon = ((x - WIDTH / 2) / SCALE) * HALF_ROOT * slope(theta) / Math.cos(theta);
  return { lat: Math.asin(Math.max(-1, Math.min(1, Math.sin(theta) / HALF_ROOT))) / RADIANS, lon: lon / RADIANS };
};

/** Kilometres between two places in degrees, along the surface of a sphere (haversine formula). */
export const apart = (a, b) => {
  const half = (from, to) => Math.sin(((to - from) * RADIANS) / 2) ** 2;
  const across = half(a.lat, b.lat) + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * half(a.lon, b.lon);
  return 2 * 6371 * Math.asin(Math.sqrt(Math.min(1, across)));
};
