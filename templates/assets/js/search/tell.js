// What is said of an answer: how many were found, what was meant, which filters are set, what to do when nothing fits.
import { say } from "../words.js";
import { isGuide } from "./match.js";

const page = document.documentElement.dataset;

export const tell = (form, { table, asked, ranked, fit, leftOut }) => {
  delete page.search;
  put(form, "status", number(table, fit.rows));
  put(form, "meant", ranked?.slips.map(([typed, word]) => say(word ? "corrected" : "unknown", { typed, word })).join(" "));
  put(form, "left-out", leftOut.length && say("left-out", { what: leftOut.join(", ") }));
  const chosen = [...form.querySelectorAll(".choice input:checked")];
  put(form, "chosen-filters", ...chosen.map((box) => button(label(box), [box], say("take-off", { choice: label(box) }))));
  put(form, "loosen", ...(fit.rows.length ? [] : loosened(form, chosen, asked, fit)));
};

const put = (form, name, ...content) => {
  const place = form.querySelector(`[data-${name}]`);
  place.replaceChildren(...content.filter(Boolean));
  place.hidden = !content.some(Boolean);
};

export const lost = (form) => put(form, "status", say("near-unknown"));

/** When the table or the index cannot be had, the lists below the search are shown again. */
export const fail = (form, error) => {
  page.search = "failed";
  put(form, "status", say("failed"));
  form.querySelector("[data-results]").replaceChildren();
  console.warn(error);
};

/** "14 listings and 1 guide" */
const number = (table, rows) => {
  const guides = rows.filter((row) => isGuide(table, row)).length;
  const listings = say("listings", { n: rows.length - guides });
  return rows.length ? (guides ? say("and", { listings, guides: say("guides", { n: guides }) }) : listings) : say("none");
};

const label = (box) => box.closest(".choice").querySelector(".label").textContent;

/** A button that empties some fields of the form, and asks again. */
const button = (text, fields, name = text) => {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: text, ariaLabel: name });
  made.addEventListener("click", () => {
    for (const field of fields) field.type === "search" ? (field.value = "") : (field.checked = false);
    fields[0].dispatchEvent(new Event("input", { bubbles: true }));
    fields[0].form.elements.q.focus({ preventScroll: true });
  });
  return made;
};

/** A button for each filter without which something would be found, and one for the words. */
const loosened = (form, chosen, { words, filters }, { without }) => {
  const boxes = (name) => chosen.filter((box) => box.name === (name === "freshness" ? "confirmed" : name));
  const ways = Object.keys(filters).filter((name) => without[name]);
  const taken = ways.map((name) => button(say("without", { what: boxes(name).map(label).join(", "), n: without[name] }), boxes(name)));
  if (words && chosen.length) taken.push(button(say("without-words", { words }), [form.elements.q]));
  return [say(taken.length ? "loosen" : "nothing"), ...taken];
};
