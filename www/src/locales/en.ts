import type { Locale } from '../harness/locales/index.js';
import { en as core } from '../harness/locales/en.js';

export const en: Locale = { core };
