// From one view to another in a quarter of a second; at once for those who want less motion.

const LASTS = 250; // milliseconds
const still = matchMedia("(prefers-reduced-motion: reduce)");
let turn = 0;

/** Calls `show` with each view on the way. What was under way stops. */
export const glide = (from, to, show) => {
  const [mine, begun] = [++turn, performance.now()];
  if (still.matches) return show(to);
  const step = (now) => {
    if (mine !== turn) return;
    const done = Math.min(1, Math.max(0, (now - begun) / LASTS));
    show(done < 1 ? between(from, to, 1 - (1 - done) ** 2) : to);
    if (done < 1) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
};

/** Stops what is under way. */
export const halt = () => turn++;

/** What both views have at the same place stays there on the way. */
const between = (from, to, share) => {
  const zoom = from.zoom * (to.zoom / from.zoom) ** share;
  const done = from.zoom === to.zoom ? share : (1 / zoom - 1 / from.zoom) / (1 / to.zoom - 1 / from.zoom);
  return { x: from.x + (to.x - from.x) * done, y: from.y + (to.y - from.y) * done, zoom };
};
