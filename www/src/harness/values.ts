/**
 * Which tokens stand for a value, and until when: no longer than a day, and no longer than the manifest lets the recipients keep it.
 * The values themselves are with the engine.
 */
import type { Edit } from '../engine/types.js';
import type { Held } from './ledger-contract.js';

const LONGEST_MS = 86_400_000;
/** Clocks are corrected by a little all the time. */
export const CLOCK_SLACK_MS = 300_000;

export class Values {
  readonly #held = new Map<string, Held>();
  readonly #retention: (category: string) => string | undefined;
  readonly #over: (values: readonly Held[]) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `over`: the time of these has come. */
  constructor(retention: (category: string) => string | undefined, over: (values: readonly Held[]) => void) {
    this.#retention = retention;
    this.#over = over;
  }

  /** What was just given out; gives the highest number of it. */
  hold(edits: readonly Edit[]): number {
    const since = Date.now();
    let highest = 0;
    for (const { replacement: token, kind, category } of edits) {
      const number = numberOf(token);
      highest = Math.max(highest, number);
      if (number === 0 || this.#held.has(token)) continue;
      const until = since + Math.min(LONGEST_MS, shortOf(this.#retention(category)));
      this.#held.set(token, { token, kind, category, since, until });
    }
    this.#wait();
    return highest;
  }

  /** Of an earlier page. */
  remember(values: readonly Held[]): void {
    for (const { token, kind, category, since, until } of values) this.#held.set(token, { token, kind, category, since, until });
    this.sweep();
    this.#wait();
  }

  get all(): readonly Held[] {
    this.sweep();
    return [...this.#held.values()];
  }

  forget(): void {
    this.#held.clear();
    clearTimeout(this.#timer);
  }

  sweep(): void {
    const due = [...this.#held.values()].filter(isOver);
    for (const { token } of due) this.#held.delete(token);
    if (due.length > 0) this.#over(due);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const next = Math.min(...[...this.#held.values()].map(({ until }) => until));
    if (next === Infinity) return;
    this.#timer = setTimeout(() => {
      this.sweep();
      this.#wait();
    }, Math.max(0, next - Date.now()));
  }
}

/** With the clock set back nobody knows how old a value is. */
export function isOver({ since, until }: Pick<Held, 'since' | 'until'>): boolean {
  return Date.now() >= until || Date.now() < since - CLOCK_SLACK_MS;
}

/** Of `[CARD_1]`; 0 of what is no token. */
function numberOf(replacement: string): number {
  return Number(/^\[[A-Z]+_(\d+)\]$/.exec(replacement)?.[1] ?? 0);
}

/** In ms, of an ISO 8601 duration below a day. */
function shortOf(retention = ''): number {
  const [whole, hours = 0, minutes = 0, seconds = 0] = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(retention) ?? [];
  return whole ? ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 : Infinity;
}
