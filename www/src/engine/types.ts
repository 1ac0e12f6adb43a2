/**
 * What the engine takes and gives. Every offset is in UTF-16 code units, so `text.slice(start, end)` is the match.
 * Every result is a frozen plain object: it survives `postMessage`, `structuredClone` and JSON.
 */

/** The languages whose cues the engine knows. */
export type Language = 'en' | 'es' | 'ru' | 'de' | 'fr' | 'pt' | 'it';

/** How far a category may be opened: see `categories()`. */
export type CategoryClass = 'never' | 'ask' | 'explicit' | 'allow';

/** What happens to a finding. */
export type Action = 'keep' | 'token' | 'label' | 'partial' | 'generalize' | 'claim' | 'hash';

/**
 * How a value is masked: `token` `[CARD_1]`, which can be restored; `label` `[CARD]`, which cannot; `last4` `•••• 1111`;
 * `first6-last4` of a card; `domain` of an e-mail; `bank-code` of an IBAN; `generalize` (the year of a birth date, the band of an
 * amount, a town, a province, tenths of a degree); `claim` `[IBAN valid ✓, ES]`, which holds no digit of the value; `hash`, a
 * pseudonym by HMAC-SHA-256 with `hashKey`. Where a mask cannot be made of a value, a token stands.
 */
export type Mask = 'token' | 'label' | 'last4' | 'first6-last4' | 'domain' | 'bank-code' | 'generalize' | 'claim' | 'hash';

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

/** One purpose that a manifest may have. */
export interface PurposeInfo {
  /** A term of the W3C Data Privacy Vocabulary 2.3, such as `dpv:CustomerCare`. */
  readonly dpv: string;
  /** Advertising, sale, scoring, profiling: asked for by itself, never needed for the service. */
  readonly apart: boolean;
}

/** What is wrong with a manifest. */
export interface ManifestProblem {
  /** Such as `missing`: docs/manifest.md has them all. */
  readonly rule: string;
  /** Such as `categories[0].retention`. */
  readonly path: string;
  /** With an `error` nobody is asked for consent, and everything is hidden. */
  readonly level: 'error' | 'warning';
  /** What would be right. */
  readonly message: string;
}

