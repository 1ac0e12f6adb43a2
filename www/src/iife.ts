/** Engine and harness in one classic script, for pages without a bundler: the global `antifaz`, and a start by `data-` attributes. */
import { autoStart } from './harness/auto.js';
import { openLedger } from './harness/ledger/index.js';
import { createRedactor } from './index.js';

export * from './harness/index.js';
export * from './harness/ledger/index.js';
export * from './index.js';

declare global {
  /** What the script leaves behind. */
  var antifaz: typeof import('./iife.js');
}

/** What the data attributes started, if there are any. */
export const guard = autoStart(createRedactor, openLedger);
