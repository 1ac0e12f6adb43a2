/** What the tabs share: what they show, whom they tell, and the few pieces they are all made of. */
import type { CategoryInfo } from '../../engine/types.js';
import { isTrusted, listen } from '../gesture.js';
import type { Guard } from '../index.js';
import { h, onGesture } from '../ui/dom.js';
import { type Icon, icon } from '../ui/icon.js';
import type { RequestScope } from './request.js';
import type { FullLocale, Right } from './strings.js';

export interface View {
  readonly guard: Guard;
  readonly locale: FullLocale;
  readonly categories: readonly Pick<CategoryInfo, 'id' | 'label' | 'class'>[];
  /** Says it in the live region, and shows it for a while. */
  tell(text: string): void;
  refresh(): void;
  /** The requests, made out already. */
  request(right: Right, scope: RequestScope): void;
  /** What was chosen there, until the panel closes. */
  readonly asked: { right: Right; scope: RequestScope; note: string; values: boolean; language: string | undefined };
  /** Erasures that may still be undone. */
  readonly pending: Map<'consents' | 'sent', number>;
  /** The editor that the customer typed in last. */
  readonly editor: HTMLElement | undefined;
  close(): void;
}

export type TabView = (view: View) => readonly Node[] | Promise<readonly Node[]>;

/** A button that only a person presses; `key` brings the focus back to it after the tab was drawn anew. */
export function button(
  words: string,
  act: (event: MouseEvent) => void,
  { look = 'edit', key = words, picture, label }: { look?: 'edit' | 'button'; key?: string; picture?: Icon; label?: string } = {},
): HTMLButtonElement {
  const made = h('button', { type: 'button', class: look, part: look === 'edit' ? 'secondary' : 'primary', 'data-key': key });
  if (picture) made.append(icon(picture));
  made.append(words);
  if (label) made.ariaLabel = label;
  onGesture(made, 'click', act);
  return made;
}

/** A native check box, ticked by a person alone: values may go with what it stands beside. */
export function tick(words: string, on: boolean, change: (on: boolean) => void, key = words): HTMLElement {
  const box = h('input', { type: 'checkbox', 'data-key': key });
  box.checked = on;
  listen(box, 'click', (event) => (isTrusted(event) ? change(box.checked) : event.preventDefault()));
  return h('label', { class: 'tick' }, box, words);
}

export function pick(
  label: string,
  options: readonly (readonly [value: string, words: string])[],
  chosen: string,
  change: (value: string) => void,
  key = label,
): HTMLElement {
  const select = h('select', { 'data-key': key }, ...options.map(([value, words]) => h('option', { value }, words)));
  select.value = chosen;
  select.addEventListener('change', () => change(select.value));
  return h('label', { class: 'field' }, label, select);
}

export function section(title: string, ...children: readonly (Node | string)[]): HTMLElement {
  return h('section', { part: 'section' }, h('h3', {}, title), ...children);
}

export function line(text: string): HTMLElement {
  return h('p', { class: 'quiet' }, text);
}

/** An address of the manifest, which is text of a stranger: a link only where it leads to a page or a mail program. */
export function linked(address: string, words = address): Node {
  if (/^[^\s@:/]+@[^\s@:/]+$/.test(address)) return h('a', { href: `mailto:${address}` }, words);
  return /^(?:https?:\/\/|mailto:)/i.test(address)
    ? h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, words)
    : document.createTextNode(words === address ? address : `${words}: ${address}`);
}

export function save(name: string, text: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = h('a', { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** For search: without case and accents. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