/** One recognizer, for `catalog()`: those of the engine, then your rules, then your deny lists. */
export interface CatalogEntry {
  /** `group/scheme`, such as `national/es_dni`; `custom/<name>` for a rule, `custom/deny` for a deny list. */
  readonly id: string;
  /** Such as `ES_DNI_NIF`; `CUSTOM` for a rule. */
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
  /**
   * True when it is somebody else's: "my wife's number is …", a pasted contact. They did not agree, and the customer cannot for them:
   * `redact` masks it whatever the choices say.
   */
  readonly thirdParty: boolean;
  /** True when it tells a child's name, birth or age; then `thirdParty` is true as well. */
  readonly minor: boolean;
  /** The pasted list of contacts it stands in, counted from 0 in each text; `null` outside of one. */
  readonly group: number | null;
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
 * What is somebody else's (`Finding.thirdParty`) stays hidden.
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

/** What a token stood for in an earlier session of the same chat; an edit of then has all of it. */
export interface Remembered {
  /** Such as `[CARD_1]`. */
  readonly token: string;
  /** Such as `card_number`. */
  readonly kind: string;
  readonly value: string;
}

/** One chat. Keeps the vault (token → value); `free()` wipes it. */
export interface Conversation {
  /** What the other side said: sets what answer is expected. */
  heard(text: string): void;
  analyze(text: string, options?: AnalyzeOptions): readonly Finding[];
  /** Why each candidate of the next message would be found or not; holds no text. */
  explain(text: string): Explanation;
  /** Total: any text gives an answer, never the raw text by accident. */
  redact(text: string, choices?: Choices): Redaction;
  /** Tokens of this conversation → the customer's values. For the customer's eyes only. */
  restore(text: string): string;
  /** The same, with the places that were put back. */
  restoreSpans(text: string): { readonly text: string; readonly spans: readonly RestoredSpan[] };
  restoreStream(): RestoreStream;
  /** Puts values back behind their tokens after a reload. What is no token is left out. */
  remember(values: readonly Remembered[]): void;
  /** Tokens up to this number were given out before: the next one of any category has a higher number. */
  spend(number: number): void;
  /** Forgets what these tokens stand for, or what all do; their numbers are not used again. */
  forget(tokens?: readonly string[]): void;
  /** Wipes the vault. Using the conversation afterwards throws `AntifazError` `freed`. */
  free(): void;
}

/** A cue near enough to count. */
export interface SeenCue {
  readonly start: number;
  readonly end: number;
  /** A language that has it; `mul` for words of many. */
  readonly language: Language | 'mul';
  /**
   * A word for just this, a word for what many countries issue, the country that issues it, another country, or a word against
   * (an order, a version, a price).
   */
  readonly says: 'own' | 'concept' | 'country' | 'foreign' | 'against';
}

export interface ExplainedCandidate {
  readonly recognizer: string;
  readonly entity: string;
  readonly kind: string;
  readonly category: string;
  readonly start: number;
  readonly end: number;
  readonly verdict: 'proven' | 'plausible' | 'refuted';
  /** For `refuted`. */
  readonly reason?: 'format' | 'length' | 'checksum' | 'component';
  readonly cues: readonly SeenCue[];
  /** The other side just asked for it. */
  readonly expected: boolean;
  /** What is known about who issues it: one of the regions, a country named beside it, or another country is named. */
  readonly country?: 'local' | 'named' | 'foreign';
  /** Where it is found: it is somebody else's, so it is masked whatever the choices say. */
  readonly thirdParty: boolean;
  /** Where it is found: it tells a child's name, birth or age. */
  readonly minor: boolean;
  /** Before and after context. */
  readonly confidence: { readonly before: number; readonly after: number };
  readonly outcome: 'found' | 'suggested' | 'below-threshold' | 'overlapped' | 'allowed' | 'off';
  /** For `overlapped`: who stands there instead, and the first rule that told them apart. */
  readonly beatenBy?: {
    readonly recognizer: string;
    readonly start: number;
    readonly end: number;
    readonly rule: 'found' | 'masked' | 'evidence' | 'length' | 'cue' | 'country' | 'layout' | 'kind' | 'confidence' | 'order';
  };
  /** The recognizer that names the finding, where the value could as well be another's of the same group. */
  readonly named?: string;
}

export interface Explanation {
  readonly candidates: readonly ExplainedCandidate[];
}

/**
 * A recognizer of your own, as data. Its findings say `custom/<name>`, entity `CUSTOM`, kind `custom`.
 *
 * A rule without cues is found wherever its pattern matches and its check holds. A rule with cues and no check is found beside one of
 * them only; with a check, the check speaks as loud as it is strong.
 */
export interface Rule {
  /** At most 40 of `a-z`, `0-9`, `_`, `-`. */
  readonly name: string;
  /** One of `categories()`, such as `platform.account`: what the customer decides about. */
  readonly category: string;
  /**
   * A regular expression of at most 1,000 bytes, without look-around and back-references; it sees the folded text, in which digits,
   * dashes and spaces of every kind are the plain ones and accents are gone. `\d`, `\w`, `\s` and `\b` are those of ASCII; ASCII
   * letters match in either case, others as they are written. Where it has a group `(?<value>…)`, that is what is found and checked.
   * Matches longer than 256 bytes are cut. Time is linear in the text, and a pattern that could still be slow is refused.
   */
  readonly pattern: string;
  /** The pattern is looked for only within 128 bytes of one of these, in either case. */
  readonly keywords?: readonly string[];
  /**
   * What the letters and digits of a value must satisfy: `luhn`, `mod97`, `iban`, `verhoeff`, `mod11-10`, `mod11-2`, `mod37-36`,
   * `base58check`, `crc32`, `weighted:9,8,7,6,5,4,3,2,-1/11` (one weight a digit, the sum divisible by what stands behind the slash),
   * `min-entropy:3.5` (bits a character). Checks of digits pass over letters.
   */
  readonly check?: string;
  /** Words that stand near a value, by language; a trailing `*` stands for any ending. */
  readonly cues?: Readonly<Partial<Record<Language, readonly string[]>>>;
  /** Messages in which the rule must find something. They are read when the redactor is created: a failing one is an error. */
  readonly examples?: readonly string[];
  /** Messages in which it must find nothing. */
  readonly counterExamples?: readonly string[];
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
  /** Recognizers of your own. @default [] */
  readonly rules?: readonly Rule[];
  /**
   * Values that are never found by the recognizers that a name stands for: `{"contact.phone": ["900 123 456"]}`, in any case and with
   * any separators; between slashes a pattern for the whole value: `{"email": ["/.*@acme[.]example/"]}`.
   *
   * A name is a recognizer (`payment/card`, `custom/member`), an entity (`CREDIT_CARD`), a kind (`card_number`), a category
   * (`fin.card`), a group (`national/*`) or all (`*`). What is of class never cannot be allowed, switched off or given a higher
   * threshold: a name of many passes over it, a name of nothing else is an error.
   * @default {}
   */
  readonly allow?: Readonly<Record<string, readonly string[]>>;
  /** Words that are always found, by kind or category: `{"id.name": ["Project Falcon"]}`; between slashes a pattern. @default {} */
  readonly deny?: Readonly<Record<string, readonly string[]>>;
  /** The confidence, from 0.15 to 0.99, from which on something is found, by the same names as `allow`. @default {} */
  readonly thresholds?: Readonly<Record<string, number>>;
  /** Recognizers that find nothing, by the same names. @default [] */
  readonly off?: readonly string[];
  /**
   * What stands where something was found and the customer did not choose, by the same names. Of class never only `label` and `token`.
   * @default {}
   */
  readonly masks?: Readonly<Record<string, Mask>>;
  /** The key of the mask `hash`: at least 16 bytes that nobody can guess. */
  readonly hashKey?: string | Uint8Array;
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
  /** What a manifest may ask for. */
  purposes(): readonly PurposeInfo[];
  /** What is wrong with a manifest of the guard, which may be any value; empty where nothing is. */
  lintManifest(manifest: unknown): readonly ManifestProblem[];
  /**
   * Which of its options find or hide less than the defaults do, such as `off: email` or `masks.fin.card: last4`. A locked manifest
   * refuses a redactor that has any.
   */
  readonly loosened: readonly string[];
}

/** The one error class of the package. */
export interface AntifazErrorShape extends Error {
  /**
   * What is wrong with what was given: `unknown-option`, `unknown-language`, `unknown-region`, `unknown-category`,
   * `unknown-choice`, `unknown-kind`, `unknown-mask`, `unknown-recognizer`, `never-shared`, `never-loosened`, `unsuitable-mask`,
   * `weak-key`, `malformed-rule`, `failing-example`, `malformed-list`, `malformed-options`, `malformed-manifest`, `out-of-range`,
   * `not-text`. Where the engine cannot answer: `no-wasm`, `not-loaded`, `fault`, `freed`. The harness has more of the same kind.
   */
  readonly code: string;
  /** The offending key or value, where there is one; never user text. */
  readonly key?: string;
  /** For `malformed-manifest`: everything that is wrong with it. */
  readonly problems?: readonly ManifestProblem[];
}
