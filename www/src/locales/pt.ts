import type { Locale } from '../harness/locales/index.js';
import { pt as core } from '../harness/locales/pt.js';

export const pt: Locale = { core };
