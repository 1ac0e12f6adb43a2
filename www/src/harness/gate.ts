/**
 * The gate: holds the gesture that would send a message, lets the text be decided about, puts what may leave into the editor,
 * and makes the gesture again. One gesture is one decision.
 *
 * The rule that everything rests on: a gesture passes if and only if the text in the editor is vouched for.
 */
import { type Core, countByCategory } from './core.js';
import type { Decisions } from './decisions.js';
import { frames, isElement, isOurs, upward } from './dom.js';
import {
  defaultButton,
  editorAt,
  editorsIn,
  findSendControl,
  formOf,
  hasOwnPurpose,
  plain,
  readText,
  sendControl,
  writeText,
} from './editor.js';
import type { Recipient } from './manifest.js';

/** Who hears what is typed, and where: the network guard. */
export interface Typing {
  typed(text: string): void;
  field(field: HTMLInputElement): void;
}

export interface Attachment {
  /** Whether a node belongs to the guarded part of the page. */
  holds(path: readonly EventTarget[]): boolean;
  readonly recipient: Recipient;
  readonly editor: string | undefined;
  readonly send: string | undefined;
  /** In a whole page, fields of logins and checkouts are nobody's chat. */
  readonly wholePage: boolean;
}

interface Session {
  readonly editor: HTMLElement;
  readonly attachment: Attachment;
  /** The text that may leave as it stands, and the turn of the conversation for which this holds. */
  vouched: string | undefined;
  turn: number;
  /** While a decision is open or its gesture is made again. */
  busy: AbortController | undefined;
  /** The widget took the text: nothing more is tried. */
  sent: boolean;
  /** The text before the last change, for previews that lag behind. */
  earlier: string;
  latest: string;
  counts: string;
}

/** What was held: Enter in the editor, a press on a control, or the submission of a form. */
interface Gesture {
  readonly event: Event;
  /** Where it happened; after the event is over it no longer tells. */
  readonly target: HTMLElement;
  readonly control?: HTMLElement;
}

const KEYS = ['keydown', 'keypress', 'keyup'];
const PRESSES = ['pointerdown', 'mousedown', 'touchstart', 'pointerup', 'mouseup', 'touchend', 'click'];
const PRESS_BEGINS = ['pointerdown', 'mousedown', 'touchstart'];
const WRITES = ['input', 'paste', 'drop', 'beforeinput', 'compositionend'];
const TYPING_PAUSE_MS = 80;
/** A widget may clear its editor only when its server has answered. */
const PATIENCE_FRAMES = 30;

export class Gate {
  readonly #core: Core;
  readonly #decisions: Decisions;
  readonly #provenance: Typing | undefined;
  readonly #attachments = new Set<Attachment>();
  readonly #sessions = new Map<HTMLElement, Session>();
  readonly #listening = new WeakSet<EventTarget>();
  readonly #over = new AbortController();
  readonly #pauses = new Map<HTMLElement, ReturnType<typeof setTimeout>>();
  /** While our own events run: they are what was held before. */
  #replaying: Session | undefined;
  /** Keys and pointers that are still down after their gesture was held: the rest of it is held too. */
  readonly #heldKeys = new Set<string>();
  #heldPress = false;
  /** An Enter that confirms a composition is no send gesture, and neither is its release. */
  #composingEnter = false;
  /** The last key told nothing of itself: soft keyboards do that for all keys. */
  #unknownKey = false;
  /** What the press under way was found to be: looked for once, not for each of its seven events. */
  #press: { readonly at: EventTarget | undefined; readonly found: ReturnType<typeof sendControl> } | undefined;
  /** Called before a text is judged: the other side's last words must be known. */
  onJudge: () => void = () => {};
  /** Each is offered a message that is nothing but a word after a slash; true where it was meant for it. */
  readonly commands = new Set<(command: string) => boolean>();
  /** Called for a text that is sent; `since` is the time of the gesture, after which an answer may have come already. */
  onSend: (text: string, masked: boolean, since: number) => void = () => {};

  constructor(core: Core, decisions: Decisions, provenance: Typing | undefined) {
    this.#core = core;
    this.#decisions = decisions;
    this.#provenance = provenance;
  }

  attach(attachment: Attachment): () => void {
    this.#attachments.add(attachment);
    return () => {
      this.#attachments.delete(attachment);
      for (const [editor, session] of this.#sessions) {
        if (session.attachment === attachment) this.#forget(editor, session);
      }
    };
  }

