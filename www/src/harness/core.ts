/** What gate, network guard and rendering share: the engine once it is there, the manifest, and a voice. */
import type {
  BlockReason,
  CategoryClass,
  CategoryInfo,
  Choices,
  Conversation,
  Edit,
  Finding,
  Redaction,
  Redactor,
} from '../engine/types.js';
import type { Counts, Emit, GuardEvents } from './events.js';
import type { Sealer } from './envelope.js';
import type { Held, Kept, Pen } from './ledger-contract.js';
import { type CategoryRule, type Manifest, type Recipient, stricter } from './manifest.js';
import { type Purposes, sortPurposes } from './purposes.js';
import type { Rejection } from './trust.js';
import type { Ui } from './ui-contract.js';
import { Values } from './values.js';

export interface Category extends Pick<CategoryInfo, 'id' | 'class' | 'label' | 'generalizes' | 'dpv'> {
  /** Nothing where the manifest does not name it: then it is hidden and never asked about. */
  readonly rule: CategoryRule | undefined;
}

/** What stands in a text; `reason` where it was not read to its end and so must not leave. */
export interface Scan {
  readonly findings: readonly Finding[];
  readonly reason?: BlockReason;
}

export class Core {
  readonly manifest: Manifest;
  readonly emit: Emit;
  /** Nothing with `ui: 'none'`. */
  readonly ui: Ui | undefined;
  /** Of the ledger, where there is one. */
  readonly pen: Pen | undefined;
  /** Without one, what is shared with a recipient that has a key stays hidden. */
  sealer: Sealer | undefined;
  /** True once the engine is there, false where there will be none. */
  readonly loaded: Promise<boolean>;
  state: 'waiting' | 'ready' | 'failed' = 'waiting';
  /** Changes when the other side speaks: what was harmless before may be an answer now. */
  turn = 0;
  /** Whether the conversation has given out a token: before that there is nothing to restore. */
  tokens = false;
  #redactor: Redactor | undefined;
  #conversation: Conversation | undefined;
  /** What the other side said since the customer's last message. */
  #heard = '';
  /** What the conversation was told last: it forgets after each `redact`, and not only messages go through it. */
  #told: string | undefined;
  /** What is behind tokens changed: what the page shows has to be read again. */
  onValues: () => void = () => {};
  readonly #values: Values;
  /** Of an earlier page, until there is an engine to take them. */
  #remembered: readonly Kept[] = [];
  /** Why protection goes on with less. */
  readonly degraded = new Set<GuardEvents['degraded']['reason']>();
  readonly #categories = new Map<string, Category>();
  /** Terms of purposes that nothing may depend on. */
  readonly #apart = new Set<string>();
  #doubt: Rejection['reason'] | 'unverified' | undefined;

