import { fill } from '../locales/index.js';
import type { Strings } from '../locales/strings.js';
import type { PromptRow } from '../ui-contract.js';

/** What a category is asked for, in the customer's language where the manifest has it. */
export function purposesOf({ purposes }: PromptRow, { lang }: Strings): string {
  return purposes
    .map((text) => text[lang] ?? text['en'] ?? Object.values(text)[0] ?? '')
    .filter(Boolean)
    .join(' · ');
}

const UNITS: Readonly<Record<string, string>> = { H: 'hour', D: 'day', W: 'week', M: 'month', Y: 'year' };

/** How long it is kept, as words: `P90D` is "90 days" in every language, other text stays as the manifest has it. */
export function keptFor({ retention }: PromptRow, strings: Strings): string {
  if (!retention) return '';
  const [, count, unit] = /^PT?(\d+)([HDWMY])$/.exec(retention) ?? [];
  const time =
    count && unit && UNITS[unit]
      ? new Intl.NumberFormat(strings.lang, { style: 'unit', unit: UNITS[unit], unitDisplay: 'long' }).format(Number(count))
      : retention;
  return fill(strings.kept, { time });
}
