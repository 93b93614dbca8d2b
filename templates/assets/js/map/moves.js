// Mouse, fingers and wheel -> the map moved and zoomed. Pages still scroll: by the wheel, and up by a finger at first.
import { closer, frame } from "./view.js";

const SLACK = 4; // pixels that a click may slip
const OPENED = 3.24; // times closer, when a dot of many is clicked: two steps
const held = new Map(); // where the mouse is, or each of two fingers
let slipped = 0;

frame.addEventListener("pointerdown", ({ button, pointerId, x, y }) => {
  if (button || held.size > 1) return;
  if (!held.size) slipped = 0;
  held.set(pointerId, { x, y });
});
addEventListener("pointermove", ({ pointerId, x, y }) => {
  const from = held.get(pointerId);
  if (!from) return;
  slipped = Math.max(slipped, apart({ x, y }, from));
  if (slipped < SLACK) return;
  frame.scrollBy((from.x - x) / held.size, (from.y - y) / held.size); // as far as the middle of two fingers
  held.delete(pointerId);
  for (const other of held.values()) {
    closer(apart({ x, y }, other) / apart(from, other), { x: (x + other.x) / 2, y: (y + other.y) / 2 });
  }
  held.set(pointerId, { x, y });
});
for (const name of ["pointerup", "pointercancel"]) addEventListener(name, ({ pointerId }) => held.delete(pointerId));

frame.addEventListener("dragstart", (event) => event.preventDefault());
frame.addEventListener("click", (event) => {
  if (!event.detail || event.ctrlKey || event.metaKey) return; // by keyboard a dot of many leads to their list
  const isOfMany = event.target.closest('a[href^="#"]');
  if (slipped >= SLACK || (isOfMany && closer(OPENED, event))) event.preventDefault();
});
const turned = (event) => {
  if (!event.ctrlKey && !event.metaKey && !frame.contains(document.activeElement)) return;
  if (closer(2 ** (-event.deltaY / 100), event) || event.ctrlKey) event.preventDefault();
};
frame.addEventListener("wheel", turned, { passive: false });

const apart = (one, two) => Math.hypot(one.x - two.x, one.y - two.y) || 1;
