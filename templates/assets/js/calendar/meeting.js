// One meeting: when it is by the visitor's clock, and a file that their own calendar opens.
import { calendar } from "../ics.js";
import { save } from "../save.js";
import { say } from "../words.js";

const weekday = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "short" });

/** Make a meeting of the agenda tell the visitor's own time, and save itself. */
export const wake = (meeting) => {
  const part = (name) => meeting.querySelector(`[data-${name}]`);
  const { day } = meeting.closest("[data-day]").dataset;
  if (part("start")) part("own").textContent = ownTime(part("start"), day);
  part("add").addEventListener("click", (event) => {
    event.preventDefault();
    save(`${part("name").pathname.split("/").at(-2)}-${day}.ics`, "text/calendar", calendar([said(meeting, part, day)]));
  });
};

/** When it begins where the visitor is; nothing where that is the time there. With the day of the week where that differs. */
const ownTime = ({ dateTime, textContent }, day) => {
  const when = new Date(dateTime);
  const own = new Date(when - when.getTimezoneOffset() * 60_000).toISOString(); // their clock, as if they lived by UTC
  const time = own.slice(11, 16);
  if (own.startsWith(day)) return time === textContent ? "" : say("yours", { time });
  return say("yours", { time: `${weekday.format(when)} ${time}` });
};

/** What the page says of it, as an event. */
const said = ({ dataset }, part, day) => {
  const moment = (name) => part(name) && new Date(part(name).dateTime);
  const { href: url, pathname } = part("name");
  const isConfirmed = "confirmed" in dataset;
  return {
    uid: `${part("start")?.dateTime ?? day}${pathname}`,
    start: moment("start") ?? day,
    end: moment("end"),
    summary: [part("name"), part("title")].filter(Boolean).map((each) => each.textContent).join(": "),
    description: isConfirmed ? "" : say("ask"),
    location: part("where")?.textContent.trim(),
    url,
    status: isConfirmed ? "CONFIRMED" : "TENTATIVE",
  };
};
