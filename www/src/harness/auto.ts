/** Starts the guard from the attributes of its own script tag, which stands before the widget's. */
import type { Redactor } from '../engine/types.js';
import { AntifazError, type createGuard as CreateGuard, type Guard, type Ledger, type Manifest } from './index.js';

/**
 * `data-manifest`: selector of an inline `<script type="application/json">`; without it nothing starts. `data-attach`: `auto`
 * for the whole page, or a selector. `data-locale`, `data-public-key`: as for `createGuard`. `data-store`, `data-values`: as for `openLedger`.
 */
export function autoStart(
  createGuard: typeof CreateGuard,
  createRedactor: () => Promise<Redactor>,
  openLedger: (options: { readonly store?: 'auto' | 'memory'; readonly values?: 'page' | 'reload' }) => Ledger,
): Guard | undefined {
  const given = document.currentScript?.dataset ?? {};
  const { manifest: selector, attach = 'auto', locale = 'auto', store = 'auto', values = 'page', publicKey } = given;
  if (Object.keys(given).length === 0) return undefined;
  try {
    if (selector === undefined) throw new AntifazError('malformed-manifest', 'data-manifest: missing; it names the inline manifest', 'data-manifest');
    const manifest = readInline(selector);
    const ledger = openLedger({ store: store as 'auto', values: values as 'page' });
    const guard = createGuard({ redactor: createRedactor(), manifest, locale, ledger, ...(publicKey === undefined ? {} : { publicKey }) });
    guard.guardNetwork();
    guard.attach(attach === 'auto' ? document : attach);
    return guard;
  } catch (error) {
    // A page that asked for protection and got its options wrong must not send as if it had none.
    holdEverything(createGuard);
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

function holdEverything(createGuard: typeof CreateGuard): void {
  const nobody: Manifest = {
    controller: { name: '–', address: '–', email: '–' },
    authority: '–',
    ai: 'mixed',
    learnsFromChats: false,
    recipients: [{ id: 'nobody', origins: ['self'], role: 'controller', country: '–', kind: 'mixed' }],
    purposes: [{ id: 'none', dpv: 'dpv:CustomerCare', text: { en: '–' } }],
    categories: [],
    sources: [],
    rights: [],
    notice: { url: '–' },
  };
  const redactor = Promise.reject<Redactor>(new AntifazError('malformed-manifest', 'the guard could not be set up'));
  const guard = createGuard({ redactor, manifest: nobody });
  guard.guardNetwork();
  guard.attach(document);
}
