/** What left, to whom, when and what for; and what was agreed to. No value is in any of it. */
import type { Counts } from '../events.js';
import type { LedgerRecord } from '../ledger/index.js';
import { fill } from '../locales/index.js';
import { countsOf } from '../seek.js';
import { h } from '../ui/dom.js';
import { icon, iconOf } from '../ui/icon.js';
import { dotted } from '../ui/reasons.js';
import { isTold } from './request.js';
import { button, folded, line, save, section, tick, type View } from './view.js';
import { date, labelled, said } from './words.js';

const AT_FIRST = 30;

export async function sharedTab(view: View): Promise<readonly Node[]> {
  const { guard, locale } = view;
  const { core, panel } = locale;
  const { ledger, manifest } = guard;
  if (!ledger) return [line(panel.noLedger), ...counted(view)];
  if (ledger.state === 'locked') return [line(panel.locked)];
  const records = [...(await ledger.records())];
  records.sort((a, b) => (a.time < b.time ? 1 : -1));
  const rows = [...grouped(records).values()].map((group) => ({ at: placeOf(group[0]!), element: rowOf(view, group, records) }));
  if (rows.length === 0) return [line(panel.none)];

  const known = manifest.recipients.map(({ id }) => id);
  const places = [...new Set(rows.map(({ at }) => at))].sort((a, b) => known.indexOf(a) - known.indexOf(b));
  const lists = places.map((at) => {
    const own = rows.filter((row) => row.at === at);
    const recipient = records.filter(isTold).find((record) => record.recipient.id === at)?.recipient;
    const title = recipient ? `${recipient.name} · ${core.kind[recipient.kind as 'ai'] ?? recipient.kind}` : panel.values;
    return { own, element: section(title, h('ol', { class: 'list', role: 'list' }, ...own.map(({ element }) => element))) };
  });
  let most = AT_FIRST;
  const nothing = line(panel.noMatch);
  const more = button(panel.more, () => {
    most = Infinity;
    narrow();
  });
  const search = h('input', { type: 'search', class: 'search', placeholder: panel.search, 'aria-label': panel.search, 'data-key': 'search', autocomplete: 'off' });
  function narrow(): void {
    const wanted = folded(search.value.trim());
    const fits = rows.filter(({ element }) => folded(element.dataset['text'] ?? '').includes(wanted));
    const shown = new Set(fits.slice(0, most));
    for (const row of rows) row.element.hidden = !shown.has(row);
    for (const { own, element } of lists) element.hidden = !own.some((row) => shown.has(row));
    nothing.hidden = fits.length > 0;
    more.hidden = fits.length <= most;
  }
  search.addEventListener('input', narrow);
  narrow();
  return [search, ...lists.map(({ element }) => element), nothing, more, takeAway(view)];
}

