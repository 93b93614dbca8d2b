// Where the visitor is, asked of the device alone and only when somebody wants it; and distances from there.

const PATIENCE = { timeout: 15_000, maximumAge: 600_000 }; // milliseconds

/** Latitude and longitude in degrees. Fails where the device does not tell: with code 1 when it is not allowed to. */
export const position = () =>
  new Promise((found, failed) => {
    const tell = ({ coords }) => found([coords.latitude, coords.longitude]);
    navigator.geolocation.getCurrentPosition(tell, failed, PATIENCE); // throws on a device that never can
  });

const EARTH = 6371; // km, the mean radius
const radians = (degrees) => (degrees * Math.PI) / 180;

/** Kilometres between two places on the globe (haversine formula). */
export const distance = ([lat1, lon1], [lat2, lon2]) => {
  const [north, east] = [radians(lat2 - lat1), radians(lon2 - lon1)];
  const part = Math.sin(north / 2) ** 2 + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(part)));
};
