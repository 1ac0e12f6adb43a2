/** What `createGuard` of `antifaz/core` can be given; `antifaz/harness` has them all. */
export { network } from './harness/network.js';
export type { Parts } from './harness/parts.js';
export { page } from './harness/rendered.js';
export { stats } from './harness/stats.js';
export { trust } from './harness/trust.js';
export { alike } from './harness/ui/alike.js';
