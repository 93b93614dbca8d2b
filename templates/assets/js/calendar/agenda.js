// The days of the agenda: what is shown of them.

const all = (within, hook) => [...within.querySelectorAll(hook)];
const fits = (meeting, asked) =>
  !("past" in meeting) &&
  (!asked.in || meeting.in === asked.in) &&
  (!asked.city || meeting.city === asked.city) &&
  (!asked.online || "online" in meeting) &&
  (!asked.confirmed || !("tentative" in meeting));

/** Whether anything is asked for. */
export const isNarrowed = (asked) => Object.values(asked).some(Boolean);

/** Mark what is over at a moment (in milliseconds): the page may have been made some days ago. */
export const leaveOutPast = (calendar, now) => {
  for (const meeting of all(calendar, "[data-over]")) if (Date.parse(meeting.dataset.over) < now) meeting.dataset.past = "";
};

/** Show the meetings that fit, the days and months that hold any, and the ways to them. How many fit. */
export const narrow = (calendar, asked) => {
  let shown = 0;
  for (const meeting of all(calendar, "[data-over]")) {
    meeting.hidden = !fits(meeting.dataset, asked);
    shown += !meeting.hidden;
  }
  for (const part of [...all(calendar, "[data-day]"), ...all(calendar, "[data-month]")])
    part.hidden = !part.querySelector("[data-over]:not([hidden])");
  for (const month of all(calendar, "[data-month]")) {
    const way = calendar.querySelector(`.jump a[href="#${month.id}"]`);
    if (way) way.hidden = month.hidden;
  }
  return shown;
};
