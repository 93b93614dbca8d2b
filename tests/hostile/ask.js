async (payloads) => {
  const box = document.querySelector("input[type=search]");
  for (const payload of payloads) {
    box.value = payload;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await new Promise((done) => setTimeout(done, 20));
  }
}
