/** The guard: asks for consent per category, masks before sending, and shows the customer their own values in the answers. */
import { AntifazError } from '../engine/errors.js';
import type { BlockReason, Edit, Explanation, Finding, ManifestProblem, Redactor } from '../engine/types.js';
import { type Category, Core } from './core.js';
import { Decisions, type Outcome, type Refusal } from './decisions.js';
import { isElement, watchShadows } from './dom.js';
import type { Sealer } from './envelope.js';
import type { Emit, GuardEvents } from './events.js';
import { type Attachment, Gate } from './gate.js';
import type { Consent, Erasable, Hand, Ledger, Which } from './ledger-contract.js';
import { type Locale, Speech } from './locales/index.js';
import { type Manifest, malformed, readManifest, type Recipient, type Tighten } from './manifest.js';
import type { NetworkOptions, Parts, Stats } from './parts.js';
import type { PanelLocale } from './panel/strings.js';
import { gpc, type Purposes } from './purposes.js';
import { isExposed } from './recipients.js';
import type { PublicKey } from './signature.js';
import type { Rejection } from './trust.js';
import { createUi } from './ui/index.js';

export { AntifazError } from '../engine/errors.js';
export type { Grant, Outcome, Refusal } from './decisions.js';
export type { Envelope, Sealer, SealedValue } from './envelope.js';
export type { Channel, Counts, GuardEvents, Reason, Status } from './events.js';
export type { Consent, Erasable, Hand, Ledger, Which } from './ledger-contract.js';
export type { Locale } from './locales/index.js';
export type { CategoryRule, Listener, Manifest, Purpose, Recipient, Role, Tighten, Words } from './manifest.js';
export type { PublicKey } from './signature.js';
export type { Rejection } from './trust.js';
export type { Purposes } from './purposes.js';
export type { PanelLocale } from './panel/strings.js';
export type { Mode, NetworkOptions, Parts, Stats, Tally } from './parts.js';

/** Put in at pack time, empty where none was: see docs/manifest.md. */
declare const ANTIFAZ_PUBLIC_KEY: string;

export interface GuardOptions {
  /** From `createRedactor()`; its promise too, so that the guard stands before the engine does. */
  readonly redactor: Redactor | PromiseLike<Redactor>;
  readonly manifest: Manifest;
  /** Makes the manifest stricter, whatever it says. */
  readonly tighten?: Tighten;
  /** Then only a manifest that its holder signed counts: see `antifaz/manifest`. A key that was built in counts over this one. */
  readonly publicKey?: PublicKey;
  /** What the interface can speak, from `antifaz/locales/en` and the like; the first speaks where none is asked for. Needed unless `ui` is `none`. */
  readonly locales?: readonly Locale[];
  /** BCP 47, or `auto`: the page's language, else the browser's. @default 'auto' */
  readonly locale?: string;
  /** `none` masks and never asks: consent is given only in our own elements. @default 'inline' */
  readonly ui?: 'inline' | 'none';
  /** From `openLedger()` of `antifaz/ledger`, one a page. Without one, consents end with the page and nothing is noted. */
  readonly ledger?: Ledger;
  /** From `createSealer()` of `antifaz/sealing`: needed where a recipient has a `publicKey`. */
  readonly sealer?: Sealer;
  /** Of `antifaz/core` only: from `antifaz/parts`, what the guard would otherwise do without. */
  readonly parts?: Parts;
}

export interface AttachOptions {
  /** `dom` holds the gestures that send; `auto` is the same until adapters for widgets exist. @default 'auto' */
  readonly level?: 'auto' | 'dom';
  /** A selector for the editor. @default every text area, text field and editable element in the target */
  readonly editor?: string;
  /** A selector for what sends on a press. @default found by role, name and place */
  readonly send?: string;
  /** The id of a recipient of the manifest. @default the first */
  readonly recipient?: string;
}

/** Who a text is for. */
export interface Context {
  /** The id of a recipient of the manifest. @default the first */
  readonly recipient?: string;
}

