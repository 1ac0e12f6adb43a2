export * from './harness/ledger/index.js';
