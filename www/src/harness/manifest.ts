/**
 * What the integrator declares: who listens, what for, and which categories may be asked about. The rules are the engine's; here
 * stands what has to hold before the engine is there.
 */
import { AntifazError } from '../engine/errors.js';
import { flatten } from '../engine/flatten.js';
import type { CategoryClass, ManifestProblem } from '../engine/types.js';

/** Text by BCP 47 language. */
export type Words = Readonly<Record<string, string>>;

export type Role = 'controller' | 'processor' | 'third-party';

/** Who answers in the chat. */
export type Listener = 'ai' | 'human' | 'mixed';

export interface Recipient {
  /** What `attach`, `review` and the consents call it. */
  readonly id: string;
  /** As the customer knows it. @default the id */
  readonly name?: string;
  /** Such as `https://chat.bank.example`, or `self` for the page's own. */
  readonly origins: readonly string[];
  readonly role: Role;
  /** Where it keeps the data: ISO 3166, two capital letters. */
  readonly country: string;
  readonly kind: Listener;
  /** Why it may not delete when asked, such as a law; goes into the records. */
  readonly hold?: Words;
  /** It may be spoken to without encryption, over `http:` or `ws:`; without this nothing is shared there. @default false */
  readonly insecure?: boolean;
  /** The name of the field, at the top level of the JSON sent there, that carries restrictions and sealed values. */
  readonly envelope?: string;
  /** A public JWK, ECDH on P-256: what is shared is sealed to it, and the text keeps the token. */
  readonly publicKey?: JsonWebKey;
}

export interface Purpose {
  /** What categories and consents call it. */
  readonly id: string;
  /** What happens with the data; an AI that "improves your experience" is no purpose. */
  readonly text: Words;
  /** A term of DPV 2.3, one of `redactor.purposes()`, such as `dpv:CustomerCare`. */
  readonly dpv: string;
  /** The lawful basis, such as `eu-gdpr:A6-1-b`. @default consent */
  readonly basis?: string;
  /** The chat works without it: a choice of its own, never made for the customer. @default false */
  readonly optional?: boolean;
  /** It decides about the customer without a person. Then `rights` must have a human review, such as `eu-gdpr:A22`. @default false */
  readonly automatedDecision?: boolean;
}

export interface CategoryRule {
  /** Such as `fin.card`: see `categories()`. */
  readonly id: string;
  /** May only be stricter than the engine's. */
  readonly class?: CategoryClass;
  readonly purposes: readonly string[];
  /**
   * Those of `purposes` that cannot do without it; the card says "not needed" where there is none. Never what is optional, nor
   * advertising, sale, scoring or profiling. @default `purposes` without those
   */
  readonly necessaryFor?: readonly string[];
  /** How long it is kept: an ISO 8601 duration, a day, or words. Needed where there are purposes. */
  readonly retention?: string;
  /** What the redactor's `masks` may leave of it although the manifest is locked. @default 'none' */
  readonly keep?: 'last4' | 'first6' | 'band' | 'none';
}

/** As JSON; docs/manifest.md has the rules, and `redactor.lintManifest()` checks them. */
export interface Manifest {
  /** Who answers for the data. */
  readonly controller: {
    readonly name: string;
    readonly address: string;
    readonly email: string;
    /** The data protection officer: a name, or how to reach them. */
    readonly dpo?: string;
    readonly url?: string;
  };
  /** Whom the customer may complain to. */
  readonly authority: string;
  /** The law that applies, such as `ES`; goes into the records. */
  readonly jurisdiction?: string;
  /** Who answers in the chat. */
  readonly ai: Listener;
  /** Whether something is trained on what the customer writes. */
  readonly learnsFromChats: boolean;
  readonly recipients: readonly Recipient[];
  readonly purposes: readonly Purpose[];
  /** What is not named here is hidden and never asked about. */
  readonly categories: readonly CategoryRule[];
  /** Where data about the customer come from besides the chat; empty where from nowhere. */
  readonly sources: readonly Words[];
  /** What the recipients may not do, such as `no-training`; travels with the messages. */
  readonly restrictions?: readonly string[];
  /** Such as `eu-gdpr:A17`, and how to use it. */
  readonly rights: readonly { readonly id: string; readonly how?: string; readonly url?: string }[];
  /** The full privacy notice, and the hash of what it said. */
  readonly notice: { readonly url: string; readonly hash?: string };
  /** The languages that every text comes in; the lint tells where one lacks. */
  readonly languages?: readonly string[];
  /** The page may tighten what is said here, never loosen it; needs `signature` and a public key to be worth something. @default false */
  readonly locked?: boolean;
  /** ECDSA P-256 over the rest, from `signManifest` of `antifaz/manifest`. */
  readonly signature?: string;
  /** The last day on which it counts, such as `2027-12-31`. */
  readonly validUntil?: string;
  /** Goes into the records. */
  readonly version?: string;
  /** The version of this format. */
  readonly schema?: string;
  /** Where the JSON Schema stands, for editors. */
  readonly $schema?: string;
}

