import type { Locale } from '../harness/locales/index.js';
import { it as core } from '../harness/locales/it.js';

export const it: Locale = { core };
