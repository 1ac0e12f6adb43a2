/** The guard with all its parts. */
import { createGuard as create, type Guard, type GuardOptions } from './harness/index.js';
import * as parts from './parts.js';

export * from './harness/index.js';

/** Stands when it returns; with a promise of a redactor, sends wait until that is kept. */
export function createGuard(options: Omit<GuardOptions, 'parts'>): Guard {
  return create(options && { ...options, parts });
}
