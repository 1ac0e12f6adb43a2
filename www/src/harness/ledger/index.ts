/**
 * The ledger: which consents outlive the page, and proof of what was agreed and what left. On this device only.
 *
 * What stands is kept in memory and answers at once; what happened is written behind. A consent that is taken back ends in
 * memory first, in every tab, and whatever cannot be read or believed is no consent.
 */
import { AntifazError } from '../../engine/errors.js';
import type { Status } from '../events.js';
import type { Answer, Ledger, LedgerHost, Pen, Sent, Which } from '../ledger-contract.js';
import type { Change, Scope } from '../ui-contract.js';
import { Book, type Chain, now } from './book.js';
import { digest, type Linked } from './chain.js';
import { CHAINS, changesOf, type ConsentRecord, draftOf, isAbout, neededFor, partyOf, SCHEMA, termsOf } from './record.js';
import { FORMAT, type LedgerRecord, type Reading, signerOf, write } from './receipts.js';
import { keyedHash, uuid } from './seal.js';
import { Tabs, Withdrawals } from './tabs.js';

export { AntifazError } from '../../engine/errors.js';
export type { Ledger, Which } from '../ledger-contract.js';
export type { Linked, Verdict } from './chain.js';
export { type LedgerRecord, type Reading, readReceipts } from './receipts.js';
export type { ConsentRecord, SentRecord } from './record.js';

export interface LedgerOptions {
  /** `memory`: nothing outlives the page. @default 'auto' */
  readonly store?: 'auto' | 'memory';
  /** After how many minutes without a touch it locks itself, where it has a passphrase. @default 10 */
  readonly autoLock?: number;
}

/** A consent that holds now. */
export interface Standing {
  readonly category: string;
  readonly purpose: string | null;
  readonly recipient: string;
  readonly scope: Scope;
  readonly given: string;
  readonly until: string | null;
}

type ConsentDraft = Omit<ConsentRecord, 'principalId' | 'promptHash'>;

interface Grant {
  readonly consent: ConsentDraft;
  /** The latest time noted since: where the clock shows less, it was set back. */
  seen: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** How long a consent "until a date" lasts: consent is to be refreshed at intervals (EDPB guidelines 05/2020). */
const UNTIL_DAYS = 30;
const LIFETIME_MS: Readonly<Record<Chain, number>> = { consents: 365 * DAY_MS, sent: 90 * DAY_MS };
/** Clocks are corrected by a little all the time. */
const CLOCK_SLACK_MS = 5 * MINUTE_MS;

/** A store that does not answer must not hold up the chat: until it does, nothing stands. */
const PATIENCE_MS = 5000;

/** For `createGuard({ ledger: openLedger(), … })`, which closes it when it is destroyed. */
export function openLedger(options: LedgerOptions = {}): DeviceLedger {
  for (const key of Object.keys(options)) {
    if (key !== 'store' && key !== 'autoLock') throw new AntifazError('unknown-option', `openLedger: no option "${key}"`, key);
  }
  const { store = 'auto', autoLock = 10 } = options;
  if (store !== 'auto' && store !== 'memory') throw new AntifazError('unknown-store', 'store: must be auto or memory', 'store');
  if (!(autoLock > 0)) throw new AntifazError('out-of-range', 'autoLock: must be a number of minutes', 'autoLock');
  return new DeviceLedger(store, autoLock * MINUTE_MS);
}

export class DeviceLedger implements Ledger {
  readonly #wanted: 'auto' | 'memory';
  readonly #autoLockMs: number;
  readonly #over = new AbortController();
  readonly #book = new Book();
  readonly #grants = new Map<string, Grant>();
  /** By category and recipient: what the next question has to say. */
  readonly #changes = new Map<string, readonly Change[]>();
  readonly #withdrawals = new Withdrawals();
  /** Of the withdrawals, those that this tab has put into the queue. */
  readonly #noted = new Set<string>();
  #host: LedgerHost | undefined;
  #tabs: Tabs | undefined;
  /** One thing at a time. */
  #work: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #touched = Date.now();
  #purged = 0;
  /** Whether what was read is what was written. */
  #believed = true;

