import type { Locale } from '../harness/locales/index.js';
import { fr as core } from '../harness/locales/fr.js';

export const fr: Locale = { core };
