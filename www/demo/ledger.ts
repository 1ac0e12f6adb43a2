/** The view of both sides: what was typed, and what the bank received of it. */
import type { Finding } from '../src/engine/types.js';
import type { Received } from './bank.mjs';
import { element, TOKEN } from './element.js';
import { counted, type Words } from './words.js';

/** One message. */
export interface Entry {
  readonly typed: string;
  /** What is private in it. */
  readonly marks: readonly Finding[];
  readonly received: Received;
}

export class Ledger {
  readonly #list: HTMLElement;
  readonly #empty: HTMLElement;
  readonly #sum: HTMLElement;
  readonly #analyze: (text: string) => readonly Finding[];
  readonly #entries: Entry[] = [];
  #draft: Pick<Entry, 'typed' | 'marks'> = { typed: '', marks: [] };
  #raw = false;
  #words: Words;

  /** `analyze` finds what is private in a text without remembering it. */
  constructor(root: Element, words: Words, analyze: (text: string) => readonly Finding[]) {
    this.#list = root.querySelector('ol')!;
    this.#empty = root.querySelector('.empty')!;
    this.#sum = root.querySelector('.sum')!;
    this.#words = words;
    this.#analyze = analyze;
    this.#show();
  }

  /** What stands in the composer now. */
  draft(typed: string, marks: readonly Finding[]): void {
    this.#draft = { typed, marks };
    this.#show();
  }

  set words(words: Words) {
    this.#words = words;
    this.#show();
  }

  /** Whether the right side is the body of the request, letter for letter. */
  set raw(raw: boolean) {
    this.#raw = raw;
    this.#show();
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  add(typed: string, received: Received): void {
    // What was private in it may have depended on what was asked for before it.
    const marks = typed === this.#draft.typed ? this.#draft.marks : this.#analyze(typed);
    this.#entries.push({ typed, marks, received });
    this.#draft = { typed: '', marks: [] };
    this.#show();
  }

  #show(): void {
    const mixed = new Set(this.#entries.map(({ received }) => received.channel)).size > 1;
    const rows = this.#entries.map(({ typed, marks, received }) => {
      const got = this.#raw ? rawView(received.raw) : view(received.text, this.#analyze(received.text), TOKEN);
      const via = received.channel === 'bank' ? element('span', 'via', this.#words.toBank) : element('span', 'via away', this.#words.toMessenger);
      return this.#row('', view(typed, marks), ...(mixed || received.channel === 'messenger' ? [via, got] : [got]));
    });
    const { typed, marks } = this.#draft;
    if (typed.trim()) rows.push(this.#row('draft', view(typed, marks), element('p', '', this.#words.notYet)));
    this.#list.replaceChildren(...rows);
    this.#list.scrollTop = this.#list.scrollHeight;
    this.#empty.hidden = rows.length > 0;
    const values = this.#entries.reduce((sum, { received }) => sum + this.#analyze(received.text).length, 0);
    const { stored, messages, values: plural } = this.#words;
    const text = stored(counted(messages, this.#entries.length), counted(plural, values));
    // Told only when it changes, not at every key.
    if (this.#sum.textContent !== text) this.#sum.textContent = text;
  }

  #row(name: string, typed: Node, ...received: Node[]): HTMLElement {
    return element('li', name, cell('typed', this.#words.youTyped, typed), cell('received', this.#words.serverGot, ...received));
  }
}

function cell(side: 'typed' | 'received', name: string, ...content: Node[]): HTMLElement {
  return element('div', `cell ${side}`, element('h3', '', name), ...content);
}

/** A text with its private values marked and, where asked for, its tokens. */
function view(text: string, values: readonly Finding[], tokens?: RegExp): HTMLElement {
  const pieces = [
    ...values.map(({ start, end }) => ({ start, end, look: 'value' })),
    ...[...(tokens ? text.matchAll(tokens) : [])].map(({ index, 0: token }) => ({ start: index, end: index + token.length, look: 'token' })),
  ].sort((a, b) => a.start - b.start);
  const p = element('p', '');
  let from = 0;
  for (const { start, end, look } of pieces) {
    p.append(text.slice(from, start), element('mark', look, text.slice(start, end)));
    from = end;
  }
  p.append(text.slice(from));
  return p;
}

function rawView(raw: string): HTMLElement {
  return element('pre', '', JSON.stringify(JSON.parse(raw), null, 2));
}
