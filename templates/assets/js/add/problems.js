// What is wrong, said where it is: at a field once it was left, in a list above the form once somebody wants to send it.
import { say } from "../words.js";
import { boxOf, boxes, form, labelOf } from "./form.js";

const part = (name, box = document) => box.querySelector(`[data-${name}]`);
const left = new Set(); // fields that were left once
const home = ({ field }) => boxOf(field) ?? boxOf("verified_how") ?? boxes[0]; // where what is not asked is told
const text = ({ say, advice }) => `${say}. ${advice}`.trim();

/** Show what is wrong at the fields that were left. */
export const show = (problems) => {
  for (const box of boxes) {
    const mine = left.has(box) ? problems.filter((each) => home(each) === box) : [];
    const place = part("wrong", box);
    const told = mine.map(text).join(" ");
    if (place.textContent !== told) place.textContent = told;
    place.hidden = !told;
    const isWrong = mine.some((each) => !each.isWarning);
    place.toggleAttribute("data-warning", !isWrong);
    for (const control of box.querySelectorAll("input, select, textarea")) {
      control.ariaInvalid = isWrong || null;
    }
  }
};

/** A field was left: from now on it tells what is wrong, and is heard once. */
export const leave = (box, problems) => {
  left.add(box);
  show(problems);
  const told = part("wrong", box).textContent;
  part("say").textContent = told && `${labelOf(box.dataset.asked)}: ${told}`;
};

const focus = (box) => {
  box.closest("details")?.setAttribute("open", "");
  (box.querySelector("input:not([type=checkbox]), select, textarea") ?? box).focus();
};

const link = (problem) => {
  const box = home(problem);
  const label = labelOf(box.dataset.asked);
  const told = problem.say.startsWith(label) ? problem.say : say("problems-field", { label, say: problem.say });
  const made = Object.assign(document.createElement("a"), { href: `#f-${box.dataset.asked}`, textContent: told });
  made.addEventListener("click", (event) => (event.preventDefault(), focus(box)));
  const item = document.createElement("li");
  item.append(made);
  return item;
};

/** Whether all is sound; if not, all that is wrong is listed, and the list has the focus. */
export const pass = (problems) => {
  for (const box of boxes) left.add(box);
  show(problems);
  const errors = problems.filter((each) => !each.isWarning);
  part("problems-title").textContent = errors.length ? say("problems", { n: errors.length }) : "";
  part("problems-list").replaceChildren(...errors.map(link));
  part("problems").hidden = !errors.length;
  if (errors.length) part("problems", form).focus();
  return !errors.length;
};
