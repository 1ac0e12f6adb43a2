/** Engine and harness in one classic script, for pages without a bundler: the global `antifaz`, and a start by `data-` attributes. */
import { autoStart } from './harness/auto.js';
import { createGuard as create, type Guard, type GuardOptions } from './harness/index.js';
import { openLedger } from './harness/ledger/index.js';
import { network } from './harness/network.js';
import { createSealer } from './harness/sealing.js';
import { createRedactor } from './index.js';
import { locales } from './locales/index.js';
import { createPanel } from './panel.js';

export * from './harness/index.js';
export * from './harness/ledger/index.js';
export * from './index.js';
export * from './panel.js';
export { createSealer, openSealed } from './harness/sealing.js';
export { locales } from './locales/index.js';

declare global {
  /** What the script leaves behind. */
  var antifaz: typeof import('./iife.js');
}

/** As in `antifaz/harness`; here all languages, the network guard and sealing are at hand. */
export function createGuard(options: GuardOptions): Guard {
  return create({ locales, network, sealer: createSealer(), ...options });
}

/** What the data attributes started, if there are any. */
export const guard = autoStart(createGuard, createRedactor, openLedger);
if (guard) createPanel(guard);
