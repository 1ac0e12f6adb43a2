import { AntifazError, createRedactor, type Finding, type Redaction } from 'antifaz';
import { createGuard as createCore } from 'antifaz/core';
import { createGuard, type Guard, type Locale, type Manifest, type PanelLocale } from 'antifaz/harness';
import { locales } from 'antifaz/locales';
import { es } from 'antifaz/locales/es';
import { es as panelEs } from 'antifaz/locales/panel/es';
import { createPanel } from 'antifaz/panel';
import { network, trust } from 'antifaz/parts';
import { createRedactor as createSlim } from 'antifaz/slim';
import type {} from 'antifaz/iife';

export async function use(bytes: Uint8Array<ArrayBuffer>): Promise<readonly Finding[]> {
  const redactor = await createRedactor({ languages: ['en', 'es'], regions: ['es'], policy: 'strict', maxBytes: 1000 });
  const slim = await createSlim(bytes);
  const conversation = redactor.conversation();
  const redaction: Redaction = conversation.redact('text', { 'fin.card': 'hide' });
  // A text is only there once nothing raw can be in it.
  const sent: string = redaction.status === 'cleared' ? redaction.text : redaction.reason;
  const stream = conversation.restoreStream();
  const shown: string = stream.push(sent) + stream.end();
  const error: Error = new AntifazError('code', 'message');
  console.log(shown, error, createGuard, globalThis.antifaz.createRedactor, slim.version);
  return redaction.findings;
}

export function guard(redactor: ReturnType<typeof createRedactor>, manifest: Manifest): string {
  const own: Locale = { ...es, core: { ...es.core, send: 'Enviar ya' } };
  const guard = createGuard({ redactor, manifest, locales: [own, ...locales], locale: 'es' });
  createPanel(guard, { locales: [panelEs] });
  return guard.locale;
}

export function smaller(redactor: ReturnType<typeof createRedactor>, manifest: Manifest): Guard {
  return createCore({ redactor, manifest, locales: [es], parts: { network, trust } });
}

// @ts-expect-error a language that the engine does not know
await createRedactor({ languages: ['xx'] });
// @ts-expect-error a mistyped option
await createRedactor({ langauges: ['en'] });
// @ts-expect-error a locale with lines missing
(): Locale => ({ core: { lang: 'es' } });
// @ts-expect-error words of the panel with lines missing
(): PanelLocale => ({ lang: 'es', panel: { title: 'Su privacidad' } });
// @ts-expect-error a finding cannot be changed
(finding: Finding) => (finding.start = 0);
// @ts-expect-error a blocked message has no text to send
(redaction: Redaction) => redaction.text;
