import { type Chat, Engine } from 'antifaz:glue';
import { AntifazError } from './errors.js';
import { flatten } from './flatten.js';
import { COLUMN, readCatalog, readCategories, readExplanation, readProblems, readPurposes } from './rows.js';
import { loosened, readKey, writeSettings } from './settings.js';
import type {
  Action,
  AnalyzeOptions,
  BlockReason,
  CatalogEntry,
  CategoryInfo,
  Choices,
  Conversation,
  Edit,
  Explanation,
  Finding,
  ManifestProblem,
  PurposeInfo,
  Redaction,
  Redactor,
  RedactorOptions,
  Remembered,
  RestoredSpan,
  RestoreStream,
} from './types.js';

// The order of the numbers in `src/wasm.rs`.
const BLOCKED: readonly (BlockReason | undefined)[] = [undefined, 'too-long', 'too-many-findings', 'fault'];
const ACTIONS: readonly Action[] = ['keep', 'token', 'label', 'partial', 'generalize', 'claim', 'hash'];
const CHOICES: readonly string[] = ['hide', 'generalize', 'share'];

const REDACTOR_OPTIONS: Record<keyof RedactorOptions, true> = {
  languages: true,
  regions: true,
  policy: true,
  maxBytes: true,
  rules: true,
  allow: true,
  deny: true,
  thresholds: true,
  off: true,
  masks: true,
  hashKey: true,
};
const ANALYZE_OPTIONS: Record<keyof AnalyzeOptions, true> = { all: true };

const FAULT: Redaction = Object.freeze({ status: 'blocked', reason: 'fault', findings: Object.freeze([]) });

const TOO_LONG: Redaction = Object.freeze({ status: 'blocked', reason: 'too-long', findings: Object.freeze([]) });

/** A trap leaves the engine's memory in an unknown state: from then on nothing it says is believed. */
let broken = false;

/** The engine must be loaded. */
export function redactor(options: RedactorOptions = {}): Redactor {
  expectKnown(options, REDACTOR_OPTIONS);
  const { policy = 'default', maxBytes } = options;
  if (typeof policy !== 'string') throw malformed('policy', 'must be "default" or "strict"');
  if (maxBytes !== undefined && !(Number.isInteger(maxBytes) && maxBytes > 0 && maxBytes < 2 ** 32)) {
    throw new AntifazError('out-of-range', 'maxBytes: must be a whole number from 1 to 4294967295', 'maxBytes');
  }
  const languages = readList(options.languages, 'languages');
  const regions = readList(options.regions, 'regions');
  const settings = writeSettings(options);
  const hashKey = readKey(options.hashKey);
  const engine = call(() => new Engine(languages, regions, policy, maxBytes, settings, hashKey));
  return new LoadedRedactor(engine, loosened(options));
}

/** The engine takes a list as one string: no code has a comma. */
function readList(codes: unknown, key: string): string {
  if (codes === undefined) return '';
  const isCode = (code: unknown): boolean => typeof code === 'string' && code !== '' && !code.includes(',');
  if (!Array.isArray(codes) || !codes.every(isCode)) throw malformed(key, 'must be a list of codes, such as ["es", "en"]');
  return codes.join(',');
}

function malformed(key: string, rule: string): AntifazError {
  return new AntifazError('malformed-options', `${key}: ${rule}`, key);
}

class LoadedRedactor implements Redactor {
  readonly version: string;
  readonly loosened: readonly string[];
  readonly #engine: Engine;
  readonly #maxBytes: number;
  readonly #catalog: readonly CatalogEntry[];
  readonly #categories: readonly CategoryInfo[];

  constructor(engine: Engine, looser: readonly string[]) {
    this.#engine = engine;
    this.loosened = Object.freeze(looser);
    this.version = Engine.version();
    this.#maxBytes = engine.maxBytes();
    this.#catalog = freezeDeep(readCatalog(engine.catalog()));
    this.#categories = freezeDeep(readCategories(Engine.categories()));
  }

