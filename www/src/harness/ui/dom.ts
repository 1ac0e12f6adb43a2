import { isTrusted, listen } from '../gesture.js';
import { looks } from './style.js';

/**
 * An element with attributes and children. Never `innerHTML` and never `style=""`: strict content security policies and
 * Trusted Types refuse both.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Session-replay scripts are told by these to keep out of what may show a value. */
const MARKS = {
  'data-private': '',
  'data-dd-privacy': 'mask',
  'data-hj-suppress': '',
  'data-clarity-mask': 'true',
};
const CLASSES = ['ph-no-capture', 'rr-block', 'sentry-block', 'fs-exclude'];

/** What `::part` reaches, also where a host of ours stands in a place that the page has set for it. Whatever grants or refuses is `primary`. */
const PARTS = 'card,row,choice,choices,primary,secondary,preview,pill,dialog,agree,status,chips,chip,notice,restored';

/** For what may show a value. `ours`: gate and restoring leave it alone. */
export function mark(element: HTMLElement, ours = true): void {
  for (const [key, value] of Object.entries(MARKS)) element.setAttribute(key, value);
  element.classList.add(...CLASSES);
  element.toggleAttribute('data-antifaz', ours);
  element.setAttribute('exportparts', PARTS);
  element.translate = false;
}

/** An open shadow root in an element of ours; `css` is laid over the base of our looks. */
export function own(element: HTMLElement, css?: string): ShadowRoot {
  mark(element);
  const root = element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = looks(css);
  return root;
}

/** A host named `antifaz-…` for what the guard shows. */
export function host(name: 'card' | 'status' | 'live'): { readonly element: HTMLElement; readonly root: ShadowRoot } {
  const element = document.createElement(`antifaz-${name}`);
  return { element, root: own(element) };
}

/**
 * Calls back for what a person meant, and for nothing that a script made up: `element.click()` and `dispatchEvent` give
 * untrusted events. The second click of a double click was meant for what stood there before.
 */
export function onGesture<K extends 'click' | 'keydown'>(
  element: HTMLElement,
  type: K,
  handler: (event: HTMLElementEventMap[K]) => void,
  signal?: AbortSignal,
): void {
  listen(element, type, (event) => isTrusted(event) && event.detail < 2 && handler(event), signal);
}
