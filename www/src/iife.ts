/** Engine and harness in one classic script, for pages without a bundler: the global `antifaz`, and a start by `data-` attributes. */
import { autoStart } from './harness/auto.js';
import { createGuard as create, type Guard, type GuardOptions } from './harness.js';
import { openLedger } from './harness/ledger/index.js';
import { createSealer } from './harness/sealing.js';
import { createRedactor } from './index.js';
import { locales } from './locales/index.js';
import { panelLocales } from './locales/panel/index.js';
import { createPanel } from './panel.js';

export * from './harness.js';
export * from './harness/ledger/index.js';
export * from './index.js';
export * from './panel.js';
export { createSealer, openSealed } from './harness/sealing.js';
export { locales } from './locales/index.js';
export { panelLocales } from './locales/panel/index.js';

declare global {
  /** What the script leaves behind. */
  var antifaz: typeof import('./iife.js');
}

/** As in `antifaz/harness`; here all languages and sealing are at hand. */
export function createGuard(options: Omit<GuardOptions, 'parts'>): Guard {
  const guard = create({ locales, sealer: createSealer(), ...options });
  guard.panelLocales = panelLocales;
  return guard;
}

/** What the data attributes started, if there are any. */
export const guard = autoStart(createGuard, createRedactor, openLedger);
if (guard) createPanel(guard);
