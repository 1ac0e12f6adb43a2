import type { Guard, Stats } from './index.js';

/**
 * How an element of ours finds the page's guard, whichever comes first and whatever bundle it is of: it asks, and every guard
 * answers, and tells of itself when it is made. Calls back for each, the newest last; gives what ends it.
 */
export function seekGuard(meet: (guard: Guard) => void): () => void {
  const heard = (event: Event): void => meet((event as CustomEvent<{ readonly guard: Guard }>).detail.guard);
  document.addEventListener('antifaz-guard', heard);
  document.dispatchEvent(new Event('antifaz-seek'));
  return () => document.removeEventListener('antifaz-guard', heard);
}

/** Nothing where the guard was not given what counts. */
export function countsOf(guard: Guard): Stats | undefined {
  try {
    return guard.stats();
  } catch {
    return undefined;
  }
}
