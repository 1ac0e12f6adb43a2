/** All languages at once; a page that needs one or two takes `antifaz/locales/en` and the like instead. */
import type { Locale } from '../harness/locales/index.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { it } from './it.js';
import { pt } from './pt.js';
import { ru } from './ru.js';

export type { Locale } from '../harness/locales/index.js';
export { de, en, es, fr, it, pt, ru };

/** English first: it is spoken where neither page nor browser asks for one of them. */
export const locales: readonly Locale[] = [en, es, ru, de, fr, pt, it];