  /** On a window before the widget is, on closed shadow roots, and for `submit`, which stays inside, on open ones. */
  listen(target: Window | ShadowRoot): void {
    if (this.#listening.has(target)) return;
    const whole = !('mode' in target) || target.mode === 'closed';
    const types = whole ? [...KEYS, ...PRESSES, ...WRITES, 'submit', 'change'] : ['submit'];
    const handle = (event: Event): void => this.#handle(event);
    const options = { capture: true, passive: false, signal: this.#over.signal };
    for (const type of types) target.addEventListener(type, handle, options);
    this.#listening.add(target);
  }

  /** The engine has come: what was typed before is known from now on. */
  ready(): void {
    for (const session of this.#sessions.values()) this.#provenance?.typed(readText(session.editor));
    this.refresh();
  }

  /** What may be said of what stands in the editors has changed. */
  refresh(): void {
    for (const session of this.#sessions.values()) this.#show(session);
  }

  stop(): void {
    this.#over.abort();
    for (const [editor, session] of this.#sessions) this.#forget(editor, session);
    this.#attachments.clear();
  }

  /** Whether any editor holds text that nobody has decided about. */
  get writing(): boolean {
    return this.drafts().next().done === false;
  }

  /** Whether what stands in an editor was decided about, so that it may leave as it stands. */
  vouches(editor: HTMLElement): boolean {
    const session = this.#sessions.get(editor);
    return session?.turn === this.#core.turn && session.vouched === readText(editor);
  }

  /** A text that left the page or appeared in it: how a replay knows that it worked. */
  seen(text: string): void {
    for (const session of this.#sessions.values()) {
      if (session.busy && session.vouched && plain(text).includes(plain(session.vouched))) session.sent = true;
    }
  }

  /** What is being typed and has not been decided about. */
  *drafts(): Generator<string> {
    for (const [editor, session] of this.#sessions) {
      if (!editor.isConnected) {
        this.#forget(editor, session);
        continue;
      }
      const text = readText(editor);
      const texts = text === session.vouched ? [] : [text, session.earlier];
      for (const draft of texts.map(plain)) if (draft.length > 2) yield draft;
    }
  }

  #handle(event: Event): void {
    try {
      this.#sort(event);
    } catch (error) {
      // A mistake of ours must not let the text through.
      if (this.writing) hold(event);
      this.#core.emit('error', { code: 'fault' });
      throw error;
    }
  }

  #sort(event: Event): void {
    const { type } = event;
    if (WRITES.includes(type)) this.#onWrite(event as InputEvent);
    else if (type === 'change') this.#onField(event.composedPath()[0]);
    else if (this.#replaying) this.#replaying.sent ||= type === 'submit';
    else if (type === 'submit') this.#onSubmit(event as SubmitEvent);
    else if (KEYS.includes(type)) this.#onKey(event as KeyboardEvent);
    else this.#onPress(event as MouseEvent);
  }

  #onKey(event: KeyboardEvent): void {
    const { type, key, code, isTrusted } = event;
    if (type === 'keydown') this.#unknownKey = event.keyCode === 229;
    if (event.isComposing || event.keyCode === 229) {
      if (type === 'keydown') this.#composingEnter = code === 'Enter' || code === 'NumpadEnter' || key === 'Enter';
      return;
    }
    if (isTrusted && this.#heldKeys.has(code)) {
      if (type === 'keyup') this.#heldKeys.delete(code);
      if (type !== 'keydown' || event.repeat) return hold(event);
      this.#heldKeys.delete(code);
    }
    const path = event.composedPath();
    if (!isElement(path[0]) || isOurs(path[0])) return;
    if (key !== 'Enter' && key !== ' ') return;
    const editor = editorIn(path);
    if (editor) {
      const breaks = event.shiftKey || event.altKey || editor.enterKeyHint === 'enter';
      if (key === ' ' || (breaks && editor.nodeName !== 'INPUT')) return;
      const confirms = this.#composingEnter && type === 'keyup';
      this.#composingEnter = false;
      if (confirms) return this.#isHarmless(editor, path) ? undefined : hold(event);
      if (this.#consider(event, editor, path) && isTrusted && type !== 'keyup') this.#heldKeys.add(code);
      return;
    }
    this.#press = undefined;
    const found = this.#control(path, isTrusted);
    if (found && this.#consider(event, found.editor, path, found.control) && isTrusted && type !== 'keyup') this.#heldKeys.add(code);
  }

  #onPress(event: MouseEvent): void {
    const { type, isTrusted } = event;
    const begins = PRESS_BEGINS.includes(type);
    const path = event.composedPath();
    if (type === 'pointerdown') {
      this.#heldPress = false;
      this.#press = undefined;
    }
    // A click made by a key has no pointer that could be down.
    if (isTrusted && this.#heldPress && (type !== 'click' || event.detail > 0)) {
      if (type === 'click') this.#heldPress = false;
      return hold(event);
    }
    if (!isElement(path[0]) || isOurs(path[0])) return;
    const found = this.#control(path, isTrusted);
    if (found && this.#consider(event, found.editor, path, found.control) && isTrusted && begins) this.#heldPress = true;
  }

  #control(path: readonly EventTarget[], trusted: boolean): ReturnType<typeof sendControl> {
    if (trusted && this.#press?.at === path[0]) return this.#press?.found;
    const attachments = [...this.#attachments];
    const found = sendControl(
      path,
      (editor) => this.#attachmentOf(editor) !== undefined,
      attachments.find((attachment) => attachment.send && attachment.holds(path))?.send,
    );
    this.#press = trusted ? { at: path[0], found } : undefined;
    return found;
  }

  #onSubmit(event: SubmitEvent): void {
    for (const editor of editorsIn(event.target as Node)) if (this.#consider(event, editor, event.composedPath())) return;
  }

  #onWrite(event: InputEvent): void {
    const path = event.composedPath();
    const editor = editorIn(path);
    const attachment = editor && this.#attachmentOf(editor);
    if (!editor || !attachment) return this.#onField(path[0]);
    if (this.#replaying) return;
    if (event.type === 'beforeinput') return this.#onBeforeInput(event, editor, path);
    const transfer = (event as Partial<ClipboardEvent & DragEvent>).clipboardData ?? event.dataTransfer;
    if (transfer) this.#provenance?.typed(transfer.getData('text/plain'));

    const session = this.#session(editor, attachment);
    const text = readText(editor);
    if (event.isTrusted) session.busy?.abort();
    if (text !== session.vouched) session.vouched = undefined;
    if (text !== session.latest) [session.earlier, session.latest] = [session.latest, text];
    this.#provenance?.typed(text);
    clearTimeout(this.#pauses.get(editor));
    if (!event.isComposing) this.#pauses.set(editor, setTimeout(() => this.#show(session), TYPING_PAUSE_MS));
  }

  /** Soft keyboards send no usable key for Enter, only the line break it would make. */
  #onBeforeInput(event: InputEvent, editor: HTMLElement, path: readonly EventTarget[]): void {
    const { inputType, isComposing } = event;
    const breaks = inputType === 'insertLineBreak' || inputType === 'insertParagraph';
    if (!breaks || isComposing || !this.#unknownKey) return;
    this.#consider(event, editor, path);
  }

  #onField(node: EventTarget | undefined): void {
    if (!isElement(node) || !hasOwnPurpose(node) || this.#attachmentOf(node as HTMLElement)) return;
    this.#provenance?.field(node as HTMLInputElement);
  }

  #isHarmless(editor: HTMLElement, path: readonly EventTarget[]): boolean {
    const attachment = this.#attachmentOf(editor, path);
    return !attachment || this.#isClean(readText(editor), attachment);
  }

  #isClean(text: string, { recipient }: Attachment): boolean {
    if (text.trim() === '') return true;
    if (this.#core.state !== 'ready') return false;
    const redaction = this.#core.redact(text, this.#decisions.standing(recipient), true);
    if (redaction.status === 'blocked' || redaction.edits.length > 0) return false;
    return redaction.findings.every(({ category }) => this.#core.classOf(category) === 'allow');
  }

  /** True where the event was held. */
  #consider(event: Event, editor: HTMLElement, path: readonly EventTarget[], control?: HTMLElement): boolean {
    // The form that is submitted may stand around what is guarded.
    const attachment = this.#attachmentOf(editor, path) ?? this.#attachmentOf(editor);
    if (!attachment) return false;
    const session = this.#session(editor, attachment);
    if (session.busy) {
      hold(event);
      return true;
    }
    const text = readText(editor);
    if (this.command(text)) {
      hold(event);
      void this.#write(session, '');
      return true;
    }
    this.onJudge();
    if (text === session.vouched && session.turn === this.#core.turn) return false;
    if (this.#isClean(text, attachment)) {
      this.#vouch(session, text);
      if (text.trim() !== '') void this.#followUp(session, text);
      return false;
    }
    hold(event);
    const target = path[0] as HTMLElement;
    void this.#decide(session, text, { event, target, ...(control ? { control } : {}) });
    return true;
  }

  /** Whether a text was for one of us; then it is for nobody else. */
  command(text: string): boolean {
    const command = text.trim();
    return /^\/\S+$/.test(command) && [...this.commands].some((take) => take(command));
  }

  #vouch(session: Session, text: string): void {
    session.vouched = text;
    session.turn = this.#core.turn;
    this.#decisions.vouch(text);
    // What was a draft has been decided about.
    session.earlier = session.latest = '';
  }

  /** Not every Enter sends: it did where the text is gone. */
  async #followUp({ editor }: Session, text: string): Promise<void> {
    const since = performance.now();
    await frames();
    if (!readText(editor).startsWith(text)) this.onSend(text, false, since);
  }

  async #decide(session: Session, text: string, gesture: Gesture): Promise<void> {
    const { editor, attachment } = session;
    const { ui } = this.#core;
    const abort = new AbortController();
    session.busy = abort;
    session.sent = false;
    try {
      if (this.#core.state === 'waiting') ui?.notice(editor, 'waiting');
      if (!(await this.#core.loaded) || this.#core.state !== 'ready') {
        ui?.notice(editor, 'no-engine');
        this.#core.emit('blocked', { channel: 'gate', origin: null, reason: 'no-engine' });
        return;
      }
      ui?.notice(editor, null);
      if (abort.signal.aborted || readText(editor) !== text) return;
      this.onJudge();
      const before = gesture.control ?? findSendControl(editor, attachment.send) ?? editor;
      const place = { editor, before, signal: abort.signal };
      const outcome = await this.#decisions.decide(text, attachment.recipient, 'gate', place);
      if (outcome.action === 'cancel') ui?.notice(editor, noticeOf(outcome.reason));
      if (outcome.action !== 'send' || abort.signal.aborted || readText(editor) !== text) return;
      if (outcome.text !== text && !(await this.#write(session, outcome.text))) {
        ui?.notice(editor, 'not-written');
        return;
      }
      this.#vouch(session, readText(editor));
      this.onSend(session.vouched ?? '', outcome.text !== text, performance.now());
      ui?.chips(editor, [], { ask: () => {} });
      if (!(await this.#replay(session, gesture, outcome.asked))) ui?.notice(editor, 'press-send');
    } catch (error) {
      ui?.notice(editor, 'fault');
      this.#core.emit('error', { code: (error as { code?: string }).code ?? 'fault' });
    } finally {
      session.busy = undefined;
      session.counts = '{}';
    }
  }

  async #write(session: Session, text: string): Promise<boolean> {
    let wrote: Promise<boolean> | undefined;
    this.#as(session, () => {
      wrote = writeText(session.editor, text, () => frames());
    });
    return (await wrote) ?? false;
  }

  /** Events of ours pass: they carry what is vouched for. */
  #as(session: Session, act: () => void): void {
    const outer = this.#replaying;
    this.#replaying = session;
    try {
      act();
    } finally {
      this.#replaying = outer;
    }
  }

  /** Tries what a person would, and stops as soon as the widget took it: trying on would send twice. */
  async #replay(session: Session, gesture: Gesture, asked: boolean): Promise<boolean> {
    const { editor, attachment } = session;
    const { event, control, target } = gesture;
    const taken = (): boolean => session.sent || !editor.isConnected || readText(editor) !== session.vouched;

    if (event.type === 'submit') {
      this.#as(session, () => (target as HTMLFormElement).requestSubmit((event as SubmitEvent).submitter));
      return true;
    }
    if (control) {
      const at = target.isConnected ? target : findSendControl(editor, attachment.send);
      if (at) await this.#pressAgain(session, at, event, taken);
      for (let wait = 0; wait < PATIENCE_FRAMES && !taken(); wait++) await frames(1);
      return taken();
    }
    if (await this.#keyAgain(session, target, event as KeyboardEvent, taken)) return true;
    // Nobody handled Enter where Enter makes a new line, and nobody was asked: then a new line was meant.
    if (!asked && !(editor.nodeName === 'INPUT')) {
      this.#as(session, () => void editor.ownerDocument.execCommand('insertText', false, '\n'));
      return true;
    }
    const form = formOf(editor);
    if (form) {
      this.#as(session, () => submitImplicitly(form));
      await frames();
      if (taken()) return true;
    }
    const button = findSendControl(editor, attachment.send);
    if (!button) return false;
    await this.#pressAgain(session, button, event, taken);
    await frames();
    return taken();
  }

  async #keyAgain(session: Session, at: HTMLElement, { ctrlKey, metaKey }: KeyboardEvent, taken: () => boolean): Promise<boolean> {
    const target = at.isConnected ? at : session.editor;
    const enter = { key: 'Enter', code: 'Enter', keyCode: 13, which: 13, bubbles: true, cancelable: true, composed: true };
    const press = (type: string, charCode = 0): boolean => {
      let handled = false;
      this.#as(session, () => {
        handled = !target.dispatchEvent(new KeyboardEvent(type, { ...enter, charCode, ctrlKey, metaKey }));
      });
      return handled;
    };
    let handled = press('keydown');
    if (!handled) handled = press('keypress', 13);
    await frames(1);
    // What the customer has typed since is not vouched for.
    if (taken() && readText(session.editor) !== '') return true;
    // Also after a handled keydown: some prevent the new line there and send when the key comes up.
    handled = press('keyup') || handled;
    await frames();
    return handled || taken();
  }

  async #pressAgain(session: Session, target: HTMLElement, held: Event, taken: () => boolean): Promise<void> {
    for (const type of PRESSES) {
      if (type.startsWith('touch') && (held as PointerEvent).pointerType !== 'touch') continue;
      this.#as(session, () => void target.dispatchEvent(pressEvent(type, held)));
      // What the widget does in a microtask must be seen before the next step.
      await Promise.resolve();
      if (taken()) return;
    }
  }

  #session(editor: HTMLElement, attachment: Attachment): Session {
    let session = this.#sessions.get(editor);
    if (!session) {
      const latest = readText(editor);
      session = { editor, attachment, vouched: undefined, turn: 0, busy: undefined, sent: false, earlier: '', latest, counts: '{}' };
      this.#sessions.set(editor, session);
      // A form's submission does not leave the shadow root, which may be older than we are.
      const root = editor.getRootNode();
      if ('mode' in root) this.listen(root as ShadowRoot);
    }
    return session;
  }

