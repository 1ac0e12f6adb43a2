import type { Locale } from '../harness/locales/index.js';
import { fr as core } from '../harness/locales/fr.js';
import { fr as panel } from '../harness/panel/locales/fr.js';

export const fr: Locale = { core, panel };
