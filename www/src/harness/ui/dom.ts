import { sheet } from './style.js';

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

/** The guard knows our own by the first; session-replay scripts are told by the others to keep out of what may show a value. */
const MARKS = {
  'data-antifaz': '',
  'data-private': '',
  'data-dd-privacy': 'mask',
  'data-hj-suppress': '',
  'data-clarity-mask': 'true',
  class: 'ph-no-capture rr-block sentry-block fs-exclude',
};

/** A host named `antifaz-…` with an open shadow root of our looks. */
export function host(name: 'card' | 'status' | 'live'): { readonly element: HTMLElement; readonly root: ShadowRoot } {
  const element = document.createElement(`antifaz-${name}`);
  for (const [key, value] of Object.entries(MARKS)) element.setAttribute(key, value);
  element.translate = false;
  const root = element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet()];
  return { element, root };
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
  element.addEventListener(type, (event) => event.isTrusted && event.detail < 2 && handler(event), signal ? { signal } : {});
}