export type GuardRedaction =
  | {
      readonly status: 'cleared';
      readonly text: string;
      readonly edits: readonly Edit[];
      readonly findings: readonly Finding[];
      /** The categories that `review` would ask about. */
      readonly pending: readonly string[];
    }
  | { readonly status: 'blocked'; readonly reason: BlockReason | 'not-ready' | 'no-engine'; readonly findings: readonly Finding[] };

/** A token that stands for a value of the customer's. */
export interface HeldValue {
  /** Such as `[CARD_1]`. */
  readonly token: string;
  readonly category: string;
  /** When it was given out, ISO 8601. */
  readonly since: string;
  /** When the value is forgotten, ISO 8601; with the page already where it is in memory only. */
  readonly until: string;
  readonly store: 'memory' | 'disk';
}

export interface Guard {
  addEventListener<K extends keyof GuardEvents>(
    type: K,
    listener: (event: CustomEvent<GuardEvents[K]>) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof GuardEvents>(
    type: K,
    listener: (event: CustomEvent<GuardEvents[K]>) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | EventListenerOptions): void;
}

export class Guard extends EventTarget {
  /** What panel and notice say, from `antifaz/locales/panel/en` and the like; `createPanel` sets it. The event `language` tells elements that stand there. */
  panelLocales: readonly PanelLocale[] = [];
  readonly #core: Core;
  readonly #decisions: Decisions;
  readonly #gate: Gate;
  readonly #page: ReturnType<NonNullable<Parts['page']>> | undefined;
  readonly #network: ReturnType<NonNullable<Parts['network']>> | undefined;
  readonly #stats: ReturnType<NonNullable<Parts['stats']>> | undefined;
  readonly #networks = new Set<{ stop(): void }>();
  readonly #speech: Speech;
  readonly #ledger: Ledger | undefined;
  readonly #unwatchShadows: () => void;
  #destroyed = false;

