import type { Locale } from '../harness/locales/index.js';
import { ru as core } from '../harness/locales/ru.js';

export const ru: Locale = { core };
