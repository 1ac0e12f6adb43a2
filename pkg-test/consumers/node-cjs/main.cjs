// The same through `require`.
const { readFileSync } = require('node:fs');
const { createRedactor } = require('antifaz');
const { createRedactor: createSlim } = require('antifaz/slim');
const { createGuard } = require('antifaz/harness');
const { es } = require('antifaz/locales/es');

async function main() {
  const bytes = readFileSync(require.resolve('antifaz/wasm'));
  const text = 'my card is 4111 1111 1111 1111';
  const answers = [];
  for (const redactor of [await createRedactor(), await createSlim(bytes)]) {
    const conversation = redactor.conversation();
    const masked = conversation.redact(text).text;
    answers.push({ masked, restored: conversation.restore(masked) });
    conversation.free();
  }
  console.log(JSON.stringify({ answers, guard: typeof createGuard, language: es.core.lang }));
}

main();
