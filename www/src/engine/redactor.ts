import { type Chat, Engine } from 'antifaz:glue';
import { AntifazError } from './errors.js';
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
  Redaction,
  Redactor,
  RedactorOptions,
  RestoredSpan,
  RestoreStream,
} from './types.js';

// The order of the numbers in `src/wasm.rs`.
const BLOCKED: readonly (BlockReason | undefined)[] = [undefined, 'too-long', 'too-many-findings', 'fault'];
const ACTIONS: readonly Action[] = ['keep', 'token', 'label', 'partial', 'generalize', 'claim'];
const CHOICES: readonly string[] = ['hide', 'generalize', 'share'];

const FAULT: Redaction = Object.freeze({ status: 'blocked', reason: 'fault', findings: Object.freeze([]) });

/** A trap leaves the engine's memory in an unknown state: from then on nothing it says is believed. */
let broken = false;

/** The engine must be loaded. */
export function redactor(options: RedactorOptions = {}): Redactor {
  return new LoadedRedactor(call(() => new Engine(options)));
}

class LoadedRedactor implements Redactor {
  readonly version: string;
  readonly #engine: Engine;
  readonly #catalog: readonly CatalogEntry[];
  readonly #categories: readonly CategoryInfo[];

  constructor(engine: Engine) {
    this.#engine = engine;
    this.version = Engine.version();
    this.#catalog = freezeDeep(engine.catalog());
    this.#categories = freezeDeep(engine.categories());
  }

  conversation(): Conversation {
    return new Vault(call(() => this.#engine.conversation()), this.#catalog, this.#categories);
  }

  analyze(text: string, options?: AnalyzeOptions): readonly Finding[] {
    const all = readAll(options);
    return readFindings(call(() => this.#engine.analyze(expectText(text), all)), this.#catalog);
  }

  explain(text: string): Explanation {
    return freezeDeep(call(() => this.#engine.explain(expectText(text))));
  }

  catalog(): readonly CatalogEntry[] {
    return this.#catalog;
  }

  categories(): readonly CategoryInfo[] {
    return this.#categories;
  }
}

class Vault implements Conversation {
  readonly #catalog: readonly CatalogEntry[];
  readonly #categories: readonly CategoryInfo[];
  #chat: Chat | undefined;

  constructor(chat: Chat, catalog: readonly CatalogEntry[], categories: readonly CategoryInfo[]) {
    this.#chat = chat;
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
    return readFindings(call(() => chat.analyze(expectText(text), all)), this.#catalog);
  }

  redact(text: string, choices: Choices = {}): Redaction {
    const chat = this.#open();
    expectText(text);
    const pairs = this.#readChoices(choices);
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

  free(): void {
    const chat = this.#chat;
    this.#chat = undefined;
    if (chat) attempt(() => chat.free(), undefined);
  }

  #open(): Chat {
    if (!this.#chat) throw new AntifazError('freed', 'this conversation was freed: start a new one');
    return this.#chat;
  }

  #readChoices(choices: Choices): Uint8Array {
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

/** A refusal of the engine (a plain object) becomes an error of ours; all else is a fault. */
function refuse(error: unknown): void {
  if (error instanceof AntifazError) throw error;
  if (isRefusal(error)) throw new AntifazError(error.code, error.message, error.key);
  broken = true;
}

function isRefusal(error: unknown): error is { code: string; message: string; key?: string } {
  return typeof error === 'object' && error !== null && !(error instanceof Error) && 'code' in error;
}

function expectText(text: string): string {
  if (typeof text !== 'string') throw new AntifazError('not-text', 'the text must be a string');
  return text;
}

function readAll(options: AnalyzeOptions = {}): boolean {
  const unknown = Object.keys(options).find((key) => key !== 'all');
  if (unknown !== undefined) throw new AntifazError('unknown-option', `no option "${unknown}": known is all`, unknown);
  return options.all ?? false;
}

function readFindings(numbers: Uint32Array, catalog: readonly CatalogEntry[]): readonly Finding[] {
  return Object.freeze(
    runs(numbers, 5, (start, end, recognizer, thousandths, flags) => {
      const { id, kind, category, entity } = entry(catalog, recognizer);
      const verified = (flags & 1) !== 0;
      return Object.freeze({ kind, category, entity, recognizer: id, start, end, confidence: thousandths / 1000, verified });
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
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = numbers.subarray(at, at + size);
    rows.push(read(a, b, c, d, e));
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
