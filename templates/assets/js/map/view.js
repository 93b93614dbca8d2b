// What the frame shows: the sheet in it grows and is scrolled. Dots stand in per cent, so they follow and keep their size.
import { draw } from "./dots.js";

const CLOSEST = 24; // times larger than at first, as in signpost/output/plan/closer.py

export const frame = document.querySelector("[data-map-frame]");
const sheet = frame.firstElementChild;
let shown = 1;

/** Zooms as far as that is possible; a point of the window stays where it is. Whether anything changed. */
export const zoom = (to, point = middle(frame)) => {
  const before = sheet.getBoundingClientRect();
  const { width, height } = frame.getBoundingClientRect();
  const whole = Math.floor(shown * 1000.1 * Math.min(width / before.width, height / before.height)) / 1000; // .9999 is 1
  const next = Math.min(CLOSEST, Math.max(to, Math.min(whole, 1)));
  const times = next / shown;
  shown = next;
  sheet.style.setProperty("--zoom", shown);
  frame.toggleAttribute("data-close", shown > 1);
  const after = sheet.getBoundingClientRect();
  frame.scrollBy(after.x - point.x + (point.x - before.x) * times, after.y - point.y + (point.y - before.y) * times);
  if (times !== 1) draw(shown);
  return times !== 1;
};

export const closer = (times, point) => zoom(shown * times, point);

/** Brings a part of the map to the middle, as far as edges allow. */
export const centre = (element) => {
  const [from, to] = [middle(element), middle(frame)];
  frame.scrollBy(from.x - to.x, from.y - to.y);
};

const middle = (element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
};
