import type { Strings } from '../locales/strings.js';
import type { Words } from '../manifest.js';
import type { PromptRow } from '../ui-contract.js';
import { h } from './dom.js';

export type Line = readonly (Node | string)[];

/** `{key}` in `text` becomes `values[key]`, isolated: a name in another script leaves the line around it as it is. */
export function filled(text: string, values: Readonly<Record<string, string>>): Line {
  return text.split(/\{(\w+)\}/).map((part, at) => (at % 2 ? h('bdi', {}, values[part] ?? '') : part));
}

/** One line of several, with dots between them. */
export function dotted(...lines: readonly Line[]): Line {
  return lines.filter(({ length }) => length).flatMap((line, at) => (at ? [' · ', ...line] : line));
}

/** What a category is asked for, in the customer's language where the manifest has it. */
export function purposesOf({ purposes }: PromptRow, strings: Strings): string {
  return purposes
    .map((text) => inWords(text, strings))
    .filter(Boolean)
    .join(' · ');
}

export function inWords(text: Words, { lang }: Strings): string {
  return text[lang] ?? text['en'] ?? Object.values(text)[0] ?? '';
}

const UNITS: Readonly<Record<string, string>> = { H: 'hour', D: 'day', W: 'week', M: 'month', Y: 'year' };

/** How long it is kept, as words: `P90D` is "90 days" in every language, other text stays as the manifest has it. */
export function keptFor({ retention }: Pick<PromptRow, 'retention'>, strings: Strings): Line {
  if (!retention) return [];
  const [, count, unit] = /^PT?(\d+)([HDWMY])$/.exec(retention) ?? [];
  const time =
    count && unit && UNITS[unit]
      ? Number(count).toLocaleString(strings.lang, { style: 'unit', unit: UNITS[unit], unitDisplay: 'long' })
      : retention;
  return filled(strings.kept, { time });
}
