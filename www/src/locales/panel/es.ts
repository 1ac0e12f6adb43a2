import { es as panel } from '../../harness/panel/locales/es.js';
import type { PanelLocale } from '../../harness/panel/strings.js';

export const es: PanelLocale = { lang: 'es', panel };
