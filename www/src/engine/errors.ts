import type { AntifazErrorShape } from './types.js';

/** What is thrown for every mistake in options, choices or order of calls. Never holds user text. */
export class AntifazError extends Error implements AntifazErrorShape {
  override readonly name = 'AntifazError';
  readonly code: string;
  declare readonly key?: string;

  constructor(code: string, message: string, key?: string) {
    super(message);
    this.code = code;
    if (key !== undefined) this.key = key;
  }

  /** A page may hold two copies of the package (script tag and bundle): each knows the other's errors. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'AntifazError';
  }
}
