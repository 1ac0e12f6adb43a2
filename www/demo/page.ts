/** The demo page: an ordinary widget for each channel, the guard before them, and a view of what left the device. */
import type { Channel } from './bank.mjs';
import { greeting } from './bot.mjs';
import { breach, type Source } from './breach.js';
import { ADDRESSES, simulated, watchReceived } from './connection.js';
import { type DeepChat, dress, undress } from './dress.js';
import { element } from './element.js';
import { Ledger } from './ledger.js';
import { MANIFEST } from './manifest.js';
import { ReceiptsView } from './receipts.js';
import { WORDS, type Words } from './words.js';

const CHANNELS: readonly Channel[] = ['bank', 'messenger'];

const root = document.documentElement;
const find = <T extends Element = HTMLElement>(selector: string): T => document.querySelector<T>(selector)!;
const widgetOf = (channel: Channel): DeepChat => find<DeepChat>(`deep-chat.at-${channel}`);

const asked = new URLSearchParams(location.search);
let language = [asked.get('lang') ?? '', ...navigator.languages.map((tag) => tag.slice(0, 2))].find((tag) => tag in WORDS) ?? 'en';
const words = (): Words => WORDS[language]!;
let channel: Channel = 'bank';

/** Letters only, so that no number in it looks like somebody's. */
const chat = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => String.fromCharCode(97 + (byte % 26))).join('');

async function start(): Promise<void> {
  showWords();
  showTheme();
  CHANNELS.map(widgetOf).forEach(undress);

  // What any integrator writes, before the widget: the engine, and a guard that stands while the engine loads. This bank is content
  // with the band of an amount.
  const loading = antifaz.createRedactor({ masks: { amount: 'generalize' } });
  const notes = antifaz.openLedger();
  const guard = antifaz.createGuard({ redactor: loading, manifest: MANIFEST, ledger: notes });
  guard.guardNetwork();
  for (const recipient of CHANNELS) guard.attach(widgetOf(recipient), { recipient });
  const panel = antifaz.createPanel(guard);

  await customElements.whenDefined('deep-chat');
  await Promise.all(CHANNELS.map(furnish));

  const redactor = await loading;
  const ledger = new Ledger(find('.ledger'), words(), (text) => redactor.analyze(text));
  const categories = new Map(redactor.categories().map((category) => [category.id, category]));
  const category: Source['category'] = (id) => {
    const { label = '', lookupKey = false } = categories.get(id) ?? {};
    return { name: (guard.speech(document.body).core.labels as Readonly<Record<string, string>>)[label] ?? id, lookupKey };
  };
  const source: Source = { analyze: (text) => redactor.analyze(text), category, conversation: () => redactor.conversation() };
  const receipts = new ReceiptsView(find('.receipts'), words(), notes, () => antifaz.fullLocale(guard, guard.speech(document.body)), (id) => category(id).name);

  let typed = '';
  let leaving = false;
  // From the decision on, what stands in the composer is what leaves, no longer what was typed.
  for (const type of ['masked', 'revealed'] as const) guard.addEventListener(type, () => (leaving = true));
  guard.addEventListener('decision', () => void receipts.show());
  for (const each of CHANNELS) {
    widgetOf(each).addEventListener('input', () => {
      if (leaving) return;
      typed = editorOf(each).innerText;
      ledger.draft(typed, guard.analyze(typed));
    });
  }
  watchReceived(chat, (received) => {
    ledger.add(leaving ? typed : received.text, received);
    leaving = false;
    void receipts.show();
    if (!find('#stolen').hidden) showBreach();
  });

  const showBreach = (): void => find('#stolen').replaceChildren(...breach(ledger.entries, words(), source));
  find('.breach .strong').addEventListener('click', ({ currentTarget }) => {
    const stolen = find('#stolen');
    stolen.hidden = !stolen.hidden;
    (currentTarget as Element).setAttribute('aria-expanded', String(!stolen.hidden));
    showBreach();
    if (!stolen.hidden) find('.breach').scrollIntoView({ block: 'start', behavior: isCalm() ? 'auto' : 'smooth' });
  });
  const showTabs = (): void => {
    const { tabs } = antifaz.fullLocale(guard, guard.speech(document.body)).panel;
    const made = antifaz.TABS.map((tab) => {
      const button = Object.assign(element('button', '', tabs[tab]), { type: 'button' });
      button.addEventListener('click', () => panel.open(tab));
      return element('li', '', button);
    });
    find('.tabs').replaceChildren(...made);
  };
  showTabs();
  find('.control .strong').addEventListener('click', () => panel.open());

  const enter = (): void => showChannel(() => void type(ledger.entries.at(-1)?.typed.trim() ?? words().tries[0]!.text));
  for (const button of document.querySelectorAll<HTMLButtonElement>('.channels button')) {
    button.addEventListener('click', () => {
      channel = button.value as Channel;
      enter();
      editorOf(channel).focus({ preventScroll: true });
    });
  }
  find<HTMLSelectElement>('.language').addEventListener('change', ({ currentTarget }) => {
    language = (currentTarget as HTMLSelectElement).value;
    showWords();
    ledger.words = words();
    receipts.words = words();
    showTabs();
    if (!find('#stolen').hidden) showBreach();
    for (const each of CHANNELS) {
      widgetOf(each).setPlaceholderText(words().write);
      name(widgetOf(each), words());
      if (!ledger.entries.some(({ received }) => received.channel === each)) greet(widgetOf(each));
    }
    enter();
  });
  find('.theme').addEventListener('click', () => {
    root.dataset['theme'] = isDark() ? 'light' : 'dark';
    showTheme();
  });
  find('.again').addEventListener('click', () => location.reload());
  find('.raw').addEventListener('click', ({ currentTarget }) => {
    const on = (currentTarget as Element).getAttribute('aria-checked') !== 'true';
    (currentTarget as Element).setAttribute('aria-checked', String(on));
    ledger.raw = on;
  });
  find('.try').addEventListener('click', ({ target }) => {
    const example = words().tries[[...find('.try').children].indexOf(target as Element)];
    if (example) void type(example.text);
  });
}

