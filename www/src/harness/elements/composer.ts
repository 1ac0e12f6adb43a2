import type { Guard } from '../index.js';
import { h } from '../ui/dom.js';
import { draw } from '../ui/icon.js';
import { GuardElement } from './element.js';
import { COMPOSER } from './style.js';

export interface ComposerElement {
  /** `message`: what may leave, for the vendor's own way of sending. `preventDefault()`: it could not be sent, and stays. */
  addEventListener(
    type: 'message',
    listener: (event: CustomEvent<{ readonly text: string }>) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/**
 * A composer of our own, for widgets that cannot be guarded from outside: those in a foreign frame with a way to send by script.
 * The gate guards its editor like any other, and what the gate does not vouch for never leaves it: without a guard, nothing.
 * In a form it is a field: `name` holds the safe text at the submission, and is empty at any other time.
 */
export class ComposerElement extends GuardElement {
  static readonly formAssociated = true;
  static readonly observedAttributes = ['label', 'placeholder', 'recipient', 'disabled'];

  /** Missing where the browser has no form-associated elements; then a hidden field stands in. */
  readonly #internals: ElementInternals | undefined;
  readonly #standIn = h('input', { type: 'hidden' });
  readonly #editor = h('textarea', {
    part: 'editor',
    rows: '1',
    enterkeyhint: 'send',
    translate: 'no',
    // Keeps what is typed from other people's servers, and off the disk.
    autocomplete: 'off',
    spellcheck: 'false',
    writingsuggestions: 'false',
    'data-gramm': 'false',
    'data-private': '',
  });
  readonly #button = h('button', { type: 'button', class: 'send', part: 'send' }, draw('M12 19.5V5M5.5 11.5 12 5l6.5 6.5'));
  /** The gate must see this editor. */
  protected override readonly ours = false;
  /** The last key told nothing of itself: soft keyboards do that for all keys. */
  #unknownKey = false;

  constructor() {
    super(COMPOSER);
    const internals = this.attachInternals?.();
    this.#internals = internals && 'setFormValue' in internals ? internals : undefined;
    const field = h('div', { class: 'field', part: 'field' }, this.#editor, this.#button);
    this.root.append(h('div', { class: 'composer', part: 'composer' }, h('antifaz-chips'), field));
    this.#editor.addEventListener('input', () => this.#changed());
    this.#editor.addEventListener('keydown', (event) => this.#onKey(event));
    this.#editor.addEventListener('beforeinput', (event) => {
      const breaks = event.inputType === 'insertLineBreak' && !event.isComposing && this.#unknownKey;
      if (breaks && event.cancelable) this.#send(event);
    });
    this.#button.addEventListener('click', (event) => this.#send(event));
  }

  get form(): HTMLFormElement | null {
    return this.#internals ? this.#internals.form : this.closest('form');
  }

  get name(): string {
    return this.getAttribute('name') ?? '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#internals) this.append(this.#standIn);
    document.addEventListener('submit', this.#onSubmit, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('submit', this.#onSubmit, true);
  }

  formResetCallback(): void {
    this.#clear();
  }

  formDisabledCallback(disabled: boolean): void {
    this.#editor.disabled = this.#button.disabled = disabled;
  }

  attributeChangedCallback(name: string): void {
    if (name === 'recipient') this.rejoin();
    else this.#speak();
  }

  protected override join(guard: Guard | undefined, signal: AbortSignal): void {
    this.#speak();
    const recipient = this.getAttribute('recipient');
    const detach = guard?.attach(this, { editor: 'textarea', send: '.send', ...(recipient ? { recipient } : {}) });
    if (detach) signal.addEventListener('abort', detach);
  }

  #speak(): void {
    const { core } = this.words ?? {};
    const labels = [...(this.#internals?.labels ?? [])].map(({ textContent }) => textContent?.trim());
    const label = this.getAttribute('label') ?? (labels.join(' ') || core?.write || '');
    this.#editor.ariaLabel = label;
    // Never empty: by it the button knows that there is nothing to send.
    this.#editor.placeholder = this.getAttribute('placeholder') ?? (label || ' ');
    this.#button.ariaLabel = core?.send ?? '';
    this.formDisabledCallback(this.matches('[disabled],:disabled'));
  }

  #onKey(event: KeyboardEvent): void {
    // An Enter that confirms a composition; Safari tells it after the composition has ended, by the code alone.
    this.#unknownKey = event.keyCode === 229;
    const breaks = event.shiftKey || event.altKey || event.isComposing || this.#unknownKey;
    if (event.key === 'Enter' && !breaks) this.#send(event);
  }

  #send(gesture: Event): void {
    gesture.preventDefault();
    const { form } = this;
    if (!form || !this.#editor.value.trim()) return void this.#release();
    // As pressing the form's own button does; `requestSubmit` is younger than the browsers we serve.
    const button = h('button', { hidden: '' });
    form.append(button);
    button.click();
    button.remove();
  }

  /** After the gate, which holds the submission until it vouches for the text. */
  readonly #onSubmit = (event: Event): void => {
    if (event.target !== this.form || this.#release()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  /** Lets out what stands in the editor, if the guard vouches for it and the page takes it. */
  #release(): boolean {
    const text = this.#editor.value;
    if (text.trim()) {
      if (!this.guard?.vouches(this.#editor)) return false;
      if (!this.dispatchEvent(new CustomEvent('message', { detail: { text }, cancelable: true }))) return false;
    }
    this.#clear();
    this.#fill(text.trim() && text);
    return true;
  }

  #clear(): void {
    this.#editor.value = '';
    this.#changed();
  }

  #changed(): void {
    this.#fill('');
    const { style } = this.#editor;
    style.blockSize = 'auto';
    style.blockSize = `${this.#editor.scrollHeight}px`;
  }

  #fill(text: string): void {
    this.#internals?.setFormValue(text);
    this.#standIn.name = this.name;
    this.#standIn.value = text;
  }
}
