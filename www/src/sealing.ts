export * from './harness/sealing.js';
