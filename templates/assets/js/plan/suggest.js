// The mix on the page: a card for each pick with its need, why it is there, and a button for another one.
import { say } from "../words.js";
import { fitting, mix, next } from "./mix.js";
import { cardOf, copy, dress, lead, loading, part } from "./page.js";

/** Show the mix for what is asked, or the one that was there before. */
export const suggest = async (asked) => {
  const table = await loading;
  const { codes, labels } = table.facet[lead] ?? { codes: [""], labels: [""] };
  const label = (need) => labels[codes.indexOf(need)];
  const needs = asked.has(lead) ? asked.getAll(lead) : codes;
  const fit = fitting(table, lead, asked);
  const picks = history.state?.[table.folder] ?? mix(fit, needs);
  const seen = picks.map(({ row }) => row);
  const remember = () => history.replaceState({ [table.folder]: picks }, ""); // rows of this table

  const tell = (text) => (part("mix-say").textContent = text);
  const show = async (box, pick) => {
    const card = await cardOf(table, pick.row);
    dress(box, card);
    part("need", box).textContent = label(pick.need);
    part("why", box).textContent = fit.find(({ row }) => row === pick.row).why;
    return card;
  };
  const swap = async (box, pick) => {
    const best = next(fit, pick.need, seen);
    part("other", box).ariaDisabled = !best;
    if (!best) return tell(say("swapped-none"));
    seen.push((pick.row = best.row));
    remember();
    tell(say("swapped", await show(box, pick)));
  };
  const item = async (pick) => {
    const box = copy("pick");
    part("other", box).addEventListener("click", () => swap(box, pick));
    await show(box, pick);
    return box;
  };

  part("mix-list").replaceChildren(...(await Promise.all(picks.map(item))));
  remember();
  const missing = needs.filter((need) => need && !picks.some((pick) => pick.need === need)).map(label).join(", ");
  const count = say(picks.length ? "mix-count" : "mix-none", { n: picks.length });
  tell(picks.length && missing ? `${count}. ${say("mix-missing", { needs: missing })}` : count);
};
