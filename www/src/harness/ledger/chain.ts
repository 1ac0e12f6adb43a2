/**
 * A list in which nothing can be altered, left out or put in unseen: each record holds the hash of the one before, and the
 * head, signed, says where the chain ends and, once old records were purged, where it begins.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

export interface Linked {
  /** Counted from 1, never used twice. */
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
}

export interface Head {
  readonly chain: string;
  readonly principalId: string;
  /** The last record that is gone; `seq` 0 where none is. */
  readonly from: Mark;
  /** The last record there is. */
  readonly to: Mark;
  /** When it was signed. */
  readonly time: string;
  readonly signature: string;
}

export interface Mark {
  readonly seq: number;
  readonly hash: string;
}

export const START: Mark = { seq: 0, hash: '' };

/** Of a file that somebody wrote by hand, no more is walked through. */
const LONGEST = 100_000;
const P256 = { name: 'ECDSA', hash: 'SHA-256' };

/** The same bytes for the same content: keys sorted, nothing undefined. */
export function canonical(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join()}}`;
}

export async function digest(text: string): Promise<string> {
  return hex(await crypto.subtle.digest('SHA-256', bytes(text)));
}

/** Puts a body behind `prior`. */
export async function link<T extends object>(body: T, prior: Mark): Promise<T & Linked> {
  const linked = { ...body, seq: prior.seq + 1, prevHash: prior.hash };
  return { ...linked, hash: await hashOf(linked) };
}

export async function signHead(head: Omit<Head, 'signature'>, key: CryptoKey): Promise<Head> {
  return { ...head, signature: hex(await crypto.subtle.sign(P256, key, bytes(canonical(head as unknown as Json)))) };
}

export interface Verdict {
  readonly chain: string;
  readonly valid: boolean;
  /** How many records were read. */
  readonly records: number;
  /** The sequence numbers of records that are not what was chained. */
  readonly altered: readonly number[];
  /** Sequence numbers that the head vouches for and that are not there. */
  readonly missing: readonly number[];
  /** Whether the head is the signer's own. */
  readonly signed: boolean;
}

/** From the signed head backwards: so that the altered record itself is named, not the one after it. */
export async function verify(head: Head, records: readonly Linked[], publicKey: CryptoKey): Promise<Verdict> {
  const { signature, ...rest } = head;
  const signed = await crypto.subtle
    .verify(P256, publicKey, unhex(signature), bytes(canonical(rest as unknown as Json)))
    .catch(() => false);
  const bySeq = new Map(records.map((record) => [record.seq, record]));
  const altered: number[] = [];
  const missing: number[] = [];
  let expected: string | undefined = head.to.hash;
  const first = Math.max(head.from.seq, head.to.seq - LONGEST) || 0;
  for (let seq = head.to.seq; seq > first; seq--) {
    const record = bySeq.get(seq);
    bySeq.delete(seq);
    const hash = record && (await hashOf(record));
    if (!record) missing.push(seq);
    else if (hash !== record.hash || hash !== (expected ?? hash)) altered.push(seq);
    expected = record?.prevHash;
  }
  // The record after the checkpoint names another past.
  if (expected !== undefined && expected !== head.from.hash && !altered.includes(head.from.seq + 1)) altered.push(head.from.seq + 1);
  altered.push(...bySeq.keys());
  const valid = signed && altered.length === 0 && missing.length === 0 && records.length === head.to.seq - head.from.seq;
  return { chain: head.chain, valid, records: records.length, altered: altered.sort((a, b) => a - b), missing: missing.reverse(), signed };
}

function hashOf({ hash: _, ...record }: Partial<Linked>): Promise<string> {
  return digest(canonical(record as unknown as Json));
}

export function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

export function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function unhex(text: unknown): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(String(text).match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
