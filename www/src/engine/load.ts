import init, { initSync } from 'antifaz:glue';
import { AntifazError } from './errors.js';

/** Where the engine's bytes come from. */
export type WasmSource = BufferSource | WebAssembly.Module | Response | URL;

let ready: Promise<void> | undefined;

/** One engine per page: the first source counts, later calls wait for it. */
export function load(source: () => WasmSource | Promise<WasmSource>): Promise<void> {
  ready ??= start(source).catch((error: unknown) => {
    ready = undefined;
    throw error;
  });
  return ready;
}

async function start(source: () => WasmSource | Promise<WasmSource>): Promise<void> {
  // Lockdown Mode and hardened browsers.
  if (typeof WebAssembly !== 'object') throw noWasm('this browser has no WebAssembly');
  const module = await compile(await source());
  try {
    initSync({ module });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    await init({ module_or_path: module });
  }
}

async function compile(source: WasmSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  const bytes = isBytes(source) ? source : await download(source);
  try {
    return new WebAssembly.Module(bytes);
  } catch (error) {
    // Older browsers compile large modules on the main thread only asynchronously.
    if (error instanceof RangeError) return WebAssembly.compile(bytes);
    // A content security policy without 'wasm-unsafe-eval' answers with a CompileError, as do broken bytes.
    throw noWasm(error instanceof Error ? error.message : 'compilation failed');
  }
}

function isBytes(source: WasmSource): source is BufferSource {
  return source instanceof ArrayBuffer || ArrayBuffer.isView(source);
}

/** Not `compileStreaming`: it depends on the MIME type, and apps with a patched `Response` break it. */
async function download(source: Response | URL): Promise<ArrayBuffer> {
  const response = source instanceof URL ? await fetch(source) : source;
  if (!response.ok) throw new AntifazError('not-loaded', `the engine could not be loaded: HTTP ${response.status}`);
  return response.arrayBuffer();
}

function noWasm(why: string): AntifazError {
  return new AntifazError('no-wasm', `the engine cannot run here: ${why}`);
}
