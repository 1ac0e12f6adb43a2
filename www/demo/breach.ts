/** What a stolen server is worth: one that got everything, and this one. All that is joined to it is invented. */
import type { Conversation, Finding } from '../src/engine/types.js';
import { element } from './element.js';
import type { Entry } from './ledger.js';
import { counted, type Words } from './words.js';

export interface Source {
  /** Everything in a text that says something about a person. */
  readonly analyze: (text: string) => readonly Finding[];
  /** By category: what a customer calls it, and whether it finds a person elsewhere. */
  readonly category: (id: string) => { readonly name: string; readonly lookupKey: boolean };
  readonly conversation: () => Conversation;
}

interface Row {
  readonly name: string;
  readonly lookupKey: boolean;
  readonly raw: Set<string>;
  readonly kept: Set<string>;
}

/** Two panes, side by side. `entries`: what was written and received; where it names nobody, a chat of an invented customer is taken. */
export function breach(entries: readonly Entry[], words: Words, source: Source): readonly HTMLElement[] {
  const named = entries.some(({ marks }) => marks.some(({ category }) => source.category(category).lookupKey));
  const rows = rowsOf(named ? entries : story(words, source), source);
  const without = pane('without', words.without, rows.flatMap(({ raw }) => [...raw]).length + words.sources.length, words);
  without.append(
    list(rows.map(({ name, raw }) => [name, ...[...raw].map((text) => element('mark', 'value', text))])),
    element('h4', '', words.joined),
    list(words.sources.map(({ where, tells }) => [where, tells])),
    element('p', 'sum', element('b', '', words.addsUp), ` ${words.somebody}`),
  );
  const findable = rows.some(({ raw, kept, lookupKey }) => lookupKey && [...kept].some((text) => raw.has(text)));
  const shared = rows.flatMap(({ raw, kept }) => [...kept].filter((text) => raw.has(text)));
  const withIt = pane('with', words.with, shared.length, words);
  withIt.append(
    list(rows.map(({ name, raw, kept }) => [name, ...[...kept].map((text) => element('mark', raw.has(text) ? 'value' : 'token', text))])),
    element('h4', '', words.joined),
    list(words.sources.map(({ where, tells }) => [where, findable ? tells : words.noMatch])),
  );
  // What the customer shared is there, and may find them.
  if (shared.length === 0) withIt.append(element('p', 'sum', element('b', '', words.addsUp), ` ${words.nobody}`));
  return [element('p', 'from', named ? words.fromYou : words.fromStory), element('div', 'panes', without, withIt)];
}

function story({ tries }: Words, { analyze, conversation }: Source): readonly Entry[] {
  const chat = conversation();
  const entries = tries.slice(0, 3).map(({ text }): Entry => {
    const redaction = chat.redact(text);
    const got = redaction.status === 'cleared' ? redaction.text : '';
    return { typed: text, marks: analyze(text), received: { raw: '', text: got, channel: 'bank' } };
  });
  chat.free();
  return entries;
}

function rowsOf(entries: readonly Entry[], { category }: Source): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { typed, marks, received } of entries) {
    const kept = inPlaceOf(typed, marks, received.text);
    for (const [at, mark] of marks.entries()) {
      const row = rows.get(mark.category) ?? { ...category(mark.category), raw: new Set(), kept: new Set() };
      row.raw.add(typed.slice(mark.start, mark.end));
      row.kept.add(kept[at] ?? '…');
      rows.set(mark.category, row);
    }
  }
  return [...rows.values()];
}

/** What arrived in the place of each value; '…' where the texts do not match up. */
function inPlaceOf(typed: string, marks: readonly Finding[], received: string): readonly string[] {
  const [sent, got] = [typed, received.trim()].map((text) => text.replace(/\s/g, ' ')) as [string, string];
  let at = sent.slice(0, marks[0]?.start).trimStart().length;
  return marks.map(({ start, end }, each) => {
    const value = typed.slice(start, end);
    const between = sent.slice(end, marks[each + 1]?.start);
    const stop = between.trim() === '' && each === marks.length - 1 ? got.length : got.indexOf(between.trimEnd() || between, at + 1);
    const piece = stop > at ? got.slice(at, stop) : '…';
    if (stop > at) at = stop + between.length;
    // What left as it was is shown as what it is, whatever stands around it.
    return received.includes(value) ? value : piece;
  });
}

function pane(name: string, title: string, count: number, { values }: Words): HTMLElement {
  return element('section', `pane ${name}`, element('h3', '', title), element('p', 'count', counted(values, count)));
}

function list(rows: readonly (readonly (Node | string)[])[]): HTMLElement {
  const pairs = rows.map(([name = '', ...content]) =>
    element('div', '', element('dt', '', name), element('dd', '', ...content.flatMap((each, at) => (at ? [' ', each] : [each])))),
  );
  return element('dl', '', ...pairs);
}
