// The map of the world: moved and zoomed by mouse, touch, keyboard and buttons. Without this it is a picture with links.
import "./map/moves.js";
import { near } from "./map/near.js";
import { centre, closer, frame, zoom } from "./map/view.js";

const STEP = 1.8, PUSH = 90; // times, pixels
const map = document.querySelector("[data-map]");
const tools = map.querySelector("[data-map-tools]");

/** What buttons and keys do. */
const acts = {
  "+": () => closer(STEP),
  "=": () => closer(STEP),
  "-": () => closer(1 / STEP),
  0: () => zoom(0),
  ArrowLeft: () => frame.scrollBy(-PUSH, 0),
  ArrowRight: () => frame.scrollBy(PUSH, 0),
  ArrowUp: () => frame.scrollBy(0, -PUSH),
  ArrowDown: () => frame.scrollBy(0, PUSH),
  near,
};

for (const button of tools.children) button.onclick = acts[button.value];
frame.addEventListener("keydown", (event) => {
  if (!acts[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  acts[event.key]();
});

map.dataset.live = "";
frame.setAttribute("aria-describedby", "map-keys");
tools.hidden = false;
centre(frame.querySelector("a")); // the largest dot, where the frame is too narrow for the world
