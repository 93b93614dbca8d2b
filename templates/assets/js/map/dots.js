// Dots -> what they are on the page: elements as its template has them. Those of the first view came with the page.
import { say } from "../words.js";
import { HEIGHT, WIDTH } from "./projection.js";

const NAME = { width: 110, height: 18 }; // pixels: room for a name

/** The dots that the page came with. */
export const given = (layer) =>
  [...layer.children].map((element) => ({
    x: (parseFloat(element.getAttribute("x")) / 100) * WIDTH,
    y: (parseFloat(element.getAttribute("y")) / 100) * HEIGHT,
    count: Number(element.querySelector("text")?.textContent ?? 1),
    element,
  }));

/** The element of a dot, from the page's template. */
export const element = (dot, template) => {
  const made = template.content.firstElementChild.cloneNode(true);
  const [link, first, isOne] = [made.querySelector("a"), dot.places[0], dot.places.length === 1];
  const [halo, disc] = link.querySelectorAll("circle");
  const radius = dot.count === 1 ? 6 : Math.min(20, Math.sqrt(60 + 12 * dot.count));
  disc.setAttribute("r", radius.toFixed(1));
  halo.setAttribute("r", isOne ? Math.max(13, radius) : radius + 3.5);
  link.setAttribute("href", isOne ? first.href : `#${first.part}`);
  link.toggleAttribute("data-many", !isOne);
  link.querySelector("title").textContent = say(isOne ? "city" : "around", { n: dot.count, name: first.name });
  link.querySelector("text").textContent = dot.count > 1 ? dot.count : "";
  link.querySelector(".called").textContent = first.name;
  link.querySelector(".called").setAttribute("x", radius + 6);
  return made;
};

/** Whether the edge of the frame, or another dot, leaves no room for a dot's name, which stands right of it. */
export const isCrowded = ({ right, down }, seen, { width }) =>
  right > width / 2 - NAME.width ||
  seen.some((other) => other.right > right && other.right < right + NAME.width && Math.abs(other.down - down) < NAME.height);
