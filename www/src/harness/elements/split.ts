import { h } from '../ui/dom.js';
import { OwnElement } from './element.js';
import { SPLIT } from './style.js';

const HEADINGS: Readonly<Record<string, readonly [string, string]>> = {
  en: ['You typed', 'The server has'],
  es: ['Usted escribió', 'El servidor tiene'],
  ru: ['Вы написали', 'На сервере'],
  de: ['Sie haben geschrieben', 'Der Server hat'],
  fr: ['Vous avez écrit', 'Le serveur a reçu'],
  pt: ['O que escreveu', 'O que o servidor tem'],
  it: ['Lei ha scritto', 'Il server ha'],
};

/** For demonstrations only: what was typed beside what the server has, message by message. It shows raw values, and keeps them. */
export class DemoSplitElement extends OwnElement {
  readonly #head = h('div', { class: 'pair head', part: 'head', 'aria-hidden': 'true' });
  readonly #list = h('ol', { role: 'list', part: 'pairs' });
  #words = HEADINGS['en'] as readonly [string, string];

  constructor() {
    super(SPLIT);
    this.root.append(h('div', { class: 'split', part: 'split', translate: 'no' }, this.#head, this.#list));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const lang = (this.closest<HTMLElement>('[lang]')?.lang ?? '').split('-')[0] ?? '';
    this.#words = HEADINGS[lang] ?? this.#words;
    this.#head.replaceChildren(...this.#words.map((words) => h('span', {}, words)));
  }

  /** One message: as it was typed, and as the server got it. */
  add(typed: string, received: string): void {
    const [left, right] = this.#words.map((words) => h('span', { class: 'unseen' }, `${words}: `)) as [HTMLElement, HTMLElement];
    const pieces = received.split(/(\[[A-Z]+_\d+\])/).map((piece, at) => (at % 2 ? h('mark', { part: 'pill' }, piece) : piece));
    this.#list.append(h('li', { class: 'pair', part: 'pair' }, h('div', {}, left, typed), h('div', {}, right, ...pieces)));
  }

  clear(): void {
    this.#list.replaceChildren();
  }
}
