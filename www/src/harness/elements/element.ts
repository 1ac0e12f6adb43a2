/** What our elements share: an open shadow root with our looks, the marks of what may show a value, and the guard they belong to. */
import type { Guard } from '../index.js';
import type { Locale } from '../locales/index.js';
import { seekGuard } from '../seek.js';
import { mark } from '../ui/dom.js';
import { looks } from '../ui/style.js';

/** A server that renders the page imports this too, and has no elements. */
const Native = (globalThis.HTMLElement ?? Object) as typeof HTMLElement;

/** Defines an element once, whichever bundle comes first. */
export function define(name: string, element: CustomElementConstructor): void {
  if (globalThis.customElements && !customElements.get(name)) customElements.define(name, element);
}

const COMPACT = '\n:host([density=compact]){--antifaz-space:10px;--antifaz-target:32px}';

export abstract class OwnElement extends Native {
  protected readonly root: ShadowRoot;
  /** Left alone by gate and restoring. */
  protected readonly ours: boolean = true;

  constructor(css: string, delegatesFocus = true) {
    super();
    this.root = this.attachShadow({ mode: 'open', delegatesFocus });
    this.root.adoptedStyleSheets = looks(css + COMPACT);
  }

  connectedCallback(): void {
    mark(this, this.ours);
  }
}

/**
 * A place that the page sets for chips, or for the card and its dialog: what the guard shows stands in it. Attribute `for`: the id
 * of the editor whose place it is; without it, of all that have no other.
 */
export class PlaceElement extends OwnElement {
  constructor() {
    super('');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The guard may have been here before this element was defined.
    this.root.append(...this.childNodes);
  }
}

/** Belongs to the guard in its property `guard`, else to the newest one of the page; works without one until it comes. */
export abstract class GuardElement extends OwnElement {
  #guard: Guard | undefined;
  /** Set by the page, so that no other guard takes its place. */
  #chosen = false;
  #joined: AbortController | undefined;
  #unseek = (): void => {};

  get guard(): Guard | undefined {
    return this.#guard;
  }

  set guard(guard: Guard | undefined) {
    this.#chosen = guard !== undefined;
    this.#guard = guard;
    this.rejoin();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (Object.hasOwn(this, 'guard')) {
      // Set before this element was defined: then it hides the accessor.
      const { guard } = this;
      delete (this as { guard?: Guard }).guard;
      this.guard = guard;
    }
    this.rejoin();
    this.#unseek = seekGuard((guard) => {
      if (this.#chosen || guard === this.#guard) return;
      this.#guard = guard;
      this.rejoin();
    });
  }

  disconnectedCallback(): void {
    this.#unseek();
    this.#joined?.abort();
  }

  /** Everything that depends on guard, language and attributes, until `signal`. */
  protected abstract join(guard: Guard | undefined, signal: AbortSignal): void;

  protected rejoin(): void {
    this.#joined?.abort();
    if (!this.isConnected) return;
    this.#joined = new AbortController();
    const { signal } = this.#joined;
    this.#guard?.addEventListener('language', () => this.rejoin(), { signal });
    this.join(this.#guard, signal);
  }

  /** What is said here; nothing where no guard was given a language. */
  protected get words(): Locale | undefined {
    try {
      return this.#guard?.speech(this);
    } catch {
      return undefined;
    }
  }
}
