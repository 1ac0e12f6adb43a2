/**
 * Values for the recipient's eyes only: the bot reads the token, and who holds the private key reads the value.
 *
 * ECDH on P-256 between a key pair made for one value and the recipient's public key; HKDF-SHA-256 over the shared secret, with no salt
 * and the context as `info`; AES-GCM-256 with a random 96-bit `iv` and the context as associated data. The context is
 * `antifaz-seal-1|<recipient id>|<token>`: a value that is moved to another token or recipient does not open. What is sealed is the
 * value as a JSON string, padded with spaces to a multiple of 64 bytes so that its length tells nothing.
 */
import { AntifazError } from '../engine/errors.js';
import type { Envelope, Sealer } from './envelope.js';

export { AntifazError } from '../engine/errors.js';
export type { Envelope, Sealer, SealedValue } from './envelope.js';

const P256 = { name: 'ECDH', namedCurve: 'P-256' };
const BLOCK = 64;

/** For `createGuard({ sealer: createSealer(), … })`. Needs `crypto.subtle`, and so a secure page. */
export function createSealer(): Sealer {
  return {
    async seal(value, token, { id, publicKey }) {
      const theirs = await crypto.subtle.importKey('jwk', publicKey as JsonWebKey, P256, false, []);
      const ours = await crypto.subtle.generateKey(P256, false, ['deriveBits']);
      const context = contextOf(id, token);
      const key = await derive(theirs, ours.privateKey, context, 'encrypt');
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: context }, key, padded(value));
      const point = await crypto.subtle.exportKey('raw', ours.publicKey);
      return { key: write(new Uint8Array(point)), iv: write(iv), data: write(new Uint8Array(data)) };
    },
  };
}

/**
 * The values in an envelope, by token. For the recipient's server, in Node too. Throws `AntifazError` `not-opened` where one of them was
 * not sealed to this key, or is not as it was sealed.
 */
export async function openSealed(envelope: Envelope, privateKey: JsonWebKey | CryptoKey): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [token, sealed] of Object.entries(envelope.sealed)) {
    try {
      const ours = 'kty' in privateKey ? await crypto.subtle.importKey('jwk', privateKey, P256, false, ['deriveBits']) : privateKey;
      const theirs = await crypto.subtle.importKey('raw', read(sealed.key), P256, false, []);
      const context = contextOf(envelope.recipient, token);
      const key = await derive(theirs, ours as CryptoKey, context, 'decrypt');
      const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: read(sealed.iv), additionalData: context }, key, read(sealed.data));
      values[token] = JSON.parse(new TextDecoder().decode(text)) as string;
    } catch {
      throw new AntifazError('not-opened', `${token}: was not sealed to this key, or is not as it was sealed`, token);
    }
  }
  return values;
}

async function derive(theirs: CryptoKey, ours: CryptoKey, info: Uint8Array<ArrayBuffer>, use: KeyUsage): Promise<CryptoKey> {
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, ours, 256);
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  return crypto.subtle.deriveKey(hkdf, material, { name: 'AES-GCM', length: 256 }, false, [use]);
}

function contextOf(recipient: string, token: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`antifaz-seal-1|${recipient}|${token}`);
}

function padded(value: string): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(value));
  const block = new Uint8Array(Math.ceil(text.length / BLOCK) * BLOCK).fill(0x20);
  block.set(text);
  return block;
}

function write(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

function read(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (unit) => unit.charCodeAt(0));
}
