import { fr as panel } from '../../harness/panel/locales/fr.js';
import type { PanelLocale } from '../../harness/panel/strings.js';

export const fr: PanelLocale = { lang: 'fr', panel };
