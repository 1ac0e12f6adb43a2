async function ask() {
  const conversation = (await antifaz.createRedactor()).conversation();
  const masked = conversation.redact('my card is 4111 1111 1111 1111').text;
  return { answers: [{ masked, restored: conversation.restore(masked) }], guard: typeof antifaz.createGuard };
}

globalThis.answer = ask();
