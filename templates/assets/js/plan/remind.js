// A kept place and a number of weeks -> an entry for the visitor's own calendar, with an alarm at nine that day.
import { calendar } from "../ics.js";
import { iso } from "../keep/place.js";
import { say } from "../words.js";
import { save } from "../save.js";

export const remind = ({ id, name, note, place }, weeks) => {
  const now = new Date();
  const start = iso(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 7 * weeks));
  const url = new URL(`${document.documentElement.dataset.base}${id}/`, location.href).href;
  const uid = `${id.replace("/", "-")}-${start}@${location.hostname}`;
  const event = { uid, start, url, summary: say("remind-title", { name }), description: [note, url].filter(Boolean).join("\n"), location: place, alarm: "PT9H" };
  save(`${id.split("/")[1]}.ics`, "text/calendar", calendar([event], now));
};
