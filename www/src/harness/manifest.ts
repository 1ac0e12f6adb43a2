/** What the integrator declares: who listens, what for, and which categories may be asked about. Checked whole, before anything is used. */
import { AntifazError } from '../engine/errors.js';
import type { CategoryClass, CategoryInfo } from '../engine/types.js';

/** Text by BCP 47 language. */
export type Words = Readonly<Record<string, string>>;

export type Role = 'controller' | 'processor' | 'third-party';

/** Who answers in the chat. */
export type Listener = 'ai' | 'human' | 'mixed';

export interface Recipient {
  readonly id: string;
  /** As the customer knows it. @default the id */
  readonly name?: string;
  /** Such as `https://chat.bank.example`, or `self` for the page's own. */
  readonly origins: readonly string[];
  readonly role: Role;
  readonly country?: string;
  readonly kind: Listener;
}

export interface Purpose {
  readonly id: string;
  readonly text: Words;
  readonly dpv?: string;
  readonly basis?: string;
}

export interface CategoryRule {
  /** Such as `fin.card`: see `categories()`. */
  readonly id: string;
  /** May only be stricter than the engine's. */
  readonly class?: CategoryClass;
  readonly purposes: readonly string[];
  /** Those of `purposes` that cannot do without it; the card says "not needed" where there is none. @default `purposes` */
  readonly necessaryFor?: readonly string[];
  /** How long it is kept, in words or as an ISO 8601 duration. */
  readonly retention?: string;
}

export interface Manifest {
  readonly controller: {
    readonly name: string;
    readonly address?: string;
    readonly email?: string;
    readonly dpo?: string;
    readonly url?: string;
  };
  readonly recipients: readonly Recipient[];
  readonly purposes: readonly Purpose[];
  /** What is not named here is hidden and never asked about. */
  readonly categories: readonly CategoryRule[];
  /** The law that applies, such as `ES`; goes into the records. */
  readonly jurisdiction?: string;
  /** Whom the customer may complain to. */
  readonly authority?: string;
  /** What the recipients may not do, such as `no-training`. */
  readonly restrictions?: readonly string[];
  /** Such as `eu-gdpr:A17`, and how to use it. */
  readonly rights?: readonly { readonly id: string; readonly how?: string; readonly url?: string }[];
  /** The full privacy notice, and the hash of what it said. */
  readonly notice?: { readonly url: string; readonly hash?: string };
  readonly schema?: string;
  readonly version?: string;
}

/** From the most to the least careful. */
const STRICTEST_FIRST: readonly CategoryClass[] = ['never', 'explicit', 'ask', 'allow'];

export function stricter(a: CategoryClass, b: CategoryClass): CategoryClass {
  return STRICTEST_FIRST.indexOf(a) < STRICTEST_FIRST.indexOf(b) ? a : b;
}

type Check = (value: unknown, at: string) => void;

const text: Check = (value, at) => {
  if (typeof value !== 'string' || value.trim() === '') wrong(at, 'must be text');
};
const list = (each: Check, atLeast = 0): Check => (value, at) => {
  if (!Array.isArray(value) || value.length < atLeast) wrong(at, `must be a list of at least ${atLeast}`);
  (value as unknown[]).forEach((item, index) => each(item, `${at}[${index}]`));
};
const oneOf = (...known: readonly string[]): Check => (value, at) => {
  if (!known.includes(value as string)) wrong(at, `must be one of ${known.join(', ')}`);
};
const words: Check = (value, at) => {
  const entries = Object.entries(expectObject(value, at));
  if (entries.length === 0) wrong(at, 'must hold text by language, such as {"en": "…"}');
  for (const [language, word] of entries) text(word, `${at}.${language}`);
};
/** Keys that end in `?` may be missing; a key that is not here is a mistake, since a typo in a policy would be a leak. */
const object = (keys: Readonly<Record<string, Check>>): Check => (value, at) => {
  const given = expectObject(value, at);
  const names = Object.keys(keys).map((key) => key.replace('?', ''));
  for (const key of Object.keys(given)) {
    if (!names.includes(key)) wrong(join(at, key), `is not known; known here: ${names.join(', ')}`);
  }
  for (const [key, check] of Object.entries(keys)) {
    const name = key.replace('?', '');
    if (given[name] !== undefined) check(given[name], join(at, name));
    else if (name === key) wrong(join(at, name), 'is missing');
  }
};
const origin: Check = (value, at) => {
  if (value !== 'self' && originOf(value) === undefined) {
    wrong(at, 'must be an origin such as "https://chat.bank.example", or "self"');
  }
};

