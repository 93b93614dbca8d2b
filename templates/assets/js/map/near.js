// Where the visitor is, only when asked, and only on this device -> the nearest places, in words and on the map.
import { distance, position } from "../near.js";
import { say } from "../words.js";
import { load } from "./dots.js";
import { centre, zoom } from "./view.js";

const NEAREST = 5;
const SEEN = 5000; // km from the middle to the edge at zoom 1, on telephones too
const KILOMETRES = { style: "unit", unit: "kilometer", maximumFractionDigits: 0 };
const [status, line, mark] = ["near", "line", "here"].map((name) => document.querySelector(`[data-map-${name}]`));

export const near = async () => {
  tell("looking");
  const here = await position().catch(({ code }) => tell(code === 1 ? "refused" : "unavailable"));
  const file = here && (await load());
  if (!file) return here && tell("failed");
  const places = file.places.map(([name, href, ...at]) => ({ name, href, far: distance(here, at) }));
  const nearest = places.sort((a, b) => a.far - b.far).slice(0, NEAREST);
  tell("near", nearest);
  const [x, y] = placed(here, file.parallels);
  mark.setAttribute("cx", `${x}%`);
  mark.setAttribute("cy", `${y}%`);
  zoom(SEEN / nearest.at(-1).far);
  centre(mark);
};

const tell = (key, nearest = []) => {
  status.firstElementChild.textContent = say(key);
  status.lastElementChild.replaceChildren(...nearest.map(item));
};

const item = ({ name, href, far }) => {
  const made = line.content.cloneNode(true);
  Object.assign(made.querySelector("a"), { textContent: name, href });
  made.querySelector("span").textContent = far.toLocaleString(document.documentElement.lang, KILOMETRES);
  return made;
};

/** Where a place in degrees is, in per cent of the map: between two parallels, which the build has projected. */
const placed = ([lat, lon], parallels) => {
  const [south, north] = [Math.floor(lat), Math.ceil(lat)].map((each) => parallels[each + 90]);
  const [east, y] = south.map((from, each) => from + (north[each] - from) * (lat - Math.floor(lat)));
  return [50 + lon * east, y];
};