  #forget(editor: HTMLElement, session: Session): void {
    session.busy?.abort();
    clearTimeout(this.#pauses.get(editor));
    this.#pauses.delete(editor);
    this.#sessions.delete(editor);
  }

  /** The attachment that guards an editor. */
  #attachmentOf(editor: HTMLElement, path: readonly EventTarget[] = [...upward(editor)]): Attachment | undefined {
    const attachments = [...this.#attachments].filter(
      ({ holds, editor: selector, wholePage }) => holds(path) && (selector ? editor.matches(selector) : !(wholePage && hasOwnPurpose(editor))),
    );
    // A part of the page knows better than the whole who listens there.
    return attachments.find(({ wholePage }) => !wholePage) ?? attachments[0];
  }

  #show(session: Session): void {
    const { editor, attachment } = session;
    if (this.#core.state !== 'ready' || !editor.isConnected || session.busy) return;
    this.onJudge();
    const text = readText(editor);
    const findings = text === session.vouched ? [] : this.#core.scan(text, true).findings;
    const counts = countByCategory(findings);
    const chips = this.#decisions.chips(text, findings, attachment.recipient);
    this.#core.ui?.chips(editor, chips, {
      ask: (category) => this.#decisions.unsettle(category, attachment.recipient),
    });
    const shown = JSON.stringify(counts);
    if (shown === session.counts) return;
    session.counts = shown;
    this.#core.emit('finding', { counts });
  }
}

function editorIn(path: readonly EventTarget[]): HTMLElement | undefined {
  return path.map((node) => editorAt(node as Node)).find(Boolean);
}

function hold(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** As a browser does it for Enter: through the default button, whose own handlers may be what sends. */
function submitImplicitly(form: HTMLFormElement): void {
  const button = defaultButton(form);
  if (button) button.click();
  else form.requestSubmit();
}

function noticeOf(reason: string): 'too-long' | 'too-many-findings' | 'fault' | 'no-engine' {
  return reason === 'too-long' || reason === 'too-many-findings' || reason === 'no-engine' ? reason : 'fault';
}

/** An event has all that its kind is made of, so the one that was held says where and how. */
function pressEvent(type: string, held: Event): Event {
  if (type.startsWith('touch')) return new TouchEvent(type, held);
  return type.startsWith('pointer') ? new PointerEvent(type, held) : new MouseEvent(type, held);
}
