/** The guard alone: gate, consents, chips, card and dialog. `antifaz/parts` has what it can be given besides. */
export * from './harness/index.js';
