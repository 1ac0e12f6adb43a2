/** Whether a manifest counts: complete and honest, signed by whoever must have signed it, and not loosened by the page. */
import type { ManifestProblem, Redactor } from '../engine/types.js';
import type { CategoryRule, Manifest, Tighten } from './manifest.js';
import { type PublicKey, verify } from './signature.js';

/** Put in at pack time, empty where none was: see docs/manifest.md. */
declare const ANTIFAZ_PUBLIC_KEY: string;

export const BUILT_IN_KEY = ANTIFAZ_PUBLIC_KEY;

/** Why a manifest does not count, and what would be right. */
export interface Rejection {
  /**
   * `malformed`: it breaks the rules of docs/manifest.md. `unsigned`, `signature`: there is a public key, and nothing that it
   * speaks for. `loosened`: it is locked, and the page asked for less care.
   */
  readonly reason: 'malformed' | 'unsigned' | 'signature' | 'loosened';
  readonly problems: readonly ManifestProblem[];
}

/** What the engine says against a manifest. */
export function mistakes(manifest: Manifest, redactor: Redactor, tighten: Tighten = {}): readonly ManifestProblem[] {
  const known = redactor.categories().map(({ id }) => id);
  const strange = Object.keys(tighten.categories ?? {}).filter((id) => !known.includes(id));
  return [
    ...redactor.lintManifest(manifest).filter(({ level }) => level === 'error'),
    ...strange.map((id) => problem('value', `tighten.categories.${id}`, 'must be a category of the engine: see categories()')),
  ];
}

/** Of a locked manifest, where the redactor finds or hides less than it would by itself. */
export function faultOfRedactor({ locked, categories }: Manifest, { loosened }: Redactor): Rejection | undefined {
  const allowed = categories.map(({ id, keep = 'none' }) => `masks.${id}: ${MASKS[keep]}`);
  const looser = loosened.filter((option) => !allowed.includes(option));
  return locked && looser.length > 0 ? loosening(looser) : undefined;
}

export function loosening(options: readonly string[]): Rejection {
  return { reason: 'loosened', problems: options.map((option) => problem('loosened', option, 'must be left out: the manifest is locked')) };
}

export async function faultOfSignature(manifest: Manifest, key: PublicKey): Promise<Rejection | undefined> {
  if (manifest.signature === undefined) {
    return { reason: 'unsigned', problems: [problem('signature', 'signature', 'is missing: only a signed manifest counts here')] };
  }
  if (await verify(manifest, manifest.signature, key).catch(() => false)) return undefined;
  const message = 'is not of this manifest and this key, or cannot be checked here: that takes a secure context';
  return { reason: 'signature', problems: [problem('signature', 'signature', message)] };
}

const MASKS: Readonly<Record<NonNullable<CategoryRule['keep']>, string>> = {
  last4: 'last4',
  first6: 'first6-last4',
  band: 'generalize',
  none: '',
};

function problem(rule: string, path: string, message: string): ManifestProblem {
  return { rule, path, level: 'error', message };
}
