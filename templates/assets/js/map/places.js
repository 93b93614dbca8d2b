// The places, from their file -> the dots of a view: what would lie together is one dot.
import { placed } from "./projection.js";

const APART = 26; // units, as in signpost/output/plan/dots.py
const base = document.documentElement.dataset.base;

/** Every place, from its file: the order is that in which places become dots. */
export const fetched = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()).map(([name, path, part, count, lat, lon]) => (
    { name, href: base + path.slice(1), part, count, lat, lon, ...placed({ lat, lon }) }
  ));
};

/** The dots for a zoom, largest first: each place joins the nearest that is not far apart, or begins one. */
export const joined = (places, zoom) => {
  const found = [];
  for (const each of places) {
    let near, least = (APART / zoom) ** 2;
    for (const dot of found) {
      const far = (dot.x - each.x) ** 2 + (dot.y - each.y) ** 2;
      if (far < least) (near = dot), (least = far);
    }
    if (near) near.places.push(each);
    else found.push({ x: each.x, y: each.y, places: [each] });
  }
  for (const dot of found) dot.count = dot.places.reduce((sum, { count }) => sum + count, 0);
  return found.sort((a, b) => b.count - a.count);
};
