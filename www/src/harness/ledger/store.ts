/** Where sealed records lie: IndexedDB, or memory where there is none. A change is made whole or not at all. */
import type { Head } from './chain.js';
import type { Keys, Sealed, VaultKey } from './seal.js';

export interface Entry extends Sealed {
  readonly chain: string;
  readonly seq: number;
}

/** A value that outlives the page. */
export interface SealedValue extends Sealed {
  /** Random: the token would say what it is about. */
  readonly id: string;
}

/** What was read before a change was made up; the change counts only where it still holds. */
export interface Expected {
  /** Nothing where there were no keys. */
  readonly keys: string | undefined;
  /** By chain: the hash it ended with. */
  readonly ends: Readonly<Record<string, string | undefined>>;
  /** Nothing where there was no key before the values. Where it is not named, it does not matter. */
  readonly vault?: string | undefined;
}

export interface Change {
  /** `null`: everything goes. */
  readonly keys?: Keys | null;
  readonly heads?: readonly Head[];
  readonly entries?: readonly Entry[];
  /** By chain: up to which record all are deleted. */
  readonly purged?: Readonly<Record<string, number>>;
  /** `null`: all values go with their key. */
  readonly vault?: VaultKey | null;
  readonly values?: readonly SealedValue[];
  /** The ids of values that go. */
  readonly gone?: readonly string[];
}

export interface Store {
  /** Whether it outlives the page. */
  readonly durable: boolean;
  keys(): Promise<Keys | undefined>;
  head(chain: string): Promise<Head | undefined>;
  /** The oldest first. */
  entries(chain: string, most?: number): Promise<readonly Entry[]>;
  vault(): Promise<{ readonly key: VaultKey | undefined; readonly values: readonly SealedValue[] }>;
  /** False where the store is not as expected: then nothing was changed. Without `expected` it is changed whatever it is. */
  commit(expected: Expected | undefined, change: Change): Promise<boolean>;
  close(): void;
}

const NAME = 'antifaz';
/** Under its own key in the store of keys. */
const VAULT = 'vault';
/** 2: with values. */
const VERSION = 2;
const STORES = ['keys', 'heads', 'entries', 'values'];
/** An upgrade that another tab holds up, or a broken profile, must not hold up the chat. */
const PATIENCE_MS = 3000;

/** Throws where there is no such store, or a newer version of us made it. `lost`: it was taken away later. */
export async function openStore(lost: () => void): Promise<Store> {
  const request = indexedDB.open(NAME, VERSION);
  request.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion < 1) {
      request.result.createObjectStore('keys');
      request.result.createObjectStore('heads', { keyPath: 'chain' });
      request.result.createObjectStore('entries', { keyPath: ['chain', 'seq'] });
    }
    request.result.createObjectStore('values', { keyPath: 'id' });
  };
  const timeout = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer')), PATIENCE_MS));
  const opening = settled(request);
  // One that comes too late is not kept open: it would hold up others.
  const database = await Promise.race([opening, timeout]).catch((error: unknown) => {
    void opening.then((late) => late.close()).catch(() => {});
    throw error;
  });
  const give = (): void => {
    database.close();
    lost();
  };
  // A newer version in another tab, or somebody deletes it: it must not wait for us.
  database.onversionchange = give;
  database.onclose = give;
  return new DatabaseStore(database);
}

class DatabaseStore implements Store {
  readonly durable = true;
  readonly #database: IDBDatabase;

  constructor(database: IDBDatabase) {
    this.#database = database;
  }

