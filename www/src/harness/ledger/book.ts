/**
 * The book: chains of sealed records in a store, and a queue before it for what could not be written yet. It knows who may
 * open it, and nothing of what the records mean.
 */
import { AntifazError } from '../../engine/errors.js';
import { canonical, type Head, type Json, type Linked, link, signHead, START, type Verdict, verify } from './chain.js';
import { CHAINS } from './record.js';
import { changeDataKey, type Keys, makeKeys, type OpenKeys, seal, unlock, unseal } from './seal.js';
import { type Change, type Entry, MemoryStore, openStore, type Store } from './store.js';

export type Chain = (typeof CHAINS)[number];

export interface Queued {
  readonly chain: Chain;
  readonly draft: object;
  /** Puts in what only hashes are kept of. */
  complete(keys: Keys): Promise<object>;
}

/** More than any chat has before its next write; beyond it the oldest message is not noted. */
const MOST_QUEUED = 1000;
const MOST_RECORDS = 5000;
const BATCH = 100;
const TRIES = 10;
const LOCK_PATIENCE_MS = 3000;

export class Book {
  #store: Store = new MemoryStore();
  #keys: Keys | undefined;
  #queue: Queued[] = [];
  /** Behind a passphrase that was not given yet. */
  locked = false;

  /** Throws where the device keeps nothing for this page. `lost`: the store was taken away later. */
  async open(lost: () => void): Promise<void> {
    this.#store = await openStore(lost);
  }

  /** What is on the disk stays there, out of reach. */
  forsake(): void {
    this.#store.close();
    this.#store = new MemoryStore();
    this.#keys = undefined;
    this.locked = false;
  }

  close(): void {
    this.#store.close();
  }

  /** Whether it outlives the page. */
  get durable(): boolean {
    return this.#store.durable;
  }

  get keys(): Keys | undefined {
    return this.#keys;
  }

  get queue(): readonly Queued[] {
    return this.#queue;
  }

  /** Not written yet. */
  holds(draft: object): boolean {
    return this.#queue.some((item) => item.draft === draft);
  }

