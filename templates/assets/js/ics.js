// Events -> a calendar file (RFC 5545): lines end in CR LF, none is longer than 75 octets, and text is escaped.

const OCTETS = 75;
const encoder = new TextEncoder();

/** An event has uid, start, end, summary, description, location, url, status and alarm, a duration after the start: "PT9H".
 *  start and end: a Date, or a day as "2026-12-06", which alone lasts that day. */
export const calendar = (events, now = new Date()) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Signpost//EN", ...events.flatMap((each) => lines(each, now)), "END:VCALENDAR"]
    .map((line) => `${fold(line)}\r\n`)
    .join("");

const lines = ({ uid, start, end, summary, description, location, url, status, alarm }, now) =>
  [
    "BEGIN:VEVENT",
    text("UID", uid),
    time("DTSTAMP", now),
    time("DTSTART", start),
    time("DTEND", end ?? after(start)),
    text("SUMMARY", summary),
    text("DESCRIPTION", description),
    text("LOCATION", location),
    url && `URL:${new URL(url)}`,
    text("STATUS", status),
    ...(alarm ? ["BEGIN:VALARM", "ACTION:DISPLAY", text("DESCRIPTION", summary), `TRIGGER:${alarm}`, "END:VALARM"] : []),
    "END:VEVENT",
  ].filter(Boolean);

const bare = (when) => when.replace(/[-:]|\.\d+/g, "");
const isDay = (when) => typeof when === "string";
const after = (day) => isDay(day) && new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const time = (name, when) => when && (isDay(when) ? `${name};VALUE=DATE:${bare(when)}` : `${name}:${bare(when.toISOString())}`);
const text = (name, value) =>
  value && `${name}:${value.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n").replace(/\p{Cc}/gu, " ")}`;

/** A long line goes on in lines that begin with a blank; no letter is cut in two. */
const fold = (line) => {
  const folded = [""];
  for (const letter of line) {
    if (encoder.encode(folded.at(-1) + letter).length > OCTETS) folded.push(" ");
    folded[folded.length - 1] += letter;
  }
  return folded.join("\r\n");
};
