/** What a person did, as against what a script made up. All is looked up as this loads: what a page replaces later is not asked. */
const { apply } = Reflect;
const { prototype: events } = globalThis.Event ?? { prototype: {} };
const AT = Object.getOwnPropertyDescriptor(events, 'currentTarget')?.get as () => EventTarget | null;
const TYPE = Object.getOwnPropertyDescriptor(events, 'type')?.get as () => string;
const PATH = events.composedPath;
const LISTEN = globalThis.EventTarget?.prototype.addEventListener;

export function listen<K extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  type: K,
  handler: (event: HTMLElementEventMap[K]) => void,
  signal?: AbortSignal,
): void {
  apply(LISTEN, element, [type, handler, { signal }]);
}

/** While it happens. */
export function isTrusted(event: unknown): boolean {
  try {
    // Throws where it only looks like an event; `isTrusted` of a real one cannot be set.
    return apply(AT, event, []) !== null && (event as Event).isTrusted;
  } catch {
    return false;
  }
}

/** A click or key, while an element within one of ours hears it. */
export function isGesture(event: unknown): boolean {
  if (!isTrusted(event)) return false;
  const type = apply(TYPE, event, []);
  if (type !== 'click' && type !== 'keydown' && type !== 'pointerup') return false;
  const at = apply(AT, event, []);
  const path = apply(PATH, event, []);
  let i = 0;
  while (path[i] && path[i] !== at) i++;
  while (path[i] && !(path[i] instanceof ShadowRoot)) i++;
  return (path[i] as ShadowRoot | undefined)?.host.hasAttribute('data-antifaz') === true;
}
