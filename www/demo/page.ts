/** The demo page: an ordinary widget, the guard before it, and a view of what left the device. */
import { greeting } from './bot.mjs';
import { simulated, watchReceived } from './connection.js';
import { type DeepChat, dress, undress } from './dress.js';
import { Ledger } from './ledger.js';
import { MANIFEST } from './manifest.js';
import { WORDS, type Words } from './words.js';

const root = document.documentElement;
const find = <T extends Element = HTMLElement>(selector: string): T => document.querySelector<T>(selector)!;

const asked = new URLSearchParams(location.search);
let language = [asked.get('lang') ?? '', ...navigator.languages.map((tag) => tag.slice(0, 2))].find((tag) => tag in WORDS) ?? 'en';
const words = (): Words => WORDS[language]!;

/** Letters only, so that no number in it looks like somebody's. */
const chat = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => String.fromCharCode(97 + (byte % 26))).join('');

async function start(): Promise<void> {
  showWords();
  showTheme();
  const widget = find<DeepChat>('deep-chat');
  undress(widget);

  // What any integrator writes, before the widget: the engine, and a guard that stands while the engine loads.
  const loading = antifaz.createRedactor();
  const guard = antifaz.createGuard({ redactor: loading, manifest: MANIFEST, ledger: antifaz.openLedger() });
  guard.guardNetwork();
  guard.attach(widget);

  await customElements.whenDefined('deep-chat');
  await new Promise<void>((drawn) => {
    widget.onComponentRender = drawn;
    dress(widget, words().write);
    widget.connect = { url: 'chat', stream: true };
    widget.requestInterceptor = (request) => ({ ...request, body: { ...request.body, chat, language } });
    greet(widget);
  });
  // It makes its parts anew as it goes.
  new MutationObserver(() => name(widget, words())).observe(widget.shadowRoot!, { childList: true, subtree: true });
  name(widget, words());
  widget.dataset['dressed'] = '';

  const redactor = await loading;
  const ledger = new Ledger(find('.ledger'), words(), (text) => redactor.analyze(text));
  let typed = '';
  let leaving = false;
  // From the decision on, what stands in the composer is what leaves, no longer what was typed.
  for (const type of ['masked', 'revealed'] as const) guard.addEventListener(type, () => (leaving = true));
  widget.addEventListener('input', () => {
    if (leaving) return;
    typed = editorOf(widget).innerText;
    ledger.draft = typed;
  });
  watchReceived(chat, (received) => {
    ledger.add(leaving ? typed : received.text, received);
    leaving = false;
  });

  for (const button of document.querySelectorAll<HTMLButtonElement>('.languages button')) {
    button.addEventListener('click', () => {
      language = button.lang;
      showWords();
      ledger.words = words();
      widget.setPlaceholderText(words().write);
      name(widget, words());
      if (ledger.length === 0) greet(widget);
    });
  }
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
    if (example) void type(editorOf(widget), example.text);
  });
}

/** A new one each time the widget draws itself. */
function editorOf(widget: DeepChat): HTMLElement {
  return widget.shadowRoot!.querySelector<HTMLElement>('#text-input')!;
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

/** Into the composer as a person would, key by key, so that the chips can be seen to follow. */
async function type(editor: HTMLElement, text: string): Promise<void> {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const offers = find('.try');
  if (offers.ariaBusy === 'true') return;
  offers.ariaBusy = 'true';
  editor.focus();
  document.execCommand('selectAll');
  document.execCommand('delete');
  for (const piece of calm ? [text] : text.match(/.{1,2}/gsu)!) {
    document.execCommand('insertText', false, piece);
    if (!calm) await new Promise((resolve) => setTimeout(resolve, 16));
  }
  offers.ariaBusy = 'false';
}

function showWords(): void {
  root.lang = language;
  const said = words();
  document.title = `antifaz · ${said.title}`;
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
    const key = element.dataset['word'] as 'title';
    element.textContent = simulated && (key as string) === 'receivedWhere' ? said.receivedHere : said[key];
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) {
    const label = said.labels[element.dataset['label'] as 'language'];
    element.ariaLabel = label;
    if (element.nodeName === 'BUTTON') element.title = label;
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('.languages button')) {
    button.ariaPressed = String(button.lang === language);
  }
  find('.try').replaceChildren(
    ...said.tries.map(({ name }) => Object.assign(document.createElement('button'), { type: 'button', textContent: name })),
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
