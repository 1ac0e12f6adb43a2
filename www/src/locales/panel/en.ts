import { en as panel } from '../../harness/panel/locales/en.js';
import type { PanelLocale } from '../../harness/panel/strings.js';

export const en: PanelLocale = { lang: 'en', panel };