/** A widget as its channel needs it; `data-dressed` once it can be used. */
async function furnish(at: Channel): Promise<void> {
  const widget = widgetOf(at);
  await new Promise<void>((drawn) => {
    widget.onComponentRender = drawn;
    dress(widget, words().write);
    widget.connect = { url: ADDRESSES[at], stream: true };
    widget.requestInterceptor = (request) => ({ ...request, body: { ...request.body, chat, language } });
    greet(widget);
  });
  // It makes its parts anew as it goes.
  new MutationObserver(() => name(widget, words())).observe(widget.shadowRoot!, { childList: true, subtree: true });
  name(widget, words());
  widget.dataset['dressed'] = '';
}

/** A new one each time the widget draws itself. */
function editorOf(at: Channel): HTMLElement {
  return widgetOf(at).shadowRoot!.querySelector<HTMLElement>('#text-input')!;
}

/** What the widget leaves out. */
function name(widget: DeepChat, { write, send, labels }: Words): void {
  const parts = { '#text-input': write, '.input-button': send, '#messages': labels.chat };
  for (const [selector, label] of Object.entries(parts)) {
    for (const part of widget.shadowRoot!.querySelectorAll(selector)) part.ariaLabel = label;
  }
  widget.shadowRoot!.querySelector('#text-input')?.setAttribute('aria-multiline', 'true');
  // Some spell checkers send what is typed to a server.
  widget.shadowRoot!.querySelector('#text-input')?.setAttribute('spellcheck', 'false');
  widget.shadowRoot!.querySelector('#messages')?.setAttribute('role', 'log');
  widget.shadowRoot!.querySelector('#messages')?.setAttribute('tabindex', '0');
}

function greet(widget: DeepChat): void {
  widget.history = [{ role: 'ai', text: greeting(language) }];
}

/** The widget of the channel; before somebody else's, what that means. */
function showChannel(again: () => void): void {
  find('.bank').dataset['channel'] = channel;
  for (const each of CHANNELS) {
    widgetOf(each).hidden = each !== channel;
    find(`.channels [value=${each}]`).ariaPressed = String(each === channel);
  }
  const { notice, same } = words();
  const button = element('button', '', same);
  button.type = 'button';
  button.addEventListener('click', again);
  find('.notice').replaceChildren(...(channel === 'messenger' ? [element('p', '', notice), button] : []));
  showHeader();
}

function showHeader(): void {
  find('.bank header h2').textContent = MANIFEST.recipients.find(({ id }) => id === channel)?.name ?? '';
  find('.bank header p').textContent = words()[channel];
}

/** Into the composer as a person would, key by key, so that the chips can be seen to follow. */
async function type(text: string): Promise<void> {
  const offers = find('.try');
  if (offers.ariaBusy === 'true') return;
  offers.ariaBusy = 'true';
  editorOf(channel).focus();
  document.execCommand('selectAll');
  document.execCommand('delete');
  for (const piece of isCalm() ? [text] : text.match(/.{1,2}/gsu)!) {
    document.execCommand('insertText', false, piece);
    if (!isCalm()) await new Promise((resolve) => setTimeout(resolve, 16));
  }
  offers.ariaBusy = 'false';
}

function isCalm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function showWords(): void {
  root.lang = language;
  find<HTMLSelectElement>('.language').value = language;
  const said = words();
  document.title = `antifaz · ${said.title}`;
  for (const place of document.querySelectorAll<HTMLElement>('[data-word]')) {
    const key = place.dataset['word'] as 'title';
    place.textContent = simulated && (key as string) === 'receivedWhere' ? said.receivedHere : said[key];
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-label]')) {
    const label = said.labels[place.dataset['label'] as 'language'];
    place.ariaLabel = label;
    if (place.nodeName === 'BUTTON') place.title = label;
  }
  showHeader();
  find('.facts').replaceChildren(...said.facts.map((fact) => element('li', '', fact)));
  find('.try').replaceChildren(
    ...said.tries.map(({ name: called }) => Object.assign(element('button', '', called), { type: 'button' })),
  );
}

function isDark(): boolean {
  return root.dataset['theme'] ? root.dataset['theme'] === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

function showTheme(): void {
  const theme = asked.get('theme');
  if (!root.dataset['theme'] && (theme === 'light' || theme === 'dark')) root.dataset['theme'] = theme;
  find('.theme').ariaPressed = String(isDark());
}

void start();