  conversation(): Conversation {
    return new Vault(call(() => this.#engine.conversation()), this.#maxBytes, this.#catalog, this.#categories);
  }

  analyze(text: string, options?: AnalyzeOptions): readonly Finding[] {
    const all = readAll(options);
    return readFindings(call(() => this.#engine.analyze(expectShort(text, this.#maxBytes), all)), this.#catalog);
  }

  explain(text: string): Explanation {
    return freezeDeep(readExplanation(call(() => this.#engine.explain(expectShort(text, this.#maxBytes)))));
  }

  catalog(): readonly CatalogEntry[] {
    return this.#catalog;
  }

  categories(): readonly CategoryInfo[] {
    return this.#categories;
  }

  purposes(): readonly PurposeInfo[] {
    return freezeDeep(readPurposes(call(() => Engine.purposes())));
  }

  lintManifest(manifest: unknown): readonly ManifestProblem[] {
    const { rows } = flatten(manifest);
    return freezeDeep(readProblems(call(() => Engine.lint(rows, new Date().toISOString().slice(0, 10)))));
  }
}

class Vault implements Conversation {
  readonly #maxBytes: number;
  readonly #catalog: readonly CatalogEntry[];
  readonly #categories: readonly CategoryInfo[];
  #chat: Chat | undefined;

  constructor(chat: Chat, maxBytes: number, catalog: readonly CatalogEntry[], categories: readonly CategoryInfo[]) {
    this.#chat = chat;
    this.#maxBytes = maxBytes;
    this.#catalog = catalog;
    this.#categories = categories;
  }

  heard(text: string): void {
    const chat = this.#open();
    // After a fault every message is blocked, so what was heard no longer matters.
    attempt(() => chat.heard(expectText(text)), undefined);
  }

  analyze(text: string, options?: AnalyzeOptions): readonly Finding[] {
    const chat = this.#open();
    const all = readAll(options);
    return readFindings(call(() => chat.analyze(expectShort(text, this.#maxBytes), all)), this.#catalog);
  }

  explain(text: string): Explanation {
    const chat = this.#open();
    return freezeDeep(readExplanation(call(() => chat.explain(expectShort(text, this.#maxBytes)))));
  }

  redact(text: string, choices: Choices = {}): Redaction {
    const chat = this.#open();
    expectText(text);
    const pairs = this.#readChoices(choices);
    if (isTooLong(text, this.#maxBytes)) return TOO_LONG;
    return attempt(() => {
      const numbers = chat.redact(text, pairs);
      const [status = 3, findingCount = 0, editCount = 0] = numbers;
      const editsAt = 3 + findingCount * 5;
      const findings = readFindings(numbers.subarray(3, editsAt), this.#catalog);
      if (status !== 0) {
        return Object.freeze({ status: 'blocked', reason: BLOCKED[status] ?? 'fault', findings });
      }
      const edits = readEdits(numbers.subarray(editsAt), editCount > 0 ? chat.replacements() : '', this.#catalog);
      return Object.freeze({ status: 'cleared', text: splice(text, edits), edits, findings });
    }, FAULT);
  }

  restore(text: string): string {
    const chat = this.#open();
    return attempt(() => chat.restore(expectText(text)), text);
  }

  restoreSpans(text: string): { readonly text: string; readonly spans: readonly RestoredSpan[] } {
    const chat = this.#open();
    expectText(text);
    return attempt(
      () => Object.freeze({ text: chat.restore(text), spans: this.#readSpans(chat.restored()) }),
      Object.freeze({ text, spans: Object.freeze([]) }),
    );
  }

  restoreStream(): RestoreStream {
    this.#open();
    let pending = '';
    return Object.freeze({
      push: (chunk: string): string => {
        const chat = this.#open();
        pending += expectText(chunk);
        let settled = attempt(() => chat.settled(pending), pending.length);
        // Half of a surrogate pair would be read as U+FFFD: it waits for the other half.
        if (isHighSurrogate(pending.charCodeAt(settled - 1))) settled--;
        const certain = pending.slice(0, settled);
        pending = pending.slice(settled);
        return this.restore(certain);
      },
      end: (): string => {
        const rest = pending;
        pending = '';
        return this.restore(rest);
      },
    });
  }

  remember(values: readonly Remembered[]): void {
    for (const { token, kind, value } of values) {
      this.#byToken(token, (chat, category, number) => chat.remember(kind, category, number, expectText(value)));
    }
  }

  spend(number: number): void {
    const chat = this.#open();
    if (Number.isInteger(number) && number > 0 && number < 2 ** 32) attempt(() => chat.spend(number), undefined);
  }

  forget(tokens?: readonly string[]): void {
    if (!tokens) attempt(() => this.#open().forgetAll(), undefined);
    for (const token of tokens ?? []) this.#byToken(token, (chat, category, number) => chat.forget(category, number));
  }

  free(): void {
    const chat = this.#chat;
    this.#chat = undefined;
    if (chat) attempt(() => chat.free(), undefined);
  }

  #open(): Chat {
    if (!this.#chat) throw new AntifazError('freed', 'this conversation was freed: start a new one');
    return this.#chat;
  }

  #byToken(token: string, act: (chat: Chat, category: number, number: number) => void): void {
    const chat = this.#open();
    const [, label, digits] = /^\[([A-Z_]+)_(\d{1,9})\]$/.exec(expectText(token)) ?? [];
    const category = this.#categories.findIndex((row) => row.label === label);
    if (category >= 0) attempt(() => act(chat, category, Number(digits)), undefined);
  }

  #readChoices(choices: Choices): Uint8Array {
    expectObject(choices);
    const pairs: number[] = [];
    for (const [id, choice] of Object.entries(choices)) {
      const category = this.#categories.findIndex((row) => row.id === id);
      if (category < 0) throw new AntifazError('unknown-category', `no category "${id}": see categories()`, id);
      const index = CHOICES.indexOf(choice);
      if (index < 0) throw new AntifazError('unknown-choice', `the choice for "${id}" must be hide, generalize or share`, id);
      pairs.push(category, index);
    }
    return new Uint8Array(pairs);
  }

  #readSpans(numbers: Uint32Array): readonly RestoredSpan[] {
    return Object.freeze(
      runs(numbers, 4, (start, end, category, number) =>
        Object.freeze({ start, end, token: `[${entry(this.#categories, category).label}_${number}]` }),
      ),
    );
  }
}

/** A UTF-16 unit is at least one byte of UTF-8: what is too long already here is not even copied. */
function isTooLong(text: string, maxBytes: number): boolean {
  return text.length > maxBytes;
}

function expectShort(text: string, maxBytes: number): string {
  if (isTooLong(expectText(text), maxBytes)) throw new AntifazError('too-long', `the text is longer than ${maxBytes} bytes`, 'text');
  return text;
}

/** What the engine answers, or a fault: for calls whose answer "nothing" would be a lie. */
function call<T>(ask: () => T): T {
  try {
    if (!broken) return ask();
  } catch (error) {
    refuse(error);
  }
  throw new AntifazError('fault', 'the engine failed; nothing it says can be trusted any more: reload the page');
}

/** What the engine answers, or `onFault`: for calls that must not fail. */
function attempt<T>(ask: () => T, onFault: T): T {
  try {
    if (!broken) return ask();
  } catch (error) {
    refuse(error);
  }
  return onFault;
}

/** A refusal of the engine (a row of code, key and message) becomes an error of ours; all else is a fault. */
function refuse(error: unknown): void {
  if (error instanceof AntifazError) throw error;
  if (typeof error === 'string' && error.includes(COLUMN)) {
    const [code = '', key, message = ''] = error.split(COLUMN);
    throw new AntifazError(code, message, key);
  }
  broken = true;
}

function expectText(text: string): string {
  if (typeof text !== 'string') throw new AntifazError('not-text', 'the text must be a string');
  return text;
}

function readAll(options: AnalyzeOptions = {}): boolean {
  expectKnown(options, ANALYZE_OPTIONS);
  const { all = false } = options;
  if (typeof all !== 'boolean') throw malformed('all', 'must be true or false');
  return all;
}

function expectObject(options: unknown): asserts options is object {
  if (typeof options === 'object' && options !== null && !Array.isArray(options)) return;
  throw new AntifazError('malformed-options', 'options must be an object such as {}, or left out');
}

/** A mistyped option would be a default that nobody asked for. */
function expectKnown(options: unknown, known: Record<string, true>): void {
  expectObject(options);
  const unknown = Object.keys(options).find((key) => !Object.hasOwn(known, key));
  if (unknown === undefined) return;
  throw new AntifazError('unknown-option', `no option "${unknown}": known are ${Object.keys(known).join(', ')}`, unknown);
}

function readFindings(numbers: Uint32Array, catalog: readonly CatalogEntry[]): readonly Finding[] {
  return Object.freeze(
    runs(numbers, 5, (start, end, recognizer, thousandths, flags) => {
      const { id, kind, category, entity } = entry(catalog, recognizer);
      const verified = (flags & 1) !== 0;
      const thirdParty = (flags & 2) !== 0;
      const minor = (flags & 4) !== 0;
      const group = flags >>> 3 ? (flags >>> 3) - 1 : null;
      const confidence = thousandths / 1000;
      return Object.freeze({ kind, category, entity, recognizer: id, start, end, confidence, verified, thirdParty, minor, group });
    }),
  );
}

function readEdits(numbers: Uint32Array, replacements: string, catalog: readonly CatalogEntry[]): readonly Edit[] {
  let from = 0;
  const edits = runs(numbers, 5, (start, end, recognizer, action, length) => {
    const { kind, category } = entry(catalog, recognizer);
    const replacement = replacements.slice(from, (from += length));
    return Object.freeze({ start, end, replacement, kind, category, action: entry(ACTIONS, action) });
  });
  return Object.freeze(edits);
}

/** Edits are sorted and disjoint. The text stays the caller's own string, so nothing else in it can change. */
function splice(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, replacement } of edits) {
    result += text.slice(from, start) + replacement;
    from = end;
  }
  return result + text.slice(from);
}

function runs<T>(numbers: Uint32Array, size: 4 | 5, read: (a: number, b: number, c: number, d: number, e: number) => T): T[] {
  const rows: T[] = [];
  for (let at = 0; at < numbers.length; at += size) {
    const number = (offset: number): number => numbers[at + offset] ?? 0;
    rows.push(read(number(0), number(1), number(2), number(3), number(4)));
  }
  return rows;
}

/** A row that is not there means that glue and engine do not fit: a fault, not an undefined field. */
function entry<T>(rows: readonly T[], index: number): T {
  const row = rows[index];
  if (row === undefined) throw new RangeError('no such row');
  return row;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function freezeDeep<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freezeDeep);
  return Object.freeze(value);
}
