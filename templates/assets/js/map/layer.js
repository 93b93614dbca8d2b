// The dots of a view on the page: each where it belongs, none where it cannot be seen.
import { element, given, isCrowded } from "./dots.js";
import { fetched, joined } from "./places.js";
import { scale } from "./view.js";

const FEW = 14; // dots that have room for their names

/** Shows dots: `draw(view, size)` puts them in place, `load()` gives the places they stand for, `mark(at)` the visitor's. */
export const layer = (map) => {
  const [svg, template, here] = ["dots", "dot", "here"].map((name) => map.querySelector(`[data-map-${name}]`));
  const known = new Map();
  let shown = given(svg), step, places, loading, mine;

  const load = () =>
    (loading ??= fetched(map.dataset.places).then(
      (found) => (places = found),
      (error) => ((loading = undefined), Promise.reject(error)), // the next time tries again
    ));

  const cluster = (zoom) => {
    const next = 2 ** (Math.floor(2 * Math.log2(zoom) + 0.001) / 2);
    if (next === step || !places) return;
    step = next;
    if (!known.has(step)) known.set(step, joined(places, step));
    shown = known.get(step);
    if (svg.contains(document.activeElement)) map.querySelector("[data-map-frame]").focus({ preventScroll: true });
    svg.replaceChildren();
  };

  const put = (dot, view, of, { width, height }) => {
    dot.right = (dot.x - view.x) * of; // pixels from the frame's middle
    dot.down = (dot.y - view.y) * of;
    const isIn = Math.abs(dot.right) < width / 2 + 8 && Math.abs(dot.down) < height / 2 + 8;
    dot.element?.toggleAttribute("data-out", !isIn); // not shown, so that Tab passes it by
    if (!isIn) return false;
    dot.element ??= element(dot, template);
    dot.element.setAttribute("x", width / 2 + dot.right);
    dot.element.setAttribute("y", height / 2 + dot.down);
    if (!dot.element.isConnected) svg.append(dot.element);
    return true;
  };

  const draw = (view, size) => {
    cluster(view.zoom);
    const of = scale(view, size);
    const seen = shown.filter((dot) => put(dot, view, of, size));
    const isNamed = seen.length <= FEW && view.zoom > 2;
    svg.toggleAttribute("data-named", isNamed);
    if (isNamed) for (const dot of seen) dot.element.toggleAttribute("data-crowded", isCrowded(dot, seen, size));
    if (mine) put(mine, view, of, size);
  };

  const at = (link) => shown.find(({ element }) => element?.contains(link));
  return { draw, load, at, points: () => shown, mark: (point) => (mine = { ...point, element: here }) };
};
