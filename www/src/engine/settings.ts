import { AntifazError } from './errors.js';
import { COLUMN, ROW } from './rows.js';
import type { RedactorOptions, Rule } from './types.js';

const RULE: Record<keyof Rule, true> = {
  name: true,
  category: true,
  pattern: true,
  keywords: true,
  check: true,
  cues: true,
  examples: true,
  counterExamples: true,
};

/** The settings as the engine reads them: a row each, what it sets and what it says. Types are checked here, values there. */
export function writeSettings(options: RedactorOptions): string {
  const rows: string[] = [];
  const add = (key: string, ...columns: string[]): void => {
    // A separator inside would be another setting than was meant.
    if (columns.some((column) => /[\x1e\x1f]/.test(column))) throw malformed(key, 'must not hold control characters');
    rows.push(columns.join(COLUMN) + ROW);
  };
  list(options.rules, 'rules').forEach((rule, place) => addRule(add, rule, `rules[${place}]`));
  for (const key of ['allow', 'deny'] as const) {
    for (const [name, words] of entries(options[key], key)) {
      texts(words, `${key}.${name}`).forEach((word) => add(key, key, name, word));
    }
  }
  for (const [name, threshold] of entries(options.thresholds, 'thresholds')) {
    const thousandths = Math.round(Number(threshold) * 1000);
    if (typeof threshold !== 'number' || !(thousandths >= 150 && thousandths <= 990)) {
      throw new AntifazError('out-of-range', `thresholds.${name}: must be a number from 0.15 to 0.99`, name);
    }
    add('thresholds', 'threshold', name, String(thousandths));
  }
  texts(options.off, 'off').forEach((name) => add('off', 'off', name));
  for (const [name, mask] of entries(options.masks, 'masks')) add('masks', 'mask', name, text(mask, `masks.${name}`));
  return rows.join('');
}

/** Of settings that were written: those by which less is found, or more of it shows. */
export function loosened({ languages, policy, allow = {}, off = [], thresholds = {}, masks = {} }: RedactorOptions): readonly string[] {
  const usual = policy === 'strict' ? 0.15 : 0.5;
  return [
    ...(languages === undefined ? [] : ['languages']),
    ...off.map((name) => `off: ${name}`),
    ...Object.keys(allow).map((name) => `allow: ${name}`),
    ...Object.keys(thresholds).filter((name) => Number(thresholds[name]) > usual).map((name) => `thresholds: ${name}`),
    ...Object.keys(masks).filter((name) => !/^(token|label)$/.test(masks[name] ?? '')).map((name) => `masks.${name}: ${masks[name]}`),
  ];
}

function addRule(add: (key: string, ...columns: string[]) => void, rule: unknown, key: string): void {
  if (typeof rule !== 'object' || rule === null) throw malformed(key, 'must be an object with name, category and pattern');
  const unknown = Object.keys(rule).find((part) => !Object.hasOwn(RULE, part));
  if (unknown !== undefined) {
    throw new AntifazError('unknown-option', `${key}: no part "${unknown}": known are ${Object.keys(RULE).join(', ')}`, unknown);
  }
  const { name, category, pattern, keywords, check, cues, examples, counterExamples } = rule as Partial<Rule>;
  add(key, 'rule', text(name, `${key}.name`), text(category, `${key}.category`), text(pattern, `${key}.pattern`));
  texts(keywords, `${key}.keywords`).forEach((keyword) => add(key, 'keyword', keyword));
  if (check !== undefined) add(key, 'check', text(check, `${key}.check`));
  for (const [language, words] of entries(cues, `${key}.cues`)) {
    texts(words, `${key}.cues.${language}`).forEach((word) => add(key, 'cue', language, word));
  }
  texts(examples, `${key}.examples`).forEach((example) => add(key, 'example', example));
  texts(counterExamples, `${key}.counterExamples`).forEach((example) => add(key, 'counterExample', example));
}

export function readKey(key: unknown): Uint8Array {
  if (key === undefined) return new Uint8Array();
  if (typeof key === 'string') return new TextEncoder().encode(key);
  if (key instanceof Uint8Array) return key;
  throw malformed('hashKey', 'must be a string or a Uint8Array');
}

function malformed(key: string, rule: string): AntifazError {
  return new AntifazError('malformed-options', `${key}: ${rule}`, key);
}

function list(value: unknown, key: string): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw malformed(key, 'must be a list');
  return value;
}

function texts(value: unknown, key: string): readonly string[] {
  return list(value, key).map((one) => text(one, key));
}

function text(value: unknown, key: string): string {
  if (typeof value !== 'string') throw malformed(key, 'must be a string');
  return value;
}

function entries(value: unknown, key: string): [string, unknown][] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed(key, 'must be an object');
  return Object.entries(value);
}
