import type { Guard } from '../index.js';
import type { PanelElement } from '../panel/index.js';
import { plural } from '../locales/index.js';
import { countsOf } from '../seek.js';
import { h } from '../ui/dom.js';
import { icon } from '../ui/icon.js';
import { GuardElement } from './element.js';
import { SHIELD } from './style.js';

/** What is told here: how protection stands. */
type State = 'waiting' | 'ready' | 'less' | 'locked' | 'failed';

const CHANGES = ['ready', 'masked', 'degraded', 'locked', 'unlocked', 'blocked'] as const;

/**
 * A small button that says whether protection is on and how much it has hidden, and opens the privacy panel: the one whose id is
 * in the attribute `for`, else the first of the page. Its size does not change with what it says.
 */
export class ShieldElement extends GuardElement {
  readonly #count = h('span', { class: 'count', part: 'count' });
  readonly #button = h('button', { type: 'button', part: 'shield', 'aria-haspopup': 'dialog' });

  constructor() {
    super(SHIELD);
    this.root.append(this.#button);
    this.#button.addEventListener('click', () => this.#open());
  }

  protected override join(guard: Guard | undefined, signal: AbortSignal): void {
    for (const type of CHANGES) guard?.addEventListener(type, () => this.#show(guard), { signal });
    this.#show(guard);
  }

  #show(guard: Guard | undefined): void {
    const state = guard?.state ?? 'waiting';
    const masked = (guard && countsOf(guard)?.masked) ?? {};
    const less = guard?.degraded.length ? 'less' : 'ready';
    const told: State = state !== 'ready' ? state : guard?.ledger?.state === 'locked' ? 'locked' : less;
    const count = Object.values(masked).reduce((sum, each) => sum + each, 0);
    const { words } = this;
    const spoken = words ? [words.core.privacy, words.core.shield[told], count ? plural(words.core, words.core.tally, count) : ''] : [];
    this.#button.className = told;
    this.#button.ariaLabel = this.#button.title = spoken.filter(Boolean).join('. ');
    this.#count.textContent = count > 99 ? '99+' : String(count);
    this.#button.replaceChildren(icon(told === 'ready' || told === 'waiting' ? 'mask' : told === 'locked' ? 'lock' : 'note'), this.#count);
  }

  #open(): void {
    const root = this.getRootNode() as Document | ShadowRoot;
    const id = this.getAttribute('for');
    const panel = (id && root.getElementById(id)) || root.querySelector('antifaz-panel') || document.querySelector('antifaz-panel');
    (panel as PanelElement | null)?.open();
  }
}
