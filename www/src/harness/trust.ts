/** Whether a manifest counts: complete and honest, signed by whoever must have signed it, and not loosened by the page. */
import { AntifazError } from '../engine/errors.js';
import type { ManifestProblem, Redactor } from '../engine/types.js';
import { type CategoryRule, type Manifest, STRICTEST_FIRST, stricter, type Tighten } from './manifest.js';
import type { Parts } from './parts.js';
import { type PublicKey, verify } from './signature.js';

/** Why a manifest does not count, and what would be right. */
export interface Rejection {
  /**
   * `malformed`: it breaks the rules of docs/manifest.md. `unsigned`, `signature`: there is a public key, and nothing that it
   * speaks for. `loosened`: it is locked, and the page asked for less care. `no-signature-check`: it would have to be checked, and the
   * guard was not given `trust` of `antifaz/parts`.
   */
  readonly reason: 'malformed' | 'unsigned' | 'signature' | 'loosened' | 'no-signature-check';
  readonly problems: readonly ManifestProblem[];
}

function strange(tighten: Tighten = {}, redactor: Redactor): readonly ManifestProblem[] {
  const known = redactor.categories().map(({ id }) => id);
  return Object.keys(tighten.categories ?? {})
    .filter((id) => !known.includes(id))
    .map((id) => problem('value', `tighten.categories.${id}`, 'must be a category of the engine: see categories()'));
}

/** Of a locked manifest, where the redactor finds or hides less than it would by itself. */
function faultOfRedactor({ locked, categories }: Manifest, { loosened }: Redactor): Rejection | undefined {
  const allowed = categories.map(({ id, keep = 'none' }) => `masks.${id}: ${MASKS[keep]}`);
  const looser = loosened.filter((option) => !allowed.includes(option));
  return locked && looser.length > 0 ? loosening(looser) : undefined;
}

export function loosening(options: readonly string[]): Rejection {
  return { reason: 'loosened', problems: options.map((option) => problem('loosened', option, 'must be left out: the manifest is locked')) };
}

async function faultOfSignature(manifest: Manifest, key: PublicKey): Promise<Rejection | undefined> {
  if (manifest.signature === undefined) {
    return { reason: 'unsigned', problems: [problem('signature', 'signature', 'is missing: only a signed manifest counts here')] };
  }
  if (await verify(manifest, manifest.signature, key).catch(() => false)) return undefined;
  const message = 'is not of this manifest and this key, or cannot be checked here: that takes a secure context';
  return { reason: 'signature', problems: [problem('signature', 'signature', message)] };
}

/** Throws `AntifazError` `malformed-options` for what is no tightening. */
function tightened(manifest: Manifest, tighten: Tighten = {}): Manifest {
  const { categories = {}, thirdParties = [] } = tighten;
  for (const [id, strictness] of Object.entries(categories)) {
    if (!STRICTEST_FIRST.includes(strictness)) refuse(`categories.${id}`, `must be one of ${STRICTEST_FIRST.join(', ')}`);
  }
  const unknown = thirdParties.find((id) => !manifest.recipients.some((recipient) => recipient.id === id));
  if (unknown !== undefined) refuse('thirdParties', `no recipient "${unknown}" in the manifest`);
  const added = Object.keys(categories).filter((id) => !manifest.categories.some((rule) => rule.id === id));
  return {
    ...manifest,
    recipients: manifest.recipients.map((recipient) =>
      thirdParties.includes(recipient.id) ? { ...recipient, role: 'third-party' } : recipient,
    ),
    categories: [...manifest.categories, ...added.map((id) => ({ id, purposes: [] }))].map((rule: CategoryRule) => {
      const [strictness, own] = [categories[rule.id], rule.class];
      if (!strictness) return rule;
      // Nobody is asked about what the manifest does not name.
      const least = added.includes(rule.id) ? 'never' : strictness;
      return { ...rule, class: own ? stricter(least, own) : least };
    }),
  };
}

function refuse(key: string, why: string): never {
  throw new AntifazError('malformed-options', `tighten.${key}: ${why}`, `tighten.${key}`);
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

/** Without it, a manifest that has to be checked does not count. */
export const trust: NonNullable<Parts['trust']> = { tightened, strange, faultOfRedactor, faultOfSignature };
