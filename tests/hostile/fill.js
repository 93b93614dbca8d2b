async (payloads) => {
  const boxes = [...document.querySelectorAll("[data-form] :is(input:not([type=checkbox], [type=radio]), textarea)")];
  for (const payload of payloads) {
    for (const box of boxes) box.value = box.type === "date" ? "" : payload;
    boxes[0].dispatchEvent(new InputEvent("input", { bubbles: true }));
    for (const box of boxes.slice(0, 6)) box.dispatchEvent(new Event("change", { bubbles: true }));
    await new Promise((done) => setTimeout(done, 5));
  }
  return boxes.length;
}
