// Where the visitor is, asked of the device alone and only when somebody wants it; and distances from there.

/** Latitude and longitude in degrees. Fails when the device does not tell. */
export const whereabouts = () =>
  new Promise((tell, fail) => {
    if (!navigator.geolocation) fail();
    else navigator.geolocation.getCurrentPosition(({ coords }) => tell([coords.latitude, coords.longitude]), fail, { timeout: 15_000 });
  });

const EARTH = 6371; // km, the mean radius
const radians = (degrees) => (degrees * Math.PI) / 180;

/** Kilometres between two places on the globe (haversine formula). */
export const distance = ([lat1, lon1], [lat2, lon2]) => {
  const [north, east] = [radians(lat2 - lat1), radians(lon2 - lon1)];
  const part = Math.sin(north / 2) ** 2 + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.sqrt(part));
};
