// The mix on the page: a card for each pick with its need, why it is there, and a button for another one.
import { element } from "../find/card.js";
import { say } from "../words.js";
import { cardOf } from "./found.js";
import { fitting, mix, needsOf, next } from "./mix.js";
import { why } from "./why.js";

/** Show the mix for what is asked, or the picks it had before. `tell` says something politely. */
export const suggest = async (part, table, ways, asked, before, tell) => {
  const picks = before ?? mix(table, ways, asked);
  const keep = () => history.replaceState({ folder: table.folder, picks }, "");
  const swaps = { table, ways, asked, picks, keep, tell, seen: picks.map(({ row }) => row) };
  const items = await Promise.all(picks.map((pick) => item(part, pick, swaps)));
  part("mix-list").replaceChildren(...items);
  keep();
  const named = table.facet[ways.lead];
  const missing = needsOf(table, ways, asked).filter((need) => need && !picks.some((pick) => pick.need === need));
  const without = missing.map((need) => named.labels[named.codes.indexOf(need)]).join(", ");
  tell(`${say(picks.length ? "mix-count" : "mix-none", { n: picks.length })}${picks.length && without ? `. ${say("mix-missing", { needs: without })}` : ""}`);
};

const item = async (part, pick, swaps) => {
  const box = part("pick").content.cloneNode(true).firstElementChild;
  const { codes, labels } = swaps.table.facet[swaps.ways.lead] ?? { codes: [] };
  box.querySelector("[data-need]").textContent = labels?.[codes.indexOf(pick.need)] ?? "";
  await show(box, pick, swaps);
  box.querySelector("[data-other]").addEventListener("click", () => swap(box, pick, swaps));
  return box;
};

const show = async (box, { row }, { table, ways, asked }) => {
  const said = await cardOf(table, ways, row);
  box.querySelector(".card").replaceWith(element(said).querySelector(".card"));
  box.querySelector("[data-why]").textContent = why(table, ways, asked, row);
  box.querySelector("[data-other]").setAttribute("aria-label", say("other-named", { name: said.name }));
  return said;
};

const swap = async (box, pick, swaps) => {
  const { table, ways, asked, picks, seen, keep, tell } = swaps;
  const row = next(table, ways, fitting(table, ways, asked), pick.need, seen);
  if (row === null) {
    box.querySelector("[data-other]").setAttribute("aria-disabled", "true");
    return tell(say("swapped-none"));
  }
  seen.push(row);
  pick.row = row;
  keep();
  tell(say("swapped", await show(box, pick, swaps)), picks);
};
