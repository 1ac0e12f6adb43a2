/** What happens to a message: what is settled, what the customer is asked, and what they answered. What outlives the page is the ledger's. */
import type { Choices, Edit, Finding, Redaction } from '../engine/types.js';
import { type Category, type Core, countByCategory, isEmpty } from './core.js';
import type { Envelope, SealedValue } from './envelope.js';
import type { Channel, Reason } from './events.js';
import { fingerprint, Recent } from './fingerprint.js';
import { isGesture, isTrusted } from './gesture.js';
import type { Choosing, Consent, Hand, Which } from './ledger-contract.js';
import type { Recipient } from './manifest.js';
import { gpc, type Purposes } from './purposes.js';
import { isExposed } from './recipients.js';
import type { ChipInfo, Choice, PreviewSegment, PromptAnswer, PromptRow, Scope } from './ui-contract.js';

export interface Grant {
  readonly category: string;
  /** What the customer agreed it may be used for. Empty where nobody needs it and it was shared all the same. */
  readonly purposes: readonly string[];
  readonly recipient: string;
  readonly scope: Scope;
}

export type Outcome =
  | {
      readonly action: 'send';
      readonly text: string;
      readonly grants: readonly Grant[];
      readonly asked: boolean;
      /** What belongs beside the text, where the manifest names no field for the network guard to put it into. */
      readonly envelope: Envelope;
    }
  | { readonly action: 'edit' }
  | { readonly action: 'cancel'; readonly reason: Reason };

export interface Place {
  readonly editor: HTMLElement;
  readonly before: Element;
  readonly signal: AbortSignal;
}

type Cleared = Extract<Redaction, { status: 'cleared' }>;

/** What is hidden without asking. */
export interface Refusal extends Remembered {
  /** Nothing where no declared purpose needs the category. */
  readonly purpose: string | null;
}

/** What is remembered of one category for one recipient. */
interface Remembered {
  readonly category: string;
  readonly recipient: string;
}

const REMEMBERED = 5000;
const HINTED = ['fin.card', 'fin.account'];
/** Second confirmations in one conversation; who is asked more often only clicks them away. */
const MOST_MODALS = 2;

export class Decisions {
  readonly #core: Core;
  /** For the rest of the conversation, by category, purpose and recipient: agreed to, or refused. */
  readonly #settled = new Map<string, Consent | 'refused'>();
  /** The same value for the same recipient is asked about once. */
  readonly #decided = new Recent<Remembered & { readonly choice: Choice }>(REMEMBERED);
  /** What a recipient has been given already: a retry, or a history sent again, tells it nothing new. */
  readonly #shared = new Recent<Remembered>(REMEMBERED);
  /** What for, as agreed to last, by category and recipient. */
  readonly #purposes = new Map<string, readonly string[]>();
  /** By recipient and token. */
  readonly #sealed = new Map<string, Remembered & { readonly token: string; readonly sealed: SealedValue }>();
  /** Texts that may leave as they stand: what tells a message from other text in a request. */
  readonly #messages = new Recent<true>(REMEMBERED);
  #modals = 0;

  /** Called when something is no longer settled. */
  onForget: () => void = () => {};

  constructor(core: Core) {
    this.#core = core;
  }

  /** What holds without asking, as the text is masked: a recipient with a key gets a token for what is shared, and the value sealed. */
  standing(recipient: Recipient | undefined): Choices {
    return masking(this.#standing(recipient), recipient);
  }

  /** An undeclared recipient gets nothing that could be kept back, one in the middle nothing that was not agreed to. */
  #standing(recipient: Recipient | undefined): Choices {
    const choices: Record<string, Choice> = {};
    const stranger = !recipient || isExposed(recipient) || this.#core.strict;
    for (const category of this.#core.categories()) {
      const { id, class: strictness, rule } = category;
      const settled = stranger ? undefined : this.#settledOn(category, recipient);
      const tightened = rule?.class !== undefined && strictness !== 'allow';
      if (settled) choices[id] = settled;
      else if (stranger || recipient.role === 'third-party' || tightened) choices[id] = 'hide';
    }
    return choices;
  }

