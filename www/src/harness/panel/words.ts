/** Words for what the manifest and the records hold, in the language of the panel. */
import { AntifazError } from '../../engine/errors.js';
import type { CategoryInfo } from '../../engine/types.js';
import type { Guard } from '../index.js';
import type { Locale } from '../locales/index.js';
import type { Strings } from '../locales/strings.js';
import type { Words } from '../manifest.js';
import { word } from '../ui/status.js';
import type { FullLocale } from './strings.js';

/** With the words of the panel. Throws `no-locale` where the guard has none in this language. */
export function fullLocale({ panelLocales }: Guard, { core }: Locale): FullLocale {
  const { lang } = core;
  const found = panelLocales.find((each) => each.lang === lang);
  if (found) return { ...found, core };
  throw new AntifazError('no-locale', `locales: needs createPanel(guard, { locales: [${lang}] }), with ${lang} from 'antifaz/locales/panel/${lang}'`, 'locales');
}

/** Text of the manifest in this language, else in English, else as there is; plain text as it is. */
export function said(text: Words | string | null | undefined, lang: string): string {
  if (typeof text === 'string' || !text) return text ?? '';
  return text[lang] ?? text['en'] ?? Object.values(text)[0] ?? '';
}

/** A category as the customer knows it; its id where the engine has not said what it is. */
export function labelled(core: Strings, categories: readonly Pick<CategoryInfo, 'id' | 'label'>[], id: string): string {
  const label = categories.find((category) => category.id === id)?.label;
  return label === undefined ? id : word(core, label);
}

export function date(time: string, lang: string, style: 'day' | 'minute' = 'day'): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'medium', ...(style === 'minute' ? { timeStyle: 'short' } : {}) }).format(new Date(time));
}

const UNITS: Readonly<Record<string, string>> = { S: 'second', N: 'minute', H: 'hour', D: 'day', W: 'week', M: 'month', Y: 'year' };

/** `P90D` and `PT10M` as words; other text stays as it is. */
export function duration(time: string, lang: string): string {
  const [, clock, count, letter] = /^P(T?)(\d+)([SHDWMY])$/.exec(time) ?? [];
  const unit = UNITS[clock && letter === 'M' ? 'N' : (letter ?? '')];
  if (!unit) return time;
  return new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(Number(count));
}

const STEPS = [['D', 86_400], ['H', 3600], ['M', 60], ['S', 1]] as const;

/** The time that is left, in its largest unit, rounded up: never "0". */
export function left(until_ms: number, lang: string): string {
  const seconds = Math.max(1, Math.ceil((until_ms - Date.now()) / 1000));
  const [letter, size] = STEPS.find(([, size]) => seconds >= size) ?? STEPS[3];
  return duration(`P${letter === 'D' ? '' : 'T'}${Math.ceil(seconds / size)}${letter}`, lang);
}

export function bytes(count: number, lang: string): string {
  return new Intl.NumberFormat(lang, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(Math.ceil(count / 1000));
}
