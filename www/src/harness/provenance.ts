/**
 * Where a value in a request came from: the network guard may touch what the customer typed into the chat, and must not touch
 * what a login, a checkout or a token refresh sends. Values are kept as fingerprints only.
 */
import type { Core } from './core.js';
import { fingerprint, Recent } from './fingerprint.js';

const REMEMBERED = 20_000;
/** Shorter ones are in half of all requests by chance. */
const TELLING = 5;

export class Provenance {
  readonly #core: Core;
  /** Typed, pasted or dropped into a guarded editor: its category. */
  readonly #typed = new Recent<string>(REMEMBERED);
  /** What fields of other forms held last, and what of it was not typed into the chat since. */
  readonly #fields = new Map<HTMLInputElement, number>();
  readonly #fielded = new Recent<true>(REMEMBERED);
  /** What an origin has told the page: sending it back tells it nothing. */
  readonly #received = new Map<string, Recent<true>>();

  constructor(core: Core) {
    this.#core = core;
  }

  get hasTyped(): boolean {
    return this.#typed.size > 0;
  }

  typed(text: string): void {
    for (const { start, end, category } of this.#core.scan(text, true).findings) {
      const value = text.slice(start, end);
      if (this.#core.classOf(category) === 'allow' || letters(value) < TELLING) continue;
      const mark = fingerprint(value);
      this.#typed.set(mark, category);
      this.#fielded.delete(mark);
    }
  }

  /** A card typed into the chat and then into a checkout is meant for the checkout. */
  field(field: HTMLInputElement): void {
    const before = this.#fields.get(field);
    if (before !== undefined) this.#fielded.delete(before);
    const mark = fingerprint(field.value);
    this.#fields.set(field, mark);
    if (field.value) this.#fielded.set(mark, true);
  }

  /** Leaves of what came from an origin, and the words in them. */
  received(origin: string, leaves: Iterable<string>): void {
    let known = this.#received.get(origin);
    if (!known) this.#received.set(origin, (known = new Recent(REMEMBERED)));
    for (const leaf of leaves) {
      for (const part of [leaf, ...leaf.split(/\s+/)]) if (letters(part) >= TELLING) known.set(fingerprint(part), true);
    }
  }

  /** The category of a value that was typed into the chat. */
  typedAs(value: string): string | undefined {
    return letters(value) < TELLING ? undefined : this.#typed.get(fingerprint(value));
  }

  /** Whether the value may go to the origin, whatever it is: it is known there, or stands in a form that is no chat. */
  isTheirs(value: string, origin: string): boolean {
    if (value === '') return true;
    const mark = fingerprint(value);
    if (letters(value) >= TELLING && this.#received.get(origin)?.has(mark)) return true;
    if (this.#fielded.has(mark)) return true;
    for (const field of this.#fields.keys()) {
      if (!field.isConnected) this.#fields.delete(field);
      else if (fingerprint(field.value) === mark) return true;
    }
    return false;
  }
}

function letters(value: string): number {
  return value.replace(/[^\p{L}\p{N}]/gu, '').length;
}
