/**
 * The ledger: which consents outlive the page, and proof of what was agreed and what left. On this device only.
 *
 * What stands is kept in memory and answers at once; what happened is written behind. A consent that is taken back ends in
 * memory first, in every tab, and whatever cannot be read or believed is no consent.
 */
import { AntifazError } from '../../engine/errors.js';
import { countByCategory } from '../core.js';
import type { Status } from '../events.js';
import { isGesture } from '../gesture.js';
import type { Answer, Asked, Choosing, Consent, Erasable, Held, Ledger, LedgerHost, Method, Pen, Sent, Which } from '../ledger-contract.js';
import type { Change } from '../ui-contract.js';
import { CLOCK_SLACK_MS } from '../values.js';
import { Book, type Chain, later, now } from './book.js';
import { canonical, digest, type Json, type Linked } from './chain.js';
import { CHAINS, changesOf, type ConsentRecord, draftOf, isAbout, partyOf, SCHEMA, termsOf, type ValueRecord } from './record.js';
import { FORMAT, type Form, FORMS, type LedgerRecord, type Reading, type Receipts, save, signerOf, write } from './receipts.js';
import { type Keys, keyedHash, uuid } from './seal.js';
import { Settings } from './settings.js';
import { Tabs, Withdrawals } from './tabs.js';
import { Vault } from './vault.js';

export { AntifazError } from '../../engine/errors.js';
export type { Consent, Erasable, Ledger, Which } from '../ledger-contract.js';
export type { Linked, Verdict } from './chain.js';
export { type LedgerRecord, type Reading, readReceipts } from './receipts.js';
export type { ConsentRecord, CorrectionRecord, SentRecord, ValueRecord } from './record.js';

export interface LedgerOptions {
  /** `memory`: nothing outlives the page. @default 'auto' */
  readonly store?: 'auto' | 'memory';
  /** After how many minutes without a touch it locks itself, where it has a passphrase. @default 10 */
  readonly autoLock?: number;
  /**
   * How long tokens stand for their values. `page`: in memory. `reload`: sealed on the disk for a day at most, for a chat that shows
   * its history again after a reload. @default 'page'
   */
  readonly values?: 'page' | 'reload';
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
/** What is proposed for a consent "until a date": consent is to be refreshed at intervals (EDPB guidelines 05/2020). */
const UNTIL_DAYS = 30;
/** As long as the record of it is there. */
const LATEST_DAYS = 364;
/** A time that was not read yet may be any: it counts as later than all. */
const UNKNOWN = '9';
const LONGEST_NOTE = 2000;
const LIFETIME_MS: Readonly<Record<Chain, number>> = { consents: 365 * DAY_MS, sent: 90 * DAY_MS };
/** A store that does not answer must not hold up the chat: until it does, nothing stands. */
const PATIENCE_MS = 5000;

/** The one that has the disk: beside a guard's, no script gets a pen for it. */
let onDisk: DeviceLedger | undefined;

/** For `createGuard({ ledger: openLedger(), … })`, which closes it when it is destroyed. */
export function openLedger(options: LedgerOptions = {}): DeviceLedger {
  for (const key of Object.keys(options)) {
    if (!['store', 'autoLock', 'values'].includes(key)) throw new AntifazError('unknown-option', `openLedger: no option "${key}"; known are store, autoLock, values`, key);
  }
  const { store = 'auto', autoLock = 10, values = 'page' } = options;
  if (store !== 'auto' && store !== 'memory') throw new AntifazError('unknown-store', 'store: must be auto or memory', 'store');
  if (!(autoLock > 0)) throw new AntifazError('out-of-range', 'autoLock: must be a number of minutes', 'autoLock');
  if (values !== 'page' && values !== 'reload') throw new AntifazError('unknown-values', 'values: must be page or reload', 'values');
  return new DeviceLedger(store, autoLock * MINUTE_MS, values === 'reload');
}

export class DeviceLedger implements Ledger {
  readonly #wanted: 'auto' | 'memory';
  readonly #autoLockMs: number;
  readonly #keeps: boolean;
  readonly #settings: Settings;
  readonly #over = new AbortController();
  readonly #book = new Book();
  readonly #vault = new Vault(this.#book);
  readonly #grants = new Map<string, Grant>();
  /** Since when a consent until a date has been given again and again: it is still given, or was until its day came. */
  readonly #since = new Map<string, string>();
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
  /** The latest time that the book names, ISO 8601. */
  #seen = UNKNOWN;
  /** Whether what was read is what was written. */
  #believed = true;
  /** Its SHA-256. */
  #manifest: string | null = null;

