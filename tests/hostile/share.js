async (payloads) => {
  for (const payload of payloads) {
    location.hash = `kept=2;meetups/x~${payload};${payload}`;
    await new Promise((done) => setTimeout(done, 5));
  }
}
