import { en } from './en.js';
import { es } from './es.js';
import { ru } from './ru.js';
import type { Plural, Strings } from './strings.js';

const locales: Readonly<Record<string, Strings>> = { en, es, ru };

/** The strings for the first of these BCP 47 tags whose language we speak; English where we speak none. */
export function strings(tags: readonly string[]): Strings {
  for (const tag of tags) {
    const found = locales[tag.toLowerCase().split('-')[0] ?? ''];
    if (found) return found;
  }
  return en;
}

/** `{key}` in `text` becomes `values[key]`. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}

/** The form that `count` takes in this language. */
export function plural({ lang }: Strings, forms: Plural, count: number): string {
  const form = forms[new Intl.PluralRules(lang).select(count)] ?? forms.other;
  return form.replace('#', new Intl.NumberFormat(lang).format(count));
}
