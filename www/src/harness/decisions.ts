/** What happens to a message: what is settled, what the customer is asked, and what they answered. What outlives the page is the ledger's. */
import type { Choices, Edit, Finding, Redaction } from '../engine/types.js';
import { type Category, type Core, countByCategory, isEmpty } from './core.js';
import type { Channel, Reason } from './events.js';
import { fingerprint, Recent } from './fingerprint.js';
import type { Choosing, Which } from './ledger-contract.js';
import type { Recipient } from './manifest.js';
import type { ChipInfo, Choice, PreviewSegment, PromptAnswer, PromptRow, Scope } from './ui-contract.js';

export interface Grant {
  readonly category: string;
  readonly recipient: string;
  readonly scope: Scope;
}

export type Outcome =
  | { readonly action: 'send'; readonly text: string; readonly grants: readonly Grant[]; readonly asked: boolean }
  | { readonly action: 'edit' }
  | { readonly action: 'cancel'; readonly reason: Reason };

export interface Place {
  readonly editor: HTMLElement;
  readonly before: Element;
  readonly signal: AbortSignal;
}

type Cleared = Extract<Redaction, { status: 'cleared' }>;

const REMEMBERED = 5000;
const HINTED = ['fin.card', 'fin.account'];

export class Decisions {
  readonly #core: Core;
  /** By category and recipient, for the rest of the conversation. */
  readonly #settled = new Map<string, 'hide' | 'share'>();
  /** The same value for the same recipient is asked about once. */
  readonly #decided = new Recent<Choice>(REMEMBERED);
  /** What a recipient has been given already, under which key: a retry, or a history sent again, tells it nothing new. */
  readonly #shared = new Recent<string>(REMEMBERED);

  /** Called when something is no longer settled. */
  onForget: () => void = () => {};

  constructor(core: Core) {
    this.#core = core;
  }

  /** What holds without asking. An undeclared recipient gets nothing that could be kept back. */
  standing(recipient: Recipient | undefined): Choices {
    const choices: Record<string, Choice> = {};
    for (const { id, class: strictness, rule } of this.#core.categories()) {
      const settled = recipient && this.#settledOn(id, recipient);
      const outsider = recipient === undefined || recipient.role === 'third-party';
      const tightened = rule?.class !== undefined && strictness !== 'allow';
      if (settled === 'share' && strictness === 'ask') choices[id] = 'share';
      else if (settled === 'hide' || tightened || (outsider && strictness === 'allow')) choices[id] = 'hide';
    }
    return choices;
  }

  /** Whether this recipient has been given this value by a consent that was not taken back. */
  isShared(value: string, recipient: Recipient): boolean {
    return !this.#core.pen?.locked && this.#shared.has(fingerprint(`${recipient.id} ${value}`));
  }

