/** The engine without its bytes: for apps and libraries that bring `antifaz/wasm` themselves. */
import { load, type WasmSource } from './engine/load.js';
import { redactor } from './engine/redactor.js';
import type { Redactor, RedactorOptions } from './engine/types.js';

export { AntifazError } from './engine/errors.js';
export type { WasmSource } from './engine/load.js';
export type * from './engine/types.js';

/** Loads the engine from the given bytes, module, response or address once; the first source counts. */
export async function createRedactor(
  source: WasmSource | Promise<WasmSource>,
  options?: RedactorOptions,
): Promise<Redactor> {
  await load(() => source);
  return redactor(options);
}
