/** The engine with its bytes inside: nothing is fetched, so it loads under any content security policy that allows wasm. */
import base64 from 'antifaz:bytes';
import { decode } from './engine/base64.js';
import { load } from './engine/load.js';
import { redactor } from './engine/redactor.js';
import type { Redactor, RedactorOptions } from './engine/types.js';

export { AntifazError } from './engine/errors.js';
export type * from './engine/types.js';

/** Loads the engine once; all further calls on what it gives are synchronous. */
export async function createRedactor(options?: RedactorOptions): Promise<Redactor> {
  await load(() => decode(base64));
  return redactor(options);
}
