import { AntifazError } from '../../engine/errors.js';
import type { Plural, Strings } from './strings.js';

/** What the guard says in one language: modules `antifaz/locales/en` and so on hold one each. */
export interface Locale {
  readonly core: Strings;
}

/** Speaks to each part of the page in its language, as far as the locales that were given go. */
export class Speech {
  readonly #locales: readonly Locale[];
  #wanted: string;

  constructor(locales: readonly Locale[], wanted: string) {
    if (!Array.isArray(locales) || locales.some((locale) => !locale?.core)) {
      throw new AntifazError('malformed-options', "locales: must be a list such as [en], with en from 'antifaz/locales/en'", 'locales');
    }
    this.#locales = locales;
    this.#wanted = checked(wanted);
  }

  get locales(): readonly Locale[] {
    return this.#locales;
  }

  /** BCP 47, or `auto`: as the page, else as the browser. */
  get wanted(): string {
    return this.#wanted;
  }

  set wanted(tag: string) {
    this.#wanted = checked(tag);
  }

  /** The first of what is wanted, what the page is in around `near`, and what the browser prefers; else the first given. */
  at(near: Node | null): Locale {
    for (const tag of [this.#wanted, ...langsOf(near), ...navigator.languages]) {
      const found = this.#locales.find(({ core }) => core.lang === tag) ?? this.#locales.find(({ core }) => base(core.lang) === base(tag));
      if (found) return found;
    }
    const [first] = this.#locales;
    if (first) return first;
    throw new AntifazError('no-locale', "locales: needs createGuard({ locales: [en] }), with en from 'antifaz/locales/en'", 'locales');
  }
}

/** `{key}` in `text` becomes `values[key]`. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}

/** The form that `count` takes in this language. */
export function plural({ lang }: { readonly lang: string }, forms: Plural, count: number): string {
  return (forms[ruleOf(lang, count)] ?? forms.other).replace('#', count.toLocaleString(lang));
}

/** The plural category; whole numbers by a table of our own where there is no `Intl`. */
function ruleOf(lang: string, count: number): Intl.LDMLPluralRule {
  if (typeof Intl === 'object' && Intl.PluralRules) return new Intl.PluralRules(lang).select(count);
  const of = base(lang);
  if (of === 'ru') {
    const [last, teen] = [count % 10, (count % 100) - (count % 10) === 10];
    return last === 1 && !teen ? 'one' : last > 1 && last < 5 && !teen ? 'few' : 'many';
  }
  return count === 1 || (count === 0 && /^(fr|pt)$/.test(of)) ? 'one' : 'other';
}

/** `lang` of the ancestors, the nearest first, out of shadow roots too; of the page where there is none. */
function langsOf(near: Node | null): readonly string[] {
  const langs = [];
  for (let at = near ?? document.documentElement; at; at = (at instanceof ShadowRoot ? at.host : at.parentNode) as Node) {
    if (at instanceof HTMLElement && at.lang) langs.push(at.lang);
  }
  return langs;
}

function base(tag: string): string {
  return tag.toLowerCase().split('-')[0] as string;
}

function checked(tag: string): string {
  if (typeof tag === 'string' && /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(tag)) return tag;
  throw new AntifazError('unknown-locale', 'locale: must be a BCP 47 tag such as "es", or "auto"', 'locale');
}