  push(item: Queued): void {
    this.#queue.push(item);
    if (this.#queue.length <= MOST_QUEUED) return;
    const oldest = this.#queue.findIndex(({ chain }) => chain === 'sent');
    this.#queue.splice(Math.max(oldest, 0), 1);
  }

  /** Looks who may open it now: another tab may have changed that. */
  async enter(): Promise<void> {
    const stored = (await this.#store.keys()) ?? (await this.#found());
    if (this.#keys?.id !== stored.id) this.#keys = stored.data ? stored : undefined;
    this.locked = !this.#keys;
  }

  /** Whether there is a passphrase. */
  get isProtected(): boolean {
    return this.locked || this.#keys?.lock !== undefined;
  }

  lock(): boolean {
    if (!this.#keys?.lock) return false;
    this.#keys = undefined;
    this.locked = true;
    return true;
  }

  async unlock(passphrase: string): Promise<boolean> {
    const stored = await this.#store.keys();
    const keys = stored && (await unlock(stored, passphrase));
    if (!keys) return false;
    this.#keys = keys;
    this.locked = false;
    return true;
  }

  /** Seals everything anew, behind a passphrase or behind none. */
  async protect(passphrase: string | undefined): Promise<void> {
    const before = this.#opened();
    const keys = await changeDataKey(before, passphrase);
    await this.#alone(async () => {
      const ends: Record<string, string | undefined> = {};
      const entries: Entry[] = [];
      for (const chain of CHAINS) {
        ends[chain] = (await this.head(chain))?.to.hash;
        for (const { seq, ...sealed } of await this.#store.entries(chain)) {
          const text = await unseal(before.data, sealed, place(chain, seq));
          // What does not open now will not open later.
          if (text !== undefined) entries.push({ chain, seq, ...(await seal(keys.data, text, place(chain, seq))) });
        }
      }
      const { data, ...closed } = keys;
      return this.#store.commit({ keys: before.id, ends }, { keys: keys.lock ? closed : keys, entries });
    });
    this.#keys = keys;
  }

  /** Without the keys, no copy of the disk can be read. */
  async shred(): Promise<void> {
    this.#queue = [];
    await this.#store.commit(undefined, { keys: null });
    this.#keys = undefined;
  }

  /** For what stands beside the chains. `change` gives nothing where there is nothing to do. */
  async alter(change: (store: Store, keys: OpenKeys) => Promise<{ readonly vault: string | undefined; readonly change: Change } | undefined>): Promise<void> {
    await this.#alone(async () => {
      const keys = this.#opened();
      const made = await change(this.#store, keys);
      return !made || this.#store.commit({ keys: keys.id, ends: {}, vault: made.vault }, made.change);
    });
  }

  /** The values go with their key, also where nobody may read them now. */
  async shredValues(): Promise<void> {
    await this.#store.commit(undefined, { vault: null });
  }

  head(chain: Chain): Promise<Head | undefined> {
    return this.#store.head(chain);
  }

  async read(chain: Chain): Promise<readonly Linked[]> {
    if (this.locked) this.#opened();
    const data = this.#keys?.data;
    if (!data) return [];
    return Promise.all((await this.#store.entries(chain)).map((entry) => unsealed(chain, entry, data)));
  }

  async judge(chain: Chain, records: readonly Linked[]): Promise<Verdict | undefined> {
    const head = await this.head(chain);
    return head && this.#keys && verify(head, records, this.#keys.signing.publicKey);
  }

  /** Writes what waits, and gives the chains that it went to. What fails stays in the queue. */
  async flush(): Promise<ReadonlySet<Chain>> {
    const touched = new Set<Chain>();
    while (this.#queue.length > 0 && this.#keys) {
      const batch = this.#queue.slice(0, BATCH);
      await this.#alone(() => this.#append(batch));
      this.#queue = this.#queue.filter((item) => !batch.includes(item));
      for (const { chain } of batch) touched.add(chain);
    }
    return touched;
  }

  /** Deletes what was noted before a time, and what is too much. The head, signed anew, says from where the chain goes on. */
  async purge(chain: Chain, before_ms: number): Promise<void> {
    await this.#alone(async () => {
      const [head, keys] = [await this.head(chain), await this.#store.keys()];
      if (!head || !keys) return true;
      const from = before_ms === Infinity ? head.to : await this.#lastBefore(chain, head, before_ms);
      if (from.seq === head.from.seq) return true;
      const { signature, ...rest } = head;
      const signed = await signHead({ ...rest, from, time: later(head.time, now()) }, keys.signing.privateKey);
      return this.#store.commit({ keys: keys.id, ends: { [chain]: head.to.hash } }, { heads: [signed], purged: { [chain]: from.seq } });
    });
  }

  async #lastBefore(chain: Chain, { from, to }: Head, before_ms: number): Promise<Head['from']> {
    const data = this.#keys?.data;
    const surplus = to.seq - MOST_RECORDS;
    let last = from;
    while (data) {
      const done = last.seq - from.seq;
      const entries = (await this.#store.entries(chain, done + BATCH)).slice(done);
      const records = await Promise.all(entries.map((entry) => unsealed<Linked & { time?: string }>(chain, entry, data)));
      for (const { seq, hash, time } of records) {
        if (seq > surplus && !(Date.parse(time ?? '') < before_ms)) return last;
        last = { seq, hash };
      }
      if (records.length === 0) return last;
    }
    return last;
  }

  /** The first time on this device, or the first after everything was erased. */
  async #found(): Promise<Keys> {
    const keys = await makeKeys();
    const { principalId, signing } = keys;
    const heads = await Promise.all(
      CHAINS.map((chain) => signHead({ chain, principalId, from: START, to: START, time: now() }, signing.privateKey)),
    );
    const ends = Object.fromEntries(CHAINS.map((chain) => [chain, undefined]));
    const first = await this.#store.commit({ keys: undefined, ends }, { keys, heads });
    // Another tab was quicker.
    return first ? keys : ((await this.#store.keys()) as Keys);
  }

  async #append(batch: readonly Queued[]): Promise<boolean> {
    const keys = this.#opened();
    const heads = new Map<Chain, Head>();
    const entries: Entry[] = [];
    const ends: Record<string, string> = {};
    for (const { chain, complete } of batch) {
      const head = heads.get(chain) ?? (await this.head(chain));
      if (!head) return false;
      ends[chain] ??= head.to.hash;
      const record = await link(await complete(keys), head.to);
      const { seq, hash } = record;
      heads.set(chain, { ...head, to: { seq, hash }, time: later(head.time, now()) });
      entries.push({ chain, seq, ...(await seal(keys.data, canonical(record as unknown as Json), place(chain, seq))) });
    }
    const signed = await Promise.all([...heads.values()].map(({ signature, ...head }) => signHead(head, keys.signing.privateKey)));
    return this.#store.commit({ keys: keys.id, ends }, { heads: signed, entries });
  }

  /** Tries until nobody came between. The lock spares most tries; what makes it right is the comparison in `commit`. */
  async #alone(attempt: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < TRIES; tries++) {
      if (await this.#withLock(attempt)) return;
      await this.enter();
    }
    throw new Error('contended');
  }

  async #withLock(attempt: () => Promise<boolean>): Promise<boolean> {
    const locks = (navigator as Partial<Navigator>).locks;
    if (!locks || !this.durable) return attempt();
    const impatience = new AbortController();
    const timer = setTimeout(() => impatience.abort(), LOCK_PATIENCE_MS);
    let began = false;
    try {
      return (await locks.request('antifaz', { signal: impatience.signal }, () => {
        began = true;
        clearTimeout(timer);
        return attempt();
      })) as boolean;
    } catch (error) {
      if (began) throw error;
      // Held by a tab that sleeps, or not allowed here.
      return attempt();
    } finally {
      clearTimeout(timer);
    }
  }

  #opened(): OpenKeys {
    const keys = this.#keys;
    if (!keys?.data) throw new AntifazError('locked', 'the ledger is behind its passphrase: unlock it first');
    return { ...keys, data: keys.data };
  }
}

export function now(): string {
  return new Date().toISOString();
}

/** Of two times of ISO 8601. */
export function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** What does not open is still named, as altered. */
async function unsealed<T extends Linked>(chain: Chain, entry: Entry, data: CryptoKey): Promise<T> {
  const text = await unseal(data, entry, place(chain, entry.seq));
  return (text === undefined ? { seq: entry.seq, hash: '' } : JSON.parse(text)) as T;
}

function place(chain: string, seq: number): string {
  return `${chain}/${seq}`;
}
