/** The six requests: chosen, written, and handed to the customer, who sends them. */
import { frames } from '../dom.js';
import { readText, writeText } from '../editor.js';
import { h } from '../ui/dom.js';
import { buildRequest, type RequestScope } from './request.js';
import { RIGHTS } from './strings.js';
import { button, linked, pick, save, section, tick, type View } from './view.js';
import { date, fullLocale, labelled, said } from './words.js';

export async function rightsTab(view: View): Promise<readonly Node[]> {
  const { guard, locale, categories, asked, tell } = view;
  const { core, panel } = locale;
  const { manifest, ledger } = guard;
  const records = ledger && ledger.state !== 'locked' ? await ledger.records() : [];

  const choices = RIGHTS.map((right) => {
    const box = h('input', { type: 'radio', name: 'right', value: right, 'data-key': `right-${right}` });
    box.checked = asked.right === right;
    box.addEventListener('change', () => {
      asked.right = right;
      write();
    });
    return h('label', { class: 'choice' }, box, h('span', {}, h('b', {}, panel.rights[right]), h('small', {}, panel.means[right])));
  });

  const scopes = new Map<string, RequestScope>([['', {}]]);
  const names = new Map<string, string>([['', panel.everything]]);
  const offer = (key: string, name: string, scope: RequestScope): void => {
    scopes.set(key, scope);
    names.set(key, name);
  };
  for (const { id, name = id } of manifest.recipients) offer(`to ${id}`, name, { recipient: id });
  for (const record of [...records].reverse()) {
    if (record.kind !== 'sent' || scopes.size > 30) continue;
    const what = [...Object.keys(record.shared), ...Object.keys(record.masked)].map((id) => labelled(core, categories, id));
    offer(record.receiptId, `${date(record.time, core.lang, 'minute')} · ${what.join(', ')}`, { receiptId: record.receiptId });
  }
  const { receiptId } = asked.scope;
  const about = records.find((record) => record.receiptId === receiptId);
  if (about && receiptId && !scopes.has(receiptId)) offer(receiptId, date(about.time, core.lang, 'minute'), asked.scope);
  const chosen = [...scopes].find(([, scope]) => JSON.stringify(scope) === JSON.stringify(asked.scope))?.[0] ?? '';

  const note = h('textarea', { rows: '2', maxlength: '1000', 'data-key': 'note', autocomplete: 'off', spellcheck: 'false' });
  note.value = asked.note;
  note.addEventListener('input', () => {
    asked.note = note.value;
    write();
  });
  const text = h('textarea', { rows: '9', class: 'letter', 'data-key': 'letter', autocomplete: 'off', spellcheck: 'false', translate: 'no' });
  const json = h('pre', { tabindex: '0', translate: 'no', part: 'json' });
  json.ariaLabel = panel.forMachines;

  const speech = (): typeof locale => {
    const other = guard.locales.find(({ core: { lang } }) => lang === asked.language);
    return other ? fullLocale(guard, other) : locale;
  };
  function write(): void {
    const scope = scopes.has(asked.scope.receiptId ?? '') || asked.scope.recipient ? asked.scope : {};
    const values = asked.values ? guard.values().map(({ token }) => ({ token, value: guard.reveal(token) ?? '' })) : [];
    const { text: letter, json: machine } = buildRequest(asked.right, { manifest, language: speech(), records, scope, categories, note: asked.note, values });
    text.value = letter;
    text.lang = speech().core.lang;
    text.dir = speech().core.dir;
    json.textContent = JSON.stringify(machine, null, 2);
  }
  write();

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      // Only a secure page has the clipboard.
      text.select();
      document.execCommand('copy');
    }
    tell(panel.copied);
  };
  const chat = async (editor: HTMLElement): Promise<void> => {
    // Behind what is being written there already.
    const letter = [readText(editor).trimEnd(), text.value].filter(Boolean).join('\n\n');
    view.close();
    await writeText(editor, letter, frames);
    editor.focus();
  };
  const { editor } = view;
  const file = (kind: string): string => `request-${asked.right}.${kind}`;

  return [
    h('fieldset', { class: 'choices' }, h('legend', {}, panel.right), ...choices),
    h(
      'div',
      { class: 'fields' },
      pick(panel.concerns, [...names], chosen, (value) => {
        asked.scope = scopes.get(value) ?? {};
        write();
      }),
      h('label', { class: 'field' }, panel.note, note),
      ...(guard.locales.length > 1
        ? [
            pick(panel.language, languages(view), speech().core.lang, (value) => {
              asked.language = value;
              write();
            }, 'letter-language'),
          ]
        : []),
      tick(panel.withValues, asked.values, (on) => {
        asked.values = on;
        write();
      }, 'with-values'),
      h('label', { class: 'field' }, panel.text, text),
    ),
    h(
      'div',
      { class: 'foot' },
      button(panel.copy, () => void copy(), { look: 'button' }),
      ...(editor ? [button(panel.intoChat, () => void chat(editor), { look: 'button' })] : []),
      button(panel.download, () => save(file('txt'), text.value, 'text/plain'), { look: 'button' }),
    ),
    h(
      'details',
      {},
      h('summary', { 'data-key': 'json' }, panel.forMachines),
      json,
      button(panel.download, () => save(file('json'), json.textContent ?? ''), { key: 'download-json', label: `${panel.download}: JSON` }),
    ),
    contacts(view),
  ];
}

export function languages({ guard }: View): readonly (readonly [string, string])[] {
  return guard.locales.map(({ core: { lang } }) => [lang, new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang]);
}

function contacts({ guard, locale }: View): HTMLElement {
  const { core, panel } = locale;
  const { controller, authority } = guard.manifest;
  const { name, address, email, url, dpo } = controller;
  const row = (term: string, ...lines: readonly (string | undefined)[]): readonly Node[] => {
    const given = lines.filter((each) => each !== undefined);
    return given.length > 0 ? [h('div', {}, h('dt', {}, term), ...given.map((each) => h('dd', {}, linked(each))))] : [];
  };
  return section(
    panel.contacts,
    h(
      'dl',
      {},
      ...row(panel.notice.controller, name, address, email, url),
      ...row(panel.notice.dpo, dpo),
      ...row(panel.notice.authority, authority && said(authority, core.lang)),
    ),
  );
}