  /** Use `openLedger`. */
  constructor(wanted: 'auto' | 'memory', autoLockMs: number, keeps: boolean) {
    this.#wanted = wanted;
    this.#autoLockMs = autoLockMs;
    this.#keeps = keeps;
    this.#settings = new Settings(wanted === 'auto');
  }

  /** For the guard. */
  connect(host: LedgerHost): Pen {
    if (this.#host) throw new AntifazError('ledger-in-use', 'ledger: belongs to a guard already; open another one');
    if (this.#wanted === 'auto') {
      if (onDisk) throw new AntifazError('ledger-in-use', 'ledger: another guard of this page writes to the disk; attach that one, or open this with store: memory');
      onDisk = this;
    }
    this.#host = host;
    this.#tabs = new Tabs(
      (which) => this.#end(which, true),
      () => this.#forgetValues(),
      () => void this.#do(() => this.#load()),
    );
    for (const type of ['keydown', 'pointerdown']) {
      addEventListener(type, () => (this.#touched = Date.now()), { capture: true, passive: true, signal: this.#over.signal });
    }
    const [book, settings, vault] = [this.#book, this.#settings, this.#vault];
    const opening = this.#do(() => this.#open()).catch(() => {});
    return {
      opened: Promise.race([opening, new Promise<void>((done) => setTimeout(done, PATIENCE_MS))]),
      get locked() {
        return book.locked;
      },
      get locale() {
        return settings.locale;
      },
      set locale(locale) {
        settings.locale = locale;
      },
      get spent() {
        return settings.spent;
      },
      spend: (number) => settings.spend(number),
      kept: vault.tokens,
      until: (wanted) => this.#until(wanted),
      standing: () => (this.#book.locked ? [] : this.consents().filter(({ scope }) => scope === 'date')),
      changes: (category, recipient) => this.#changes.get(`${category}|${recipient}`) ?? [],
      asked: (asked) => this.#asked(asked),
      answered: (answer) => this.#answered(answer),
      sent: (message) => this.#sent(message),
      withdraw: (which, method) => this.#withdraw(which, method),
      expired: (values) => this.#expired(values),
      close: () => this.#close(),
    };
  }

  /** `memory`: it ends with the page. */
  get state(): 'durable' | 'memory' | 'locked' {
    return this.#book.locked ? 'locked' : this.#book.durable ? 'durable' : 'memory';
  }

  /** Whether there is a passphrase. */
  get isProtected(): boolean {
    return this.#book.isProtected;
  }

  /** What holds now, beyond single messages. To end one: `guard.withdraw()`. */
  consents(): readonly Consent[] {
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
  async export(form: Form = 'json'): Promise<string> {
    checkOneOf(FORMS, form, 'export');
    return this.#do(async () => write(await this.#receipts(), form));
  }

  /**
   * The same with the values that tokens stand for. Takes the click or key of the customer, while it happens, in an element of ours,
   * and gives the values to nobody: they go into a file among the customer's downloads. Rejects with `no-gesture` otherwise.
   */
  async save(form: Form, gesture: Event): Promise<void> {
    if (!isGesture(gesture)) throw new AntifazError('no-gesture', 'save: takes a trusted click or key in an element of antifaz, while it happens');
    checkOneOf(FORMS, form, 'save');
    const values = this.#book.locked ? [] : (this.#host?.values() ?? []);
    return this.#do(async () => save(write(await this.#receipts(), form, values), form));
  }

  /** Notes beside a record what is wrong with it; what would be hidden in a message is hidden in the note. */
  correct(id: string, note: string): Promise<void> {
    if (typeof note !== 'string' || note.trim() === '' || note.length > LONGEST_NOTE) {
      throw new AntifazError('malformed-note', `correct: the note must be text of at most ${LONGEST_NOTE} characters`, 'note');
    }
    return this.#do(async () => {
      const chain = (await this.#readAll()).find(({ records }) => records.some(({ recordId }) => recordId === id));
      const record = chain?.records.find(({ recordId }) => recordId === id);
      if (!chain || !record?.recordId) throw new AntifazError('unknown-record', 'correct: there is no record with this recordId', 'id');
      const masked = this.#host?.mask(note);
      if (masked === undefined) throw new AntifazError('not-masked', 'correct: the engine does not vouch for the note', 'note');
      const common = { schema: SCHEMA, recordId: uuid(), receiptId: record.receiptId, time: now() };
      this.#push(chain.chain, { ...common, kind: 'correction', refersTo: id, note: masked });
      await this.#flush();
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
      const { values, over } = await this.#vault.read();
      this.#noteValues(over, 'expired');
      await this.#book.protect(passphrase ?? undefined);
      // They were sealed under the key of before.
      await this.#vault.keep(values);
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
      await this.#recall();
      this.#proveSent();
      this.#host?.emit('unlocked', {});
      return true;
    });
  }

  /**
   * `values`: tokens stand for nothing any more. `consents`: all are taken back and their records deleted. `all`: with the keys, so that
   * no copy of the disk can be read.
   */
  async erase(what: Erasable): Promise<void> {
    checkOneOf(['values', 'consents', 'sent', 'all'], what, 'erase');
    const values = what === 'values' || what === 'all';
    if (values) {
      if (what === 'values') this.#noteValues(this.#host?.values() ?? [], 'erased');
      this.#tabs?.forget();
      this.#forgetValues();
    }
    if (what === 'consents' || what === 'all') this.#withdraw({});
    return this.#do(async () => {
      if (values) await this.#vault.shred();
      if (what === 'all') {
        await this.#book.shred();
        this.#changes.clear();
        this.#since.clear();
        this.#settings.erase();
        this.#withdrawals.written(this.#withdrawals.all);
        await this.#load();
      } else {
        await this.#flush();
        if (what !== 'values') await this.#book.purge(what, Infinity);
      }
      this.#tabs?.changed();
      this.#host?.emit('erased', { what });
    });
  }

  // What stands ------------------------------------------------------------------------------------------------------

  #holds({ consent: { category, purpose, scope, validUntil }, seen }: Grant): boolean {
    const time = Date.now();
    if (purpose !== null && this.#host?.refuses(category, purpose)) return false;
    return scope === 'conversation' || (time < Date.parse(validUntil ?? '') && time > seen - CLOCK_SLACK_MS);
  }

  /** A day that is named counts whole. */
  #until(wanted = Date.now() + UNTIL_DAYS * DAY_MS): number | undefined {
    if (!this.#book.durable || !this.#believed) return undefined;
    const day = Math.min(Math.max(wanted, Date.now()), Date.now() + LATEST_DAYS * DAY_MS);
    return new Date(day).setHours(23, 59, 59, 999);
  }

  #asked({ recipient, categories }: Asked): string {
    const receiptId = uuid();
    for (const { category, purpose, count } of categories) {
      const asked = { category, purpose, count, method: 'inline', choice: 'hide', scope: 'message' } as const;
      const consent = this.#draft(asked, recipient.id, { status: 'requested', receiptId, language: null, validUntil: null });
      if (consent) this.#note(consent);
    }
    return receiptId;
  }

  #answered({ recipient, language, choices, receiptId = uuid(), gesture }: Answer): void {
    for (const choosing of choices) {
      const { category, purpose, scope, shown } = choosing;
      const given = choosing.status === 'given';
      if (given && !isGesture(gesture)) continue;
      const dated = given && scope === 'date';
      const until = dated ? this.#until(choosing.until) : undefined;
      const key = keyOf({ category: category.id, purpose, recipient });
      const since = dated ? this.#since.get(key) : undefined;
      const status = since === undefined ? choosing.status : 'renewed';
      const validUntil = until === undefined ? null : new Date(until).toISOString();
      const draft = this.#draft(choosing, recipient.id, { status, receiptId, language, validUntil });
      if (!draft) continue;
      const consent = since === undefined ? draft : { ...draft, since };
      if (given && scope !== 'message') this.#grants.set(key, { consent, seen: Date.now() });
      if (dated) this.#since.set(key, since ?? consent.time);
      else if (status === 'refused') {
        this.#grants.delete(key);
        this.#since.delete(key);
      }
      if (status !== 'deferred') this.#changes.delete(`${category.id}|${recipient.id}`);
      this.#note(consent, shown || undefined);
    }
  }