/** What a page may add to any manifest, a signed and locked one too: it only ever makes it stricter. */
export interface Tighten {
  /** By category; the stricter of this, the manifest's and the engine's counts. */
  readonly categories?: Readonly<Record<string, CategoryClass>>;
  /** Ids of recipients that are handled as third parties. */
  readonly thirdParties?: readonly string[];
}

/** From the most to the least careful. */
export const STRICTEST_FIRST: readonly CategoryClass[] = ['never', 'explicit', 'ask', 'allow'];

export function stricter(a: CategoryClass, b: CategoryClass): CategoryClass {
  return STRICTEST_FIRST.indexOf(a) < STRICTEST_FIRST.indexOf(b) ? a : b;
}

type Check = (value: unknown, at: string) => void;

const text: Check = (value, at) => {
  if (typeof value !== 'string' || value.trim() === '') wrong('type', at, 'must be text');
};
const list = (each: Check, atLeast = 0): Check => (value, at) => {
  if (!Array.isArray(value) || value.length < atLeast) wrong('type', at, `must be a list of at least ${atLeast}`);
  (value as unknown[]).forEach((item, index) => each(item, `${at}[${index}]`));
};
/** Keys that end in `?` may be missing, others are the engine's to judge. */
const object = (keys: Readonly<Record<string, Check>>): Check => (value, at) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) wrong('type', at, 'must be an object');
  for (const [key, check] of Object.entries(keys)) {
    const name = key.replace('?', '');
    const inner = (value as Record<string, unknown>)[name];
    const path = at ? `${at}.${name}` : name;
    if (inner !== undefined) check(inner, path);
    else if (name === key) wrong('missing', path, 'is missing');
  }
};
const words: Check = (value, at) => {
  object({})(value, at);
  Object.entries(value as object).forEach(([language, word]) => text(word, `${at}.${language}`));
};
const origin: Check = (value, at) => {
  if (value !== 'self' && originOf(value) === undefined) {
    wrong('value', at, 'must be an origin such as "https://chat.bank.example", or "self"');
  }
};

/** What is read without asking whether it is there. */
const shape = object({
  controller: object({ name: text }),
  recipients: list(object({ id: text, origins: list(origin, 1) }), 1),
  purposes: list(object({ id: text, text: words }), 1),
  categories: list(object({ id: text, purposes: list(text), 'necessaryFor?': list(text) })),
  'restrictions?': list(text),
  'rights?': list(object({ id: text })),
  'notice?': object({}),
});

/** A frozen copy. Throws `AntifazError` `malformed-manifest` where it cannot even be read. */
export function readManifest(value: unknown): Manifest {
  const { copy, cut } = flatten(value);
  if (cut !== undefined) wrong('limit', cut, 'must end before here: a manifest has at most 10000 values, 8 levels deep');
  shape(copy, '');
  return copy as Manifest;
}

/** `https://host`, also for what speaks `wss:` to that host; nothing where it is no origin. */
export function originOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    const url = new URL(value.replace(/^ws/i, 'http'));
    const bare = url.pathname === '/' && !url.search && !url.hash && !url.username;
    return bare && /^https?:$/.test(url.protocol) ? url.origin : undefined;
  } catch {
    return undefined;
  }
}

function wrong(rule: string, at: string, why: string): never {
  malformed([{ rule, path: at || 'manifest', level: 'error', message: why }]);
}

/** At least one. */
export function malformed(problems: readonly ManifestProblem[]): never {
  const { path, message } = problems[0] as ManifestProblem;
  throw new AntifazError('malformed-manifest', `${path}: ${message}`, path, problems);
}
