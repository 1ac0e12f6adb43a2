/** What is on this device: how much, how long, and away with it. */
import { plural, fill } from '../locales/index.js';
import { h } from '../ui/dom.js';
import { icon, iconOf } from '../ui/icon.js';
import { dotted } from '../ui/reasons.js';
import { button, line, section, type View } from './view.js';
import { bytes, labelled, left } from './words.js';

/** The customer may change their mind this long. */
export const UNDO_MS = 10_000;

export async function storedTab(view: View): Promise<readonly Node[]> {
  const { guard, locale } = view;
  const { panel } = locale;
  const { ledger } = guard;
  const locked = ledger?.state === 'locked';
  return [
    ...(locked ? [line(panel.locked), passphrase(view, panel.unlock, 'current-password', unlock)] : [valuesOf(view), ...(await recordsOf(view))]),
    ...(ledger?.state === 'durable' ? [protection(view)] : []),
    section(
      panel.forget,
      line(panel.forgetText),
      h('div', { class: 'foot' }, button(panel.forget, () => void erase(view, 'all'), { look: 'button' })),
    ),
  ];
}

function valuesOf(view: View): HTMLElement {
  const { guard, locale, categories } = view;
  const { core, panel } = locale;
  const values = guard.values();
  const rows = values.map(({ token, category, until, store }) => {
    const label = categories.find(({ id }) => id === category)?.label;
    const value = h('bdi', { class: 'value', translate: 'no' }, token);
    const show = button(
      panel.show,
      () => {
        const shown = value.textContent !== token;
        value.textContent = shown ? token : (guard.reveal(token) ?? token);
        show.textContent = shown ? panel.show : panel.hide;
        show.ariaLabel = `${show.textContent}: ${token}`;
      },
      { key: `show${token}`, label: `${panel.show}: ${token}` },
    );
    const where = store === 'disk' ? panel.onDisk : panel.inMemory;
    return h(
      'li',
      { part: 'item' },
      h('div', { class: 'what' }, icon(iconOf(label)), h('b', {}, labelled(core, categories, category)), h('small', {}, value, ' · ', where, ' · ', ending(view, until))),
      h('div', { class: 'actions' }, show),
    );
  });
  const away = button(panel.erase, () => void erase(view, 'values'), { look: 'button', key: 'erase-values', label: `${panel.erase}: ${panel.values}` });
  const facts = [plural(core, panel.entries, values.length), ...(values.length > 0 ? [panel.eraseNow] : [])];
  return store(panel.values, facts, values.length > 0 ? [away] : [], h('ul', { class: 'list', role: 'list' }, ...rows));
}

function store(title: string, facts: readonly string[], actions: readonly Node[], ...more: readonly Node[]): HTMLElement {
  const about = h('div', {}, h('h3', {}, title), h('p', { class: 'quiet' }, ...dotted(...facts.map((text) => [h('bdi', {}, text)]))));
  return h('section', { part: 'section' }, h('div', { class: 'store' }, about, ...actions), ...more);
}

/** Counts down by itself: see `tickDown`. */
function ending({ locale }: View, until: string | null): HTMLElement {
  const { core, panel } = locale;
  if (until === null) return h('span', {}, panel.withPage);
  return h('span', { class: 'ending', 'data-until': String(Date.parse(until)) }, fill(panel.ends, { time: left(Date.parse(until), core.lang) }));
}

/** Once a second while the panel is open. Gives whether anything has run out. */
export function tickDown(root: ParentNode, { locale, pending }: View): boolean {
  const { core, panel } = locale;
  let over = false;
  for (const element of root.querySelectorAll<HTMLElement>('[data-until]')) {
    const until = Number(element.dataset['until']);
    over ||= until <= Date.now();
    const text = fill(element.dataset['erases'] === undefined ? panel.ends : panel.erasing, { time: left(until, core.lang) });
    if (element.textContent !== text) element.textContent = text;
  }
  return over || [...pending.values()].some((until) => until <= Date.now());
}