  /** Use `openLedger`. */
  constructor(wanted: 'auto' | 'memory', autoLockMs: number) {
    this.#wanted = wanted;
    this.#autoLockMs = autoLockMs;
  }

  /** For the guard. */
  connect(host: LedgerHost): Pen {
    if (this.#host) throw new AntifazError('ledger-in-use', 'ledger: belongs to a guard already; open another one');
    this.#host = host;
    this.#tabs = new Tabs(
      (which) => this.#end(which, true),
      () => void this.#do(() => this.#load()),
    );
    for (const type of ['keydown', 'pointerdown']) {
      addEventListener(type, () => (this.#touched = Date.now()), { capture: true, passive: true, signal: this.#over.signal });
    }
    const book = this.#book;
    const opening = this.#do(() => this.#open()).catch(() => {});
    return {
      opened: Promise.race([opening, new Promise<void>((done) => setTimeout(done, PATIENCE_MS))]),
      get locked() {
        return book.locked;
      },
      until: () => this.#until(),
      stands: (category, recipient) => this.#stands(category, recipient),
      changes: (category, recipient) => this.#changes.get(`${category}|${recipient}`) ?? [],
      answered: (answer) => this.#answered(answer),
      sent: (message) => this.#sent(message),
      withdraw: (which) => this.#withdraw(which),
      close: () => this.#close(),
    };
  }

  /** `memory`: it ends with the page. */
  get state(): 'durable' | 'memory' | 'locked' {
    return this.#book.locked ? 'locked' : this.#book.durable ? 'durable' : 'memory';
  }

  /** What holds now, beyond single messages. To end one: `guard.withdraw()`. */
  consents(): readonly Standing[] {
    return [...this.#grants.values()]
      .filter((grant) => this.#holds(grant))
      .map(({ consent: { category, purpose, recipient, scope, time, validUntil } }) => ({
        category,
        purpose,
        recipient: recipient.id,
        scope,
        given: time,
        until: validUntil,
      }));
  }

  /** What is noted, the oldest first in each chain; all of it, or what is about a category, purpose or recipient. */
  records(which: Which = {}): Promise<readonly LedgerRecord[]> {
    return this.#do(async () => (await this.#readAll()).flatMap(({ records }) => records).filter((record) => concerns(which, record)));
  }

  /** For the customer to take away; no values are in it. */
  export(form: 'json' | 'jsonld' | 'csv' = 'json'): Promise<string> {
    return this.#do(async () => {
      const chains = (await this.#readAll()).flatMap(({ head, records }) => (head ? [{ head, records }] : []));
      const { keys, queue } = this.#book;
      const publicKey = keys ? await crypto.subtle.exportKey('jwk', keys.signing.publicKey) : null;
      const unsigned = queue.length > 0 ? { unsigned: queue.map(({ draft }) => draft) } : {};
      return write({ format: FORMAT, exported: now(), publicKey, chains, ...unsigned }, form);
    });
  }

  /** Whether all records are as they were written, and which are not. */
  verify(): Promise<Omit<Reading, 'records'>> {
    return this.#do(async () => {
      const all = await this.#readAll();
      const verdicts = await Promise.all(all.map(({ chain, records }) => this.#book.judge(chain, records)));
      const { keys } = this.#book;
      return {
        valid: verdicts.every((verdict) => verdict?.valid),
        signer: keys ? await signerOf(keys.signing.publicKey) : null,
        verdicts: verdicts.filter((verdict) => verdict !== undefined),
      };
    });
  }

  /** A passphrase from now on, another one, or with `null` none. Everything is sealed anew. */
  protect(passphrase: string | null): Promise<void> {
    if (passphrase === '') throw new AntifazError('malformed-options', 'protect: an empty passphrase protects nothing');
    return this.#do(async () => {
      await this.#flush();
      await this.#book.protect(passphrase ?? undefined);
      this.#tabs?.changed();
    });
  }

  /** Nothing stands, nothing can be read and nobody is asked until `unlock`. Without a passphrase there is nothing to lock. */
  lock(): void {
    if (this.#book.lock()) this.#shut();
  }

  /** False where it is not the passphrase. */
  unlock(passphrase: string): Promise<boolean> {
    return this.#do(async () => {
      if (!(await this.#book.unlock(passphrase))) return false;
      this.#touched = Date.now();
      await this.#load();
      this.#host?.emit('unlocked', {});
      return true;
    });
  }

  /** `consents`: all are taken back and their records deleted. `all`: with the keys, so that no copy of the disk can be read. */
  erase(what: 'consents' | 'sent' | 'all'): Promise<void> {
    if (what !== 'sent') this.#withdraw({});
    return this.#do(async () => {
      if (what === 'all') {
        await this.#book.shred();
        this.#changes.clear();
        this.#withdrawals.written(this.#withdrawals.all);
        await this.#load();
      } else {
        await this.#flush();
        await this.#book.purge(what, Infinity);
      }
      this.#tabs?.changed();
      this.#host?.emit('erased', { what });
    });
  }

