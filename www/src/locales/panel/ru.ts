import { ru as panel } from '../../harness/panel/locales/ru.js';
import type { PanelLocale } from '../../harness/panel/strings.js';

export const ru: PanelLocale = { lang: 'ru', panel };
