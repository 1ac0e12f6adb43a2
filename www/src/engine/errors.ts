import type { AntifazErrorShape, ManifestProblem } from './types.js';

/** What is thrown for every mistake in options, choices or order of calls. Never holds user text. */
export class AntifazError extends Error implements AntifazErrorShape {
  override readonly name = 'AntifazError';
  readonly code: string;
  declare readonly key?: string;
  declare readonly problems?: readonly ManifestProblem[];

  constructor(code: string, message: string, key?: string, problems?: readonly ManifestProblem[]) {
    super(message);
    this.code = code;
    if (key !== undefined) this.key = key;
    if (problems !== undefined) this.problems = problems;
  }

  /** A page may hold two copies of the package (script tag and bundle): each knows the other's errors. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'AntifazError';
  }
}
