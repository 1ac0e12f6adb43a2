import { COLUMN, ROW } from './rows.js';

/** The limits of `src/manifest`: beyond them nobody reads, so that a list of thousands or a circle costs no more than this. */
const MOST = 10_000;
const DEEPEST = 8;
const LONGEST = 2000;

export interface Flat {
  /** Frozen, of its own, and of nothing but JSON: what the page does to the value later does nothing to it. */
  readonly copy: unknown;
  /** Path, type and text of each value, as the engine reads a manifest: without a parser. */
  readonly rows: string;
  /** Where it was cut off: the copy is not whole. */
  readonly cut: string | undefined;
}

/** Any value; time is bounded by the limits. Keys that hold `undefined` count as missing. */
export function flatten(value: unknown): Flat {
  const rows: string[] = [];
  let cut: string | undefined;

  const add = (path: string, type: string, text = ''): void => {
    // A separator would be another row than was meant; it is refused as the control character that it is.
    const columns = [path, type, text.slice(0, LONGEST)].map((column) => column.replace(/[\x1e\x1f]/g, '\x01'));
    rows.push(columns.join(COLUMN) + ROW);
  };
  const walk = (inner: unknown, path: string, depth: number): unknown => {
    if (cut !== undefined) return undefined;
    if (depth > DEEPEST || rows.length === MOST) {
      cut = path || 'manifest';
      add(path, 'cut');
      return undefined;
    }
    if (Array.isArray(inner)) {
      add(path, 'list', String(inner.length));
      const items: unknown[] = [];
      for (let place = 0; place < inner.length && cut === undefined; place++) items.push(walk(inner[place], `${path}[${place}]`, depth + 1));
      return Object.freeze(items);
    }
    if (typeof inner === 'object' && inner !== null) {
      add(path, 'object');
      const entries: [string, unknown][] = [];
      for (const [key, one] of Object.entries(inner)) {
        if (cut !== undefined) break;
        if (one !== undefined) entries.push([key, walk(one, below(path, key), depth + 1)]);
      }
      return Object.freeze(Object.fromEntries(entries));
    }
    add(path, inner === null ? 'null' : typeof inner, typeof inner === 'string' || typeof inner === 'boolean' ? String(inner) : '');
    return /^(string|boolean|number)$/.test(typeof inner) ? inner : null;
  };

  const copy = walk(value, '', 0);
  return { copy, rows: rows.join(''), cut };
}

function below(path: string, key: string): string {
  if (!/^[\w$-]+$/.test(key)) return `${path}[${JSON.stringify(key.slice(0, 80))}]`;
  return path ? `${path}.${key}` : key;
}
