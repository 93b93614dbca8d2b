// Where the visitor is, only when asked, and only on this device -> the nearest places, in words and on the map.
import { say } from "../words.js";
import { apart, placed } from "./projection.js";

const NEAREST = 5;
const PATIENCE = 20_000; // milliseconds
const language = document.documentElement.lang;
const kilometres = new Intl.NumberFormat(language, { style: "unit", unit: "kilometer", maximumFractionDigits: 0 });

const asked = () =>
  new Promise((found, failed) => {
    if (!navigator.geolocation) failed({});
    else navigator.geolocation.getCurrentPosition(found, failed, { timeout: PATIENCE, maximumAge: 600_000 });
  });

const told = (text) => Object.assign(document.createElement("p"), { textContent: text });

const line = ({ name, href, far }) => {
  const item = document.createElement("li");
  const link = Object.assign(document.createElement("a"), { textContent: name, href, dir: "auto" });
  const distance = Object.assign(document.createElement("span"), { textContent: kilometres.format(far) });
  item.append(link, " ", distance);
  return item;
};

/** Says in `status` what is near; then `show(here, nearest)`, with both on the map. */
export const near = async (status, load, show) => {
  status.replaceChildren(told(say("looking")));
  let at;
  try {
    const { coords } = await asked();
    at = { lat: coords.latitude, lon: coords.longitude };
  } catch ({ code }) {
    return status.replaceChildren(told(say(code === 1 ? "refused" : "unavailable"))); // 1: PERMISSION_DENIED
  }
  const places = await load().catch(() => null);
  if (!places) return status.replaceChildren(told(say("failed")));
  const sorted = places.map((each) => ({ ...each, far: apart(at, each) })).sort((a, b) => a.far - b.far);
  const nearest = sorted.slice(0, NEAREST);
  const list = document.createElement("ol");
  list.append(...nearest.map(line));
  status.replaceChildren(told(say("near")), list);
  show(placed(at), nearest);
};
