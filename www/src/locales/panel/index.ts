/** The words of the panel in all languages at once; a page that needs one or two takes `antifaz/locales/panel/en` and the like instead. */
import type { PanelLocale } from '../../harness/panel/strings.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { it } from './it.js';
import { pt } from './pt.js';
import { ru } from './ru.js';

export type { PanelLocale } from '../../harness/panel/strings.js';
export { de, en, es, fr, it, pt, ru };

export const panelLocales: readonly PanelLocale[] = [en, es, ru, de, fr, pt, it];
