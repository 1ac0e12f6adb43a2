/**
 * The values that outlive the page, where the integrator wants a conversation to survive a reload: sealed under the data key, so
 * that a passphrase stands before them too, and again under a key of their own, so that dropping it shreds them and nothing else.
 */
import type { Kept } from '../ledger-contract.js';
import { isOver } from '../values.js';
import type { Book } from './book.js';
import { hex, unhex } from './chain.js';
import { makeVaultKey, type OpenKeys, seal, unseal, uuid, type VaultKey } from './seal.js';
import type { SealedValue, Store } from './store.js';

/** More than a day's chat has; beyond it the oldest go. */
const MOST_VALUES = 500;

interface Found {
  readonly id: string;
  /** Nothing where it does not open: then it goes. */
  readonly value: Kept | undefined;
}

export class Vault {
  readonly #book: Book;
  readonly #tokens = new Set<string>();

  constructor(book: Book) {
    this.#book = book;
  }

  /** What this page knows to lie there. */
  get tokens(): ReadonlySet<string> {
    return this.#tokens;
  }

  /** What lies there, the oldest first; what is over, or does not open, is deleted. */
  async read(): Promise<{ readonly values: readonly Kept[]; readonly over: readonly Kept[] }> {
    let values: readonly Found[] = [];
    let over: readonly Found[] = [];
    await this.#book.alter(async (store, keys) => {
      const { key, found } = await look(store, keys);
      over = found.filter(({ value }) => !value || isOver(value));
      values = found.filter((one) => !over.includes(one));
      return over.length > 0 ? { vault: key?.id, change: { gone: over.map(({ id }) => id) } } : undefined;
    });
    this.#tokens.clear();
    for (const { token } of known(values)) this.#tokens.add(token);
    return { values: known(values), over: known(over) };
  }

  /** While the ledger is locked they stay in memory. */
  async keep(values: readonly Kept[]): Promise<void> {
    if (!this.#book.durable || this.#book.locked) return;
    await this.#book.alter(async (store, keys) => {
      const { key: before, found } = await look(store, keys);
      const there = new Set(known(found).map(({ token }) => token));
      const added = values.filter(({ token }) => !there.has(token));
      if (added.length === 0) return undefined;
      const key = before ?? (await makeVaultKey());
      const sealed = await Promise.all(added.map((value) => wrap(value, key, keys)));
      const surplus = found.slice(0, Math.max(0, found.length + added.length - MOST_VALUES));
      const change = { values: sealed, gone: surplus.map(({ id }) => id), ...(before ? {} : { vault: key }) };
      return { vault: before?.id, change };
    });
    for (const { token } of values) this.#tokens.add(token);
  }

  /** Gives those that lay there. */
  async drop(tokens: readonly string[]): Promise<readonly string[]> {
    let gone: readonly Found[] = [];
    await this.#book.alter(async (store, keys) => {
      const { key, found } = await look(store, keys);
      gone = found.filter(({ value }) => value && tokens.includes(value.token));
      return gone.length > 0 ? { vault: key?.id, change: { gone: gone.map(({ id }) => id) } } : undefined;
    });
    for (const token of tokens) this.#tokens.delete(token);
    return known(gone).map(({ token }) => token);
  }

  /** Without its key, no copy of the disk can be read. */
  async shred(): Promise<void> {
    await this.#book.shredValues();
    this.#tokens.clear();
  }

  /** Another tab shredded it. */
  forget(): void {
    this.#tokens.clear();
  }
}

async function look(store: Store, keys: OpenKeys): Promise<{ key: VaultKey | undefined; found: readonly Found[] }> {
  const { key, values } = await store.vault();
  const found = await Promise.all(values.map(async (sealed) => ({ id: sealed.id, value: key && (await unwrap(sealed, key, keys)) })));
  return { key, found: found.sort((a, b) => (a.value?.since ?? 0) - (b.value?.since ?? 0)) };
}

function known(found: readonly Found[]): readonly Kept[] {
  return found.flatMap(({ value }) => value ?? []);
}

async function wrap(value: Kept, { key }: VaultKey, { data }: OpenKeys): Promise<SealedValue> {
  const id = uuid();
  const inner = await seal(data, JSON.stringify(value), place(id));
  const text = hex(inner.iv.buffer) + hex(inner.data);
  return { id, ...(await seal(key, text, place(id))) };
}

async function unwrap({ id, ...sealed }: SealedValue, { key }: VaultKey, { data }: OpenKeys): Promise<Kept | undefined> {
  const bytes = unhex((await unseal(key, sealed, place(id))) ?? '');
  const text = await unseal(data, { iv: bytes.slice(0, 12), data: bytes.slice(12).buffer }, place(id));
  return text === undefined ? undefined : (JSON.parse(text) as Kept);
}

function place(id: string): string {
  return `values/${id}`;
}
