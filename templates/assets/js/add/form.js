// The form <-> answers, plain text by field, as signpost/model/answers.py has them.
import { show } from "./meets.js";
import { choose, fill as fillRows, listen, read as readRows } from "./rows.js";

export const form = document.querySelector("[data-form]");
export const boxes = [...form.querySelectorAll("[data-asked]")];
export const boxOf = (name) => boxes.find(({ dataset }) => dataset.asked === name);
export const labelOf = (name) => boxOf(name)?.querySelector("[data-label]").textContent ?? name;

/** Characters that nobody can see, which `signpost check` refuses: left out without a word. */
const UNSEEN = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\u{e0001}]/gu;

const ticked = (box) => [...box.querySelectorAll(":checked")].map(({ value }) => value).join(", ");
const control = (box) => box.querySelector("[name]");
const readers = { many: ticked, rows: readRows, meets: readRows };
const read = (box) => (readers[box.dataset.shape] ?? ((each) => control(each).value))(box);

export const answers = () => Object.fromEntries(boxes.map((box) => [box.dataset.asked, read(box).replace(UNSEEN, "").trim()]));

const tick = (box, answer) => {
  for (const each of box.querySelectorAll("input")) each.checked = answer.split(", ").includes(each.value);
};
const put = (box, answer) => (box.dataset.shape === "one" ? choose(control(box), answer) : (control(box).value = answer));
const fillers = { many: tick, rows: fillRows, meets: fillRows };
export const fill = (given) => {
  for (const box of boxes) (fillers[box.dataset.shape] ?? put)(box, given[box.dataset.asked] ?? "");
};

/** The choices that are too many for every page. */
export const name = (names) => {
  const rows = [...form.querySelectorAll("template[data-row]")].map(({ content }) => content);
  const lists = { ...names, zones: names.zones.map((zone) => [zone, zone]), places: [...names.regions, ...names.countries] };
  for (const place of [form, ...rows])
    for (const select of place.querySelectorAll("[data-named]")) select.append(...lists[select.dataset.named].map(([code, label]) => new Option(label, code)));
};

/** How much is said in each step that is folded. */
export const count = () => {
  for (const step of form.querySelectorAll("[data-step]")) {
    const said = [...step.querySelectorAll("[data-asked]")].filter(read);
    step.querySelector("[data-chosen]").textContent = said.length || "";
  }
};

for (const box of boxes.filter(({ dataset }) => readers[dataset.shape] === readRows)) listen(box);
form.addEventListener("change", ({ target }) => {
  if (target.dataset.part === "every") show(target.closest("[data-often]"), target.value);
});
