// A small chat: Enter or the button sends what stands in the box. It knows nothing of antifaz.
globalThis.sent = [];
const [form] = document.forms;
const [box] = form.elements;

function send(event) {
  event.preventDefault();
  sent.push(box.value);
  box.value = '';
}

form.addEventListener('submit', send);
box.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') send(event);
});

// And a page that uses the engine itself.
async function ask() {
  const conversation = (await antifaz.createRedactor()).conversation();
  const masked = conversation.redact('my card is 4111 1111 1111 1111').text;
  return { answers: [{ masked, restored: conversation.restore(masked) }], guard: typeof antifaz.createGuard, language: antifaz.locales[1].core.lang };
}

globalThis.answer = ask();
