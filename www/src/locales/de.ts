import type { Locale } from '../harness/locales/index.js';
import { de as core } from '../harness/locales/de.js';

export const de: Locale = { core };
