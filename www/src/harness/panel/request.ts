/** Requests that a customer may make by law, written out for them: as text for people, as JSON for machines. Needs no page. */
import { AntifazError } from '../../engine/errors.js';
import type { CategoryInfo } from '../../engine/types.js';
import type { ConsentRecord, LedgerRecord, SentRecord } from '../ledger/index.js';
import { fill } from '../locales/index.js';
import type { Manifest } from '../manifest.js';
import { lawOf } from './laws.js';
import { type FullLocale, RIGHTS, type Right } from './strings.js';
import { date, duration, labelled, said } from './words.js';

export interface RequestScope {
  /** The id of a recipient of the manifest. */
  readonly recipient?: string;
  readonly category?: string;
  readonly receiptId?: string;
}

export interface RequestOptions {
  readonly manifest: Manifest;
  /** Such as `{ ...core, ...panel }`, with one from `antifaz/locales/en` and the other from `antifaz/locales/panel/en`. */
  readonly language: FullLocale;
  /** From `ledger.records()`: the receipts that the request names. @default [] */
  readonly records?: readonly LedgerRecord[];
  /** Which of the records it is about. @default all data */
  readonly scope?: RequestScope;
  /** From `redactor.categories()`, for words in place of ids. @default [] */
  readonly categories?: readonly Pick<CategoryInfo, 'id' | 'label'>[];
  /** The customer's own words. */
  readonly note?: string;
  /** What the customer wants to name in the open; nothing of it is ever put in unasked. @default [] */
  readonly values?: readonly { readonly token: string; readonly value: string }[];
}

export interface RightsRequest {
  readonly text: string;
  /** An object that `JSON.stringify` takes as it is. */
  readonly json: Readonly<Record<string, unknown>>;
}

export type Told = Extract<LedgerRecord, SentRecord | ConsentRecord>;

/** A letter is read by people: what is more stands in the JSON. */
const MOST_LINES = 20;

/** Throws `AntifazError` `unknown-right` for anything but the six of `RIGHTS`. */
export function buildRequest(right: Right, options: RequestOptions): RightsRequest {
  if (!RIGHTS.includes(right)) throw new AntifazError('unknown-right', `buildRequest: the right must be one of ${RIGHTS.join(', ')}`, right);
  const { manifest, language, scope = {}, categories = [], note = '', values = [] } = options;
  const { controller, authority, jurisdiction } = manifest;
  const { core, panel } = language;
  const { letter } = panel;
  const { lang } = core;
  const whole = Object.keys(scope).length === 0;
  const records = (options.records ?? []).filter((record): record is Told => isTold(record) && isAbout(scope, record));
  const word = (category: string): string => labelled(core, categories, category);

  const law = lawOf(jurisdiction);
  const article = law?.articles[right];
  const mark = article?.startsWith('§') ? '{article}' : letter.article;
  const name = law && (lang === 'ru' && law.ru ? law.ru : (law.name ?? letter.gdpr));
  const cited = article && name ? `${fill(mark, { article })} ${name}` : undefined;

  const lines = records.slice(0, MOST_LINES).map((record) => {
    const what = wordsOf(record).map(([category, state]) => `${word(category)} (${state})`);
    return `– ${[date(record.time, lang), ...what, fill(letter.receipt, { id: record.receiptId.slice(0, 8) })].join(', ')}`;
  });
  if (records.length > MOST_LINES) lines.push('– …');
  const about = whole ? [letter.aboutAll] : [letter.about, ...(lines.length > 0 ? lines : [`– ${placeOf(scope)}`])];

  function wordsOf(record: Told): readonly (readonly [string, string])[] {
    if (record.kind === 'consent') return [[record.category, panel.status[record.status]]];
    const { shared, masked } = record;
    return [
      ...Object.keys(shared).map((category) => [category, core.state.share] as const),
      ...Object.keys(masked).map((category) => [category, core.state.hide] as const),
    ];
  }

  function placeOf({ recipient, category, receiptId }: RequestScope): string {
    const to = manifest.recipients.find(({ id }) => id === recipient);
    return [to?.name ?? recipient, category && word(category), receiptId?.slice(0, 8)].filter(Boolean).join(', ');
  }

  const parts = [
    [fill(letter.to, { name: controller.name }), fill(letter.subject, { right: panel.rights[right] })],
    [letter.asks[right], ...(cited ? [fill(letter.legal, { law: cited })] : [])],
    about,
    note.trim() ? [note.trim()] : [],
    values.length > 0 ? [letter.values, ...values.map(({ token, value }) => `– ${token} ${value}`)] : [],
    [
      law?.within ? fill(letter.deadline, { time: duration(law.within, lang) }) : letter.soon,
      letter.answer,
      ...(authority ? [fill(letter.complain, { name: said(authority, lang) })] : []),
    ],
  ];
  return {
    text: parts
      .filter(({ length }) => length > 0)
      .map((part) => part.join('\n'))
      .join('\n\n'),
    json: {
      format: 'antifaz-request-1',
      right,
      created: new Date().toISOString(),
      language: lang,
      controller,
      law: cited ?? null,
      jurisdiction: jurisdiction ?? null,
      answerWithin: law?.within ?? null,
      scope: whole ? 'all' : scope,
      receipts: records.map(receiptOf),
      ...(note.trim() ? { note: note.trim() } : {}),
      ...(values.length > 0 ? { values } : {}),
    },
  };
}

/** What somebody else was told, or allowed. */
export function isTold(record: LedgerRecord): record is Told {
  return record.kind === 'sent' || record.kind === 'consent';
}

function isAbout({ recipient, category, receiptId }: RequestScope, record: Told): boolean {
  const has = record.kind === 'sent' ? [...Object.keys(record.shared), ...Object.keys(record.masked)] : [record.category];
  return (
    (recipient ?? record.recipient.id) === record.recipient.id &&
    (receiptId ?? record.receiptId) === record.receiptId &&
    (category === undefined || has.includes(category))
  );
}

/** What the controller needs to find it, and no more. */
function receiptOf(record: Told): object {
  const { receiptId, recordId, time, recipient, kind } = record;
  const common = { receiptId, recordId, time, kind, recipient: recipient.id };
  if (record.kind === 'sent') return { ...common, shared: record.shared, masked: record.masked, tokens: record.tokens };
  return { ...common, category: record.category, purpose: record.purpose, status: record.status };
}
