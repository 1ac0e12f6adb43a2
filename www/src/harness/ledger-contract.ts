/**
 * What the guard asks of a ledger, and what it tells it. `openLedger()` of `antifaz/ledger` gives one; without a ledger every
 * consent ends with the page. The pen goes to the guard alone, once: nothing that a page can call notes a consent.
 */
import type { Remembered } from '../engine/types.js';
import type { Category } from './core.js';
import type { Channel, Counts, Emit, GuardEvents, Status } from './events.js';
import type { LedgerRecord, Reading } from './ledger/receipts.js';
import type { Manifest, Recipient } from './manifest.js';
import type { Change, Choice, Scope } from './ui-contract.js';

/** Some consents; what is left out is any. */
export interface Which {
  readonly category?: string;
  readonly purpose?: string;
  /** The id of a recipient of the manifest. */
  readonly recipient?: string;
}

/** A consent that holds now, beyond a single message. */
export interface Consent {
  readonly category: string;
  /** `null` where no declared purpose needs the category. */
  readonly purpose: string | null;
  readonly recipient: string;
  readonly scope: Scope;
  /** ISO 8601. */
  readonly given: string;
  /** ISO 8601; `null`: the page goes, or it is taken back. */
  readonly until: string | null;
}

/** What can be erased. `values`: what the tokens stand for. */
export type Erasable = 'values' | 'consents' | 'sent' | 'all';

export interface Ledger {
  /** For the guard. Throws `ledger-in-use` the second time, and where another guard of this page has the disk. */
  connect(host: LedgerHost): Pen;
  /** `memory`: it ends with the page. */
  readonly state: 'durable' | 'memory' | 'locked';
  /** Whether there is a passphrase. */
  readonly isProtected: boolean;
  consents(): readonly Consent[];
  /** The oldest first in each chain; all of it, or what is about a category, purpose or recipient. */
  records(which?: Which): Promise<readonly LedgerRecord[]>;
  /** For the customer to take away; no values are in it. */
  export(form?: 'json' | 'jsonld' | 'csv'): Promise<string>;
  /** The same with the values that tokens stand for: as a file on the customer's device, and to nobody else. */
  save(form: 'json' | 'jsonld' | 'csv', gesture: Event): Promise<void>;
  /** Notes beside a record what is wrong with it. Rejects with `unknown-record` where there is no such `recordId`. */
  correct(id: string, note: string): Promise<void>;
  verify(): Promise<Omit<Reading, 'records'>>;
  protect(passphrase: string | null): Promise<void>;
  lock(): void;
  unlock(passphrase: string): Promise<boolean>;
  erase(what: Erasable): Promise<void>;
}

/** A token that stands for a value. */
export interface Held extends Omit<Remembered, 'value'> {
  readonly category: string;
  /** When it was given out, in ms. */
  readonly since: number;
  /** When its value is forgotten, in ms. */
  readonly until: number;
}

/** With the value. */
export interface Kept extends Held, Remembered {}

export interface LedgerHost {
  readonly manifest: Manifest;
  readonly emit: Emit;
  category(id: string): Category;
  /** Whether the category is needed for it. */
  needs(category: string, purpose: string): boolean;
  /** Whether a signal of the browser refuses it. */
  refuses(category: string, purpose: string): boolean;
  degrade(reason: GuardEvents['degraded']['reason']): void;
  /** These consents ended or were taken back, here or in another tab. */
  forget(which: Which): void;
  /** Of an earlier page: they stand behind their tokens again. */
  remember(values: readonly Kept[]): void;
  /** All of them. */
  forgetValues(): void;
  /** What stands behind these tokens, or behind all there are. */
  values(tokens?: readonly string[]): readonly Kept[];
  /** With everything hidden; nothing where it cannot be vouched for. */
  mask(text: string): string | undefined;
}

/**
 * How an answer came about. `control`: with a chip, or a button of the page; `policy`: by a new manifest or the passage of time;
 * `signal`: Global Privacy Control.
 */
export type Method = 'inline' | 'modal' | Hand | 'policy' | 'signal';

/** Whose control it was: the privacy panel's, or any other's. */
export type Hand = 'panel' | 'control';

/** A card that is shown. */
export interface Asked {
  readonly recipient: Recipient;
  readonly categories: readonly { readonly category: Category; readonly purpose: string | null; readonly count: number }[];
}

/** One purpose of one category of one answer. */
export interface Choosing {
  readonly category: Category;
  /** Nothing where no declared purpose needs the category. */
  readonly purpose: string | null;
  readonly status: Extract<Status, 'given' | 'refused' | 'deferred'>;
  readonly method: Method;
  readonly choice: Choice;
  readonly scope: Scope;
  /** With scope `date`: the day the customer picked, in ms; `Pen.until()` says what becomes of it. */
  readonly until?: number;
  readonly count: number;
  /** The very words that were shown about it; no value is among them. Empty where nothing was. */
  readonly shown: string;
}

/** What a person answered, in one card or by one control; or what a signal answered for them. */
export interface Answer {
  readonly recipient: Recipient;
  /** BCP 47; nothing where nothing was shown. */
  readonly language: string | null;
  readonly choices: readonly Choosing[];
  /** What `Pen.asked()` gave when the card was shown. */
  readonly receiptId?: string;
  /** The event that gave the answer: nothing is noted as given without a trusted one, while an element of ours hears it. */
  readonly gesture?: Event;
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
  /** Behind the customer's passphrase: nothing stands, nobody is asked, and no value is shown. */
  readonly locked: boolean;
  /** The language that the customer chose earlier, BCP 47. */
  locale: string | undefined;
  /** The highest number that a token was given out with in earlier pages and other tabs. */
  readonly spent: number;
  /** This page gave out a token with this number. */
  spend(number: number): void;
  /** The tokens whose values outlive the page. */
  readonly kept: ReadonlySet<string>;
  /**
   * When a consent that is wanted until then would end, in ms: the end of that day, not before today, not after the latest that
   * is allowed (`until(Infinity)`); without a wish, what is proposed. Nothing where it would not outlive the page.
   */
  until(wanted?: number): number | undefined;
  /** The consents "until a date" that hold now. */
  standing(): readonly Consent[];
  /** What is no longer as it was when the customer agreed. */
  changes(category: string, recipient: string): readonly Change[];
  /** Notes the question; gives the `receiptId` for its answer. */
  asked(asked: Asked): string;
  answered(answer: Answer): void;
  sent(message: Sent): void;
  /** `control` unless it says otherwise. */
  withdraw(which: Which, by?: Hand): void;
  /** The time of these values is over: `expired` is noted, and what was kept of them is deleted. */
  expired(values: readonly Held[]): void;
  close(): void;
}
