// The filters that are set, each with a way to take it off; and, when nothing is found, which of them to take off.
import { say } from "../words.js";

const button = (label, off) => {
  const made = document.createElement("button");
  made.type = "button";
  made.append(label);
  made.addEventListener("click", off);
  return made;
};

const told = (input) => input.dispatchEvent(new Event("input", { bubbles: true }));

const off = (form, boxes) => () => {
  for (const box of boxes) box.checked = false;
  told(boxes[0]);
  form.elements.q.focus({ preventScroll: true });
};

const label = (box) => box.closest(".choice").querySelector(".label").textContent;
const set = (form) => [...form.querySelectorAll(".choice input:checked")];

/** A button for each choice that is made. */
export const chips = (form) =>
  set(form).map((box) => {
    const item = document.createElement("li");
    item.append(button(label(box), off(form, [box])));
    item.firstChild.setAttribute("aria-label", say("take-off", { choice: label(box) }));
    return item;
  });

/** A button for each filter without which something would be found, and one for the words. */
export const loosened = (form, asked, found) => {
  const filters = Map.groupBy(set(form), (box) => (box.name === "confirmed" ? "freshness" : box.name));
  const ways = [...filters].map(([name, boxes]) => [boxes.map(label).join(", "), found.without(name), off(form, boxes)]);
  const useful = ways.filter(([, n]) => n).map(([what, n, act]) => button(say("without", { what, n }), act));
  const clear = () => ((form.elements.q.value = ""), told(form.elements.q), form.elements.q.focus());
  if (asked.words && filters.size) useful.push(button(say("without-words", { words: asked.words }), clear));
  return [say(useful.length ? "loosen" : "nothing"), ...useful];
};