  // What stands ------------------------------------------------------------------------------------------------------

  #stands(category: string, recipient: string): boolean {
    const needed = neededFor(this.#host?.manifest.categories.find(({ id }) => id === category));
    return (
      needed.length > 0 &&
      needed.every((purpose) => {
        const grant = this.#grants.get(`${category}|${purpose}|${recipient}`);
        return grant?.consent.scope === 'date' && this.#holds(grant);
      })
    );
  }

  #holds({ consent: { scope, validUntil }, seen }: Grant): boolean {
    const time = Date.now();
    return scope === 'conversation' || (time < Date.parse(validUntil ?? '') && time > seen - CLOCK_SLACK_MS);
  }

  /** A day that is named counts whole. */
  #until(): number | undefined {
    return this.#book.durable && this.#believed ? new Date(Date.now() + UNTIL_DAYS * DAY_MS).setHours(23, 59, 59, 999) : undefined;
  }

  #answered({ recipient, language, choices }: Answer): void {
    const { manifest } = this.#host as LedgerHost;
    const receiptId = uuid();
    const until = this.#until();
    for (const choosing of choices) {
      const needed = neededFor(choosing.category.rule);
      for (const purpose of needed.length > 0 ? needed : [null]) {
        const about = { category: choosing.category.id, purpose, recipient: recipient.id };
        const terms = termsOf(manifest, about);
        if (!terms) continue;
        const common = { schema: SCHEMA, recordId: uuid(), receiptId, time: now() };
        const consent = draftOf(choosing, terms, common, { purpose, until, language });
        if (consent.status === 'given' && consent.scope !== 'message') this.#grants.set(keyOf(consent), { consent, seen: Date.now() });
        if (consent.status !== 'deferred') this.#changes.delete(`${about.category}|${about.recipient}`);
        this.#note(consent, choosing.shown);
      }
    }
  }

  #withdraw(which: Which): void {
    const time = now();
    // Before anything else: what follows may not come to its end.
    this.#withdrawals.add({ which, time });
    this.#noted.add(time);
    this.#end(which, false);
    this.#tabs?.withdraw(which);
    void this.#do(() => this.#flush());
  }

  /** `elsewhere`: the other tab notes what stands in the book; what only this one knew is noted here. */
  #end(which: Which, elsewhere: boolean): void {
    // The guard keeps what holds for the chat by category and recipient, so there no purpose can be parted from the others.
    const { purpose, ...whole } = which;
    for (const [key, { consent }] of this.#grants) {
      if (!isAbout(consent.scope === 'conversation' ? whole : which, consent)) continue;
      this.#grants.delete(key);
      if (!elsewhere || this.#isOwn(consent)) this.#noteEnd(consent, 'withdrawn');
    }
    this.#host?.forget(which);
  }

  #isOwn(consent: ConsentDraft): boolean {
    return consent.scope === 'conversation' || this.#book.holds(consent);
  }

  /** What time or the manifest ended. */
  #sweep(): void {
    const { manifest } = this.#host as LedgerHost;
    for (const [key, { consent }] of this.#grants) {
      const { category, purpose, recipient, scope, validUntil } = consent;
      if (scope !== 'date') continue;
      const changes = changesOf(consent, termsOf(manifest, { category, purpose, recipient: recipient.id }));
      if (changes.length === 0 && Date.now() < Date.parse(validUntil ?? '')) continue;
      this.#drop(key, consent);
      if (changes.length > 0) this.#changes.set(`${category}|${recipient.id}`, changes);
      this.#noteEnd(consent, changes.length > 0 ? 'invalidated' : 'expired', changes);
    }
  }

  #drop(key: string, { category, recipient }: ConsentDraft): void {
    this.#grants.delete(key);
    this.#host?.forget({ category, recipient: recipient.id });
  }

  // What is noted ----------------------------------------------------------------------------------------------------

  #sent({ recipient, channel, masked, shared, tokens, text }: Sent): void {
    const common = { schema: SCHEMA, kind: 'sent', recordId: uuid(), receiptId: uuid(), time: now(), recipient: partyOf(recipient) };
    const draft = { ...common, channel, masked, shared, tokens };
    this.#push('sent', draft, async (keys) => ({ ...draft, principalId: keys.principalId, messageHash: await keyedHash(keys, text) }));
  }

  #noteEnd(consent: ConsentDraft, status: Status, changes: readonly Change[] = []): void {
    const method = status === 'withdrawn' ? 'control' : 'policy';
    this.#note({ ...consent, recordId: uuid(), time: now(), status, method, ...(changes.length > 0 ? { changes } : {}) });
  }

  #note(draft: ConsentDraft, shown?: string): void {
    const { category, purpose, recipient, scope, status } = draft;
    this.#push('consents', draft, async ({ principalId }) => ({
      ...draft,
      principalId,
      promptHash: shown === undefined ? null : await digest(shown),
    }));
    this.#host?.emit('consent', { category, purpose, recipient: recipient.id, scope, status });
  }

  #push(chain: Chain, draft: object, complete: Parameters<Book['push']>[0]['complete']): void {
    for (const grant of this.#grants.values()) grant.seen = Math.max(grant.seen, Date.now());
    this.#book.push({ chain, draft, complete });
    void this.#do(() => this.#flush());
  }

  async #flush(): Promise<void> {
    const touched = await this.#book.flush();
    if (!this.#book.durable || !this.#book.keys) return;
    if (touched.has('consents')) this.#tabs?.changed();
    // What fell back to memory may still stand on the disk, so it is not done with.
    if (this.#noted.size === 0 || this.#book.queue.length > 0) return;
    this.#withdrawals.written(this.#withdrawals.all.filter(({ time }) => this.#noted.has(time)));
    this.#noted.clear();
  }

  // What is read -----------------------------------------------------------------------------------------------------

  async #open(): Promise<void> {
    const { subtle } = (globalThis.crypto ?? {}) as Partial<Crypto>;
    if (!subtle) return this.#host?.degrade('no-crypto');
    if (this.#wanted === 'auto') {
      await this.#book.open(() => void this.#do(() => this.#forsake())).catch(() => this.#host?.degrade('no-storage'));
    }
    await this.#load();
    this.#tick();
  }

  /** The store went away or does not work: what is known of it no longer counts. */
  async #forsake(): Promise<void> {
    if (!this.#book.durable || this.#over.signal.aborted) return;
    this.#book.forsake();
    for (const [key, { consent }] of this.#grants) if (consent.scope === 'date') this.#drop(key, consent);
    this.#host?.degrade('no-storage');
    await this.#load();
  }

  async #load(): Promise<void> {
    const was = this.#book.locked;
    await this.#book.enter();
    if (this.#book.locked) return was ? undefined : this.#shut();
    const records = await this.#book.read('consents');
    this.#believed = (await this.#book.judge('consents', records))?.valid ?? false;
    if (!this.#believed) this.#host?.degrade('ledger-altered');
    const sentAt = Date.parse((await this.#book.head('sent'))?.time ?? '') || 0;
    this.#replay(this.#believed ? (records as readonly (ConsentRecord & Linked)[]) : [], sentAt);
    this.#sweep();
    await this.#flush();
    await this.#purge();
  }

  #replay(records: readonly (ConsentRecord & Linked)[], sentAt: number): void {
    const own = [...this.#grants].filter(([, { consent }]) => this.#isOwn(consent));
    this.#grants.clear();
    const ended = new Map<string, string>();
    for (const record of records) {
      const { principalId, promptHash, seq: _, prevHash, hash, ...consent } = record;
      const { schema, status, scope, category, recipient, time } = consent;
      const seen = Date.parse(time);
      for (const grant of this.#grants.values()) grant.seen = Math.max(grant.seen, seen);
      // Of another version: whatever it says, it is no consent here.
      if (schema !== SCHEMA) continue;
      const key = keyOf(consent);
      if (status === 'given') {
        if (scope === 'date' && !((ended.get(key) ?? '') >= time)) this.#grants.set(key, { consent, seen });
      } else if (status !== 'refused' && status !== 'deferred') {
        this.#grants.delete(key);
        ended.set(key, time);
      }
      if (status === 'invalidated') this.#changes.set(`${category}|${recipient.id}`, consent.changes ?? []);
      else if (status === 'given' || status === 'refused') this.#changes.delete(`${category}|${recipient.id}`);
    }
    for (const grant of this.#grants.values()) grant.seen = Math.max(grant.seen, sentAt);
    for (const [key, grant] of own) this.#grants.set(key, grant);
    this.#withdrawals.read();
    for (const [key, { consent }] of this.#grants) {
      if (!this.#withdrawals.cover(consent)) continue;
      this.#grants.delete(key);
      this.#noteEnd(consent, 'withdrawn');
    }
    for (const { time } of this.#withdrawals.all) this.#noted.add(time);
  }

  async #readAll() {
    await this.#flush();
    return Promise.all(
      CHAINS.map(async (chain) => ({
        chain,
        head: await this.#book.head(chain),
        records: (await this.#book.read(chain)) as readonly LedgerRecord[],
      })),
    );
  }

  async #purge(): Promise<void> {
    if (Date.now() < this.#purged + HOUR_MS) return;
    this.#purged = Date.now();
    for (const chain of CHAINS) await this.#book.purge(chain, Date.now() - LIFETIME_MS[chain]);
  }

  #shut(): void {
    this.#grants.clear();
    this.#host?.forget({});
    this.#host?.emit('locked', {});
  }

  /** What has ended, what waits to be written, what is too old. */
  #tick(): void {
    if (this.#over.signal.aborted) return;
    if (Date.now() >= this.#touched + this.#autoLockMs) this.lock();
    this.#sweep();
    void this.#do(async () => {
      await this.#flush();
      await this.#purge();
    });
    this.#timer = setTimeout(() => this.#tick(), Math.min(MINUTE_MS, this.#autoLockMs));
  }

  #close(): void {
    this.#over.abort();
    clearTimeout(this.#timer);
    this.#tabs?.close();
    void this.#do(async () => this.#book.close());
  }

  /** Runs after what was asked before. What fails is told, and never stops the chat. */
  #do<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#work.then(task);
    this.#work = done.catch((error: unknown) => this.#failed(error)).catch(() => this.#host?.emit('error', { code: 'ledger' }));
    done.catch(() => {});
    return done;
  }

  async #failed(error: unknown): Promise<void> {
    if (error instanceof AntifazError) return;
    const full = (error as Partial<DOMException>).name === 'QuotaExceededError';
    // What could not even begin has nothing that waits for room.
    if (full && this.#book.keys) this.#host?.degrade('storage-full');
    else if (this.#book.durable) await this.#forsake();
    else throw error;
  }
}

/** A message has categories and a recipient; what it was for, the consents say. */
function concerns(which: Which, record: LedgerRecord): boolean {
  if (Object.keys(which).length === 0) return true;
  if (record.kind === 'consent') return isAbout(which, record);
  // It did not open.
  if (record.kind !== 'sent') return false;
  const { category, purpose, recipient = record.recipient.id } = which;
  const holds = category === undefined || category in record.masked || category in record.shared;
  return holds && purpose === undefined && recipient === record.recipient.id;
}

function keyOf({ category, purpose, recipient }: ConsentDraft): string {
  return `${category}|${purpose}|${recipient.id}`;
}
