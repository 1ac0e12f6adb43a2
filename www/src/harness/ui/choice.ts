import { h, onGesture } from './dom.js';
import { icon, type Icon } from './icon.js';
import type { Line } from './reasons.js';

export interface Option<T extends string> {
  readonly value: T;
  readonly word: string;
  readonly icon?: Icon;
}

/** A tick box that is a button; `toggle` gives what it shows from then on. */
export function checkbox(words: Line, toggle: () => boolean): HTMLElement {
  const box = h(
    'button',
    { type: 'button', role: 'checkbox', 'aria-checked': 'false', class: 'agree', part: 'agree' },
    h('span', { class: 'box' }, icon('tick')),
    h('span', {}, ...words),
  );
  onGesture(box, 'click', () => box.setAttribute('aria-checked', String(toggle())));
  return box;
}

/**
 * A radio group of buttons. What is chosen lives in the caller's model and changes by a person's gesture alone: a native
 * radio could be set by any script. Arrows choose, as in a native group, except `held` options, which they only reach.
 */
export function radioGroup<T extends string>(
  label: string,
  options: readonly Option<T>[],
  chosen: () => T,
  choose: (value: T) => void,
  held: (value: T) => boolean = () => false,
): { readonly element: HTMLElement; readonly update: () => void } {
  const buttons = options.map(({ value, word, icon: picture }) => {
    const button = h('button', { type: 'button', role: 'radio', part: 'choice', 'data-choice': value });
    if (picture) button.append(icon(picture));
    button.append(word);
    onGesture(button, 'click', () => pick(value));
    return button;
  });
  const element = h('div', { role: 'radiogroup', 'aria-label': label, part: 'choices' }, ...buttons);

  onGesture(element, 'keydown', (event) => {
    const forward = getComputedStyle(element).direction === 'rtl' ? -1 : 1;
    const step = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -forward, ArrowRight: forward }[event.key];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    if (!step || at < 0) return;
    event.preventDefault();
    const next = (at + step + buttons.length) % buttons.length;
    const option = options[next];
    buttons[next]?.focus();
    if (option && !held(option.value)) pick(option.value);
  });

  function pick(value: T): void {
    choose(value);
    update();
  }

  function update(): void {
    buttons.forEach((button, i) => {
      const on = options[i]?.value === chosen();
      button.setAttribute('aria-checked', String(on));
      button.tabIndex = on ? 0 : -1;
    });
  }

  update();
  return { element, update };
}
