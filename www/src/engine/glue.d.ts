/**
 * What `wasm-bindgen` makes of `src/wasm.rs`; the build puts the generated file in this module's place.
 * Texts of several values have rows and columns: see rows.ts. What is thrown is a row of code, key and message.
 * Findings are runs of five numbers: start, end, recognizer, confidence in thousandths, flags (bit 0: verified,
 * 1: somebody else's, 2: a child's, from 3 on: the list of contacts, counted from 1).
 */
export function initSync(options: { module: WebAssembly.Module }): unknown;
export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;

export class Engine {
  /** Lists parted by commas, the settings in rows. */
  constructor(
    languages: string,
    regions: string,
    policy: string,
    maxBytes: number | undefined,
    settings: string,
    hashKey: Uint8Array,
  );
  static version(): string;
  /** The longest text that is read, in bytes of UTF-8. */
  maxBytes(): number;
  catalog(): string;
  static categories(): string;
  static purposes(): string;
  /** `manifest` and what is wrong with it, both in rows; `today` as in ISO 8601. */
  static lint(manifest: string, today: string): string;
  analyze(text: string, all: boolean): Uint32Array;
  explain(text: string): string;
  conversation(): Chat;
}

export class Chat {
  heard(text: string): void;
  analyze(text: string, all: boolean): Uint32Array;
  explain(text: string): string;
  /** Status, number of findings, number of edits, findings, edits of five: start, end, recognizer, action, length. */
  redact(text: string, choices: Uint8Array): Uint32Array;
  /** The replacements of the last `redact`, one after the other. */
  replacements(): string;
  /** Category by its place in the list. */
  remember(kind: string, category: number, token: number, value: string): void;
  spend(token: number): void;
  forget(category: number, token: number): void;
  forgetAll(): void;
  restore(text: string): string;
  /** Of the last `restore`, runs of four: start, end, category, number. */
  restored(): Uint32Array;
  /** How much of the text cannot be the beginning of a token. */
  settled(text: string): number;
  free(): void;
}