  async keys(): Promise<Keys | undefined> {
    return settled<Keys | undefined>(this.#read('keys').get(NAME));
  }

  async head(chain: string): Promise<Head | undefined> {
    return settled<Head | undefined>(this.#read('heads').get(chain));
  }

  async entries(chain: string, most?: number): Promise<readonly Entry[]> {
    return settled<Entry[]>(this.#read('entries').getAll(IDBKeyRange.bound([chain, 0], [chain, Infinity]), most));
  }

  async vault() {
    return {
      key: await settled<VaultKey | undefined>(this.#read('keys').get(VAULT)),
      values: await settled<SealedValue[]>(this.#read('values').getAll()),
    };
  }

  commit(expected: Expected | undefined, change: Change): Promise<boolean> {
    const { keys, heads = [], entries = [], purged = {}, vault, values = [], gone = [] } = change;
    return new Promise((resolve, reject) => {
      // On the disk before it counts: a crash a moment later must not take it back.
      const transaction = this.#database.transaction(STORES, 'readwrite', { durability: 'strict' });
      const [keyStore, headStore, entryStore, valueStore] = STORES.map((name) => transaction.objectStore(name)) as [IDBObjectStore, IDBObjectStore, IDBObjectStore, IDBObjectStore];
      const withVault = expected !== undefined && 'vault' in expected;
      let stale = false;
      let open = 1 + Object.keys(expected?.ends ?? {}).length + (withVault ? 1 : 0);
      const compare = (holds: boolean): void => {
        open--;
        if (stale) return;
        if (!holds) {
          stale = true;
          transaction.abort();
        } else if (open === 0) write();
      };
      const write = (): void => {
        if (keys === null) for (const store of [keyStore, headStore, entryStore, valueStore]) store.clear();
        if (vault === null) valueStore.clear();
        if (vault === null) keyStore.delete(VAULT);
        if (vault) keyStore.put(vault, VAULT);
        for (const id of gone) valueStore.delete(id);
        for (const value of values) valueStore.put(value);
        if (keys) keyStore.put(keys, NAME);
        for (const [chain, upTo] of Object.entries(purged)) entryStore.delete(IDBKeyRange.bound([chain, 0], [chain, upTo]));
        for (const head of heads) headStore.put(head);
        for (const entry of entries) entryStore.put(entry);
      };
      const guarded = <T>(request: IDBRequest<T>, holds: (found: T) => boolean): void => {
        request.onsuccess = () => {
          try {
            compare(holds(request.result));
          } catch (error) {
            // A key that cannot be stored, say.
            reject(error);
            transaction.abort();
          }
        };
      };
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => (stale ? resolve(false) : reject(transaction.error ?? new Error('aborted')));
      guarded(keyStore.get(NAME) as IDBRequest<Keys | undefined>, (found) => !expected || found?.id === expected.keys);
      if (withVault) guarded(keyStore.get(VAULT) as IDBRequest<VaultKey | undefined>, (found) => found?.id === expected.vault);
      for (const [chain, end] of Object.entries(expected?.ends ?? {})) {
        guarded(headStore.get(chain) as IDBRequest<Head | undefined>, (found) => found?.to.hash === end);
      }
    });
  }

  close(): void {
    this.#database.close();
  }

  #read(name: string): IDBObjectStore {
    return this.#database.transaction(name).objectStore(name);
  }
}

export class MemoryStore implements Store {
  readonly durable = false;
  #keys: Keys | undefined;
  readonly #heads = new Map<string, Head>();
  #entries: Entry[] = [];

  async keys(): Promise<Keys | undefined> {
    return this.#keys;
  }

  async head(chain: string): Promise<Head | undefined> {
    return this.#heads.get(chain);
  }

  async entries(chain: string, most?: number): Promise<readonly Entry[]> {
    return this.#entries.filter((entry) => entry.chain === chain).slice(0, most);
  }

  /** In memory the engine has them already. */
  async vault() {
    return { key: undefined, values: [] };
  }

  async commit(_: Expected | undefined, { keys, heads = [], entries = [], purged = {} }: Change): Promise<boolean> {
    if (keys === null) this.#heads.clear();
    if (keys === null) this.#entries = [];
    if (keys !== undefined) this.#keys = keys ?? undefined;
    this.#entries = this.#entries.filter(({ chain, seq }) => seq > (purged[chain] ?? 0));
    for (const head of heads) this.#heads.set(head.chain, head);
    for (const entry of entries) {
      this.#entries = this.#entries.filter(({ chain, seq }) => chain !== entry.chain || seq !== entry.seq);
      this.#entries.push(entry);
    }
    return true;
  }

  close(): void {
    this.#entries = [];
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as DOMException);
  });
}
