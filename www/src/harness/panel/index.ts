/** The privacy panel: a modal dialog with five tabs, for one guard. */
import { AntifazError } from '../../engine/errors.js';
import { editorAt } from '../editor.js';
import { focused, isOurs } from '../dom.js';
import { define, GuardElement } from '../elements/element.js';
import type { Guard } from '../index.js';
import type { GuardEvents } from '../events.js';
import { keepCaret } from '../ui/caret.js';
import { h, onGesture } from '../ui/dom.js';
import { draw, type Icon, icon } from '../ui/icon.js';
import { aboutTab } from './about.js';
import { commandOf } from './commands.js';
import { noticeOf } from './notice.js';
import { permissionsTab } from './permissions.js';
import { rightsTab } from './rights.js';
import { sharedTab } from './shared.js';
import { erase, storedTab, tickDown } from './stored.js';
import { type FullLocale, type PanelLocale, type PanelStrings, TABS, type Tab } from './strings.js';
import { CSS } from './style.js';
import type { TabView, View } from './view.js';
import { fullLocale } from './words.js';

const VIEWS: Readonly<Record<Tab, TabView>> = {
  shared: sharedTab,
  permissions: permissionsTab,
  stored: storedTab,
  rights: rightsTab,
  about: aboutTab,
};
const PICTURES: Readonly<Record<Tab, Icon>> = { shared: 'out', permissions: 'tick', stored: 'lock', rights: 'person', about: 'note' };
/** After these, what is shown may no longer be so. */
const NEWS: readonly (keyof GuardEvents)[] = ['consent', 'masked', 'revealed', 'erased', 'locked', 'unlocked', 'expired'];
const TOLD_MS = 4000;

