// Where the visitor is, asked of the device alone and only when somebody wants it; and distances from there.
import { say } from "../words.js";

/** Latitude and longitude in degrees, or undefined, having said why, when the device does not tell. */
export const whereabouts = (form) =>
  new Promise((tell) => {
    const status = form.querySelector("[data-status]");
    status.textContent = say("near-asking");
    const gone = () => {
      form.elements.sort.value = "best";
      status.textContent = say("near-unknown");
      form.dataset.note = say("near-unknown");
      tell(undefined);
    };
    if (!navigator.geolocation) return gone();
    navigator.geolocation.getCurrentPosition(({ coords }) => tell([coords.latitude, coords.longitude]), gone, { timeout: 15_000 });
  });

const EARTH = 6371; // km, the mean radius
const radians = (degrees) => (degrees * Math.PI) / 180;

/** Kilometres between two places on the globe (haversine formula). */
export const distance = ([lat1, lon1], [lat2, lon2]) => {
  const [north, east] = [radians(lat2 - lat1), radians(lon2 - lon1)];
  const part = Math.sin(north / 2) ** 2 + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.sqrt(part));
};
