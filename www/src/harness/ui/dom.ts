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

/** Session-replay scripts are told to keep out of what may show a value. */
const PRIVATE = {
  'data-private': '',
  'data-dd-privacy': 'mask',
  'data-hj-suppress': '',
  'data-clarity-mask': 'true',
  class: 'ph-no-capture rr-block sentry-block fs-exclude',
};

/** A host named `antifaz-…` with an open shadow root of our looks. */
export function host(name: 'card' | 'status' | 'live'): { readonly element: HTMLElement; readonly root: ShadowRoot } {
  const element = document.createElement(`antifaz-${name}`);
  for (const [key, value] of Object.entries(PRIVATE)) element.setAttribute(key, value);
  element.translate = false;
  const root = element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet()];
  return { element, root };
}

/**
 * Calls back for what a person did, and for nothing that a script made up: `element.click()` and `dispatchEvent` give
 * untrusted events.
 */
export function onGesture<K extends 'click' | 'keydown'>(
  element: HTMLElement,
  type: K,
  handler: (event: HTMLElementEventMap[K]) => void,
  signal?: AbortSignal,
): void {
  element.addEventListener(type, (event) => event.isTrusted && handler(event), signal ? { signal } : {});
}
