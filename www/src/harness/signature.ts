/** ECDSA on P-256 with SHA-256 over the canonical JSON (RFC 8785) of a manifest without its `signature`. */
import { canonical, type Json } from './ledger/chain.js';

/** SPKI, as PEM or as its base64 alone; a JSON Web Key; or what WebCrypto made of one. */
export type PublicKey = string | JsonWebKey | CryptoKey;
/** PKCS #8, as PEM or as its base64 alone; a JSON Web Key; or what WebCrypto made of one. */
export type PrivateKey = PublicKey;

const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** Rejects where there is no WebCrypto, and where the key is none. */
export async function verify(manifest: object, signature: string, key: PublicKey): Promise<boolean> {
  const bytes = decoded(signature);
  return crypto.subtle.verify(P256, await imported('spki', key, 'verify'), bytes, content(manifest));
}

/** The signature as base64url: r and s, 64 bytes. */
export async function sign(manifest: object, key: PrivateKey): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.sign(P256, await imported('pkcs8', key, 'sign'), content(manifest)));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}

function content(manifest: object): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonical({ ...manifest, signature: undefined } as unknown as Json));
}

async function imported(format: 'spki' | 'pkcs8', key: PublicKey, use: KeyUsage): Promise<CryptoKey> {
  if (typeof key === 'string') {
    const der = decoded(key.replace(/-----[^-]+-----/g, ''));
    return crypto.subtle.importKey(format, der, P256, false, [use]);
  }
  if ('kty' in key) return crypto.subtle.importKey('jwk', { kty: 'EC', crv: 'P-256', ...points(key) }, P256, false, [use]);
  return key as CryptoKey;
}

/** Only what makes the key: what it was exported for says nothing about what it is. */
function points({ x, y, d }: JsonWebKey): JsonWebKey {
  return { ...(x && { x }), ...(y && { y }), ...(d && { d }) };
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Of base64 or base64url, with white space and padding or without. Not by `atob`, which app webviews replace. */
function decoded(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const sign of text.replace(/-/g, '+').replace(/_/g, '/')) {
    const value = ALPHABET.indexOf(sign);
    if (value < 0) continue;
    bits = (bits << 6) | value;
    count += 6;
    if (count >= 8) bytes.push((bits >> (count -= 8)) & 255);
  }
  return Uint8Array.from(bytes);
}
