import { de as panel } from '../../harness/panel/locales/de.js';
import type { PanelLocale } from '../../harness/panel/strings.js';

export const de: PanelLocale = { lang: 'de', panel };
