// The view that is shown, the one it goes to, and the address that keeps it.
import { glide, halt } from "./glide.js";
import { fitted, read, scale, whole, written } from "./view.js";

const PAUSE = 300; // milliseconds of rest before a view stands in the address

/** `go(view)` shows a view, by and by or at once; `view()` is where it goes to; `again()` after the frame's size changed. */
export const stage = (land, dots) => {
  let shown, target, saving;
  const size = () => ({ width: land.clientWidth, height: land.clientHeight });

  const show = (next) => {
    shown = next;
    const { width, height } = size();
    const of = scale(next, { width, height });
    land.setAttribute("viewBox", [next.x - width / of / 2, next.y - height / of / 2, width / of, height / of].join(" "));
    dots.draw(next, { width, height });
  };

  const save = () => {
    const address = new URL(location.href);
    address.searchParams.set("view", written(target));
    history.replaceState(history.state, "", address.href.replaceAll("%2C", ","));
  };

  const go = (next, isGliding = true) => {
    target = fitted(next, size());
    clearTimeout(saving);
    saving = setTimeout(save, PAUSE);
    dots.load().then(() => show(shown), () => {}); // without the places the first dots stay
    if (isGliding) return glide(shown, target, show);
    halt();
    show(target);
  };

  const again = () => (halt(), (target = fitted(target, size())), show(target));

  const asked = read(new URLSearchParams(location.search).get("view"));
  target = fitted(asked ?? best(dots.points(), size()), size());
  show(target);
  if (asked) dots.load().then(() => show(shown), () => {});
  return { go, again, size, view: () => target };
};

/** In a frame too narrow for all of the world, the part of it where most listings are. */
const best = (points, size) => {
  const reach = size.width / scale({ zoom: 1 }, size) / 2;
  const count = (x) => points.reduce((sum, dot) => sum + (Math.abs(dot.x - x) < reach ? dot.count : 0), 0);
  const { x } = points.reduce((a, b) => (count(b.x) > count(a.x) ? b : a));
  return { ...whole(size), x, zoom: 1 };
};