async function recordsOf(view: View): Promise<readonly Node[]> {
  const { guard, locale } = view;
  const { core, panel } = locale;
  const { ledger } = guard;
  if (!ledger) return [];
  const records = await ledger.records();
  const where = ledger.state === 'durable' ? panel.onDisk : panel.inMemory;
  return (['consents', 'sent'] as const).map((name) => {
    const own = records.filter(({ kind }) => (kind === 'consent') === (name === 'consents'));
    const facts = [plural(core, panel.entries, own.length)];
    if (own.length > 0) facts.push(bytes(new Blob([JSON.stringify(own)]).size, core.lang));
    facts.push(where, fill(panel.keptUpTo, { time: keptFor(name, core.lang) }));
    return store(panel[name], facts, own.length > 0 ? [eraser(view, name)] : []);
  });
}

/** As the ledger purges them. */
function keptFor(name: 'consents' | 'sent', lang: string): string {
  const [unit, count] = name === 'consents' ? ['year', 1] : ['day', 90];
  return new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(count as number);
}

function eraser(view: View, name: 'consents' | 'sent'): HTMLElement {
  const { locale, pending } = view;
  const { core, panel } = locale;
  const until = pending.get(name);
  if (until === undefined) {
    const act = (): void => {
      pending.set(name, Date.now() + UNDO_MS);
      view.refresh();
    };
    return button(panel.erase, act, { look: 'button', key: `erase-${name}`, label: `${panel.erase}: ${panel[name]}` });
  }
  const undo = (): void => {
    pending.delete(name);
    view.refresh();
  };
  const text = fill(panel.erasing, { time: left(until, core.lang) });
  return h(
    'div',
    { class: 'foot' },
    h('p', { 'data-until': String(until), 'data-erases': name }, text),
    button(panel.undo, undo, { look: 'button', key: `erase-${name}`, label: `${panel.undo}: ${panel[name]}` }),
  );
}

export async function erase({ guard, locale, tell, refresh }: View, what: 'values' | 'consents' | 'sent' | 'all'): Promise<void> {
  await guard.erase(what);
  tell(locale.panel.erased);
  refresh();
}

/** A lock for the records, for devices that are shared. */
function protection(view: View): HTMLElement {
  const { guard, locale } = view;
  const { panel } = locale;
  const { ledger } = guard;
  const protect = async (words: string): Promise<boolean> => {
    await ledger?.protect(words);
    return true;
  };
  return section(
    panel.lock,
    line(panel.protectText),
    passphrase(view, panel.protect, 'new-password', protect),
    ...(ledger?.isProtected
      ? [
          h(
            'div',
            { class: 'foot' },
            button(panel.lock, () => ledger.lock(), { look: 'button' }),
            button(panel.unprotect, () => void ledger.protect(null).then(() => view.refresh()), { look: 'button' }),
          ),
        ]
      : []),
  );
}

async function unlock(this: void, words: string, { guard }: View): Promise<boolean> {
  return (await guard.ledger?.unlock(words)) ?? false;
}

function passphrase(view: View, words: string, autocomplete: string, act: (words: string, view: View) => Promise<boolean>): HTMLElement {
  const { panel } = view.locale;
  const field = h('input', { type: 'password', autocomplete, required: '', 'data-key': 'passphrase' });
  const said = h('p', { class: 'quiet', role: 'alert' });
  const form = h('form', { class: 'fields', method: 'dialog' }, h('label', { class: 'field' }, panel.passphrase, field), h('button', { type: 'submit', class: 'button', part: 'primary' }, words), said);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void act(field.value, view).then((done) => {
      field.value = '';
      said.textContent = done ? '' : panel.wrong;
      if (!done) return field.focus();
      view.tell(panel.saved);
      view.refresh();
    });
  });
  return form;
}
