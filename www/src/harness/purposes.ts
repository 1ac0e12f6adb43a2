/** What a category is shared for: what needs it, what may only be chosen beside that, and what a signal of the browser refuses. */
import type { CategoryRule, Manifest, Purpose } from './manifest.js';

export interface Purposes {
  /** All of them are agreed to where the category is shared. None: it is not needed here. */
  readonly needed: readonly Purpose[];
  /** Each a choice of its own. */
  readonly optional: readonly Purpose[];
  /** Refused by Global Privacy Control: never asked about. */
  readonly refused: readonly Purpose[];
}

/** `apart`: terms of the vocabulary that are never taken along with a service: advertising, sale, profiling, scoring. */
export function sortPurposes({ purposes }: Manifest, rule: CategoryRule | undefined, apart: ReadonlySet<string>): Purposes {
  const sorted = { needed: [] as Purpose[], optional: [] as Purpose[], refused: [] as Purpose[] };
  for (const purpose of purposes) {
    const { id, dpv = '' } = purpose;
    if (!rule?.purposes.includes(id)) continue;
    const needed = !apart.has(dpv) && (rule.necessaryFor?.includes(id) ?? !purpose.optional);
    sorted[apart.has(dpv) && gpc() ? 'refused' : needed ? 'needed' : 'optional'].push(purpose);
  }
  return sorted;
}

/** Global Privacy Control: neither sale nor sharing, unasked. */
export function gpc(): boolean {
  return (navigator as { readonly globalPrivacyControl?: boolean }).globalPrivacyControl === true;
}
