// What is said of an answer: how many were found, what was meant, what was left out, and what to do when nothing was.
import { say } from "../words.js";
import { chips, loosened } from "./chosen.js";

const put = (form, name, ...content) => {
  const place = form.querySelector(`[data-${name}]`);
  place.replaceChildren(...content);
  place.hidden = !content.length;
};

const page = document.documentElement.dataset;

export const tell = (form, { table, asked, ranked, found, leftOut }) => {
  delete page.search;
  form.querySelector("[data-status]").textContent = form.dataset.note ?? number(table, found.rows);
  delete form.dataset.note;
  put(form, "meant", ...meant(ranked));
  put(form, "left-out", ...(leftOut.length ? [say("left-out", { what: leftOut.join(", ") })] : []));
  put(form, "chosen-filters", ...chips(form));
  put(form, "loosen", ...(found.rows.length ? [] : loosened(form, asked, found)));
};

/** When the table or the index cannot be had, the lists below the search are shown again. */
export const fail = (form, error) => {
  page.search = "failed";
  form.querySelector("[data-status]").textContent = say("failed");
  form.querySelector("[data-results]").replaceChildren();
  console.warn(error);
};

/** "14 listings and 1 guide". */
const number = (table, rows) => {
  const guides = rows.filter((row) => table.facet.kind.codes[table.columns.kind[row]] === "guides").length;
  const listings = say("listings", { n: rows.length - guides });
  if (!rows.length) return say("none");
  return guides ? say("and", { listings, guides: say("guides", { n: guides }) }) : listings;
};

const meant = (ranked) => [
  ...(ranked?.corrected ?? []).map(([typed, word]) => say("corrected", { typed, word })),
  ...(ranked?.unknown ?? []).map((typed) => say("unknown", { typed })),
].flatMap((text) => [text, " "]);
