/** For whoever writes a manifest: check, sign, verify. In browsers and Node. docs/manifest.md has the format and the rules. */
import { AntifazError } from './engine/errors.js';
import { flatten } from './engine/flatten.js';
import type { ManifestProblem, Redactor } from './engine/types.js';
import { canonical as canonicalJson, type Json } from './harness/ledger/chain.js';
import type { Manifest } from './harness/manifest.js';
import { type PrivateKey, type PublicKey, sign, verify } from './harness/signature.js';

export { AntifazError } from './engine/errors.js';
export type { ManifestProblem } from './engine/types.js';
export type { CategoryRule, Listener, Manifest, Purpose, Recipient, Role, Tighten, Words } from './harness/manifest.js';
export type { PrivateKey, PublicKey } from './harness/signature.js';

/** What is wrong with it; any value may be given. The rules are the engine's, so it takes a redactor: `await createRedactor()`. */
export function lintManifest(redactor: Redactor, manifest: unknown): readonly ManifestProblem[] {
  return redactor.lintManifest(manifest);
}

/** The manifest with its signature, an older one replaced. Throws `malformed-manifest` or `malformed-key`. */
export async function signManifest(manifest: Manifest, privateKey: PrivateKey): Promise<Manifest> {
  const copy = plain(manifest);
  const signature = await sign(copy, privateKey).catch((error: unknown) => notAKey('a private', error));
  return { ...copy, signature };
}

/** Whether the signature is of this manifest and this key. Throws `malformed-manifest` or `malformed-key`. */
export async function verifyManifest(manifest: Manifest, publicKey: PublicKey): Promise<boolean> {
  const copy = plain(manifest);
  return typeof copy.signature === 'string' && verify(copy, copy.signature, publicKey).catch((error: unknown) => notAKey('a public', error));
}

/** The JSON that is signed: RFC 8785. */
export function canonical(value: unknown): string {
  return canonicalJson(value as Json);
}

function plain(manifest: unknown): Manifest {
  const { copy, cut } = flatten(manifest);
  if (typeof copy === 'object' && copy !== null && cut === undefined) return copy as Manifest;
  throw new AntifazError('malformed-manifest', `${cut ?? 'manifest'}: must be an object of at most 10000 values, 8 levels deep`, cut ?? 'manifest');
}

function notAKey(which: string, error: unknown): never {
  const why = error instanceof Error ? `: ${error.message}` : '';
  throw new AntifazError('malformed-key', `key: must be ${which} key on P-256, as PEM, base64, JSON Web Key or CryptoKey${why}`, 'key');
}
