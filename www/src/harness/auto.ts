/** Starts the guard from the attributes of its own script tag, which stands before the widget's. */
import type { Redactor } from '../engine/types.js';
import { AntifazError, createGuard, type Guard, type Ledger, type Manifest } from './index.js';

/**
 * `data-manifest`: selector of an inline `<script type="application/json">`; without it nothing starts. `data-attach`: `auto`
 * for the whole page, or a selector. `data-locale`: as for `createGuard`. `data-store`: as for `openLedger`.
 */
export function autoStart(
  createRedactor: () => Promise<Redactor>,
  openLedger: (options: { readonly store?: 'auto' | 'memory' }) => Ledger,
): Guard | undefined {
  const given = document.currentScript?.dataset ?? {};
  const { manifest: selector, attach = 'auto', locale = 'auto', store = 'auto' } = given;
  if (Object.keys(given).length === 0) return undefined;
  try {
    if (selector === undefined) throw new AntifazError('malformed-manifest', 'data-manifest: missing; it names the inline manifest', 'data-manifest');
    const manifest = readInline(selector);
    const ledger = openLedger({ store: store as 'auto' });
    const guard = createGuard({ redactor: createRedactor(), manifest, locale, ledger });
    guard.guardNetwork();
    guard.attach(attach === 'auto' ? document : attach);
    return guard;
  } catch (error) {
    // A page that asked for protection and got its options wrong must not send as if it had none.
    holdEverything();
    throw error;
  }
}

function readInline(selector: string): Manifest {
  const text = document.querySelector(selector)?.textContent;
  if (text == null) throw new AntifazError('malformed-manifest', `data-manifest: nothing at "${selector}" above this script`, selector);
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    throw new AntifazError('malformed-manifest', `data-manifest: what stands at "${selector}" is no JSON`, selector);
  }
}

function holdEverything(): void {
  const nobody: Manifest = {
    controller: { name: '–' },
    recipients: [{ id: 'nobody', origins: ['self'], role: 'controller', kind: 'mixed' }],
    purposes: [{ id: 'none', text: { en: '–' } }],
    categories: [],
  };
  const redactor = Promise.reject<Redactor>(new AntifazError('malformed-manifest', 'the guard could not be set up'));
  const guard = createGuard({ redactor, manifest: nobody });
  guard.guardNetwork();
  guard.attach(document);
}
