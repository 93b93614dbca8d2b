// Mouse, touch and wheel -> the map moved and zoomed. Pages still scroll: by one finger upwards, and by the wheel.

const SLACK = 4; // pixels that a click may slip

/** `push(right, down)` and `closer(times, {right, down})`, both in pixels; the latter says whether anything changed. */
export const moves = (frame, { push, closer }) => {
  const held = new Map();
  let slipped = 0;

  const fromMiddle = ({ x, y }) => {
    const { left, top, width, height } = frame.getBoundingClientRect();
    return { right: x - left - width / 2, down: y - top - height / 2 };
  };
  const middle = () => {
    const [a, b = a] = [...held.values()];
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, spread: Math.hypot(a.x - b.x, a.y - b.y) };
  };
  const lift = ({ pointerId }) => {
    held.delete(pointerId);
    frame.toggleAttribute("data-held", held.size > 0);
  };

  frame.addEventListener("pointerdown", (event) => {
    if (event.button || held.size > 1) return;
    if (!held.size) slipped = 0;
    held.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  frame.addEventListener("pointermove", (event) => {
    if (!held.has(event.pointerId)) return;
    const before = middle();
    held.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const now = middle();
    slipped += Math.abs(now.x - before.x) + Math.abs(now.y - before.y) + Math.abs(now.spread - before.spread);
    if (slipped < SLACK) return;
    if (!frame.hasPointerCapture(event.pointerId)) frame.setPointerCapture(event.pointerId);
    frame.toggleAttribute("data-held", true);
    push(now.x - before.x, now.y - before.y);
    if (before.spread && now.spread) closer(now.spread / before.spread, fromMiddle(now));
  });
  for (const name of ["pointerup", "pointercancel"]) frame.addEventListener(name, lift);
  frame.addEventListener("dragstart", (event) => event.preventDefault());
  frame.addEventListener("click", (event) => {
    if (slipped >= SLACK && event.detail) event.preventDefault(), event.stopPropagation();
  }, true);
  frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey && !frame.contains(document.activeElement)) return;
    const times = Math.exp(-0.012 * Math.max(-30, Math.min(30, event.deltaY)));
    if (closer(times, fromMiddle({ x: event.clientX, y: event.clientY })) || event.ctrlKey) event.preventDefault();
  }, { passive: false });
};
