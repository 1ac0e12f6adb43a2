import type { Strings } from '../locales/strings.js';
import type { PromptRow } from '../ui-contract.js';

/** What a category is asked for, in the customer's language where the manifest has it. */
export function purposesOf(row: PromptRow, { lang }: Strings): string {
  return row.purposes
    .map((text) => text[lang] ?? text['en'] ?? Object.values(text)[0] ?? '')
    .filter(Boolean)
    .join(' · ');
}
