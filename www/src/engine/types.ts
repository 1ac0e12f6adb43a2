/**
 * What the engine takes and gives. Every offset is in UTF-16 code units, so `text.slice(start, end)` is the match.
 * Every result is a frozen plain object: it survives `postMessage`, `structuredClone` and JSON.
 */

/** The languages whose cues the engine knows. */
export type Language = 'en' | 'es' | 'ru' | 'de' | 'fr' | 'pt' | 'it';

/** How far a category may be opened: see `categories()`. */
export type CategoryClass = 'never' | 'ask' | 'explicit' | 'allow';

/** What happens to a finding. */
export type Action = 'keep' | 'token' | 'label' | 'partial' | 'generalize' | 'claim';

/** One row of the vocabulary that engine, manifest, prompts and docs share. */
export interface CategoryInfo {
  /** Such as `fin.card`. */
  readonly id: string;
  readonly class: CategoryClass;
  readonly defaultAction: Action;
  /** What stands in a token: `CARD` in `[CARD_1]`. */
  readonly label: string;
  /** The nearest term of the W3C Data Privacy Vocabulary 2.3. */
  readonly dpv: string;
  /** True where the value alone finds the person elsewhere (name, phone, e-mail, handle). */
  readonly lookupKey: boolean;
  /** True where a shorter, less telling form exists (year for a birth date, town for an address). */
  readonly generalizes: boolean;
}

/** One recognizer, for `catalog()`. */
export interface CatalogEntry {
  /** `group/scheme`, such as `national/es_dni`. */
  readonly id: string;
  /** Such as `ES_DNI_NIF`. */
  readonly entity: string;
  readonly kind: string;
  readonly category: string;
  /** ISO 3166 codes in lower case; empty where the recognizer is not of one country. */
  readonly countries: readonly string[];
  /** Languages with cue words. */
  readonly cues: readonly string[];
}

export interface Finding {
  /** Such as `card_number`. */
  readonly kind: string;
  /** Such as `fin.card`. */
  readonly category: string;
  /** Such as `CREDIT_CARD`. */
  readonly entity: string;
  /** Such as `payment/card`. */
  readonly recognizer: string;
  /** First UTF-16 code unit. */
  readonly start: number;
  /** One past the last UTF-16 code unit. */
  readonly end: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** True when a check digit or an equally strong rule of the issuer holds. */
  readonly verified: boolean;
}

export interface Edit {
  /** First UTF-16 code unit of the original text. */
  readonly start: number;
  /** One past the last UTF-16 code unit of the original text. */
  readonly end: number;
  /** What stands there instead. */
  readonly replacement: string;
  readonly kind: string;
  readonly category: string;
  readonly action: Action;
}

/** Why nothing may be sent. */
export type BlockReason = 'too-long' | 'too-many-findings' | 'fault';

export type Redaction =
  | {
      readonly status: 'cleared';
      /** What may leave. */
      readonly text: string;
      readonly edits: readonly Edit[];
      readonly findings: readonly Finding[];
    }
  | { readonly status: 'blocked'; readonly reason: BlockReason; readonly findings: readonly Finding[] };

/**
 * What the customer agreed to for this message, by category id. A category that is not named keeps its default.
 * `share` for a category of class `never` is refused with an `AntifazError`.
 */
export type Choices = Readonly<Record<string, 'hide' | 'generalize' | 'share'>>;

export interface AnalyzeOptions {
  /** Also weak findings that the policy would neither mask nor ask about. @default false */
  readonly all?: boolean;
}

/** What one side effect of the vault is worth knowing: the tokens that stand for values of this conversation. */
export interface RestoredSpan {
  /** First UTF-16 code unit in the restored text. */
  readonly start: number;
  readonly end: number;
  /** The token, as the vault writes it: `[CARD_1]`. */
  readonly token: string;
}

/** A reply that arrives in pieces: a token may be cut anywhere. */
export interface RestoreStream {
  /** Takes the next piece, gives what is certain so far. */
  push(chunk: string): string;
  /** Gives the rest. */
  end(): string;
}

/** One chat. Keeps the vault (token → value); `free()` wipes it. */
export interface Conversation {
  /** What the other side said: sets what answer is expected. */
  heard(text: string): void;
  analyze(text: string, options?: AnalyzeOptions): readonly Finding[];
  /** Total: any text gives an answer, never the raw text by accident. */
  redact(text: string, choices?: Choices): Redaction;
  /** Tokens of this conversation → the customer's values. For the customer's eyes only. */
  restore(text: string): string;
  /** The same, with the places that were put back. */
  restoreSpans(text: string): { readonly text: string; readonly spans: readonly RestoredSpan[] };
  restoreStream(): RestoreStream;
  /** Wipes the vault. Using the conversation afterwards throws `AntifazError` `freed`. */
  free(): void;
}

export interface ExplainedCandidate {
  readonly recognizer: string;
  readonly entity: string;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly verdict: 'proven' | 'plausible' | 'refuted';
  /** For `refuted`. */
  readonly reason?: 'format' | 'length' | 'checksum' | 'component';
  readonly cues: readonly { readonly start: number; readonly end: number; readonly language: string }[];
  /** Before and after context. */
  readonly confidence: { readonly before: number; readonly after: number };
  readonly outcome: 'found' | 'suggested' | 'below-threshold' | 'overlapped';
}

export interface Explanation {
  readonly candidates: readonly ExplainedCandidate[];
}

export interface RedactorOptions {
  /** Whose cues are read. @default all seven */
  readonly languages?: readonly Language[];
  /** Countries (ISO 3166, lower case) whose national writing needs no cue. @default [] */
  readonly regions?: readonly string[];
  /** `strict` masks what is only suggested, too. @default 'default' */
  readonly policy?: 'default' | 'strict';
  /** In bytes of UTF-8; longer text is blocked. @default 1048576 */
  readonly maxBytes?: number;
}

export interface Redactor {
  /** The engine's version. */
  readonly version: string;
  conversation(): Conversation;
  /** The pure form: no conversation, nothing remembered. */
  analyze(text: string, options?: AnalyzeOptions): readonly Finding[];
  /** Why each candidate was found or not; holds no text. */
  explain(text: string): Explanation;
  catalog(): readonly CatalogEntry[];
  categories(): readonly CategoryInfo[];
}

/** The one error class of the package. */
export interface AntifazErrorShape extends Error {
  /**
   * What is wrong with what was given: `unknown-option`, `unknown-language`, `unknown-region`, `unknown-category`,
   * `unknown-choice`, `never-shared`, `malformed-options`, `malformed-manifest`, `out-of-range`, `not-text`. Where the engine
   * cannot answer: `no-wasm`, `not-loaded`, `fault`, `freed`. The harness has more of the same kind.
   */
  readonly code: string;
  /** The offending key or value, where there is one; never user text. */
  readonly key?: string;
}
