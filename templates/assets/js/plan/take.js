// Taking the network along: as a link, on paper, as a table, into one's own calendar; and forgetting all of it.
import { calendar } from "../ics.js";
import { PREFIX, isTroubled, kept, update } from "../keep/store.js";
import { leave } from "../offline/leave.js";
import { save } from "../save.js";
import { say } from "../words.js";
import { named, part, tell } from "./page.js";
import { fragment } from "./share.js";

const addressOf = (id) => new URL(`${document.documentElement.dataset.base}${id}/`, location).href;

/** The day in some days, where the visitor is, as Swedes write it: 2026-11-22. */
export const today = (more = 0) => new Date(new Date().setDate(new Date().getDate() + more)).toLocaleDateString("sv");

/** Save an entry for the visitor's own calendar, with an alarm at nine that day. */
export const remind = ({ id, name, note, place: location }, weeks) => {
  const [start, url, summary] = [today(7 * weeks), addressOf(id), say("remind-title", { name })];
  const event = { uid: `${start}-${url}`, start, url, location, summary, description: `${note}\n${url}`.trim(), alarm: "PT9H" };
  save(`${id.split("/")[1]}.ics`, "text/calendar", calendar([event]));
};

/** A table (RFC 4180): quotes doubled, nothing that a spreadsheet would run, and a mark that says it is UTF-8. */
const csv = () => {
  const row = ({ id, name, one, place, needs, topics, touched, note }) => [name, one, place, needs.join(", "), named(topics), touched, note, addressOf(id)];
  const field = (text) => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
  const lines = [say("csv").split(", "), ...kept().map(row)].map((fields) => `${fields.map(field).join(",")}\r\n`);
  save("my-support-network.csv", "text/csv", `\uFEFF${lines.join("")}`);
};

const copy = async () => {
  part("link").select();
  const isCopied = await navigator.clipboard?.writeText(part("link").value).then(() => true, () => false);
  tell(isCopied ? "link-copied" : "link-by-hand");
};

/** All that this site stores, caches too, begins with its prefix; what others of the same origin store is theirs. */
const forget = async () => {
  update(() => []);
  tell("forgotten");
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
    await leave();
  } catch {} // what is blocked holds nothing
};

const draw = () => {
  part("link").value = addressOf("plan") + fragment(kept());
  part("not-stored").hidden = !isTroubled();
};
const share = () => navigator.share({ url: part("link").value }).catch(() => {});
const acts = { copy, share, print: () => print(), csv, forget };
part("take").addEventListener("click", ({ target }) => acts[target.name]?.());
part("share").hidden = !navigator.share;
addEventListener("kept", draw);
draw();
