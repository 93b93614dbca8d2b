// The visitor's own time beside the time of the place, where the two differ.
import { say } from "../words.js";

const language = document.documentElement.lang;
const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const weekday = new Intl.DateTimeFormat(language, { weekday: "short" });
const date = new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit" });

/** Fill in the room that each meeting keeps for it; with the day of the week where it is another day. */
export const tellOwnTimes = (calendar) => {
  for (const meeting of calendar.querySelectorAll("[data-over]")) {
    const [start, room] = [meeting.querySelector("[data-start]"), meeting.querySelector("[data-own]")];
    if (!start || room.textContent) continue;
    const when = new Date(start.dateTime);
    const isSameDay = date.format(when) === meeting.closest("[data-day]").dataset.day;
    const time = clock.format(when);
    if (isSameDay && time === start.textContent) continue;
    room.textContent = say("yours", { time: isSameDay ? time : `${weekday.format(when)} ${time}` });
  }
};
