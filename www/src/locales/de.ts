import type { Locale } from '../harness/locales/index.js';
import { de as core } from '../harness/locales/de.js';
import { de as panel } from '../harness/panel/locales/de.js';

export const de: Locale = { core, panel };
