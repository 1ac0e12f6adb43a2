import { plural } from '../locales/index.js';
import type { Label, Strings } from '../locales/strings.js';
import type { ChipActions, ChipInfo, Notice } from '../ui-contract.js';
import { h, host, onGesture } from './dom.js';
import { BY_CHOICE, icon, iconOf } from './icon.js';
import { composerOf, placeFor, put } from './place.js';

/** More would push the chat away; the card lists them all. */
const MOST_CHIPS = 4;

/** The customer's word for a category. */
export function word(strings: Strings, label: string): string {
  return strings.labels[label as Label] ?? strings.unknown;
}

/** Chips, notice and the cue "only you see this": the quiet lines right above one composer. */
export class Status {
  readonly element: HTMLElement;
  readonly #chips = h('ul', { role: 'list', part: 'chips' });
  readonly #notice = h('p', { class: 'line notice', part: 'notice', role: 'status' });
  readonly #restored = h('p', { class: 'line restored', part: 'restored' });
  readonly #box: HTMLElement;

  constructor() {
    const { element, root } = host('status');
    this.element = element;
    this.#box = h('div', { class: 'status', part: 'status' }, this.#restored, this.#notice, this.#chips);
    root.append(this.#box);
    for (const part of [this.#chips, this.#notice, this.#restored]) part.hidden = true;
    element.hidden = true;
  }

  /** In the page's place for it, else right above the composer of this editor; again where the page has thrown it out. */
  place(editor: HTMLElement): void {
    if (!this.element.isConnected) put(this.element, placeFor(editor, 'chips'), composerOf(editor));
  }

  /** `privacy`: opens the panel; the button for it stays once the line has been shown, always in the same place. */
  chips(strings: Strings, chips: readonly ChipInfo[], actions: ChipActions, privacy: (() => void) | undefined): void {
    this.#speak(strings);
    this.#chips.ariaLabel = strings.chips;
    this.#chips.replaceChildren(
      ...chips.slice(0, MOST_CHIPS).map((chip) => this.#chip(strings, chip, actions)),
      ...(chips.length > MOST_CHIPS
        ? [h('li', { class: 'chip' }, plural(strings, strings.more, chips.length - MOST_CHIPS))]
        : []),
      ...(privacy ? [opener(strings, privacy)] : []),
    );
    this.#show(this.#chips, chips.length > 0 || privacy !== undefined);
  }

  notice(strings: Strings, notice: Notice | null): void {
    this.#speak(strings);
    this.#notice.replaceChildren(...(notice ? [icon('note'), strings.notices[notice]] : []));
    this.#show(this.#notice, notice !== null);
  }

  restored(strings: Strings, any: boolean): void {
    this.#speak(strings);
    this.#restored.replaceChildren(...(any ? [icon('eye'), strings.restored] : []));
    this.#show(this.#restored, any);
  }

  #chip(strings: Strings, { label, count, will, hint, settled, theirs, category }: ChipInfo, actions: ChipActions): HTMLElement {
    const what = [word(strings, label)];
    if (hint) what.push(`•••• ${hint}`);
    else if (count > 1) what.push(`× ${count}`);
    const chip = h(
      'li',
      { class: 'chip', part: 'chip', 'data-category': category },
      icon(will === 'hide' ? iconOf(label) : BY_CHOICE[will]),
      h('span', {}, h('bdi', {}, what.join(' ')), h('i', {}, ` · ${theirs ? strings.theirs : strings.will[will]}`)),
    );
    if (settled) {
      const ask = h('button', { type: 'button' }, strings.ask);
      onGesture(ask, 'click', () => actions.ask(category));
      chip.append(ask);
    }
    return chip;
  }

  #speak({ lang, dir }: Strings): void {
    this.#box.lang = lang;
    this.#box.dir = dir;
  }

  #show(part: HTMLElement, shown: boolean): void {
    part.hidden = !shown;
    this.element.hidden = [this.#chips, this.#notice, this.#restored].every(({ hidden }) => hidden);
  }
}

function opener(strings: Strings, privacy: () => void): HTMLElement {
  const button = h('button', { type: 'button', 'aria-haspopup': 'dialog' }, strings.privacy);
  onGesture(button, 'click', privacy);
  return h('li', { class: 'chip', part: 'chip' }, icon('mask'), button);
}

/** Long enough that a number being typed is one message, not sixteen. */
const CALM_MS = 600;

/** The live region: it must stand in the page before it speaks, and it knows only how many. */
export class Announcer {
  readonly #element: HTMLElement;
  readonly #line = h('p', { class: 'unseen', 'aria-live': 'polite', role: 'status' });
  #timer: ReturnType<typeof setTimeout> | undefined;
  #told = 0;

  constructor() {
    const { element, root } = host('live');
    this.#element = element;
    root.append(this.#line);
  }

  /** Tells a changed number once typing has calmed down; an emptied editor needs no words. */
  count(strings: Strings, count: number): void {
    this.#attach();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (count === this.#told) return;
      this.#told = count;
      this.#line.lang = strings.lang;
      this.#line.textContent = count ? plural(strings, strings.found, count) : '';
    }, CALM_MS);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#element.remove();
  }

  #attach(): void {
    if (!this.#element.isConnected) document.body?.append(this.#element);
  }
}

