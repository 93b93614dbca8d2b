// Events -> a calendar file (RFC 5545): lines end in CR LF, none is longer than 75 octets, and text is escaped.

const OCTETS = 75;
const octets = new TextEncoder();

/** The text of a calendar. An event has uid, start, end, summary, description, url, location, status and alarm.
 *  start and end: a Date, or a day as "2026-12-06". A day alone lasts that day. alarm: a duration after the start, "PT9H". */
export const calendar = (events, now = new Date()) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Signpost//EN", ...events.flatMap((each) => lines(each, now)), "END:VCALENDAR"]
    .map((line) => `${fold(line)}\r\n`)
    .join("");

const lines = ({ uid, start, end, summary, description, url, location, status, alarm }, now) => [
  "BEGIN:VEVENT",
  `UID:${escaped(uid)}`,
  `DTSTAMP:${moment(now)}`,
  time("DTSTART", start),
  ...(end || isDay(start) ? [time("DTEND", end ?? after(start))] : []),
  `SUMMARY:${escaped(summary)}`,
  ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
  ...(location ? [`LOCATION:${escaped(location)}`] : []),
  ...(url ? [`URL:${encodeURI(decoded(url))}`] : []),
  ...(status ? [`STATUS:${status}`] : []),
  ...(alarm ? ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(summary)}`, `TRIGGER:${alarm}`, "END:VALARM"] : []),
  "END:VEVENT",
];

const isDay = (time) => typeof time === "string";
const time = (name, value) => (isDay(value) ? `${name};VALUE=DATE:${value.replaceAll("-", "")}` : `${name}:${moment(value)}`);
const moment = (date) => date.toISOString().replace(/[-:]|\.\d+/g, "");
const after = (day) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

const escaped = (text) =>
  `${text}`
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/\p{Cc}/gu, " ");

const decoded = (url) => {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
};

/** A long line goes on in lines that begin with a blank; no letter is cut in two. */
const fold = (line) => {
  let [folded, size] = ["", 0];
  for (const letter of line) {
    const more = octets.encode(letter).length;
    if (size + more > OCTETS) [folded, size] = [`${folded}\r\n `, 1];
    [folded, size] = [folded + letter, size + more];
  }
  return folded;
};
