// Taking the network along: as a link, on paper, as a table; and forgetting all of it.
import { PREFIX, isTroubled, kept, onChange, update } from "../keep/store.js";
import { say } from "../words.js";
import { csv } from "./csv.js";
import { save } from "../save.js";
import { fragment } from "./share.js";

const base = document.documentElement.dataset.base;

export const offerTake = (part, tell) => {
  const link = () => `${location.origin}${base}plan/${fragment(kept(), part("link-notes").checked)}`;
  const draw = () => {
    part("link").value = link();
    part("take").hidden = !kept().length;
    part("not-stored").hidden = !isTroubled();
  };
  onChange(draw);
  part("link-notes").addEventListener("change", draw);
  part("copy").addEventListener("click", () => copy(part("link"), tell));
  part("share").hidden = !navigator.share;
  part("share").addEventListener("click", () => navigator.share({ title: document.title, url: link() }).catch(() => {}));
  part("print").addEventListener("click", () => print());
  part("csv").addEventListener("click", () => save("my-support-network.csv", "text/csv", table(part("kept-list"))));
  part("forget").addEventListener("click", () => part("forget-ask").showModal());
  part("forget-ask").addEventListener("close", ({ target }) => target.returnValue === "yes" && (forget(), tell(say("forgotten"))));
  draw();
};

const copy = async (field, tell) => {
  field.select();
  const isCopied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
  tell(say(isCopied ? "link-copied" : "link-by-hand"));
};

const table = (list) => {
  const named = (code) => list.querySelector(`[data-topics] input[value="${CSS.escape(code)}"]`)?.parentElement.textContent.trim() ?? code;
  const heads = ["name", "kind", "place", "needs", "topics", "touched", "note", "address"].map((key) => say(`csv-${key}`));
  const rows = kept().map(({ id, name, one, place, needs, topics, touched, note }) => [
    name, one, place, needs.join(", "), topics.map(named).join(", "), touched, note, `${location.origin}${base}${id}/`,
  ]);
  return csv([heads, ...rows]);
};

/** Everything this site stores begins with its prefix; what other sites of the same origin store is theirs. */
const forget = () => {
  update(() => []);
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      for (const key of Object.keys(window[name])) if (key.startsWith(PREFIX)) window[name].removeItem(key);
    } catch {} // nothing can be stored there, so nothing is
  }
};
