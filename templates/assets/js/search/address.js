// The form <-> the address: ?q=words&kind=meetups&kind=associations&sort=name

const boxes = (form) => form.querySelectorAll("input[type=checkbox]");

/** What is asked: { words, filters: {name: [codes]}, sort }. With an address' query, the form is first filled from it. */
export const read = (form, query) => {
  if (query !== undefined) fill(form, new URLSearchParams(query));
  const filters = {};
  for (const box of boxes(form)) if (box.checked) (filters[box.name] ??= []).push(box.value);
  return { words: form.elements.q.value.trim(), filters, sort: form.elements.sort.value };
};

const fill = (form, asked) => {
  form.elements.q.value = asked.get("q") ?? "";
  form.elements.sort.value = asked.get("sort") ?? "relevance";
  if (form.elements.sort.selectedIndex < 0) form.elements.sort.value = "relevance";
  for (const box of boxes(form)) box.checked = asked.getAll(box.name).includes(box.value);
};

/** Put what is asked into the address, so that it can be copied, and Back leads to it. */
export const write = (form) => {
  const { words, filters, sort } = read(form);
  const asked = new URLSearchParams(words ? { q: words } : {});
  for (const [name, codes] of Object.entries(filters)) for (const code of codes) asked.append(name, code);
  if (sort !== "relevance") asked.set("sort", sort);
  const query = asked.toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
};
