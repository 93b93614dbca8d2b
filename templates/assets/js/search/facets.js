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

/** The choices of every filter from the table. Of the cities there are those of the chosen countries, and others named. */
export const choices = (form, table, countries = [], cities = []) => {
  const isThere = (name, code) => name !== "city" || cities.includes(code) || countries.includes(code.split("/")[0].toUpperCase());
  for (const facet of form.querySelectorAll("[data-facet]")) {
    const { facet: name, of } = facet.dataset;
    if (of !== undefined && (name !== "city" || of === `${countries}`) && !cities.length) continue;
    const made = [...cities, ...new FormData(form).getAll(name)];
    const { codes, labels } = table.facet[name];
    const rows = codes.flatMap((code, at) => (isThere(name, code) ? choice(form, name, code, labels[at], made.includes(code)) : []));
    facet.querySelector(".choices").replaceChildren(...rows);
    facet.dataset.of = countries;
  }
};

const choice = (form, name, value, label, checked) => {
  const row = form.querySelector("[data-choice]").content.cloneNode(true).firstElementChild;
  Object.assign(row.querySelector("input"), { name, value, checked });
  row.querySelector(".label").textContent = label;
  return row;
};