  /** The categories of a text that the customer would be asked about. */
  pending(text: string, findings: readonly Finding[], recipient: Recipient): readonly Category[] {
    const asked = new Map<string, Category>();
    // Nobody can say yet what was agreed.
    if (this.#core.pen?.locked) return [];
    for (const finding of findings) {
      const category = this.#core.category(finding.category);
      const askable = this.#options(category).length > 1 && !this.#settledOn(category.id, recipient);
      if (askable && !this.#decided.has(this.#value(text, finding, recipient))) asked.set(category.id, category);
    }
    return [...asked.values()];
  }

  /** What may leave, after asking where there is something to ask and someone to do it. */
  async decide(text: string, recipient: Recipient, channel: Channel, place: Place): Promise<Outcome> {
    const core = this.#core;
    await core.pen?.opened;
    const standing = this.standing(recipient);
    const first = core.redact(text, standing, true);
    if (first.status === 'blocked') {
      core.emit('blocked', { channel, origin: null, reason: first.reason });
      return { action: 'cancel', reason: first.reason };
    }
    const pending = this.pending(text, first.findings, recipient);
    const before = { ...standing, ...this.#before(text, first.findings, recipient) };
    const asks =
      core.ui !== undefined &&
      pending.length > 0 &&
      core.emit('prompt', { recipient: recipient.id, categories: pending.map(({ id }) => id) });
    if (!core.ui || !asks) return this.#send(text, before, recipient, channel, false);

    const rows = this.#rows(first.findings, before, pending, recipient);
    // What a row shows as selected is what is sent, also where nobody touches it.
    const selected = { ...before, ...Object.fromEntries(rows.map((row) => [row.category, row.selected])) };
    const { kind, role, id, name = id } = recipient;
    const answer = await core.ui.ask({
      ...place,
      rows,
      recipient: { id, name, kind, role },
      preview: (choices) => this.#preview(text, { ...selected, ...this.#allowed(rows, choices) }),
    });
    const chosen = this.#take(answer, rows, recipient, pending);
    for (const { category, selected: stood } of rows) {
      // Taken back or over while the card was open.
      if (stood === 'share' && this.#settledOn(category, recipient) !== 'share') chosen[category] = 'hide';
    }
    this.#note(answer, rows, chosen, recipient);
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
    if (redaction.status === 'cleared') this.#account(text, redaction, recipient, 'api');
    return { ...redaction, pending };
  }

  /** One row for each category that stands in a text now. */
  chips(text: string, findings: readonly Finding[], recipient: Recipient): readonly ChipInfo[] {
    const standing = this.standing(recipient);
    const chips = new Map<string, ChipInfo>();
    for (const finding of findings) {
      const { id, class: strictness, label } = this.#core.category(finding.category);
      if (strictness === 'allow' && standing[id] !== 'hide') continue;
      const count = (chips.get(id)?.count ?? 0) + 1;
      const hint = HINTED.includes(id) && count === 1 ? lastFour(text.slice(finding.start, finding.end)) : undefined;
      chips.set(id, {
        category: id,
        class: strictness,
        label,
        count,
        will: standing[id] ?? 'hide',
        settled: this.#settledOn(id, recipient) !== undefined,
        ...(hint === undefined ? {} : { hint }),
      });
    }
    return [...chips.values()];
  }

  /** Takes a settled choice back, whichever it was. */
  unsettle(category: string, recipient: Recipient): void {
    if (this.#settledOn(category, recipient) === 'share') this.withdraw({ category, recipient: recipient.id });
    this.#settled.delete(key(category, recipient));
    this.onForget();
  }

  /** Takes consents back: here, in the ledger, and in other tabs. Acts on the next message. */
  withdraw(which: Which): void {
    this.forget(which);
    this.#core.pen?.withdraw(which);
  }

  /** What was taken back elsewhere, or ended. */
  forget({ category, recipient }: Which): void {
    const ends = (settled: string): boolean => {
      const [id, to] = settled.split('|');
      return (category ?? id) === id && (recipient ?? to) === to;
    };
    for (const [settled, choice] of this.#settled) if (choice === 'share' && ends(settled)) this.#settled.delete(settled);
    for (const [mark, settled] of this.#shared) if (ends(settled)) this.#shared.delete(mark);
    // What an editor holds was vouched for by a consent that is gone.
    this.#core.turn++;
    this.onForget();
  }

  #settledOn(category: string, recipient: Recipient): 'hide' | 'share' | undefined {
    const { pen } = this.#core;
    const kept = this.#core.classOf(category) === 'ask' && pen?.stands(category, recipient.id);
    const settled = this.#settled.get(key(category, recipient)) ?? (kept ? 'share' : undefined);
    return settled === 'share' && pen?.locked ? undefined : settled;
  }

  /** What may be chosen. An explicit consent has to be provable, so without a ledger none is asked for. */
  #options({ class: strictness, generalizes, rule }: Category): readonly Choice[] {
    const explicit = strictness === 'explicit';
    if (!rule || !(explicit || strictness === 'ask')) return ['hide'];
    const less = generalizes ? (['hide', 'generalize'] as const) : (['hide'] as const);
    return explicit && !this.#core.pen ? less : [...less, 'share'];
  }

  #rows(
    findings: readonly Finding[],
    before: Choices,
    pending: readonly Category[],
    recipient: Recipient,
  ): readonly PromptRow[] {
    const { manifest, pen } = this.#core;
    const { purposes } = manifest;
    const until = pen?.until();
    return Object.entries(countByCategory(findings)).flatMap(([id, count]) => {
      const category = this.#core.category(id);
      if (category.class === 'allow') return [];
      const { rule } = category;
      const needed = rule?.necessaryFor ?? rule?.purposes ?? [];
      const known = this.#options(category);
      const choice = before[id] ?? 'hide';
      return {
        category: id,
        class: category.class,
        label: category.label,
        count,
        options: known,
        selected: known.includes(choice) && !pending.includes(category) ? choice : 'hide',
        purposes: purposes.filter((purpose) => needed.includes(purpose.id)).map(({ text }) => text),
        ...(rule?.retention === undefined ? {} : { retention: rule.retention }),
        ...(until === undefined ? {} : { until }),
        changes: pen?.changes(id, recipient.id) ?? [],
      };
    });
  }

  #preview(text: string, choices: Choices): readonly PreviewSegment[] {
    const redaction = this.#core.redact(text, choices, true);
    if (redaction.status === 'blocked') return [];
    const segments: PreviewSegment[] = [];
    let from = 0;
    for (const { start, end, category, replacement, is } of marks(text, redaction)) {
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
      for (const { id } of pending) this.#settled.set(key(id, recipient), 'hide');
      return Object.fromEntries(rows.map(({ category }) => [category, 'hide' as const]));
    }
    const given = Object.fromEntries(Object.entries(choices).map(([id, { choice }]) => [id, choice]));
    const chosen = this.#allowed(rows, given);
    for (const [id, choice] of Object.entries(chosen)) {
      if (choice === 'share' && !gesture?.isTrusted) chosen[id] = 'hide';
    }
    return chosen;
  }

  /** For the records: what a person answered, and nothing that merely went on. */
  #note(
    { action, choices, shown, language, gesture }: PromptAnswer,
    rows: readonly PromptRow[],
    chosen: Readonly<Record<string, Choice>>,
    recipient: Recipient,
  ): void {
    if (!gesture?.isTrusted) return;
    const answered = rows.flatMap(({ category, options: known, selected, count }): readonly Choosing[] => {
      const choice = chosen[category] ?? 'hide';
      if (known.length < 2 || (selected === 'share' && choice === 'share')) return [];
      const status = action === 'edit' ? 'deferred' : choice === 'hide' ? 'refused' : 'given';
      const scope = choice === 'share' ? (choices[category]?.scope ?? 'message') : 'message';
      return [{ category: this.#core.category(category), status, choice, scope, count, shown: shown[category] ?? '' }];
    });
    this.#core.pen?.answered({ recipient, language, choices: answered });
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
      const choice = chosen[finding.category];
      if (choice !== undefined && choice !== 'share') this.#decided.set(this.#value(text, finding, recipient), choice);
    }
    for (const { category, selected } of rows) {
      const anew = chosen[category] === 'share' && selected !== 'share';
      if (anew && answer.choices[category]?.scope === 'conversation') this.#settled.set(key(category, recipient), 'share');
    }
  }

  /** What was decided about these very values. A category keeps one choice a message, so where they differ all is hidden. */
  #before(text: string, findings: readonly Finding[], recipient: Recipient): Record<string, Choice> {
    const choices: Record<string, Choice> = {};
    for (const finding of findings) {
      const id = finding.category;
      if (this.#settledOn(id, recipient) || this.#options(this.#core.category(id)).length < 2) continue;
      const choice = this.#decided.get(this.#value(text, finding, recipient));
      if (choice === undefined) continue;
      choices[id] = choices[id] === undefined || choices[id] === choice ? choice : 'hide';
    }
    return choices;
  }

  #send(
    text: string,
    choices: Choices,
    recipient: Recipient,
    channel: Channel,
    asked: boolean,
  ): Outcome {
    const redaction = this.#core.redact(text, choices, true);
    if (redaction.status === 'blocked') {
      this.#core.emit('blocked', { channel, origin: null, reason: redaction.reason });
      return { action: 'cancel', reason: redaction.reason };
    }
    const shared = this.#account(text, redaction, recipient, channel);
    const grants = [...new Set(shared.map(({ category }) => category))].map((category): Grant => {
      const kept = this.#settled.get(key(category, recipient)) === 'share' ? 'conversation' : 'message';
      return { category, recipient: recipient.id, scope: this.#core.pen?.stands(category, recipient.id) ? 'date' : kept };
    });
    return { action: 'send', text: redaction.text, grants, asked };
  }

  /** Tells the page what leaves, and remembers what the recipient was given. */
  #account(text: string, redaction: Cleared, recipient: Recipient, channel: Channel): readonly Finding[] {
    this.tell(redaction.edits, recipient, channel);
    const shared = marks(text, redaction)
      .filter(({ is, category }) => is === 'share' && this.#core.classOf(category) !== 'allow')
      .map(({ finding }) => finding)
      .filter((finding) => finding !== undefined);
    for (const { start, end, category } of shared) {
      this.#shared.set(fingerprint(`${recipient.id} ${text.slice(start, end)}`), key(category, recipient));
    }
    const counts = countByCategory(shared);
    const { edits } = redaction;
    if (edits.length > 0 || shared.length > 0) {
      const tokens = edits.filter(({ action }) => action === 'token').map(({ replacement }) => replacement);
      this.#core.pen?.sent({ recipient, channel, masked: countByCategory(edits), shared: counts, tokens, text: redaction.text });
    }
    if (!isEmpty(counts)) this.#core.emit('revealed', { channel, recipient: recipient.id, counts });
    return shared;
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
function marks(text: string, { edits, findings }: Cleared): readonly Mark[] {
  const edited = edits.map(({ start, end, category, replacement, action }): Mark => {
    const is = action === 'token' || action === 'label' ? 'hide' : 'generalize';
    return { start, end, category, replacement, is: replacement === text.slice(start, end) ? 'share' : is };
  });
  const kept = findings
    .filter(({ start, end }) => !edits.some((edit) => edit.start < end && start < edit.end))
    .map((finding): Mark => ({ ...finding, is: 'share', finding }));
  return [...edited, ...kept].sort((a, b) => a.start - b.start);
}

function key(category: string, recipient: Recipient): string {
  return `${category}|${recipient.id}`;
}

/** Only of a number long enough that four digits do not give it away. */
function lastFour(value: string): string | undefined {
  const plain = value.replace(/[^\p{L}\p{N}]/gu, '');
  return plain.length >= 12 ? plain.slice(-4) : undefined;
}
