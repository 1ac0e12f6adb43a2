/** The keys of one installation. None of them can be read out, not even by us; dropping them makes what they sealed unreadable. */
import { bytes, hex } from './chain.js';

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

export interface Keys {
  /** Another one whenever the data key is. */
  readonly id: string;
  /** Who the records are about: random, of this installation only. */
  readonly principalId: string;
  /** Missing while a passphrase stands before it. */
  readonly data?: CryptoKey;
  readonly lock?: Lock;
  readonly signing: CryptoKeyPair;
  readonly mac: CryptoKey;
}

/** Stands before the values that outlive the page, besides the data key: dropped, they are gone and nothing else is. */
export interface VaultKey {
  readonly id: string;
  readonly key: CryptoKey;
}

export interface OpenKeys extends Keys {
  readonly data: CryptoKey;
}

interface Lock {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly rounds: number;
  /** Opens with the right passphrase only. */
  readonly proof: Sealed;
}

/** OWASP, Password Storage Cheat Sheet (read 2026-11): PBKDF2 with HMAC-SHA-256. */
const ROUNDS = 600_000;
const AES = { name: 'AES-GCM', length: 256 };
const PROOF = 'proof';

export async function makeKeys(): Promise<Keys> {
  const { subtle } = crypto;
  const signing = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const mac = await subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return withDataKey({ principalId: uuid(), signing, mac }, await makeDataKey());
}

export async function makeVaultKey(): Promise<VaultKey> {
  return { id: uuid(), key: await makeDataKey() };
}

/** The same installation with another data key, behind a passphrase or behind none. */
export async function changeDataKey(keys: Keys, passphrase: string | undefined): Promise<OpenKeys> {
  if (passphrase === undefined) return withDataKey(keys, await makeDataKey());
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const data = await derive(passphrase, salt, ROUNDS);
  return { ...withDataKey(keys, data), lock: { salt, rounds: ROUNDS, proof: await seal(data, PROOF, PROOF) } };
}

/** Nothing where the passphrase is not the one. */
export async function unlock(keys: Keys, passphrase: string): Promise<Keys | undefined> {
  const { lock } = keys;
  if (!lock) return keys;
  const data = await derive(passphrase, lock.salt, lock.rounds);
  return (await unseal(data, lock.proof, PROOF)) === PROOF ? { ...keys, data } : undefined;
}

/** `place`: the store and the record; what was sealed for one place does not open in another. */
export async function seal(key: CryptoKey, text: string, place: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt({ ...AES, iv, additionalData: bytes(place) }, key, bytes(text)) };
}

/** Nothing where a bit of it is not as it was sealed. */
export async function unseal(key: CryptoKey, { iv, data }: Sealed, place: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ ...AES, iv, additionalData: bytes(place) }, key, data));
  } catch {
    return undefined;
  }
}

/** The same for the same text, and nothing to anyone without the key. */
export async function keyedHash({ mac }: Keys, text: string): Promise<string> {
  return hex(await crypto.subtle.sign('HMAC', mac, bytes(text)));
}

/** RFC 9562, version 4. `crypto.randomUUID` is missing where the page is not secure. */
export function uuid(): string {
  const random = crypto.getRandomValues(new Uint8Array(16));
  random[6] = (random[6]! & 0x0f) | 0x40;
  random[8] = (random[8]! & 0x3f) | 0x80;
  return hex(random.buffer).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function withDataKey({ principalId, signing, mac }: Omit<Keys, 'id'>, data: CryptoKey): OpenKeys {
  return { id: uuid(), principalId, signing, mac, data };
}

function makeDataKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey(AES, false, ['encrypt', 'decrypt']);
}

async function derive(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', bytes(passphrase.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, secret, AES, false, ['encrypt', 'decrypt']);
}
