export { network } from './harness/network.js';
export type { Mode, NetworkGuard, NetworkOptions } from './harness/network.js';