/** `<antifaz-panel>`: takes no room in the page until it is opened. */
export class PanelElement extends GuardElement {
  #dialog: HTMLDialogElement | undefined;
  #tab: Tab = 'shared';
  #editor: HTMLElement | undefined;
  #back: () => void = () => {};
  #asked: View['asked'] = fresh();
  readonly #pending: View['pending'] = new Map();
  /** What head and tabs say now. */
  #spoken: PanelStrings | undefined;
  /** Each drawing has a number: a slow one must not overwrite a later one. */
  #drawn = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #told: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super(CSS, false);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close();
    this.#settle(Infinity);
  }

  /** Shows it, or another tab of it. Throws `no-guard` where the page has none. */
  open(tab: Tab = this.#tab): void {
    if (!TABS.includes(tab)) throw new AntifazError('unknown-tab', `the tab must be one of ${TABS.join(', ')}`, tab);
    if (!this.isConnected) document.body.append(this);
    if (!this.guard) throw new AntifazError('no-guard', 'antifaz-panel: give it its guard first: panel.guard = guard');
    this.#tab = tab;
    if (!this.#dialog) this.#show();
    else this.#draw(true);
  }

  close(): void {
    this.#dialog?.close();
  }

  protected override join(guard: Guard | undefined, signal: AbortSignal): void {
    if (!guard) return this.close();
    for (const type of NEWS) guard.addEventListener(type, () => this.#news(), { signal });
    addEventListener('pagehide', () => this.#settle(Infinity), { signal });
    document.addEventListener(
      'focusin',
      (event) => {
        const [at] = event.composedPath() as Node[];
        const editor = at && !isOurs(at) ? editorAt(at) : undefined;
        if (editor) this.#editor = editor;
      },
      { capture: true, signal },
    );
    const deaf = guard.onCommand((message) => {
      const command = commandOf(message);
      if (!command) return false;
      if (command.right) this.#asked = { ...this.#asked, right: command.right };
      // The editor is emptied first: behind a modal dialog it would not take the focus.
      queueMicrotask(() => this.open(command.tab));
      return true;
    });
    signal.addEventListener('abort', deaf);
    this.#draw();
  }

  #news(): void {
    // What is being written there is the customer's.
    if (this.#tab !== 'rights') this.#draw();
  }

  #show(): void {
    const before = focused(document);
    this.#back = before ? keepCaret(before as HTMLElement) : () => {};
    const dialog = h('dialog', { part: 'panel', 'aria-labelledby': 'title' });
    this.#dialog = dialog;
    // What is typed here is no shortcut of the page.
    for (const type of ['keydown', 'keypress', 'keyup']) dialog.addEventListener(type, (event) => event.stopPropagation());
    dialog.addEventListener('close', () => this.#closed());
    this.root.append(dialog);
    this.#draw(true);
    dialog.showModal();
    dialog.querySelector<HTMLElement>('#title')?.focus();
    this.#timer = setInterval(() => this.#tick(), 1000);
  }

  #closed(): void {
    clearInterval(this.#timer);
    this.#drawn++;
    this.#dialog?.remove();
    this.#dialog = undefined;
    this.#spoken = undefined;
    this.#asked = fresh();
    if (this.#pending.size > 0) setTimeout(() => this.#settle(Date.now()), Math.max(...this.#pending.values()) - Date.now());
    this.#back();
  }

  #tick(): void {
    if (!this.#dialog || !this.guard) return;
    if (tickDown(this.#dialog, this.#view())) this.#settle(Date.now(), true);
  }

  /** Erases what was to be erased by then. */
  #settle(until: number, redraw = false): void {
    const due = [...this.#pending].filter(([, at]) => at <= until);
    for (const [what] of due) {
      this.#pending.delete(what);
      void erase(this.#view(), what);
    }
    if (due.length === 0 && redraw) this.#draw();
  }

  #view(): View {
    const guard = this.guard as Guard;
    return {
      guard,
      locale: fullLocale(guard, guard.speech(this)),
      categories: guard.categories(),
      tell: (text) => this.#tell(text),
      refresh: () => this.#draw(),
      request: (right, scope) => {
        this.#asked = { ...this.#asked, right, scope };
        this.open('rights');
      },
      asked: this.#asked,
      pending: this.#pending,
      editor: this.#editor?.isConnected ? this.#editor : undefined,
      close: () => this.close(),
    };
  }

  #tell(text: string): void {
    const said = this.#dialog?.querySelector('.told');
    if (!said) return;
    clearTimeout(this.#told);
    said.textContent = text;
    this.#told = setTimeout(() => (said.textContent = ''), TOLD_MS);
  }

  /** Head, tabs and the tab that is shown. `anew`: it was just opened, so it starts at its top. */
  #draw(anew = false): void {
    const dialog = this.#dialog;
    if (!dialog || !this.guard) return;
    const view = this.#view();
    const { core, panel } = view.locale;
    dialog.lang = core.lang;
    dialog.dir = core.dir;
    const drawing = ++this.#drawn;
    const focus = this.root.activeElement as HTMLElement | null;
    const tab = VIEWS[this.#tab];
    void (async () => tab(view))().then(
      (content) => {
        if (drawing === this.#drawn && this.#dialog) this.#fill(content, anew, focus);
      },
      () => this.#tell(core.notices.fault),
    );
    if (this.#spoken !== panel) dialog.replaceChildren(...this.#frame(view));
    this.#spoken = panel;
    this.#mark(panel.tabs[this.#tab]);
  }

  #frame({ locale: { panel } }: View): readonly Node[] {
    const close = h('button', { type: 'button', class: 'edit', part: 'close', 'aria-label': panel.close }, draw('M6 6l12 12M18 6 6 18'));
    onGesture(close, 'click', () => this.close());
    const tabs = TABS.map((tab) => {
      const made = h('button', { type: 'button', role: 'tab', id: tab, part: 'tab', 'aria-controls': 'content' }, icon(PICTURES[tab]), h('span', {}, panel.tabs[tab]));
      onGesture(made, 'click', () => this.#go(tab));
      return made;
    });
    const list = h('div', { role: 'tablist', part: 'tabs', 'aria-label': panel.title }, ...tabs);
    onGesture(list, 'keydown', (event) => {
      const forward = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
      const step = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -forward, ArrowRight: forward }[event.key];
      const last = TABS.length - 1;
      const to = step ? TABS.indexOf(this.#tab) + step : { Home: 0, End: last }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const at = to < 0 ? last : to > last ? 0 : to;
      this.#go(TABS[at] as Tab);
      tabs[at]?.focus();
    });
    return [
      h('div', { class: 'head' }, h('h2', { id: 'title', tabindex: '-1' }, panel.title), close),
      list,
      h('div', { class: 'content', id: 'content', role: 'tabpanel', tabindex: '0', part: 'content' }),
      h('p', { class: 'told', role: 'status', part: 'told' }),
    ];
  }

  #go(tab: Tab): void {
    this.#tab = tab;
    this.#draw(true);
  }

  #mark(name: string): void {
    for (const tab of this.#dialog?.querySelectorAll<HTMLElement>('[role=tab]') ?? []) {
      const on = tab.id === this.#tab;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
      if (on) tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    this.#dialog?.querySelector('#content')?.setAttribute('aria-label', name);
  }

  /** `focus`: what had it before, which has a successor of the same key. */
  #fill(content: readonly Node[], anew: boolean, focus: HTMLElement | null): void {
    const box = this.#dialog?.querySelector<HTMLElement>('#content');
    if (!box) return;
    const { panel } = this.#view().locale;
    const { scrollTop } = box;
    box.replaceChildren(h('p', { class: 'intro' }, panel.intro[this.#tab]), ...content);
    box.scrollTop = anew ? 0 : scrollTop;
    if (!focus || focus.isConnected || this.root.activeElement) return;
    const keyed = [...box.querySelectorAll<HTMLElement>('[data-key]')];
    const again = keyed.find((each) => each.dataset['key'] === focus.dataset['key']) ?? box.parentElement?.querySelector<HTMLElement>(`[id="${focus.id}"]`);
    (again ?? box).focus();
  }
}

/** `<antifaz-notice>`: who gets what and why, as a card in the page. */
export class NoticeElement extends GuardElement {
  constructor() {
    super(CSS);
  }

  protected override join(guard: Guard | undefined, signal: AbortSignal): void {
    // The words for categories come with the engine.
    guard?.addEventListener('ready', () => this.rejoin(), { signal });
    const { words } = this;
    if (!guard || !words) return this.root.replaceChildren();
    const { lang, dir, details } = words.core;
    let language: FullLocale;
    try {
      language = fullLocale(guard, words);
    } catch (error) {
      // They may come as long as the page is being set up.
      if (guard.state === 'ready') console.error(error);
      return this.root.replaceChildren();
    }
    this.root.replaceChildren(h('section', { class: 'notice-card', part: 'card', lang, dir }, h('h2', {}, details), noticeOf(guard, language)));
  }
}

export interface PanelOptions {
  /** From `antifaz/locales/panel/en` and the like: one for each of the guard's. @default `guard.panelLocales` */
  readonly locales?: readonly PanelLocale[];
  /** Where `<antifaz-panel>` is put. @default the end of the page */
  readonly parent?: Element;
}

export interface Panel {
  readonly element: PanelElement;
  /** The tab it was on last where none is named. */
  open(tab?: Tab): void;
  close(): void;
  /** Takes it out of the page. */
  destroy(): void;
}

/**
 * A panel for this guard, closed; the commands in the chat and the button beside the chips open it from now on. Throws `no-locale` where
 * it has no words in a language of the guard.
 */
export function createPanel(guard: Guard, options: PanelOptions = {}): Panel {
  for (const key of Object.keys(options)) {
    if (key !== 'parent' && key !== 'locales') {
      throw new AntifazError('unknown-option', `createPanel: no option "${key}"; known are locales, parent`, key);
    }
  }
  if (options.locales) {
    guard.panelLocales = options.locales;
    guard.dispatchEvent(new CustomEvent('language', { detail: { locale: guard.locale } }));
  }
  for (const locale of guard.locales) fullLocale(guard, locale);
  const element = document.createElement('antifaz-panel') as PanelElement;
  element.guard = guard;
  const put = (): void => (options.parent ?? document.body).append(element);
  if (options.parent ?? document.body) put();
  else document.addEventListener('DOMContentLoaded', put, { once: true });
  const destroy = (): void => {
    document.removeEventListener('DOMContentLoaded', put);
    element.remove();
  };
  return { element, open: (tab) => element.open(tab), close: () => element.close(), destroy };
}

function fresh(): View['asked'] {
  return { right: 'access', scope: {}, note: '', values: false, language: undefined };
}

define('antifaz-panel', PanelElement);
define('antifaz-notice', NoticeElement);
