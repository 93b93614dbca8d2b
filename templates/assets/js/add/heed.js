// When the form is looked at: a while after the last key, and when a field is left.

const PAUSE = 250; // milliseconds
let waiting, released;

/** What is told of a field moves what is below it, and a click would miss: it waits for the end of a press. */
const press = () => {
  released = new Promise((done) => ["pointerup", "pointercancel"].forEach((event) => addEventListener(event, () => setTimeout(done), { once: true })));
};

export const heed = (form, typed, left) => {
  form.addEventListener("pointerdown", press);
  form.addEventListener("input", ({ target }) => {
    clearTimeout(waiting);
    waiting = setTimeout(typed, PAUSE, target.name);
  });
  form.addEventListener("focusout", async ({ target, relatedTarget }) => {
    const box = target.closest("[data-asked]");
    await released;
    if (box && !box.contains(relatedTarget)) left(box);
  });
};
