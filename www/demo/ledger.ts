/** The view of both sides: what was typed, and what the bank received of it. */
import type { Finding } from '../src/engine/types.js';
import type { Received } from './bank.mjs';
import type { Words } from './words.js';

interface Entry {
  readonly typed: string;
  readonly marks: readonly Finding[];
  readonly received: Received;
}

export class Ledger {
  readonly #list: HTMLElement;
  readonly #empty: HTMLElement;
  readonly #sum: HTMLElement;
  readonly #analyze: (text: string) => readonly Finding[];
  readonly #entries: Entry[] = [];
  #draft = '';
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
  set draft(text: string) {
    this.#draft = text;
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

  get length(): number {
    return this.#entries.length;
  }

  add(typed: string, received: Received): void {
    this.#entries.push({ typed, marks: this.#analyze(typed), received });
    this.#draft = '';
    this.#show();
  }

  #show(): void {
    const rows = this.#entries.map(({ typed, marks, received }) =>
      this.#row('', view(typed, marks), this.#raw ? rawView(received.raw) : view(received.text, this.#analyze(received.text), TOKEN)),
    );
    if (this.#draft.trim()) {
      rows.push(this.#row('draft', view(this.#draft, this.#analyze(this.#draft)), paragraph(this.#words.notYet)));
    }
    this.#list.replaceChildren(...rows);
    this.#list.scrollTop = this.#list.scrollHeight;
    this.#empty.hidden = rows.length > 0;
    const values = this.#entries.reduce((sum, { received }) => sum + this.#analyze(received.text).length, 0);
    const { stored, messages, values: plural } = this.#words;
    const text = stored(counted(messages, this.#entries.length), counted(plural, values));
    // Told only when it changes, not at every key.
    if (this.#sum.textContent !== text) this.#sum.textContent = text;
  }

  #row(name: string, typed: Node, received: Node): HTMLElement {
    const row = document.createElement('li');
    row.className = name;
    row.append(cell('typed', this.#words.youTyped, typed), cell('received', this.#words.serverGot, received));
    return row;
  }
}

function counted(forms: Readonly<Record<string, string>>, count: number): string {
  const form = forms[new Intl.PluralRules(document.documentElement.lang).select(count)] ?? forms['other'] ?? '#';
  return form.replace('#', String(count));
}

function cell(side: 'typed' | 'received', name: string, content: Node): HTMLElement {
  const div = document.createElement('div');
  div.className = `cell ${side}`;
  const heading = document.createElement('h3');
  heading.textContent = name;
  div.append(heading, content);
  return div;
}

function paragraph(...content: (Node | string)[]): HTMLElement {
  const p = document.createElement('p');
  p.append(...content);
  return p;
}

const TOKEN = /\[[A-Z]+_\d+\]/g;

/** A text with its private values marked and, where asked for, its tokens. */
function view(text: string, values: readonly Finding[], tokens?: RegExp): HTMLElement {
  const pieces = [
    ...values.map(({ start, end }) => ({ start, end, look: 'value' })),
    ...[...(tokens ? text.matchAll(tokens) : [])].map(({ index, 0: token }) => ({ start: index, end: index + token.length, look: 'token' })),
  ].sort((a, b) => a.start - b.start);
  const p = paragraph();
  let from = 0;
  for (const { start, end, look } of pieces) {
    const mark = document.createElement('mark');
    mark.className = look;
    mark.textContent = text.slice(start, end);
    p.append(text.slice(from, start), mark);
    from = end;
  }
  p.append(text.slice(from));
  return p;
}

function rawView(raw: string): HTMLElement {
  const pre = document.createElement('pre');
  pre.textContent = JSON.stringify(JSON.parse(raw), null, 2);
  return pre;
}
