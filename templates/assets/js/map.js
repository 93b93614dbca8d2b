// The map of the world: moved and zoomed by mouse, touch, keyboard and buttons. Without this it is a picture with links.
import { layer } from "./map/layer.js";
import { moves } from "./map/moves.js";
import { near } from "./map/near.js";
import { stage } from "./map/stage.js";
import { CLOSEST, around, closer, moved, whole } from "./map/view.js";

const STEP = 1.8, PUSH = 90; // times, pixels
const map = document.querySelector("[data-map]");
const part = (name) => map.querySelector(`[data-map-${name}]`);
const frame = part("frame");

map.toggleAttribute("data-live", true); // from here on the frame is as wide as what it shows
const dots = layer(map);
const { go, again, size, view } = stage(part("land"), dots);

const push = (right, down, isGliding) => go(moved(view(), right, down, size()), isGliding);
const zoom = (times, at, isGliding) => {
  const before = view().zoom;
  go(closer(view(), times, size(), at), isGliding);
  return view().zoom !== before;
};
const found = (here, nearest) => {
  dots.mark(here);
  go(around(nearest, size(), here));
};
const acts = {
  in: () => zoom(STEP),
  out: () => zoom(1 / STEP),
  whole: () => go(whole(size())),
  near: () => near(part("near"), dots.load, found),
};
const keys = {
  "+": acts.in, "=": acts.in, "-": acts.out, 0: acts.whole,
  ArrowLeft: () => push(PUSH, 0), ArrowRight: () => push(-PUSH, 0),
  ArrowUp: () => push(0, PUSH), ArrowDown: () => push(0, -PUSH),
};

for (const button of map.querySelectorAll("[data-map-does]")) button.onclick = acts[button.dataset.mapDoes];
frame.addEventListener("keydown", (event) => {
  if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  keys[event.key]();
});
frame.addEventListener("focusin", ({ target }) => {
  const dot = target.matches("a:focus-visible") && dots.at(target);
  if (dot && Math.abs(dot.right) > size().width / 2 - PUSH) push(-Math.sign(dot.right) * 2 * PUSH, 0); // from below the buttons
});
moves(frame, { push: (right, down) => push(right, down, false), closer: (times, at) => zoom(times, at, false) });
frame.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-many]");
  // By keyboard, and when it can come no closer, the link leads to the list.
  if (!link || !event.detail || event.ctrlKey || event.metaKey || view().zoom >= CLOSEST) return;
  event.preventDefault();
  const { x, y } = dots.at(link);
  go({ x, y, zoom: view().zoom * STEP ** 2 });
});
new ResizeObserver(again).observe(frame);
frame.setAttribute("aria-describedby", "map-keys");
part("tools").hidden = false;
