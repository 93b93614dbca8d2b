// One meeting -> a calendar file (RFC 5545).

const WIDTH = 75; // octets a line may have
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
const stamp = (moment) => moment.replace(/[-:]/g, "").replace(/(T\d{4})Z$/, "$100Z");
const octets = (text) => new TextEncoder().encode(text).length;

/** A line, broken into lines of at most 75 octets, never within a letter; all but the first begin with a space. */
const folded = (line) => {
  const lines = [""];
  for (const letter of line) {
    if (octets(lines.at(-1) + letter) > WIDTH) lines.push(" ");
    lines[lines.length - 1] += letter;
  }
  return lines.join("\r\n");
};

/** The day after a day, both as 2026-12-01. */
const dayAfter = (day) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** `start` and `end` are moments in UTC (2026-12-01T18:30Z); without `start` it is the whole `day`. */
export const file = ({ uid, day, start, end, name, where, url, note, isTentative }, now) => {
  const when = start
    ? [`DTSTART:${stamp(start)}`, ...(end ? [`DTEND:${stamp(end)}`] : [])]
    : [`DTSTART;VALUE=DATE:${stamp(day)}`, `DTEND;VALUE=DATE:${stamp(dayAfter(day))}`];
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Signpost//Calendar//EN", "BEGIN:VEVENT",
    `UID:${uid}`, `DTSTAMP:${stamp(now.toISOString().replace(/:\d\d\.\d+Z$/, "Z"))}`, ...when,
    `SUMMARY:${escaped(name)}`, ...(where ? [`LOCATION:${escaped(where)}`] : []), `URL:${url}`,
    ...(note ? [`DESCRIPTION:${escaped(note)}`] : []), `STATUS:${isTentative ? "TENTATIVE" : "CONFIRMED"}`,
    "END:VEVENT", "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
};