/** One row for what was one answer: its purposes stand together, and a question that was answered says nothing more. */
function grouped(records: readonly LedgerRecord[]): ReadonlyMap<string, readonly LedgerRecord[]> {
  const answered = new Set(records.flatMap((record) => (record.kind === 'consent' && record.status !== 'requested' ? [record.receiptId] : [])));
  const groups = new Map<string, LedgerRecord[]>();
  for (const record of records) {
    const { kind, receiptId, recordId } = record;
    if ((kind === 'consent' && record.status === 'requested' && answered.has(receiptId)) || (kind !== 'value' && !isTold(record))) continue;
    const key = kind === 'consent' ? [receiptId, record.category, record.status, record.recipient.id].join('|') : recordId;
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return groups;
}

/** Nothing of the vault has a recipient. */
function placeOf(record: LedgerRecord): string {
  return isTold(record) ? record.recipient.id : '';
}

function rowOf(view: View, group: readonly LedgerRecord[], records: readonly LedgerRecord[]): HTMLElement {
  const { guard, locale, categories } = view;
  const { core, panel } = locale;
  const { lang } = core;
  const { manifest } = guard;
  const record = group[0] as LedgerRecord;
  const when = date(record.time, lang, 'minute');
  const facts: HTMLElement[] = [];
  const meta = [when];
  const searched: string[] = [];

  const fact = (category: string, state: string, count: number): void => {
    const words = labelled(core, categories, category);
    const name = count > 1 ? `${words} × ${count}` : words;
    const picture = icon(iconOf(categories.find(({ id }) => id === category)?.label));
    facts.push(h('p', { class: 'fact' }, picture, h('b', {}, name), h('span', { class: 'badge', part: 'badge' }, state)));
    searched.push(name, category, state);
  };
  const all = (counts: Counts, state: string): void => {
    for (const [category, count] of Object.entries(counts)) fact(category, state, count);
  };
  if (record.kind === 'sent') {
    all(record.shared, core.state.share);
    all(record.masked, core.state.hide);
    const needed = Object.keys(record.shared).flatMap((id) => manifest.categories.find((rule) => rule.id === id)?.purposes ?? []);
    meta.push(...manifest.purposes.filter(({ id }) => needed.includes(id)).map(({ text }) => said(text, lang)));
    searched.push(record.recipient.name);
  } else if (record.kind === 'consent') {
    const { category, status, count, scope, validUntil, recipient } = record;
    fact(category, panel.status[status], count);
    meta.push(...[...group].reverse().map((each) => (each.kind === 'consent' ? said(each.purposeText, lang) : '')));
    if (status === 'given' || status === 'renewed') meta.push(fill(core.scopes[scope], { date: validUntil ? date(validUntil, lang) : '' }));
    searched.push(recipient.name);
  } else if (record.kind === 'value') {
    all(record.counts, panel.status[record.status]);
  }
  const of = searched.filter((_, at) => at % 3 === 0).join(', ');
  searched.push(...meta);

  const { receiptId } = record;
  const act = (words: string, doing: () => void): HTMLElement =>
    button(words, doing, { key: `${words}${record.recordId}`, label: `${words}: ${of}, ${when}` });
  const actions =
    record.kind === 'sent'
      ? [act(panel.correct, () => correct(view, record, item)), act(panel.askErase, () => view.request('erase', { receiptId }))]
      : [];
  if (isTold(record)) actions.push(act(panel.receipt, () => void download(view, receiptId)));
  const notes = records.flatMap((each) =>
    each.kind === 'correction' && each.refersTo === record.recordId ? [h('p', { class: 'note' }, each.note)] : [],
  );
  const item = h(
    'li',
    { part: 'item', 'data-text': searched.join(' ') },
    h('div', { class: 'facts' }, ...facts, h('p', { class: 'quiet' }, ...dotted(...meta.filter(Boolean).map((text) => [h('bdi', {}, text)]))), ...notes),
    h('div', { class: 'actions' }, ...actions),
  );
  return item;
}

/** A note beside the record, which the request for correction then carries too. */
function correct(view: View, record: LedgerRecord, item: HTMLElement): void {
  const { guard, locale } = view;
  const { panel } = locale;
  const open = item.querySelector('textarea');
  if (open) return open.focus();
  const note = h('textarea', { rows: '2', maxlength: '500', autocomplete: 'off', spellcheck: 'false' });
  const keep = button(panel.correct, () => {
    const text = note.value.trim();
    if (!text) return note.focus();
    void guard.ledger
      ?.correct(record.recordId, text)
      .catch(() => {})
      .then(() => {
        view.asked.note = text;
        view.request('rectify', { receiptId: record.receiptId });
      });
  }, { look: 'button' });
  item.append(h('div', { class: 'fields' }, h('label', { class: 'field' }, panel.note, note), keep));
  note.focus();
}

async function download({ guard, locale, tell }: View, receiptId: string): Promise<void> {
  const records = (await guard.ledger?.records())?.filter((record) => record.receiptId === receiptId);
  save(`receipt-${receiptId.slice(0, 8)}.json`, JSON.stringify({ receiptId, records }, null, 2));
  tell(locale.panel.saved);
}

function takeAway({ guard, locale, tell }: View): HTMLElement {
  const { panel } = locale;
  let values = false;
  const forms = [['json', 'JSON', 'application/json'], ['jsonld', 'JSON-LD', 'application/ld+json'], ['csv', 'CSV', 'text/csv']] as const;
  const take = async (event: Event, form: 'json' | 'jsonld' | 'csv', type: string): Promise<void> => {
    if (values) await guard.ledger?.save(form, event);
    else save(`privacy.${form}`, (await guard.ledger?.export(form)) ?? '', type);
    tell(panel.saved);
  };
  return section(
    panel.allRecords,
    tick(panel.withValues, false, (on) => (values = on)),
    h('div', { class: 'foot' }, ...forms.map(([form, words, type]) => button(words, (event) => void take(event, form, type), { look: 'button' }))),
  );
}

function counted({ guard, locale, categories }: View): readonly Node[] {
  const { core } = locale;
  const { masked = {}, revealed = {} } = countsOf(guard) ?? {};
  const states = [[revealed, core.state.share], [masked, core.state.hide]] as const;
  const rows = states.flatMap(([counts, state]) =>
    Object.entries(counts).map(([id, count]) => h('li', {}, `${labelled(core, categories, id)} × ${count} · ${state}`)),
  );
  return rows.length > 0 ? [h('ul', { class: 'list', role: 'list' }, ...rows)] : [];
}
