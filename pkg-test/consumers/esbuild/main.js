import { createRedactor } from 'antifaz';
import { createGuard } from 'antifaz/harness';
import { es } from 'antifaz/locales/es';

async function answer() {
  const conversation = (await createRedactor()).conversation();
  const masked = conversation.redact('my card is 4111 1111 1111 1111').text;
  return { answers: [{ masked, restored: conversation.restore(masked) }], guard: typeof createGuard, language: es.core.lang };
}

globalThis.answer = answer();
