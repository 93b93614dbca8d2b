// The drawers of the filters: filled once they are opened or asked of, with counts. A choice that leads to nothing is left out.

const drawers = (form) => form.querySelectorAll("[data-facet]");

/** Fill what is open, and what `asked(name)`, the codes that are asked for, names. Cities are those of their countries. */
export const choices = (form, table, asked) => {
  const countries = [...asked("country"), ...asked("city").map((code) => code.split("/")[0].toUpperCase())];
  const isThere = (name, code) => name !== "city" || countries.includes(code.split("/")[0].toUpperCase());
  for (const drawer of drawers(form)) {
    const { facet: name, of } = drawer.dataset;
    const wanted = name === "city" ? `${[...new Set(countries)].sort()}` : "";
    if (of === wanted || !(drawer.open || asked(name).length)) continue;
    const { codes, labels } = table.facet[name];
    const rows = codes.flatMap((code, at) => (isThere(name, code) ? row(form, name, code, labels[at], asked(name).includes(code)) : []));
    drawer.querySelector(".choices").replaceChildren(...rows);
    drawer.dataset.of = wanted;
  }
};

const row = (form, name, value, label, checked) => {
  const made = form.querySelector("[data-choice]").content.cloneNode(true).firstElementChild;
  Object.assign(made.querySelector("input"), { name, value, checked });
  made.querySelector(".label").textContent = label;
  return made;
};

/** Show the numbers, and only filters that can be of use: those of some kinds, and cities, once such a kind or country is chosen. */
export const count = (form, table, counts, filters) => {
  for (const drawer of drawers(form)) {
    const { facet: name, kinds, always } = drawer.dataset;
    for (const row of drawer.querySelectorAll(".choice")) {
      const box = row.querySelector("input");
      const n = counts[name][table.facet[name].codes.indexOf(box.value)];
      row.querySelector("[data-count]").textContent = n;
      row.hidden = !n && !box.checked;
    }
    const chosen = filters[name]?.length ?? 0;
    const isEmpty = !chosen && counts[name].every((n) => !n);
    const isOfOthers = kinds ? !filters.kind?.some((kind) => kinds.split(" ").includes(kind)) : name === "city" && !filters.country;
    drawer.querySelector("[data-chosen]").textContent = chosen || "";
    drawer.toggleAttribute("data-empty", isEmpty);
    drawer.hidden = !chosen && (isOfOthers || (isEmpty && always === undefined));
  }
  const sure = counts.freshness.filter((_, at) => table.facet.freshness.codes[at] !== "unconfirmed");
  form.querySelector("[data-confirmed]").textContent = sure.reduce((sum, n) => sum + n, 0);
};
