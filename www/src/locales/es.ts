import type { Locale } from '../harness/locales/index.js';
import { es as core } from '../harness/locales/es.js';

export const es: Locale = { core };