  /** Whether this recipient has been given this value by a consent that was not taken back. */
  isShared(value: string, recipient: Recipient): boolean {
    return !this.#core.pen?.locked && !this.#core.strict && this.#shared.has(fingerprint(`${recipient.id} ${value}`));
  }

  /** This text may leave as it stands, and when it does it is a message. */
  vouch(text: string): void {
    if (text.trim().length > 2) this.#messages.set(fingerprint(text), true);
  }

  /** Without a text, whether there was any. */
  isMessage(text?: string): boolean {
    return text === undefined ? this.#messages.size > 0 : this.#messages.has(fingerprint(text));
  }

  /** The categories of a text that the customer would be asked about. */
  pending(text: string, findings: readonly Finding[], recipient: Recipient): readonly Category[] {
    const asked = new Map<string, Category>();
    // Nobody can say yet what was agreed.
    if (this.#core.pen?.locked) return [];
    for (const finding of findings) {
      if (isTheirs(finding)) continue;
      const category = this.#core.category(finding.category);
      const askable = this.#options(category, recipient).length > 1 && !this.#settledOn(category, recipient);
      if (askable && !this.#decided.has(this.#value(text, finding, recipient))) asked.set(category.id, category);
    }
    return [...asked.values()];
  }

  /** What may leave, after asking where there is something to ask and someone to do it. */
  async decide(text: string, recipient: Recipient, channel: Channel, place: Place): Promise<Outcome> {
    const core = this.#core;
    await core.pen?.opened;
    const standing = this.#standing(recipient);
    const first = core.redact(text, masking(standing, recipient), true);
    if (first.status === 'blocked') {
      core.emit('blocked', { channel, origin: null, reason: first.reason });
      return { action: 'cancel', reason: first.reason };
    }
    this.#heed(first.findings, recipient);
    const pending = this.pending(text, first.findings, recipient);
    const before = { ...standing, ...this.#before(text, first.findings, recipient) };
    const asks =
      core.ui !== undefined &&
      pending.length > 0 &&
      core.emit('prompt', { recipient: recipient.id, categories: pending.map(({ id }) => id) });
    if (!core.ui || !asks) return this.#send(text, before, recipient, channel, false);

    const all = this.#rows(first.findings, before, pending, recipient);
    const rows = all.filter(({ theirs }) => !theirs);
    // What a row shows as selected is what is sent, also where nobody touches it.
    const selected = { ...before, ...Object.fromEntries(rows.map((row) => [row.category, row.selected])) };
    const asked = rows.flatMap(({ category: id, options: known, count }) => {
      const category = core.category(id);
      return known.length < 2 ? [] : needs(this.#sorted(id)).map((purpose) => ({ category, purpose, count }));
    });
    const receiptId = core.pen?.asked({ recipient, categories: asked });
    const { kind, role, id, name = id } = recipient;
    const answer = await core.ui.ask({
      ...place,
      rows: all,
      modals: MOST_MODALS - this.#modals,
      recipient: { id, name, kind, role, sealed: recipient.publicKey !== undefined },
      preview: (choices) => this.#preview(text, { ...selected, ...this.#allowed(rows, choices) }, recipient),
    });
    this.#modals += answer.modals;
    const chosen = this.#take(answer, rows, recipient, pending);
    for (const { category, selected: stood } of rows) {
      // Taken back or over while the card was open.
      if (core.strict) chosen[category] = 'hide';
      else if (stood === 'share' && this.#settledOn(core.category(category), recipient) !== 'share') chosen[category] = 'hide';
    }
    this.#note(answer, rows, chosen, recipient, receiptId);
    // Less than what stood: that is over, not for this message alone.
    for (const { category, selected: stood } of rows) {
      if (!core.strict && stood === 'share' && (chosen[category] ?? stood) !== 'share') this.withdraw({ category, recipient: recipient.id });
    }
    core.emit('decision', { recipient: recipient.id, action: answer.action, choices: chosen });
    if (answer.action === 'edit') return { action: 'edit' };
    this.#remember(text, first.findings, chosen, answer, rows, recipient);
    return this.#send(text, { ...selected, ...chosen }, recipient, channel, true);
  }

  /** Everything the current consents say, nobody is asked. */
  redact(text: string, recipient: Recipient): Redaction & { readonly pending: readonly string[] } {
    const standing = this.standing(recipient);
    const first = this.#core.redact(text, standing, true);
    if (first.status === 'blocked') return { ...first, pending: [] };
    const before = { ...standing, ...this.#before(text, first.findings, recipient) };
    const redaction = this.#core.redact(text, before, true);
    const pending = this.pending(text, first.findings, recipient).map(({ id }) => id);
    if (redaction.status === 'cleared') {
      this.#account(text, redaction, recipient, 'api', []);
      for (const message of [text, redaction.text]) this.vouch(message);
    }
    return { ...redaction, pending };
  }

  /** What goes beside a text in which these categories stand unmasked. */
  envelope(recipient: Recipient, shared: Iterable<string>, text: string): Envelope {
    const categories = new Set(shared);
    const sealed: Record<string, SealedValue> = {};
    for (const { category, recipient: to, token, sealed: value } of this.#sealed.values()) {
      if (to !== recipient.id || !text.includes(token) || this.#core.pen?.locked || this.#core.strict) continue;
      sealed[token] = value;
      categories.add(category);
    }
    const purposes = Object.fromEntries([...categories].map((id) => [id, this.#purposesFor(id, recipient)]));
    const { restrictions = [] } = this.#core.manifest;
    return { version: 1, recipient: recipient.id, restrictions, purposes, sealed, gpc: gpc() };
  }

  /** One row for each category that stands in a text now, and one for what in it is somebody else's. */
  chips(text: string, findings: readonly Finding[], recipient: Recipient): readonly ChipInfo[] {
    const standing = this.#standing(recipient);
    const chips = new Map<string, ChipInfo>();
    for (const finding of findings) {
      const category = this.#core.category(finding.category);
      const { id, class: strictness, label } = category;
      if (strictness === 'allow' && standing[id] !== 'hide') continue;
      const theirs = isTheirs(finding);
      const at = `${id} ${theirs}`;
      const count = (chips.get(at)?.count ?? 0) + 1;
      const hint = HINTED.includes(id) && count === 1 ? lastFour(text.slice(finding.start, finding.end)) : undefined;
      const settled = this.#settledOn(category, recipient) !== undefined || this.#decided.has(this.#value(text, finding, recipient));
      chips.set(at, {
        category: id,
        class: strictness,
        label,
        count,
        will: theirs ? 'hide' : (standing[id] ?? 'hide'),
        settled: !theirs && settled,
        theirs,
        ...(hint === undefined ? {} : { hint }),
      });
    }
    return [...chips.values()];
  }

  /** What holds now, beyond single messages. */
  consents(): readonly Consent[] {
    const here = [...this.#settled.values()].filter((settled): settled is Consent => settled !== 'refused' && !this.#refuses(settled.category, settled.purpose));
    return [...here, ...(this.#core.pen?.standing() ?? [])];
  }

  refusals(): readonly Refusal[] {
    return [...this.#settled]
      .filter(([, settled]) => settled === 'refused')
      .map(([id]) => {
        const [category = '', purpose = '', recipient = ''] = id.split('|');
        return { category, purpose: purpose || null, recipient };
      });
  }

  /** Takes a settled choice back, whichever it was: the next message asks again. */
  unsettle(category: string, recipient: Recipient): void {
    const which = { category, recipient: recipient.id };
    if (this.#settledOn(this.#core.category(category), recipient) === 'share') this.withdraw(which);
    this.ask(which);
  }

  /** What was refused is asked about again. */
  ask(which: Which): void {
    for (const refusal of this.refusals()) {
      const { category, purpose, recipient } = refusal;
      if (covers(which, refusal) && (which.purpose ?? purpose) === purpose) this.#settled.delete(key(category, purpose, { id: recipient }));
    }
    for (const [mark, decided] of this.#decided) if (covers(which, decided)) this.#decided.delete(mark);
    this.#modals = 0;
    this.onForget();
  }

  /** Hidden from now on without asking; what was agreed to ends. */
  refuse(which: Which, by?: Hand): void {
    const { manifest } = this.#core;
    this.withdraw(which, by);
    for (const recipient of manifest.recipients) {
      const choices = manifest.categories.flatMap((rule) => {
        if (!covers(which, { category: rule.id, recipient: recipient.id })) return [];
        return [...new Set([...needs(this.#sorted(rule.id)), ...rule.purposes])]
          .filter((purpose) => (which.purpose ?? purpose) === purpose)
          .map((purpose) => this.#refusal(this.#core.category(rule.id), purpose, recipient, by ?? 'control'));
      });
      if (choices.length > 0) this.#core.pen?.answered({ recipient, language: null, choices });
    }
    this.onForget();
  }

  /** Takes consents back: here, in the ledger, and in other tabs. Acts on the next message. */
  withdraw(which: Which, by?: Hand): void {
    this.forget(which);
    this.#core.pen?.withdraw(which, by);
  }

  /** What was taken back elsewhere, or ended. */
  forget(which: Which): void {
    const { purpose } = which;
    const needs = ({ category }: Remembered): boolean =>
      purpose === undefined || this.#sorted(category).needed.some(({ id }) => id === purpose);
    const ends = (known: Remembered): boolean => covers(which, known) && needs(known);
    for (const [id, settled] of this.#settled) {
      if (settled !== 'refused' && covers(which, settled) && (purpose ?? settled.purpose) === settled.purpose) this.#settled.delete(id);
    }
    for (const known of [this.#shared, this.#sealed] as readonly Map<unknown, Remembered>[]) {
      for (const [mark, remembered] of known) if (ends(remembered)) known.delete(mark);
    }
    for (const [id, purposes] of this.#purposes) {
      const [category = '', recipient = ''] = id.split('|');
      const known = { category, recipient };
      if (ends(known)) this.#purposes.delete(id);
      else if (covers(which, known)) this.#purposes.set(id, purposes.filter((each) => each !== purpose));
    }
    // What an editor holds was vouched for by a consent that is gone.
    this.#core.turn++;
    this.onForget();
  }

  #sorted(category: string): Purposes {
    return this.#core.purposesOf(this.#core.category(category).rule);
  }

  #settledOn(category: Category, recipient: Recipient): 'hide' | 'share' | undefined {
    const { id, class: strictness, rule } = category;
    const needed = needs(this.#core.purposesOf(rule));
    if (needed.some((purpose) => this.#settled.get(key(id, purpose, recipient)) === 'refused')) return 'hide';
    if (strictness === 'explicit' && this.#modals >= MOST_MODALS) return 'hide';
    if (strictness !== 'ask' || this.#core.pen?.locked) return undefined;
    return needed.every((purpose) => this.#holds(id, purpose, recipient)) ? 'share' : undefined;
  }

  /** By a signal of the browser, which may have come after an agreement. */
  #refuses(category: string, purpose: string | null): boolean {
    return this.#sorted(category).refused.some(({ id }) => id === purpose);
  }

  #holds(category: string, purpose: string | null, recipient: Recipient): Scope | undefined {
    if (this.#refuses(category, purpose)) return undefined;
    const settled = this.#settled.get(key(category, purpose, recipient));
    if (typeof settled === 'object') return 'conversation';
    const kept = this.#core.pen?.standing().some((each) => covers({ category, recipient: recipient.id }, each) && each.purpose === purpose);
    return kept ? 'date' : undefined;
  }

  #purposesFor(category: string, recipient: Recipient): readonly string[] {
    const known = this.#core.category(category);
    if (this.#settledOn(known, recipient) !== 'share') {
      return (this.#purposes.get(`${category}|${recipient.id}`) ?? []).filter((purpose) => !this.#refuses(category, purpose));
    }
    return (known.rule?.purposes ?? []).filter((purpose) => this.#holds(category, purpose, recipient));
  }

  /** What may be chosen. An explicit consent has to be provable, so without a ledger none is asked for. */
  #options({ class: strictness, generalizes, rule }: Category, recipient: Recipient): readonly Choice[] {
    const explicit = strictness === 'explicit';
    if (!rule || !(explicit || strictness === 'ask') || isExposed(recipient)) return ['hide'];
    const less = generalizes ? (['hide', 'generalize'] as const) : (['hide'] as const);
    const second = explicit || this.#core.purposesOf(rule).needed.length === 0;
    return (explicit && !this.#core.pen) || (second && this.#modals >= MOST_MODALS) ? less : [...less, 'share'];
  }

  /** What the browser's signal refuses is noted when it first matters, and nobody is asked. */
  #heed(findings: readonly Finding[], recipient: Recipient): void {
    const choices = Object.keys(countByCategory(findings)).flatMap((id) =>
      this.#sorted(id)
        .refused.filter((purpose) => this.#settled.get(key(id, purpose.id, recipient)) !== 'refused')
        .map((purpose) => this.#refusal(this.#core.category(id), purpose.id, recipient, 'signal')),
    );
    if (choices.length > 0) this.#core.pen?.answered({ recipient, language: null, choices });
  }

  #refusal(category: Category, purpose: string | null, recipient: Recipient, method: Hand | 'signal'): Choosing {
    this.#settled.set(key(category.id, purpose, recipient), 'refused');
    return { category, purpose, status: 'refused', method, choice: 'hide', scope: 'conversation', count: 0, shown: '' };
  }

  #rows(
    findings: readonly Finding[],
    before: Choices,
    pending: readonly Category[],
    recipient: Recipient,
  ): readonly PromptRow[] {
    const { pen } = this.#core;
    const until = pen?.until();
    const row = (id: string, count: number, theirs: boolean): PromptRow[] => {
      const category = this.#core.category(id);
      const { class: strictness, label, rule } = category;
      if (strictness === 'allow') return [];
      const { needed, optional } = this.#sorted(id);
      const known = theirs ? (['hide'] as const) : this.#options(category, recipient);
      const choice = before[id] ?? 'hide';
      return [
        {
          category: id,
          class: strictness,
          label,
          count,
          options: known,
          selected: !theirs && known.includes(choice) && !pending.includes(category) ? choice : 'hide',
          purposes: needed.map(({ text }) => text),
          optional: optional.filter((purpose) => !this.#settled.has(key(id, purpose.id, recipient))),
          theirs,
          ...(rule?.retention === undefined ? {} : { retention: rule.retention }),
          ...(until === undefined ? {} : { until, latest: pen?.until(Infinity) ?? until }),
          changes: pen?.changes(id, recipient.id) ?? [],
        },
      ];
    };
    const rows = (theirs: boolean): PromptRow[] =>
      Object.entries(countByCategory(findings.filter((finding) => isTheirs(finding) === theirs))).flatMap(([id, count]) => row(id, count, theirs));
    return [...rows(false), ...rows(true)];
  }

  #preview(text: string, choices: Choices, recipient: Recipient): readonly PreviewSegment[] {
    const redaction = this.#core.redact(text, masking(choices, recipient), true);
    if (redaction.status === 'blocked') return [];
    const segments: PreviewSegment[] = [];
    let from = 0;
    for (const { start, end, category, replacement, is } of marks(text, redaction, this.#toSeal(redaction, choices, recipient))) {
      if (start > from) segments.push({ text: text.slice(from, start) });
      const { label, class: strictness } = this.#core.category(category);
      const shown = replacement ?? text.slice(start, end);
      segments.push(is === 'share' && strictness === 'allow' ? { text: shown } : { text: shown, is, label });
      from = end;
    }
    if (from < text.length) segments.push({ text: text.slice(from) });
    return segments;
  }

  /** What the card may choose; a category or choice that no row offers is not one. */
  #allowed(rows: readonly PromptRow[], choices: Choices): Record<string, Choice> {
    const allowed: Record<string, Choice> = {};
    for (const { category, options: known } of rows) {
      const choice = choices[category];
      if (choice !== undefined) allowed[category] = known.includes(choice) ? choice : 'hide';
    }
    return allowed;
  }

  /** Consent needs a person: without a trusted event whatever was shared is hidden. */
  #take(
    { action, choices, gesture }: PromptAnswer,
    rows: readonly PromptRow[],
    recipient: Recipient,
    pending: readonly Category[],
  ): Record<string, Choice> {
    if (action === 'edit') return {};
    if (action === 'hide-all') {
      const open = rows.filter(({ category, selected }) => selected === 'share' || pending.some(({ id }) => id === category));
      for (const { category: id } of open) {
        for (const purpose of needs(this.#sorted(id))) this.#settled.set(key(id, purpose, recipient), 'refused');
      }
      return Object.fromEntries(rows.map(({ category }) => [category, 'hide' as const]));
    }
    const given = Object.fromEntries(Object.entries(choices).map(([id, { choice }]) => [id, choice]));
    const chosen = this.#allowed(rows, given);
    for (const [id, choice] of Object.entries(chosen)) {
      if (choice === 'share' && !isGesture(gesture)) chosen[id] = 'hide';
    }
    return chosen;
  }

  /** For the records: what a person answered, and nothing that merely went on. */
  #note(
    { action, choices, shown, language, gesture }: PromptAnswer,
    rows: readonly PromptRow[],
    chosen: Readonly<Record<string, Choice>>,
    recipient: Recipient,
    receiptId: string | undefined,
  ): void {
    if (!gesture || !isTrusted(gesture)) return;
    const answered = rows.flatMap(({ category: id, options: known, selected, count, optional }): readonly Choosing[] => {
      const choice = chosen[id] ?? 'hide';
      if (known.length < 2 || (selected === 'share' && choice === 'share')) return [];
      const { scope = 'message', until, purposes = [] } = choices[id] ?? {};
      const given = choice === 'hide' ? 'refused' : 'given';
      const category = this.#core.category(id);
      const answer = (purpose: string | null, status: Choosing['status']): Choosing => ({
        category,
        purpose,
        status: action === 'edit' ? 'deferred' : status,
        method: category.class === 'explicit' && status === 'given' ? 'modal' : 'inline',
        choice,
        scope: choice === 'share' ? scope : 'message',
        ...(until === undefined ? {} : { until }),
        count,
        shown: shown[id] ?? '',
      });
      const extra = optional.map((purpose) => answer(purpose.id, choice === 'share' && purposes.includes(purpose.id) ? 'given' : 'refused'));
      return [...needs(this.#sorted(id)).map((purpose) => answer(purpose, given)), ...extra];
    });
    this.#core.pen?.answered({ recipient, language, choices: answered, gesture, ...(receiptId === undefined ? {} : { receiptId }) });
  }

  #remember(
    text: string,
    findings: readonly Finding[],
    chosen: Readonly<Record<string, Choice>>,
    answer: PromptAnswer,
    rows: readonly PromptRow[],
    recipient: Recipient,
  ): void {
    for (const finding of findings) {
      const { category } = finding;
      const choice = chosen[category];
      if (choice === undefined || choice === 'share' || isTheirs(finding)) continue;
      this.#decided.set(this.#value(text, finding, recipient), { category, recipient: recipient.id, choice });
    }
    for (const { category, selected, optional } of rows) {
      if (chosen[category] !== 'share' || selected === 'share') continue;
      const { scope, purposes: ticked = [] } = answer.choices[category] ?? {};
      const given = new Date().toISOString();
      const agreed = [...needs(this.#sorted(category)), ...optional.map(({ id }) => id).filter((id) => ticked.includes(id))];
      this.#purposes.set(`${category}|${recipient.id}`, agreed.filter((purpose) => purpose !== null));
      if (scope === 'conversation') {
        for (const purpose of agreed) {
          this.#settled.set(key(category, purpose, recipient), { category, purpose, recipient: recipient.id, scope, given, until: null });
        }
      }
      for (const { id } of optional) if (!ticked.includes(id)) this.#settled.set(key(category, id, recipient), 'refused');
    }
  }

  /** What was decided about these very values. A category keeps one choice a message, so where they differ all is hidden. */
  #before(text: string, findings: readonly Finding[], recipient: Recipient): Record<string, Choice> {
    const choices: Record<string, Choice> = {};
    for (const finding of findings) {
      const id = finding.category;
      const category = this.#core.category(id);
      if (isTheirs(finding) || this.#settledOn(category, recipient) || this.#options(category, recipient).length < 2) continue;
      const choice = this.#decided.get(this.#value(text, finding, recipient))?.choice;
      if (choice === undefined) continue;
      choices[id] = choices[id] === undefined || choices[id] === choice ? choice : 'hide';
    }
    return choices;
  }

  async #send(text: string, choices: Choices, recipient: Recipient, channel: Channel, asked: boolean): Promise<Outcome> {
    const redaction = this.#core.redact(text, masking(choices, recipient), true);
    if (redaction.status === 'blocked') {
      this.#core.emit('blocked', { channel, origin: null, reason: redaction.reason });
      return { action: 'cancel', reason: redaction.reason };
    }
    const sealed = await this.#seal(text, this.#toSeal(redaction, choices, recipient), recipient);
    // What was sealed before and is hidden now stays at home.
    for (const { replacement, category } of redaction.edits) {
      if (choices[category] !== 'share') this.#sealed.delete(`${recipient.id} ${replacement}`);
    }
    const categories = this.#account(text, redaction, recipient, channel, sealed);
    // Who reads along has the text as it was typed.
    for (const message of [text, redaction.text]) this.vouch(message);
    const grants = categories.map((category): Grant => {
      const purposes = this.#purposesFor(category, recipient);
      const scope = this.#settledOn(this.#core.category(category), recipient) === 'share' && this.#holds(category, purposes[0] ?? null, recipient);
      return { category, purposes, recipient: recipient.id, scope: scope || 'message' };
    });
    return { action: 'send', text: redaction.text, grants, asked, envelope: this.envelope(recipient, categories, redaction.text) };
  }

  /** Tokens of the customer's own values that are shared with a recipient that has a key. */
  #toSeal({ edits, findings }: Cleared, choices: Choices, { publicKey }: Recipient): readonly Edit[] {
    if (!publicKey) return [];
    const theirs = findings.filter(isTheirs);
    return edits.filter(
      ({ action, category, start, end }) =>
        action === 'token' && choices[category] === 'share' && !theirs.some((finding) => finding.start < end && start < finding.end),
    );
  }

  /** What could not be sealed stays hidden. */
  async #seal(text: string, edits: readonly Edit[], recipient: Recipient): Promise<readonly Edit[]> {
    const { sealer } = this.#core;
    try {
      for (const { replacement: token, category, start, end } of edits) {
        const at = `${recipient.id} ${token}`;
        if (!sealer || this.#sealed.has(at)) continue;
        this.#sealed.set(at, { category, recipient: recipient.id, token, sealed: await sealer.seal(text.slice(start, end), token, recipient) });
      }
      return sealer ? edits : [];
    } catch {
      this.#core.emit('error', { code: 'not-sealed' });
      return [];
    }
  }

  /** Tells the page what leaves, and remembers what the recipient was given. Gives the categories it was given something of. */
  #account(text: string, redaction: Cleared, recipient: Recipient, channel: Channel, sealed: readonly Edit[]): readonly string[] {
    const edits = redaction.edits.filter((edit) => !sealed.includes(edit));
    this.tell(edits, recipient, channel);
    const clear = marks(text, redaction)
      .filter(({ is, category }) => is === 'share' && this.#core.classOf(category) !== 'allow')
      .map(({ finding }) => finding)
      .filter((finding) => finding !== undefined);
    for (const { start, end, category } of clear) {
      this.#shared.set(fingerprint(`${recipient.id} ${text.slice(start, end)}`), { category, recipient: recipient.id });
    }
    const counts = countByCategory([...clear, ...sealed]);
    if (redaction.edits.length > 0 || clear.length > 0) {
      const tokens = redaction.edits.filter(({ action }) => action === 'token').map(({ replacement }) => replacement);
      this.#core.pen?.sent({ recipient, channel, masked: countByCategory(edits), shared: counts, tokens, text: redaction.text });
    }
    if (!isEmpty(counts)) this.#core.emit('revealed', { channel, recipient: recipient.id, counts });
    return Object.keys(counts);
  }

  /** Events for what is masked on its way out. */
  tell(edits: readonly Edit[], recipient: Recipient | undefined, channel: Channel): void {
    const to = { channel, recipient: recipient?.id ?? null };
    const counts = countByCategory(edits);
    if (isEmpty(counts)) return;
    this.#core.emit('masked', { ...to, counts });
    const withheld = countByCategory(edits.filter(({ category }) => this.#core.classOf(category) === 'never'));
    if (!isEmpty(withheld)) this.#core.emit('withheld', { ...to, counts: withheld });
  }

  #value(text: string, { start, end, category }: Finding, recipient: Recipient): number {
    return fingerprint(`${recipient.id} ${category} ${text.slice(start, end)}`);
  }
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly category: string;
  readonly is: Choice;
  readonly replacement?: string;
  readonly finding?: Finding;
}

/** Edits, and the findings that stay, in the order of the text. */
function marks(text: string, { edits, findings }: Cleared, sealed: readonly Edit[] = []): readonly Mark[] {
  const edited = edits.map((edit): Mark => {
    const { start, end, category, replacement, action } = edit;
    const is = action === 'token' || action === 'label' ? 'hide' : 'generalize';
    return { start, end, category, replacement, is: sealed.includes(edit) || replacement === text.slice(start, end) ? 'share' : is };
  });
  const kept = findings
    .filter(({ start, end }) => !edits.some((edit) => edit.start < end && start < edit.end))
    .map((finding): Mark => ({ ...finding, is: 'share', finding }));
  return [...edited, ...kept].sort((a, b) => a.start - b.start);
}

function key(category: string, purpose: string | null, { id }: Pick<Recipient, 'id'>): string {
  return `${category}|${purpose ?? ''}|${id}`;
}

function covers({ category, recipient }: Which, known: Remembered): boolean {
  return (category ?? known.category) === known.category && (recipient ?? known.recipient) === known.recipient;
}

/** What a consent has to cover; where nobody needs the category, it is for nothing in particular. */
function needs({ needed }: Purposes): readonly (string | null)[] {
  return needed.length > 0 ? needed.map(({ id }) => id) : [null];
}

/** Not the customer's to give. */
function isTheirs(finding: Finding): boolean {
  return finding.thirdParty;
}

/** What a recipient with a key is shown: the token, while the value travels sealed. */
function masking(choices: Choices, recipient: Recipient | undefined): Choices {
  if (!recipient?.publicKey) return choices;
  return Object.fromEntries(Object.entries(choices).map(([id, choice]) => [id, choice === 'share' ? 'hide' : choice]));
}

/** Only of a number long enough that four digits do not give it away. */
function lastFour(value: string): string | undefined {
  const plain = value.replace(/[^\p{L}\p{N}]/gu, '');
  return plain.length >= 12 ? plain.slice(-4) : undefined;
}
