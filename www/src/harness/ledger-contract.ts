/**
 * What the guard asks of a ledger, and what it tells it. `openLedger()` of `antifaz/ledger` gives one; without a ledger every
 * consent ends with the page. The pen goes to the guard alone, once: nothing that a page can call notes a consent.
 */
import type { Category } from './core.js';
import type { Channel, Counts, Emit, GuardEvents, Status } from './events.js';
import type { Manifest, Recipient } from './manifest.js';
import type { Change, Choice, Scope } from './ui-contract.js';

/** Some consents; what is left out is any. */
export interface Which {
  readonly category?: string;
  readonly purpose?: string;
  /** The id of a recipient of the manifest. */
  readonly recipient?: string;
}

export interface Ledger {
  /** Throws the second time. */
  connect(host: LedgerHost): Pen;
}

export interface LedgerHost {
  readonly manifest: Manifest;
  readonly emit: Emit;
  degrade(reason: GuardEvents['degraded']['reason']): void;
  /** These consents ended or were taken back, here or in another tab. */
  forget(which: Which): void;
}

/** One category of one answer. */
export interface Choosing {
  readonly category: Category;
  readonly status: Extract<Status, 'given' | 'refused' | 'deferred'>;
  readonly choice: Choice;
  readonly scope: Scope;
  readonly count: number;
  /** The very words that were shown about it; no value is among them. */
  readonly shown: string;
}

/** What a person answered, in one card. */
export interface Answer {
  readonly recipient: Recipient;
  /** BCP 47. */
  readonly language: string;
  readonly choices: readonly Choosing[];
}

/** A message that left. */
export interface Sent {
  readonly recipient: Recipient;
  readonly channel: Channel;
  readonly masked: Counts;
  readonly shared: Counts;
  /** Such as `[CARD_1]`. */
  readonly tokens: readonly string[];
  /** As it left; only a keyed hash of it is kept. */
  readonly text: string;
}

export interface Pen {
  /** Kept when it is known what stands. Never rejected. */
  readonly opened: Promise<void>;
  /** Behind the customer's passphrase: nothing stands, and nobody is asked. */
  readonly locked: boolean;
  /** When a consent "until a date" that is given now would end, in ms; nothing where it would not outlive the page. */
  until(): number | undefined;
  /** Whether a consent "until a date" covers everything that the category is needed for. */
  stands(category: string, recipient: string): boolean;
  /** What is no longer as it was when the customer agreed. */
  changes(category: string, recipient: string): readonly Change[];
  answered(answer: Answer): void;
  sent(message: Sent): void;
  withdraw(which: Which): void;
  close(): void;
}