  constructor(
    manifest: Manifest,
    emit: Emit,
    ui: Ui | undefined,
    pen: Pen | undefined,
    loaded: (core: Core) => Promise<boolean>,
  ) {
    this.manifest = manifest;
    this.emit = emit;
    this.ui = ui;
    this.pen = pen;
    this.#values = new Values(
      (category) => this.category(category).rule?.retention,
      (over) => this.#expire(over),
    );
    this.loaded = loaded(this);
  }

  start(redactor: Redactor): void {
    this.#classify(redactor);
    for (const { dpv, apart } of redactor.purposes()) if (apart) this.#apart.add(dpv);
    this.#redactor = redactor;
    this.#conversation = redactor.conversation();
    this.state = 'ready';
    this.remember(this.#remembered);
  }

  /** The manifest does not count, or not yet: everything is hidden, for everyone, and nobody is asked. */
  get strict(): boolean {
    return this.#doubt !== undefined;
  }

  /** Until `trust` or `reject`. */
  doubt(): void {
    this.#doubt = 'unverified';
  }

  /** The signature holds. Nothing comes back from a rejection. */
  trust(): void {
    if (this.#doubt === 'unverified') this.#judged(undefined);
  }

  /** For good; the page may start listening in this very turn. */
  reject(rejection: Rejection): void {
    this.#judged(rejection.reason);
    const [problem] = rejection.problems;
    console.error(`antifaz: the manifest is refused, ${rejection.reason}: ${problem?.path}: ${problem?.message}`);
    void Promise.resolve().then(() => this.emit('policy-rejected', rejection));
  }

  /** Once for each reason. */
  degrade(reason: GuardEvents['degraded']['reason']): void {
    if (this.degraded.has(reason)) return;
    this.degraded.add(reason);
    this.emit('degraded', { reason });
  }

  stop(): void {
    this.state = 'failed';
    this.#values.forget();
    this.#conversation?.free();
    this.#conversation = undefined;
  }

  /** Only for what has no honest answer without an engine. */
  get redactor(): Redactor | undefined {
    return this.state === 'ready' ? this.#redactor : undefined;
  }

  hear(text: string): void {
    if (text !== this.#heard) this.turn++;
    this.#heard = text;
  }

  /** The customer answered: what was asked before says nothing about the next message. */
  answered(): void {
    this.#heard = '';
  }

  /**
   * What the conversation makes of a text. `expecting`: it is the customer's message, so that a bare answer to what the
   * other side asked is understood; in other text (an id in a request) the same digits would be a false alarm.
   */
  redact(text: string, choices: Choices, expecting: boolean): Redaction {
    return this.#ask({ status: 'blocked', reason: 'fault', findings: [] }, (conversation) => {
      this.#tell(conversation, expecting ? this.#heard : '');
      this.#told = undefined;
      this.#values.sweep();
      conversation.spend(this.pen?.spent ?? 0);
      const redaction = conversation.redact(text, choices);
      if (redaction.status === 'cleared' && redaction.edits.length > 0) {
        this.tokens = true;
        const highest = this.#values.hold(redaction.edits);
        this.pen?.spend(highest);
      }
      return redaction;
    });
  }

  /** The same without a trace in the conversation: what is being typed is no value yet. */
  scan(text: string, expecting: boolean): Scan {
    return this.#ask<Scan>({ findings: [], reason: 'fault' }, () => {
      const aside = (this.#redactor as Redactor).conversation();
      if (expecting && this.#heard) aside.heard(this.#heard);
      const redaction = aside.redact(text);
      aside.free();
      return redaction.status === 'blocked' ? redaction : { findings: redaction.findings };
    });
  }

  restore(text: string): ReturnType<Conversation['restoreSpans']> {
    this.#values.sweep();
    const unchanged = { text, spans: [] };
    return this.pen?.locked ? unchanged : this.#ask(unchanged, (conversation) => conversation.restoreSpans(text));
  }

  /** What stands behind one token; nothing where it is none, or its time is over. */
  reveal(token: string): string | undefined {
    const { text, spans } = this.restore(token);
    const [span] = spans;
    return span?.token === token && span.start === 0 && span.end === text.length ? text : undefined;
  }

  get values(): readonly Held[] {
    return this.#values.all;
  }

  /** Of an earlier page: they stand behind their tokens again. */
  remember(values: readonly Kept[]): void {
    this.#remembered = this.#conversation ? [] : values;
    if (!this.#conversation || values.length === 0) return;
    this.#ask(undefined, (conversation) => conversation.remember(values));
    this.#values.remember(values);
    this.tokens = true;
    this.onValues();
  }

  /** All that stands behind tokens. */
  forgetValues(): void {
    this.#values.forget();
    this.#remembered = [];
    this.#ask(undefined, (conversation) => conversation.forget());
    this.onValues();
  }

  restoreStream(): ReturnType<Conversation['restoreStream']> | undefined {
    return this.#conversation?.restoreStream();
  }

  categories(): Iterable<Category> {
    return this.#categories.values();
  }

  /** A category that the engine does not list is handled as the most careful one. */
  category(id: string): Category {
    return this.#categories.get(id) ?? { id, class: 'never', label: 'SECRET', generalizes: false, dpv: '', rule: undefined };
  }

  /** What a category is shared for. */
  purposesOf(rule: CategoryRule | undefined): Purposes {
    return sortPurposes(this.manifest, rule, this.#apart);
  }

  classOf(id: string): CategoryClass {
    return this.category(id).class;
  }

  recipient(id?: string): Recipient | undefined {
    return id === undefined ? this.manifest.recipients[0] : this.manifest.recipients.find((recipient) => recipient.id === id);
  }

  #expire(over: readonly Held[]): void {
    this.#ask(undefined, (conversation) => conversation.forget(over.map(({ token }) => token)));
    this.pen?.expired(over);
    this.emit('expired', { counts: countByCategory(over) });
    this.onValues();
  }

  #judged(doubt: Rejection['reason'] | undefined): void {
    this.#doubt = doubt;
    if (this.redactor) this.#classify(this.redactor);
    // What an editor holds was judged otherwise.
    this.turn++;
  }

  #classify(redactor: Redactor): void {
    for (const info of redactor.categories()) {
      const rule = this.manifest.categories.find(({ id }) => id === info.id);
      const strictness = rule?.class ? stricter(info.class, rule.class) : info.class;
      this.#categories.set(info.id, this.strict ? { ...info, class: 'never', rule: undefined } : { ...info, class: strictness, rule });
    }
  }

  /** A fault of the engine is told, and answered by what lets nothing through. */
  #ask<T>(otherwise: T, ask: (conversation: Conversation) => T): T {
    try {
      return this.#conversation ? ask(this.#conversation) : otherwise;
    } catch (error) {
      this.emit('error', { code: (error as { code?: string }).code ?? 'fault' });
      return otherwise;
    }
  }

  #tell(conversation: Conversation, heard: string): void {
    if (this.#told !== heard) conversation.heard(heard);
    this.#told = heard;
  }
}

export function countByCategory(found: readonly { readonly category: string }[]): Counts {
  const counts: Record<string, number> = {};
  for (const { category } of found) counts[category] = (counts[category] ?? 0) + 1;
  return counts;
}

export function isEmpty(counts: Counts): boolean {
  return Object.keys(counts).length === 0;
}

/** `edits` are sorted and disjoint. */
export function splice(text: string, edits: readonly Pick<Edit, 'start' | 'end' | 'replacement'>[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, replacement } of edits) {
    result += text.slice(from, start) + replacement;
    from = end;
  }
  return result + text.slice(from);
}
