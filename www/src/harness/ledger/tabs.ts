/** What tabs tell each other, and what a withdrawal needs before it is written. Nothing here can give a consent. */
import type { Which } from '../ledger-contract.js';
import { type ConsentRecord, isAbout } from './record.js';

/** `null`: the store changed, look for yourself. `forgotten`: the values were erased. A tab of another version takes what it does not know for a change. */
type Word = { readonly withdrawn: Which } | { readonly withdrawn: null } | { readonly forgotten: true };

const NAME = 'antifaz';
/** Withdrawals that no record holds yet. Written at once, so that neither a crash nor a full disk gives a consent back. */
const PENDING = 'antifaz-withdrawn';

export class Tabs {
  readonly #channel: BroadcastChannel | undefined;

  constructor(withdrawn: (which: Which) => void, forgotten: () => void, changed: () => void) {
    try {
      this.#channel = new BroadcastChannel(NAME);
      this.#channel.onmessage = ({ data }: MessageEvent<{ withdrawn?: Which | null; forgotten?: unknown } | null>) => {
        if (data?.withdrawn) withdrawn(data.withdrawn);
        else if (data?.forgotten) forgotten();
        else changed();
      };
    } catch {
      // Then there are no other tabs that share anything with this one.
    }
  }

  withdraw(which: Which): void {
    this.#channel?.postMessage({ withdrawn: which } satisfies Word);
  }

  forget(): void {
    this.#channel?.postMessage({ forgotten: true } satisfies Word);
  }

  changed(): void {
    this.#channel?.postMessage({ withdrawn: null } satisfies Word);
  }

  close(): void {
    this.#channel?.close();
  }
}

export interface Withdrawal {
  readonly which: Which;
  readonly time: string;
  /** The latest time noted before it: where the clock shows less, it was set back. */
  readonly seen?: string;
}

export class Withdrawals {
  #all: readonly Withdrawal[] = [];
  /** Where nothing can be kept, they hold for the page. */
  #kept = true;

  constructor() {
    this.read();
  }

  read(): void {
    if (!this.#kept) return;
    let text: string | null;
    try {
      text = localStorage.getItem(PENDING);
    } catch {
      this.#kept = false;
      return;
    }
    this.#all = text === null ? [] : (parse(text) ?? [{ which: {}, time: new Date().toISOString() }]);
  }

  get all(): readonly Withdrawal[] {
    return this.#all;
  }

  add(withdrawal: Withdrawal): void {
    this.read();
    // The later one says the same and more.
    const which = JSON.stringify(withdrawal.which);
    this.#all = [...this.#all.filter((other) => JSON.stringify(other.which) !== which), withdrawal];
    this.#write();
  }

  /** They stand in the records now. */
  written(done: readonly Withdrawal[]): void {
    this.read();
    const times = done.map(({ time }) => time);
    this.#all = this.#all.filter(({ time }) => !times.includes(time));
    this.#write();
  }

  /** Whether a consent was taken back after it was given. */
  cover(consent: Pick<ConsentRecord, 'category' | 'purpose' | 'recipient' | 'time'>): boolean {
    return this.#all.some(({ which, time, seen = '' }) => (time >= consent.time || seen >= consent.time) && isAbout(which, consent));
  }

  #write(): void {
    try {
      if (this.#all.length > 0) localStorage.setItem(PENDING, JSON.stringify(this.#all));
      else localStorage.removeItem(PENDING);
    } catch {
      this.#kept = false;
    }
  }
}

/** Nothing where it is not what we wrote: then it may have been about anything. */
function parse(text: string): readonly Withdrawal[] | undefined {
  try {
    const all = JSON.parse(text) as readonly Withdrawal[];
    return all.every(({ which, time }) => typeof which === 'object' && which !== null && typeof time === 'string') ? all : undefined;
  } catch {
    return undefined;
  }
}
