/** The guard: asks for consent per category, masks before sending, and shows the customer their own values in the answers. */
import { AntifazError } from '../engine/errors.js';
import type { BlockReason, Edit, Explanation, Finding, Redactor } from '../engine/types.js';
import { Core } from './core.js';
import { Decisions, type Outcome } from './decisions.js';
import { isElement, watchShadows } from './dom.js';
import type { Counts, Emit, GuardEvents } from './events.js';
import { type Attachment, Gate } from './gate.js';
import type { Ledger, Which } from './ledger-contract.js';
import { checkCategories, type Manifest, readManifest, type Recipient } from './manifest.js';
import { checkNetworkOptions, Network, type NetworkOptions } from './network.js';
import { Provenance } from './provenance.js';
import { Rendered } from './rendered.js';
import { createUi } from './ui/index.js';

export { AntifazError } from '../engine/errors.js';
export type { Grant, Outcome } from './decisions.js';
export type { Channel, Counts, GuardEvents, Reason, Status } from './events.js';
export type { Ledger, Which } from './ledger-contract.js';
export type { CategoryRule, Listener, Manifest, Purpose, Recipient, Role, Words } from './manifest.js';
export type { Mode, NetworkOptions } from './network.js';

export interface GuardOptions {
  /** From `createRedactor()`; its promise too, so that the guard stands before the engine does. */
  readonly redactor: Redactor | PromiseLike<Redactor>;
  readonly manifest: Manifest;
  /** BCP 47, or `auto`: the page's language, else the browser's. @default 'auto' */
  readonly locale?: string;
  /** `none` masks and never asks: consent is given only in our own elements. @default 'inline' */
  readonly ui?: 'inline' | 'none';
  /** From `openLedger()` of `antifaz/ledger`. Without one, consents end with the page and nothing is noted. */
  readonly ledger?: Ledger;
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

export interface Stats {
  readonly state: 'waiting' | 'ready' | 'failed';
  readonly masked: Counts;
  readonly revealed: Counts;
  readonly withheld: Counts;
  readonly blocked: number;
  readonly guardHits: number;
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
  readonly #core: Core;
  readonly #decisions: Decisions;
  readonly #gate: Gate;
  readonly #rendered: Rendered;
  readonly #provenance: Provenance;
  readonly #networks = new Set<Network>();
  readonly #unwatchShadows: () => void;
  readonly #counted = { masked: {} as Record<string, number>, revealed: {} as Record<string, number>, withheld: {} as Record<string, number> };
  #blocked = 0;
  #guardHits = 0;
  #destroyed = false;

  /** Use `createGuard`. */
  constructor(options: GuardOptions) {
    super();
    checkKeys(options, ['redactor', 'manifest', 'locale', 'ui', 'ledger'], 'createGuard');
    const { locale = 'auto', ui = 'inline' } = options;
    if (ui !== 'inline' && ui !== 'none') throw new AntifazError('unknown-ui', 'ui: must be inline or none', 'ui');
    if (locale !== 'auto' && !isLocale(locale)) {
      throw new AntifazError('unknown-locale', 'locale: must be a BCP 47 tag such as "es", or "auto"', 'locale');
    }
    const manifest = readManifest(options.manifest);
    const { redactor } = options;
    if (typeof redactor !== 'object' || redactor === null) {
      throw new AntifazError('malformed-options', 'redactor: must be what createRedactor() gives', 'redactor');
    }
    if (!('then' in redactor)) checkCategories(manifest, redactor.categories());
    const shown = ui === 'inline' ? createUi({ locale, controller: manifest.controller.name }) : undefined;
    const emit: Emit = (type, detail) => this.#emit(type, detail);
    // Speaks only after this constructor: it has to read first.
    const pen = options.ledger?.connect({
      manifest,
      emit,
      degrade: (reason) => {
        this.#core.degrade(reason);
        if (reason === 'storage-full') shown?.notice(null, reason);
      },
      forget: (which) => this.#decisions.forget(which),
    });
    this.#core = new Core(manifest, emit, shown, pen, (core) => this.#load(core, redactor));
    this.#decisions = new Decisions(this.#core);
    this.#provenance = new Provenance(this.#core);
    this.#gate = new Gate(this.#core, this.#decisions, this.#provenance);
    this.#rendered = new Rendered(this.#core, (root) => this.#gate.listen(root), (text) => this.#gate.seen(text));
    this.#decisions.onForget = () => this.#gate.refresh();
    this.#gate.onJudge = () => this.#rendered.hear();
    this.#gate.onSend = (text, masked, since) => this.#rendered.sent(text, masked, since);
    this.#unwatchShadows = watchShadows((root) => {
      this.#gate.listen(root);
      this.#rendered.adopt(root);
    });
    this.#gate.listen(window);
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

  /** Takes consents back, all that match: for the next message, in every tab. Nobody has to ask a second time. */
  withdraw(which: Which = {}): void {
    this.#open();
    checkKeys(which, ['category', 'purpose', 'recipient'], 'withdraw');
    this.#decisions.withdraw(which);
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
    const unwatch = this.#rendered.watch(root, { holds, wholePage });
    if (isElement(root) && root.nodeName.includes('-') && this.#gate.isSealed(root)) this.#core.degrade('closed-shadow');
    return () => {
      detach();
      unwatch();
    };
  }

  /** Guards what the page sends, the net under the gate. Gives what undoes it. */
  guardNetwork(options: NetworkOptions = {}): () => void {
    this.#open();
    checkKeys(options, ['origins', 'mode'], 'guardNetwork');
    checkNetworkOptions(options);
    const network = new Network(this.#core, this.#decisions, this.#provenance, this.#gate, options);
    this.#networks.add(network);
    return () => {
      network.stop();
      this.#networks.delete(network);
    };
  }

  /** How often what happened; no values. */
  stats(): Stats {
    const { masked, revealed, withheld } = this.#counted;
    return {
      state: this.#core.state,
      masked: { ...masked },
      revealed: { ...revealed },
      withheld: { ...withheld },
      blocked: this.#blocked,
      guardHits: this.#guardHits,
    };
  }

  /** Takes everything out of the page and wipes the conversation. */
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#unwatchShadows();
    this.#gate.stop();
    this.#rendered.stop();
    for (const network of this.#networks) network.stop();
    this.#core.ui?.destroy();
    this.#core.pen?.close();
    this.#core.stop();
  }

  async #load(core: Core, source: GuardOptions['redactor']): Promise<boolean> {
    try {
      // One that is there already counts before this returns.
      const redactor = 'then' in source ? await source : source;
      if (this.#destroyed) return false;
      checkCategories(core.manifest, redactor.categories());
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
    core.emit('ready', {});
    return true;
  }

  #emit<K extends keyof GuardEvents>(type: K, detail: GuardEvents[K]): boolean {
    const counted = (this.#counted as Partial<Record<string, Record<string, number>>>)[type];
    if (counted) {
      const { counts } = detail as GuardEvents['masked'];
      for (const [id, count] of Object.entries(counts)) counted[id] = (counted[id] ?? 0) + count;
    }
    if (type === 'blocked') this.#blocked++;
    if (type === 'guard-hit') this.#guardHits++;
    const cancelable = type === 'prompt';
    const here = this.dispatchEvent(new CustomEvent(type, { detail, cancelable }));
    const there = document.dispatchEvent(new CustomEvent(`antifaz-${type}`, { detail, cancelable, bubbles: true, composed: true }));
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

function isLocale(locale: string): boolean {
  try {
    return typeof locale === 'string' && Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}
