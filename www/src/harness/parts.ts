/**
 * What a guard can do without, each a module of its own: `antifaz/harness` gives a guard all of them, and `antifaz/core` those that
 * it is given. A part sees all that the guard sees: who passes one of their own is trusted. README.md says what is missing without each.
 */
import type { ManifestProblem, Redactor } from '../engine/types.js';
import type { Core } from './core.js';
import type { Decisions } from './decisions.js';
import type { Counts, Emit, GuardEvents } from './events.js';
import type { Gate, Typing } from './gate.js';
import type { Manifest, Tighten } from './manifest.js';
import type { PublicKey } from './signature.js';
import type { Rejection } from './trust.js';

export type Mode = 'mask' | 'block' | 'observe';

export interface NetworkOptions {
  /** Where the chat talks to. @default the origins of all recipients */
  readonly origins?: readonly string[];
  /** `block`: what would be masked, or cannot be read, is not sent. `observe`: everything is sent, events only. @default 'mask' */
  readonly mode?: Mode;
}

/** The part of the page in which values are shown. */
export interface Watch {
  holds(path: readonly EventTarget[]): boolean;
  /** Of a whole page, what stands there already is no word of the other side, and frames are not the widget's. */
  readonly wholePage: boolean;
}

/** How many values, by category; of `asked` and `refused`, how many times. */
export interface Tally {
  readonly masked: Counts;
  readonly revealed: Counts;
  /** The part of `masked` that nobody may share. */
  readonly withheld: Counts;
  readonly asked: Counts;
  readonly refused: Counts;
}

/** Since the guard was made. */
export interface Stats extends Tally {
  readonly state: 'waiting' | 'ready' | 'failed';
  /** By recipient; what went to none that is declared stands under `''`. */
  readonly recipients: Readonly<Record<string, Tally>>;
  readonly blocked: number;
  readonly guardHits: number;
}

export interface Parts {
  /** Behind `guardNetwork()`. */
  readonly network?: (
    core: Core,
    decisions: Decisions,
  ) => {
    readonly typing: Typing;
    /** Throws `AntifazError` for what the options may not hold. */
    guard(gate: Gate, options: NetworkOptions): { stop(): void };
  };
  /** Hears the other side, and shows the customer their values in place of tokens. */
  readonly page?: (
    core: Core,
    gate: Gate,
  ) => {
    /** Gives what undoes it. */
    watch(root: Node, watch: Watch): () => void;
    /** What stands behind tokens changed. */
    refresh(): void;
    /** Before a text is judged. */
    hear(): void;
    /** The customer's message is on its way. */
    sent(text: string, masked: boolean, since: number): void;
    stop(): void;
  };
  /** Signed and locked manifests, `publicKey` and `tighten`. */
  readonly trust?: {
    /** Throws `AntifazError` `malformed-options` for what is no tightening. */
    tightened(manifest: Manifest, tighten: Tighten | undefined): Manifest;
    /** What the engine says against a tightening. */
    strange(tighten: Tighten | undefined, redactor: Redactor): readonly ManifestProblem[];
    faultOfRedactor(manifest: Manifest, redactor: Redactor): Rejection | undefined;
    faultOfSignature(manifest: Manifest, key: PublicKey): Promise<Rejection | undefined>;
  };
  /** Tells once where a theme makes refusing look different from sharing. */
  readonly alike?: (warn: (code: 'unequal-buttons') => void) => (one: HTMLElement, other: HTMLElement) => void;
  /** Behind `stats()`, and the event `anomaly`. */
  readonly stats?: (emit: Emit) => {
    note<K extends keyof GuardEvents>(type: K, detail: GuardEvents[K]): void;
    read(): Omit<Stats, 'state'>;
  };
}