  /** Nothing where the manifest has no such terms. */
  #draft(
    choosing: Omit<Choosing, 'status' | 'shown'>,
    recipient: string,
    answer: Pick<ConsentRecord, 'status' | 'receiptId' | 'language' | 'validUntil'>,
  ): ConsentDraft | undefined {
    const { manifest, needs } = this.#host as LedgerHost;
    const { category, purpose } = choosing;
    const terms = termsOf(manifest, { category: category.id, purpose, recipient });
    const necessity = purpose === null ? 'not-required' : needs(category.id, purpose) ? 'required' : 'optional';
    return terms && draftOf(choosing, terms, { ...answer, schema: SCHEMA, recordId: uuid(), time: now(), necessity });
  }

  #withdraw(which: Which, method?: Method): void {
    const time = now();
    // Before anything else: what follows may not come to its end.
    this.#withdrawals.add({ which, time, seen: this.#seen });
    this.#noted.add(time);
    this.#end(which, false, method);
    this.#tabs?.withdraw(which);
    void this.#do(() => this.#flush());
  }

  /** `elsewhere`: the other tab notes what stands in the book; what only this one knew is noted here. */
  #end(which: Which, elsewhere: boolean, method?: Method): void {
    for (const [key, { consent }] of this.#grants) {
      if (!isAbout(which, consent)) continue;
      this.#grants.delete(key);
      this.#since.delete(key);
      if (!elsewhere || this.#isOwn(consent)) this.#noteEnd(consent, 'withdrawn', method);
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
      if (changes.length > 0) {
        this.#changes.set(`${category}|${recipient.id}`, changes);
        this.#since.delete(key);
      }
      this.#noteEnd(consent, changes.length > 0 ? 'invalidated' : 'expired', 'policy', changes);
    }
  }

  #drop(key: string, { category, purpose, recipient }: ConsentDraft): void {
    this.#grants.delete(key);
    this.#host?.forget({ category, recipient: recipient.id, ...(purpose === null ? {} : { purpose }) });
  }

  // What is noted ----------------------------------------------------------------------------------------------------

  #sent({ recipient, channel, masked, shared, tokens, text }: Sent): void {
    const common = { schema: SCHEMA, kind: 'sent', recordId: uuid(), receiptId: uuid(), time: now(), recipient: partyOf(recipient) };
    const draft = { ...common, channel, masked, shared, tokens };
    this.#push('sent', draft, async (keys) => ({ messageHash: await keyedHash(keys, text) }));
    // When it is its turn: what was erased meanwhile is not kept.
    if (this.#keeps) void this.#do(() => this.#vault.keep(this.#host?.values(tokens) ?? []));
  }

  #noteEnd(consent: ConsentDraft, status: Status, method: Method = 'control', changes: readonly Change[] = []): void {
    this.#note({ ...consent, recordId: uuid(), time: now(), status, method, ...(changes.length > 0 ? { changes } : {}) });
  }

  #noteValues(values: readonly Held[], status: ValueRecord['status']): void {
    if (values.length === 0) return;
    const common = { schema: SCHEMA, recordId: uuid(), receiptId: uuid(), time: now() };
    const counts = countByCategory(values);
    this.#push('sent', { ...common, kind: 'value', status, counts, tokens: values.map(({ token }) => token) });
  }

  #note(draft: ConsentDraft, shown?: string): void {
    const { category, purpose, recipient, scope, status } = draft;
    this.#push('consents', draft, async () => ({
      promptHash: shown === undefined ? null : await digest(shown),
      notice: { ...draft.notice, id: this.#manifest },
    }));
    this.#host?.emit('consent', { category, purpose, recipient: recipient.id, scope, status });
  }

  /** `only`: what is computed when it is written. */
  #push(chain: Chain, draft: object, only: (keys: Keys) => Promise<object> = async () => ({})): void {
    for (const grant of this.#grants.values()) grant.seen = Math.max(grant.seen, Date.now());
    this.#seen = later(this.#seen, now());
    const complete = async (keys: Keys): Promise<object> => ({ ...draft, principalId: keys.principalId, ...(await only(keys)) });
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
    await this.#checkManifest();
    await this.#load();
    await this.#recall();
    this.#proveSent();
    this.#tick();
  }

  async #checkManifest(): Promise<void> {
    const { manifest, emit } = this.#host as LedgerHost;
    this.#manifest = await digest(canonical(manifest as unknown as Json));
    const before = this.#settings.changeManifest(this.#manifest, manifest.version);
    if (before) emit('policy-changed', { from: before.version ?? null, to: manifest.version ?? null });
  }

  /** The values of an earlier page stand behind their tokens again. */
  async #recall(): Promise<void> {
    if (!this.#book.durable || this.#book.locked) return;
    const { values, over } = await this.#vault.read();
    this.#noteValues(over, 'expired');
    if (this.#keeps) return this.#host?.remember(values);
    if (values.length === 0) return;
    // An earlier version of the page kept them.
    this.#noteValues(values, 'erased');
    await this.#vault.shred();
  }

  #expired(values: readonly Held[]): void {
    void this.#do(async () => {
      const kept = values.filter(({ token }) => this.#vault.tokens.has(token));
      // Another tab may have noted the end of what it kept.
      const here = kept.length > 0 && !this.#book.locked ? await this.#vault.drop(kept.map(({ token }) => token)) : [];
      this.#noteValues(values.filter((value) => !kept.includes(value) || here.includes(value.token)), 'expired');
    });
  }

  #forgetValues(): void {
    this.#vault.forget();
    this.#host?.forgetValues();
  }

  /** The store went away or does not work: what is known of it no longer counts. */
  async #forsake(): Promise<void> {
    if (!this.#book.durable || this.#over.signal.aborted) return;
    this.#book.forsake();
    this.#vault.forget();
    for (const [key, { consent }] of this.#grants) if (consent.scope === 'date') this.#drop(key, consent);
    this.#host?.degrade('no-storage');
    await this.#load();
  }

  async #load(): Promise<void> {
    const was = this.#book.locked;
    await this.#book.enter();
    const heads = await Promise.all(CHAINS.map((chain) => this.#book.head(chain)));
    this.#seen = heads.map((head) => head?.time ?? '').reduce(later, this.#seen === UNKNOWN ? '' : this.#seen);
    if (this.#book.locked) return was ? undefined : this.#shut();
    const { records, valid } = await this.#proven('consents');
    this.#believed = valid;
    const sentAt = Date.parse((await this.#book.head('sent'))?.time ?? '') || 0;
    this.#replay(this.#believed ? (records as readonly (ConsentRecord & Linked)[]) : [], sentAt);
    this.#sweep();
    await this.#flush();
    await this.#purge();
  }

  async #proven(chain: Chain): Promise<{ readonly records: readonly Linked[]; readonly valid: boolean }> {
    for (;;) {
      const head = await this.#book.head(chain);
      const records = await this.#book.read(chain);
      const valid = (await this.#book.judge(chain, records))?.valid ?? false;
      // Another tab may have written between the two.
      if (!valid && (await this.#book.head(chain))?.signature !== head?.signature) continue;
      if (!valid) this.#host?.degrade('ledger-altered');
      return { records, valid };
    }
  }

  /** Nothing stands on it, so nobody waits for it. */
  #proveSent(): void {
    void this.#do(async () => void (this.#book.locked || (await this.#proven('sent'))));
  }

  #replay(records: readonly (ConsentRecord & Linked)[], sentAt: number): void {
    const own = [...this.#grants].filter(([, { consent }]) => this.#isOwn(consent));
    this.#grants.clear();
    this.#since.clear();
    const ended = new Map<string, string>();
    for (const record of records) {
      const { principalId, promptHash, seq: _, prevHash, hash, ...consent } = record;
      const { schema, status, scope, category, recipient, time } = consent;
      const seen = Date.parse(time);
      for (const grant of this.#grants.values()) grant.seen = Math.max(grant.seen, seen);
      // Of another version: whatever it says, it is no consent here.
      if (schema !== SCHEMA || consent.kind !== 'consent') continue;
      const key = keyOf(consent);
      const given = status === 'given' || status === 'renewed';
      if (given && scope === 'date') {
        if ((ended.get(key) ?? '') >= time) continue;
        this.#grants.set(key, { consent, seen });
        this.#since.set(key, consent.since ?? time);
      } else if (status === 'expired' || status === 'invalidated' || status === 'withdrawn' || status === 'refused') {
        this.#grants.delete(key);
        ended.set(key, time);
      }
      if (status === 'invalidated' || status === 'withdrawn' || status === 'refused') this.#since.delete(key);
      if (status === 'invalidated') this.#changes.set(`${category}|${recipient.id}`, consent.changes ?? []);
      else if (given || status === 'refused') this.#changes.delete(`${category}|${recipient.id}`);
    }
    for (const grant of this.#grants.values()) grant.seen = Math.max(grant.seen, sentAt);
    // What was refused before the book was open.
    for (const { chain, draft } of this.#book.queue) {
      if (chain === 'consents' && 'status' in draft && draft.status === 'refused') this.#grants.delete(keyOf(draft as ConsentDraft));
    }
    for (const [key, grant] of own) {
      this.#grants.set(key, grant);
      if (grant.consent.scope === 'date') this.#since.set(key, grant.consent.since ?? grant.consent.time);
    }
    this.#withdrawals.read();
    for (const [key, { consent }] of this.#grants) {
      if (!this.#withdrawals.cover(consent)) continue;
      this.#grants.delete(key);
      this.#since.delete(key);
      this.#noteEnd(consent, 'withdrawn');
    }
    for (const { time } of this.#withdrawals.all) this.#noted.add(time);
  }

  async #receipts(): Promise<Receipts> {
    const chains = (await this.#readAll()).flatMap(({ head, records }) => (head ? [{ head, records }] : []));
    const { keys, queue } = this.#book;
    const publicKey = keys ? await crypto.subtle.exportKey('jwk', keys.signing.publicKey) : null;
    const unsigned = queue.length > 0 ? { unsigned: queue.map(({ draft }) => draft) } : {};
    return { format: FORMAT, exported: now(), publicKey, chains, ...unsigned };
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
    if (onDisk === this) onDisk = undefined;
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

function checkOneOf(known: readonly string[], given: unknown, call: string): void {
  if (!known.includes(given as string)) throw new AntifazError('malformed-options', `${call}: must be one of ${known.join(', ')}`);
}

/** A message has categories and a recipient; what it was for, the consents say. What is about a record is shown with it by `refersTo`. */
function concerns(which: Which, record: LedgerRecord): boolean {
  if (Object.keys(which).length === 0) return true;
  if (record.kind === 'consent') return isAbout(which, record);
  // It did not open, or is about another record.
  if (record.kind !== 'sent' && record.kind !== 'value') return false;
  const { category, purpose, recipient } = which;
  const counts = record.kind === 'sent' ? { ...record.masked, ...record.shared } : record.counts;
  const to = record.kind === 'sent' ? record.recipient.id : undefined;
  return (category === undefined || category in counts) && purpose === undefined && (recipient ?? to) === to;
}

function keyOf({ category, purpose, recipient }: { readonly category: string; readonly purpose: string | null; readonly recipient: { readonly id: string } }): string {
  return `${category}|${purpose}|${recipient.id}`;
}
