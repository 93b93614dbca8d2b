// Counts beside the choices of each filter. A choice that leads to nothing is left out, unless it is made.

/** Show the numbers, and only filters that can be of use: those of some kinds once such a kind is chosen. */
export const count = (form, table, counts, filters) => {
  for (const facet of form.querySelectorAll("[data-facet]")) {
    const { facet: name, kinds, always } = facet.dataset;
    const rows = [...facet.querySelectorAll(".choice")];
    let chosen = 0;
    for (const row of rows) {
      const box = row.querySelector("input");
      const n = counts[name][table.facet[name].codes.indexOf(box.value)];
      row.querySelector("[data-count]").textContent = n;
      row.hidden = !n && !box.checked;
      chosen += box.checked;
    }
    facet.querySelector("[data-chosen]").textContent = chosen || "";
    const isEmpty = rows.every((row) => row.hidden);
    const isOfOthers = kinds && !chosen && !filters.kind?.some((kind) => kinds.split(" ").includes(kind));
    facet.toggleAttribute("data-empty", isEmpty);
    facet.hidden = (isEmpty && always === undefined) || isOfOthers;
  }
  const sure = counts.freshness.filter((_, at) => table.facet.freshness.codes[at] !== "unconfirmed");
  form.querySelector("[data-confirmed]").textContent = sure.reduce((sum, n) => sum + n, 0);
};

/** The cities of the chosen countries as choices; with `also`, those that an address names. */
export const cities = (form, table, countries = [], also = []) => {
  const facet = form.querySelector("[data-facet=city]");
  if (!facet || (facet.dataset.of === `${countries}` && !also.length)) return;
  const made = [...also, ...new FormData(form).getAll("city")];
  const { codes, labels } = table.facet.city;
  const isThere = (code) => also.includes(code) || countries.includes(code.split("/")[0].toUpperCase());
  const rows = codes.flatMap((code, at) => (isThere(code) ? choice(code, labels[at], made.includes(code)) : []));
  facet.querySelector(".choices").replaceChildren(...rows);
  facet.dataset.of = countries;
};

const choice = (code, label, checked) => {
  const row = document.querySelector("[data-facet=country] .choice").cloneNode(true);
  Object.assign(row.querySelector("input"), { name: "city", value: code, checked });
  row.querySelector(".label").textContent = label;
  return row;
};
