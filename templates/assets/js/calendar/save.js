// A meeting of the agenda -> a file that the visitor's own calendar opens.
import { say } from "../words.js";
import { file } from "./ics.js";

const textOf = (meeting, hook) => meeting.querySelector(`[data-${hook}]`)?.textContent.trim() ?? "";
const momentOf = (meeting, hook) => meeting.querySelector(`[data-${hook}]`)?.dateTime;

/** Everything the page says of a meeting that a calendar can hold. */
const said = (meeting) => {
  const isTentative = "tentative" in meeting.dataset;
  return {
    uid: `${momentOf(meeting, "start") ?? meeting.closest("[data-day]").dataset.day}${meeting.querySelector("[data-name]").pathname}`,
    day: meeting.closest("[data-day]").dataset.day,
    start: momentOf(meeting, "start"),
    end: momentOf(meeting, "end"),
    name: [textOf(meeting, "name"), textOf(meeting, "title")].filter(Boolean).join(": "),
    where: textOf(meeting, "where"),
    url: meeting.querySelector("[data-name]").href,
    note: isTentative ? say("ask") : "",
    isTentative,
  };
};

/** Offer the file. False where the browser cannot, so that the link leads to the file of all dates. */
export const save = (meeting) => {
  if (!URL.createObjectURL) return false;
  const what = said(meeting);
  const address = URL.createObjectURL(new Blob([file(what, new Date())], { type: "text/calendar;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${what.url.split("/").at(-2)}-${what.day}.ics`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return true;
};
