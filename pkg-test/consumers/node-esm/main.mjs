// The engine as a module, with its bytes inside and with bytes that the app brings itself.
import { readFile } from 'node:fs/promises';
import { createRedactor } from 'antifaz';
import { createRedactor as createSlim } from 'antifaz/slim';
import { createGuard } from 'antifaz/harness';
import { es } from 'antifaz/locales/es';

const bytes = await readFile(new URL(import.meta.resolve('antifaz/wasm')));
const text = 'my card is 4111 1111 1111 1111';
const answers = [];
for (const redactor of [await createRedactor(), await createSlim(bytes)]) {
  const conversation = redactor.conversation();
  const masked = conversation.redact(text).text;
  answers.push({ masked, restored: conversation.restore(masked) });
  conversation.free();
}
console.log(JSON.stringify({ answers, guard: typeof createGuard, language: es.core.lang }));
