import { it as panel } from '../../harness/panel/locales/it.js';
import type { PanelLocale } from '../../harness/panel/strings.js';

export const it: PanelLocale = { lang: 'it', panel };
