// The dots of each zoom, for which the build has joined the places. The first came with the page.

const [map, layer, template] = ["", "-dots", "-dot"].map((name) => document.querySelector(`[data-map${name}]`));
let loading, shown;

/** What the build has written for the map; undefined when it cannot be had, and the next time tries again. */
export const load = () =>
  (loading ??= fetch(map.dataset.file)
    .then((answer) => answer.json())
    .catch(() => (loading = undefined)));

export const draw = async (zoom) => {
  const step = (await load())?.steps.find((each) => each.zoom <= zoom);
  if (!step || step === shown) return;
  shown = step;
  if (layer.contains(document.activeElement)) layer.closest("[tabindex]").focus({ preventScroll: true });
  layer.replaceChildren(...step.dots.map(element));
};

const element = ({ x, y, halo, radius, href, name, label }) => {
  const made = template.content.cloneNode(true);
  const [svg, link, title, ring, disc, text] = made.querySelectorAll("*");
  svg.setAttribute("x", x);
  svg.setAttribute("y", y);
  ring.setAttribute("r", halo);
  disc.setAttribute("r", radius);
  link.setAttribute("href", href);
  title.textContent = name;
  text.textContent = label;
  return made;
};