const check = object({
  controller: object({ name: text, 'address?': text, 'email?': text, 'dpo?': text, 'url?': text }),
  recipients: list(
    object({
      id: text,
      'name?': text,
      origins: list(origin, 1),
      role: oneOf('controller', 'processor', 'third-party'),
      'country?': text,
      kind: oneOf('ai', 'human', 'mixed'),
    }),
    1,
  ),
  purposes: list(object({ id: text, text: words, 'dpv?': text, 'basis?': text }), 1),
  categories: list(
    object({
      id: text,
      'class?': oneOf(...STRICTEST_FIRST),
      purposes: list(text),
      'necessaryFor?': list(text),
      'retention?': text,
    }),
  ),
  'jurisdiction?': text,
  'authority?': text,
  'restrictions?': list(text),
  'rights?': list(object({ id: text, 'how?': text, 'url?': text })),
  'notice?': object({ url: text, 'hash?': text }),
  'schema?': text,
  'version?': text,
});

/** Throws `AntifazError` `malformed-manifest` with the path of the first mistake. */
export function readManifest(value: unknown): Manifest {
  check(value, '');
  const manifest = value as Manifest;
  unique(manifest.recipients, 'recipients');
  unique(manifest.purposes, 'purposes');
  unique(manifest.categories, 'categories');
  manifest.categories.forEach(({ purposes, necessaryFor = [] }, index) => {
    purposes.forEach((id, at) => {
      if (!manifest.purposes.some((purpose) => purpose.id === id)) {
        wrong(`categories[${index}].purposes[${at}]`, `names no purpose: known are ${ids(manifest.purposes)}`);
      }
    });
    necessaryFor.forEach((id, at) => {
      if (!purposes.includes(id)) {
        wrong(`categories[${index}].necessaryFor[${at}]`, `is not among the purposes of this category: ${purposes.join(', ')}`);
      }
    });
  });
  return manifest;
}

/** Throws where the manifest names what the engine does not know, or asks for less care than the engine does. */
export function checkCategories(manifest: Manifest, known: readonly CategoryInfo[]): void {
  manifest.categories.forEach((rule, index) => {
    const info = known.find((category) => category.id === rule.id);
    if (!info) {
      throw new AntifazError('unknown-category', `categories[${index}].id: no category "${rule.id}"; see categories()`, rule.id);
    }
    if (rule.class && stricter(rule.class, info.class) !== rule.class) {
      wrong(`categories[${index}].class`, `must be ${info.class} or stricter`);
    }
  });
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

function unique(rows: readonly { readonly id: string }[], at: string): void {
  rows.forEach(({ id }, index) => {
    if (rows.findIndex((row) => row.id === id) !== index) wrong(`${at}[${index}].id`, `"${id}" stands here twice`);
  });
}

function ids(rows: readonly { readonly id: string }[]): string {
  return rows.map(({ id }) => id).join(', ');
}

function expectObject(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) wrong(at, 'must be an object');
  return value as Record<string, unknown>;
}

function join(at: string, key: string): string {
  return at ? `${at}.${key}` : key;
}

function wrong(at: string, why: string): never {
  throw new AntifazError('malformed-manifest', `${at || 'manifest'}: ${why}`, at || 'manifest');
}
