import { pt as panel } from '../../harness/panel/locales/pt.js';
import type { PanelLocale } from '../../harness/panel/strings.js';

export const pt: PanelLocale = { lang: 'pt', panel };
