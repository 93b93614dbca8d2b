// Answers of which there can be several: each in a row, copied from the question's template.
import { say } from "../words.js";
import { line, put } from "./meets.js";

export const choose = (select, value) => {
  if (![...select.options].some((option) => option.value === value)) select.add(new Option(value, value));
  select.value = value;
};
const parts = (row) => Object.fromEntries([...row.querySelectorAll("[data-part]")].map((each) => [each.dataset.part, each]));
const list = (box) => box.querySelector("[data-rows]");
const rowsOf = (box) => [...list(box).children];

/** Each row is told by its number. */
const count = (box) =>
  rowsOf(box).forEach((row, at) => {
    const told = { label: row.dataset.label, n: at + 1 };
    row.ariaLabel = say("row", told);
    row.querySelector("[data-remove]").ariaLabel = say("row-remove", told);
  });

const add = (box, text = "") => {
  const row = box.querySelector("[data-row]").content.cloneNode(true).firstElementChild;
  const { name, address, every } = parts(row);
  if (every) put(row, parts(row), text);
  else if (address && text) [name.value, address.value] = /^([^:]*):\s*(.*)$/.exec(text).slice(1);
  else if (text) choose(name, text);
  list(box).append(row);
  count(box);
  return row;
};

/** An answer -> rows; at least one. */
export const fill = (box, answer) => {
  list(box).replaceChildren();
  const isOnLines = box.querySelector("[data-row]").content.querySelector("[data-part=address], [data-part=every]");
  for (const text of (answer || "").split(isOnLines ? "\n" : /,\s*/)) add(box, text);
};

/** Rows -> the answer. */
export const read = (box) => {
  const said = rowsOf(box).map((row) => {
    const { name, address, ...meeting } = parts(row);
    if (!name) return line(meeting);
    return address ? address.value.trim() && `${name.value}: ${address.value.trim()}` : name.value;
  });
  return said.filter(Boolean).join(list(box).querySelector("[data-part=address], [data-part=every]") ? "\n" : ", ");
};

export const listen = (box) =>
  box.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-another], [data-remove]");
    if (!button) return;
    if ("another" in button.dataset) return add(box).querySelector("[data-part]").focus();
    button.closest("[data-label]").remove();
    if (!rowsOf(box).length) add(box);
    count(box);
    list(box).querySelector("[data-part]").focus();
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