  /** Use `createGuard`. */
  constructor(options: GuardOptions) {
    super();
    checkKeys(options, ['redactor', 'manifest', 'tighten', 'publicKey', 'locales', 'locale', 'ui', 'ledger', 'sealer', 'parts'], 'createGuard');
    const { locales = [], locale = 'auto', ui = 'inline', tighten, parts = {} } = options;
    checkKeys(parts, ['network', 'page', 'trust', 'stats', 'alike'], 'parts');
    const { trust } = parts;
    if (ui !== 'inline' && ui !== 'none') throw new AntifazError('unknown-ui', 'ui: must be inline or none', 'ui');
    const speech = new Speech(locales, locale);
    this.#speech = speech;
    if (ui === 'inline') speech.at(null);
    const declared = readManifest(options.manifest);
    const manifest = trust ? trust.tightened(declared, tighten) : declared;
    const key = ANTIFAZ_PUBLIC_KEY || options.publicKey;
    if (!options.sealer && manifest.recipients.some(({ publicKey }) => publicKey)) {
      throw new AntifazError('no-sealer', "recipients: a publicKey needs createGuard({ sealer: createSealer() }), from 'antifaz/sealing'", 'sealer');
    }
    const { redactor } = options;
    if (typeof redactor !== 'object' || redactor === null) {
      throw new AntifazError('malformed-options', 'redactor: must be what createRedactor() gives', 'redactor');
    }
    if (!('then' in redactor)) {
      const problems = this.#mistakes(redactor, declared, options);
      if (problems.length > 0) malformed(problems);
    }
    const emit: Emit = (type, detail) => this.#emit(type, detail);
    this.#stats = parts.stats?.(emit);
    const words = (near: Node | null) => speech.at(near).core;
    const panel = () => (this.#gate.commands.size > 0 ? (what: string) => void this.#gate.command(`/${what}`) : undefined);
    const compare = parts.alike?.((code) => void emit('error', { code }));
    const shown = ui === 'inline' ? createUi({ speech: words, controller: manifest.controller.name, panel, compare }) : undefined;
    // Speaks only after this constructor: it has to read first.
    this.#ledger = options.ledger;
    const pen = options.ledger?.connect({
      manifest,
      emit,
      degrade: (reason) => {
        this.#core.degrade(reason);
        if (reason === 'storage-full') shown?.notice(null, reason);
      },
      forget: (which) => this.#decisions.forget(which),
      category: (id) => this.#core.category(id),
      needs: (id, wanted) => this.#core.purposesOf(this.#core.category(id).rule).needed.some((purpose) => purpose.id === wanted),
      refuses: (id, wanted) => this.#core.purposesOf(this.#core.category(id).rule).refused.some((purpose) => purpose.id === wanted),
      remember: (values) => this.#core.remember(values),
      forgetValues: () => this.#core.forgetValues(),
      values: (tokens) =>
        this.#core.values.flatMap((held) => {
          const value = tokens?.includes(held.token) === false ? undefined : this.#core.reveal(held.token);
          return value === undefined ? [] : { ...held, value };
        }),
      mask: (text) => {
        const redaction = this.#core.redact(text, this.#decisions.standing(undefined), false);
        return redaction.status === 'cleared' ? redaction.text : undefined;
      },
    });
    if (locale === 'auto' && pen?.locale) speech.wanted = pen.locale;
    this.#core = new Core(manifest, emit, shown, pen, (core) => {
      const checked = declared.locked || [key, tighten, declared.signature].some((each) => each !== undefined);
      if (trust && key !== undefined) void this.#verify(core, trust.faultOfSignature(declared, key));
      else if (!trust && checked) {
        core.reject({ reason: 'no-signature-check', problems: [{ rule: 'signature', path: 'signature', level: 'error', message: needs('trust') }] });
      }
      return this.#load(core, redactor, declared, options);
    });
    this.#core.sealer = options.sealer;
    this.#decisions = new Decisions(this.#core);
    this.#network = parts.network?.(this.#core, this.#decisions);
    this.#gate = new Gate(this.#core, this.#decisions, this.#network?.typing);
    this.#page = parts.page?.(this.#core, this.#gate);
    this.#decisions.onForget = () => this.#gate.refresh();
    this.#core.onValues = () => this.#page?.refresh();
    this.#gate.onJudge = () => this.#page?.hear();
    this.#gate.onSend = (...sent) => {
      this.#page?.sent(...sent);
      this.#core.answered();
    };
    this.#unwatchShadows = watchShadows((root) => this.#gate.listen(root));
    this.#gate.listen(window);
    document.addEventListener('antifaz-seek', this.#introduce);
    this.#introduce();
  }

  /** Elements of ours ask the page for its guard: they may be of another bundle, older or younger than it. */
  readonly #introduce = (): void => {
    document.dispatchEvent(new CustomEvent('antifaz-guard', { detail: { guard: this } }));
  };

  /** BCP 47, or `auto`: the page's language, else the browser's. What is shown from now on is in it, as far as `locales` has it. */
  get locale(): string {
    return this.#speech.wanted;
  }

  set locale(tag: string) {
    this.#speech.wanted = tag;
    if (this.#core.pen) this.#core.pen.locale = tag === 'auto' ? undefined : tag;
    this.#gate.refresh();
    this.#core.emit('language', { locale: tag });
  }

  /** What is said near this part of the page. Throws `no-locale` where no locale was given. */
  speech(near: Node | null = null): Locale {
    return this.#speech.at(near);
  }

  /** All that was given to `createGuard`. */
  get locales(): readonly Locale[] {
    return this.#speech.locales;
  }

  /** As it was accepted. */
  get manifest(): Manifest {
    return this.#core.manifest;
  }

  /** Those of the engine, as strict as the manifest has them. Empty until the engine is there. */
  categories(): readonly Pick<Category, 'id' | 'class' | 'label'>[] {
    return [...this.#core.categories()].map(({ id, class: strictness, label }) => ({ id, class: strictness, label }));
  }

  /** The engine's; nothing until it is there. */
  get version(): string | undefined {
    return this.#core.redactor?.version;
  }

  /**
   * Offers `handler` each message that is nothing but a word after a slash, such as `/privacy`. Where it returns true the message
   * is not sent and the editor is emptied, right after it has returned. Gives what undoes it.
   */
  onCommand(handler: (command: string) => boolean): () => void {
    this.#open();
    this.#gate.commands.add(handler);
    this.#gate.refresh();
    return () => {
      this.#gate.commands.delete(handler);
      this.#gate.refresh();
    };
  }

  /** What the other side said. Found by itself in an attached widget; needed where nothing is attached. */
  heard(text: string): void {
    this.#open();
    this.#core.hear(text);
  }

  /** Why each candidate was found or not; no values. */
  explain(text: string): Explanation {
    return this.#engine().explain(text);
  }

  analyze(text: string): readonly Finding[] {
    this.#engine();
    return this.#core.scan(text, true).findings;
  }

  /** By the current consents; nobody is asked. */
  redact(text: string, context: Context = {}): GuardRedaction {
    this.#open();
    const recipient = this.#recipient(context, 'redact');
    const { state } = this.#core;
    if (state !== 'ready') return { status: 'blocked', reason: state === 'waiting' ? 'not-ready' : 'no-engine', findings: [] };
    const redaction = this.#decisions.redact(text, recipient);
    this.#core.answered();
    return redaction;
  }

  /** Asks where there is something to ask. */
  async review(text: string, context: Context = {}): Promise<Outcome> {
    this.#open();
    const recipient = this.#recipient(context, 'review');
    if (!(await this.#core.loaded)) return { action: 'cancel', reason: 'no-engine' };
    const place = { editor: document.body, before: document.body, signal: new AbortController().signal };
    const outcome = await this.#decisions.decide(text, recipient, 'api', place);
    if (outcome.action === 'send') this.#core.answered();
    return outcome;
  }

  /** Takes consents back, all that match: for the next message, in every tab. Nobody has to ask a second time. `by`: for the record. */
  withdraw(which: Which = {}, by?: Hand): void {
    this.#open();
    checkKeys(which, ['category', 'purpose', 'recipient'], 'withdraw');
    this.#decisions.withdraw(which, by);
  }

  /** What was given to `createGuard`. */
  get ledger(): Ledger | undefined {
    return this.#ledger;
  }

  /** What tokens stand for, without the values, the oldest first. */
  values(): readonly HeldValue[] {
    this.#open();
    const kept = this.#core.pen?.kept;
    return this.#core.values.map(({ token, category, since, until }) => ({
      token,
      category,
      since: new Date(since).toISOString(),
      until: new Date(until).toISOString(),
      store: kept?.has(token) ? 'disk' : 'memory',
    }));
  }

  /** What stands behind one token, for the customer's eyes only; nothing where its time is over, or the ledger is locked. */
  reveal(token: string): string | undefined {
    this.#open();
    return this.#core.reveal(token);
  }

  /** `values`: what the tokens stand for, here and on the disk. The rest is the ledger's; without one, `consents` takes back what holds for the page. */
  async erase(what: Erasable): Promise<void> {
    this.#open();
    if (!['values', 'consents', 'sent', 'all'].includes(what)) {
      throw new AntifazError('unknown-option', `erase: must be values, consents, sent or all`, 'what');
    }
    if (this.#ledger) return this.#ledger.erase(what);
    if (what === 'values' || what === 'all') this.#core.forgetValues();
    if (what === 'consents' || what === 'all') this.#decisions.withdraw({});
    this.#core.emit('erased', { what });
  }

  /** Hidden from now on without asking, until the customer says otherwise by a chip or in the panel; what was agreed to ends. */
  refuse(which: Which = {}, by?: Hand): void {
    this.#open();
    checkKeys(which, ['category', 'purpose', 'recipient'], 'refuse');
    this.#decisions.refuse(which, by);
  }

  /** What was refused is asked about again with the next message. It grants nothing. */
  ask(which: Which = {}): void {
    this.#open();
    checkKeys(which, ['category', 'purpose', 'recipient'], 'ask');
    this.#decisions.ask(which);
  }

  /** What holds now beyond single messages, with a ledger or without. */
  consents(): readonly Consent[] {
    return this.#decisions.consents();
  }

  /** What is hidden for the rest of the session without asking. */
  refusals(): readonly Refusal[] {
    return this.#decisions.refusals();
  }

  /** What a category of the manifest is asked for, as things stand. Empty until the engine is there. */
  purposesOf(category: string): Purposes {
    return this.#core.purposesOf(this.#core.category(category).rule);
  }

  /** Why protection goes on with less, in the words of the event `degraded`; empty where all is well. */
  get degraded(): readonly GuardEvents['degraded']['reason'][] {
    return [...this.#core.degraded];
  }

  /** Whether Global Privacy Control is on: then purposes of advertising, sale and profiling are refused unasked. */
  get gpc(): boolean {
    return gpc();
  }

  /** The customer's values in place of their tokens, for the customer's eyes only. */
  restore(text: string): string {
    this.#open();
    return this.#core.restore(text).text;
  }

  /** Guards the editors in a part of the page; a selector may name what is not there yet. Gives what undoes it. */
  attach(target: Element | Document | string, options: AttachOptions = {}): () => void {
    this.#open();
    checkKeys(options, ['level', 'editor', 'send', 'recipient'], 'attach');
    const { level = 'auto', editor, send } = options;
    if (level !== 'auto' && level !== 'dom') throw new AntifazError('unknown-level', 'level: must be auto or dom', 'level');
    for (const selector of [editor, send, typeof target === 'string' ? target : undefined]) checkSelector(selector);
    const recipient = this.#recipient(options.recipient === undefined ? {} : { recipient: options.recipient }, 'attach');
    const holds: Attachment['holds'] =
      typeof target === 'string'
        ? (path) => path.some((node) => isElement(node) && node.matches(target))
        : (path) => path.includes(target);
    const wholePage = target === document || target === document.documentElement || target === document.body;
    const detach = this.#gate.attach({ holds, recipient, editor, send, wholePage });
    const root = typeof target === 'string' ? document : target;
    const unwatch = this.#page?.watch(root, { holds, wholePage });
    return () => {
      detach();
      unwatch?.();
    };
  }

  /** Whether what stands in a guarded editor was decided about, so that it may leave as it stands. */
  vouches(editor: HTMLElement): boolean {
    return this.#gate.vouches(editor);
  }

  /** Guards what the page sends, the net under the gate. Gives what undoes it. Throws `no-network` where the guard was not given that part. */
  guardNetwork(options: NetworkOptions = {}): () => void {
    this.#open();
    checkKeys(options, ['origins', 'mode'], 'guardNetwork');
    const network = (this.#network ?? missing('network')).guard(this.#gate, options);
    this.#networks.add(network);
    return () => {
      network.stop();
      this.#networks.delete(network);
    };
  }

  /** Of the engine; `failed`: nothing is sent. */
  get state(): Stats['state'] {
    return this.#core.state;
  }

  /** How often what happened; no values. Throws `no-stats` where the guard was not given that part. */
  stats(): Stats {
    return { state: this.state, ...(this.#stats ?? missing('stats')).read() };
  }

  /** Takes everything out of the page and wipes the conversation. */
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    document.removeEventListener('antifaz-seek', this.#introduce);
    this.#unwatchShadows();
    this.#gate.stop();
    this.#page?.stop();
    for (const network of this.#networks) network.stop();
    this.#core.ui?.destroy();
    this.#core.pen?.close();
    this.#core.stop();
  }

  /** Nothing is shared until it is known whose manifest this is. */
  async #verify(core: Core, found: Promise<Rejection | undefined>): Promise<void> {
    core.doubt();
    const fault = await found;
    if (this.#destroyed) return;
    if (fault) core.reject(fault);
    else core.trust();
    this.#gate.refresh();
  }

  async #load(core: Core, source: GuardOptions['redactor'], declared: Manifest, options: GuardOptions): Promise<boolean> {
    try {
      // One that is there already counts before this returns.
      const redactor = 'then' in source ? await source : source;
      if (this.#destroyed) return false;
      const problems = this.#mistakes(redactor, declared, options);
      if (problems.length > 0) core.reject({ reason: 'malformed', problems });
      const loosened = options.parts?.trust?.faultOfRedactor(declared, redactor);
      if (loosened) core.reject(loosened);
      core.start(redactor);
    } catch (error) {
      core.stop();
      const code = error instanceof AntifazError ? error.code : 'not-loaded';
      core.emit('error', { code });
      core.degrade(code === 'no-wasm' ? 'no-wasm' : 'no-engine');
      return false;
    }
    // Listeners are added after the guard is made.
    await Promise.resolve();
    this.#gate.ready();
    if (core.manifest.recipients.some(isExposed)) core.degrade('insecure-recipient');
    core.emit('ready', {});
    return true;
  }

  /** What the engine says against the manifest. */
  #mistakes(redactor: Redactor, manifest: Manifest, { tighten, parts }: GuardOptions): readonly ManifestProblem[] {
    const errors = redactor.lintManifest(manifest).filter(({ level }) => level === 'error');
    return [...errors, ...(parts?.trust?.strange(tighten, redactor) ?? [])];
  }

  #emit<K extends keyof GuardEvents>(type: K, detail: GuardEvents[K]): boolean {
    // What is cancelled was not asked.
    if (type !== 'prompt') this.#stats?.note(type, detail);
    if (type === 'locked' || type === 'unlocked') this.#page?.refresh();
    const cancelable = type === 'prompt';
    const here = this.dispatchEvent(new CustomEvent(type, { detail, cancelable }));
    const there = document.dispatchEvent(new CustomEvent(`antifaz-${type}`, { detail, cancelable, bubbles: true, composed: true }));
    if (type === 'prompt' && here && there) this.#stats?.note(type, detail);
    return here && there;
  }

  #recipient(context: Context, call: string): Recipient {
    checkKeys(context, ['recipient'], call);
    const recipient = this.#core.recipient(context.recipient);
    if (recipient) return recipient;
    const known = this.#core.manifest.recipients.map(({ id }) => id).join(', ');
    throw new AntifazError('unknown-recipient', `${call}: no recipient "${context.recipient}" in the manifest; it has ${known}`, 'recipient');
  }

  #open(): void {
    if (this.#destroyed) throw new AntifazError('destroyed', 'this guard was destroyed: make a new one');
  }

  #engine(): Redactor {
    this.#open();
    const { redactor } = this.#core;
    if (redactor) return redactor;
    throw new AntifazError('not-ready', 'the engine is not there: wait for the event "ready", or see "degraded"');
  }
}

/** Stands when it returns; with a promise of a redactor, sends wait until that is kept. */
export function createGuard(options: GuardOptions): Guard {
  return new Guard(options);
}

function missing(part: keyof Parts): never {
  throw new AntifazError(`no-${part}`, needs(part), part);
}

function needs(part: keyof Parts): string {
  return `needs createGuard({ parts: { ${part} } }), with ${part} from 'antifaz/parts'`;
}

/** A typo in an option would be a leak. */
function checkKeys(options: object, known: readonly string[], call: string): void {
  if (typeof options !== 'object' || options === null) throw new AntifazError('malformed-options', `${call}: takes an object`);
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) {
      throw new AntifazError('unknown-option', `${call}: no option "${key}"; known are ${known.join(', ')}`, key);
    }
  }
}

function checkSelector(selector: string | undefined): void {
  if (selector === undefined) return;
  try {
    document.createDocumentFragment().querySelector(selector);
  } catch {
    throw new AntifazError('malformed-selector', `attach: "${selector}" is no selector`, selector);
  }
}
