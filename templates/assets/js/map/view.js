// What is shown of the map: { x, y } of its middle, in units, and zoom: 1 where the world is as high as the frame.
import { HEIGHT, WIDTH, place, placed } from "./projection.js";

export const CLOSEST = 24;

/** Pixels for a unit, in a frame of a size. */
export const scale = ({ zoom }, { height }) => (zoom * height) / HEIGHT;

/** The whole world. In a narrow frame it is smaller than the frame is high. */
export const whole = ({ width, height }) => {
  const zoom = Math.min(1, (width * HEIGHT) / (height * WIDTH));
  return { x: WIDTH / 2, y: HEIGHT / 2, zoom };
};

/** The view nearest to one that stays within the limits. */
export const fitted = (view, size) => {
  const zoom = Math.min(CLOSEST, Math.max(whole(size).zoom, view.zoom));
  const of = scale({ zoom }, size);
  return { x: held(view.x, size.width / of, WIDTH), y: held(view.y, size.height / of, HEIGHT), zoom };
};

const held = (middle, shown, all) => (shown >= all ? all / 2 : Math.min(all - shown / 2, Math.max(shown / 2, middle)));

/** The view after a push by some pixels. */
export const moved = (view, right, down, size) => {
  const of = scale(view, size);
  return fitted({ ...view, x: view.x - right / of, y: view.y - down / of }, size);
};

/** The view some times closer; what is at a place in pixels from the frame's middle stays where it is. */
export const closer = (view, times, size, { right, down } = { right: 0, down: 0 }) => {
  const { zoom } = fitted({ ...view, zoom: view.zoom * times }, size);
  const shift = 1 / scale(view, size) - 1 / scale({ zoom }, size);
  return fitted({ x: view.x + right * shift, y: view.y + down * shift, zoom }, size);
};

/** The closest view that has some points in it, with room around them. */
export const around = (points, size, middle) => {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const at = middle ?? { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
  const reach = (values, from) => Math.max(0.01, ...values.map((value) => Math.abs(value - from)));
  const of = 0.36 * Math.min(size.width / reach(xs, at.x), size.height / reach(ys, at.y));
  return fitted({ ...at, zoom: of / scale({ zoom: 1 }, size) }, size);
};

/** A view <-> words for the address: latitude and longitude in degrees, and how close. */
export const written = (view) => {
  const { lat, lon } = place(view);
  return [lat.toFixed(2), lon.toFixed(2), view.zoom.toFixed(2)].join();
};

export const read = (words) => {
  const [lat, lon, zoom] = (words ?? "").split(",").map(parseFloat);
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && zoom > 0 ? { ...placed({ lat, lon }), zoom } : null;
};
