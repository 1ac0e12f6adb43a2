/**
 * What the page shows: the other side's words are listened to, and the tokens in them become the customer's values again, for
 * the customer alone. Only in text that is rendered, in place: never in attributes, addresses, editors, or text that may yet
 * be read as markup, since a value there can leave with the next request.
 */
import type { Core } from './core.js';
import { below, focused, isElement, isOurs, isText, parentOf, shadowOf, upward, watchShadows } from './dom.js';
import { editorAt, plain } from './editor.js';
import type { Gate } from './gate.js';
import type { Parts, Watch } from './parts.js';
import { markRestored } from './ui/restored.js';

interface Shown {
  /** What the widget wrote. */
  readonly source: string;
  /** What stands there now. */
  readonly text: string;
}

interface Marked {
  /** Where it stood: a node that was taken out no longer tells. */
  readonly root: Document | ShadowRoot;
  readonly ranges: readonly Range[];
}

const INLINE = /^(?:A|ABBR|B|BDI|BDO|CITE|CODE|DFN|EM|FONT|I|INS|KBD|LABEL|MARK|Q|S|SAMP|SMALL|SPAN|STRONG|SUB|SUP|TIME|U|VAR)$/;
const UNREAD = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|TEXTAREA|OPTION|TITLE|IFRAME)$/;
const HIGHLIGHT = 'antifaz-restored';
const LISTENED = 30;
const SENT = 100;
const LONGEST = 20_000;
/** An answer that ends in `CARD_1` may go on with `2` or `]`; after this long it is taken for whole. */
const STREAM_PAUSE_MS = 400;
/** Twice what a reply that streams at every frame needs. */
const MOST_A_SECOND = 120;

class Rendered {
  readonly #core: Core;
  readonly #gate: Gate;
  readonly #unwatchShadows: () => void;
  readonly #observer: MutationObserver;
  readonly #roots = new Set<Node>();
  readonly #shown = new WeakMap<Text, Shown>();
  readonly #marked = new Map<Text, Marked>();
  /** What appeared since the customer's last message, and when. */
  readonly #incoming = new Map<Text, { readonly words: string; readonly at: number }>();
  #incomingChanged = false;
  readonly #watches = new Set<Watch>();
  /** The customer's own messages: their bubbles show what was sent. */
  readonly #sent = new Map<string, boolean>();
  /** How the widget marks the customer's bubbles, learned from the first one. */
  #ownLook: string | undefined;
  readonly #writes = new WeakMap<Node, { since: number; count: number }>();
  readonly #pauses = new WeakMap<Node, ReturnType<typeof setTimeout>>();

  constructor(core: Core, gate: Gate) {
    this.#core = core;
    this.#gate = gate;
    this.#unwatchShadows = watchShadows((root) => this.#adopt(root));
    addEventListener('keydown', this.#onKey, true);
    this.#observer = new MutationObserver((records) => this.#onChange(records));
  }

  /** Gives what undoes it. */
  watch(root: Node, watch: Watch): () => void {
    this.#watches.add(watch);
    this.#observe(root);
    if (isElement(root) && isSealed(root)) this.#core.degrade('closed-shadow');
    const texts = new Set<Text>();
    for (const node of [root, ...below(root)]) {
      if (isText(node)) texts.add(node);
      else if (isElement(node)) this.#observeShadow(node);
    }
    for (const text of texts) if (this.#watchOf(text)?.wholePage === false) this.#listenTo(text);
    if (this.#core.tokens) this.refresh();
    return () => {
      this.#watches.delete(watch);
      for (const node of [...this.#marked.keys()]) if (!this.#watchOf(node)) this.#hide(node);
    };
  }

  /** A shadow root that was just made; its host may come into the page later, or be there. */
  #adopt(root: ShadowRoot): void {
    if (![...upward(root)].some((node) => this.#roots.has(node))) return;
    this.#observe(root);
    this.#gate.listen(root);
  }

  /** The customer's message is on its way: it is theirs where it appears, and what was asked before is answered. */
  sent(text: string, masked: boolean, since: number): void {
    this.#sent.set(plain(text), masked);
    if (this.#sent.size > SENT) this.#sent.delete(this.#sent.keys().next().value as string);
    for (const [node, { at }] of this.#incoming) if (at < since) this.#incoming.delete(node);
    this.#incomingChanged = this.#incoming.size > 0;
  }

  /** Before a text is judged. */
  hear(): void {
    if (!this.#incomingChanged) return;
    this.#incomingChanged = false;
    const said = [...this.#incoming].filter(([node]) => node.isConnected && !this.#isSent(node));
    this.#core.hear(said.map(([, { words }]) => words).join('\n'));
  }

  /** What stands behind tokens changed: all that is watched is read again. */
  refresh(): void {
    const blocks = new Set<Node>();
    for (const root of this.#roots) {
      for (const node of below(root)) if (isText(node) && isReadable(node) && this.#watchOf(node)) blocks.add(blockOf(node));
    }
    for (const block of blocks) this.#restore(block, true);
  }

  stop(): void {
    this.#observer.disconnect();
    this.#unwatchShadows();
    removeEventListener('keydown', this.#onKey, true);
    for (const node of [...this.#marked.keys()]) this.#hide(node);
  }

  /** Typing goes into an element that is no editor and shows no inside: its root is closed to us. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const [at] = event.composedPath();
    // What a browser fills in by itself comes with a key event without a key.
    if (event.key?.length !== 1 || !isElement(at) || !at.nodeName.includes('-') || shadowOf(at) || isOurs(at)) return;
    if (!editorAt(at) && focused(at.ownerDocument) === at && this.#watchOf(at)) this.#core.degrade('closed-shadow');
  };

  #watchOf(node: Node): Watch | undefined {
    const path = [...upward(node)];
    for (const watch of this.#watches) if (watch.holds(path)) return watch;
    return undefined;
  }

  #hide(node: Text): void {
    this.#mark(node, []);
    const shown = this.#shown.get(node);
    if (shown && node.nodeValue === shown.text) node.nodeValue = shown.source;
  }

  #observe(root: Node): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#observer.observe(root, { subtree: true, childList: true, characterData: true });
  }

  #observeShadow(element: Element): void {
    if (/^I?FRAME$/.test(element.nodeName) && this.#watchOf(element)?.wholePage === false) this.#core.degrade('foreign-frame');
    const shadow = shadowOf(element);
    if (!shadow || this.#roots.has(shadow) || isOurs(element)) return;
    this.#observe(shadow);
    this.#gate.listen(shadow);
  }

  #onChange(records: readonly MutationRecord[]): void {
    const texts = new Set<Text>();
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData' && isText(target)) texts.add(target);
      for (const node of addedNodes) {
        for (const inner of [node, ...below(node)]) {
          if (isText(inner)) texts.add(inner);
          else if (isElement(inner)) this.#observeShadow(inner);
        }
      }
    }
    const blocks = new Set<Node>();
    for (const text of texts) {
      if (!text.isConnected || this.#shown.get(text)?.text === text.nodeValue || !isReadable(text) || !this.#watchOf(text)) continue;
      this.#listenTo(text);
      this.#gate.seen(text.nodeValue ?? '');
      blocks.add(blockOf(text));
    }
    if (this.#core.tokens) for (const block of blocks) this.#restore(block, false);
    this.#prune();
  }

  #listenTo(text: Text): void {
    const words = this.#sourceOf(text).trim();
    if (!/\p{L}{2}/u.test(words) || !isReadable(text)) return;
    this.#incoming.delete(text);
    this.#incoming.set(text, { words, at: performance.now() });
    this.#incomingChanged = true;
    if (this.#incoming.size > LISTENED) this.#incoming.delete(this.#incoming.keys().next().value as Text);
  }

  /** What the widget wrote into a node, also where it went on from what we show. */
  #sourceOf(text: Text): string {
    const value = text.nodeValue ?? '';
    const shown = this.#shown.get(text);
    return shown && value.startsWith(shown.text) ? shown.source + value.slice(shown.text.length) : value;
  }

  /** A widget that puts its own text back at once would have us do the same for ever. */
  #isFought(block: Node): boolean {
    const now = performance.now();
    const writes = this.#writes.get(block);
    if (!writes || now - writes.since > 1000) {
      this.#writes.set(block, { since: now, count: 1 });
      return false;
    }
    writes.count++;
    return writes.count > MOST_A_SECOND;
  }

  #restore(block: Node, whole: boolean): void {
    if (!block.isConnected || this.#isFought(block)) return;
    const nodes = textsOf(block);
    const sources = nodes.map((node) => this.#sourceOf(node));
    const source = sources.join('');
    if (!/\d/.test(source) || source.length > LONGEST) return;
    const { text, spans } = this.#core.restore(source);
    if (!whole && spans.at(-1)?.end === text.length && /\w$/.test(source)) {
      clearTimeout(this.#pauses.get(block));
      this.#pauses.set(block, setTimeout(() => this.#restore(block, true), STREAM_PAUSE_MS));
      return;
    }
    const keep = spans.length === 0 || spans.some(({ start, end }) => isAddress(text, start, end)) || this.#isOwn(block);
    const shown = keep ? sources : this.#shownFor(sources, spans.length);
    let from = 0;
    for (const [at, node] of nodes.entries()) {
      const value = shown[at] ?? '';
      this.#shown.set(node, { source: sources[at] ?? '', text: value });
      if (node.nodeValue !== value) node.nodeValue = value;
      const to = from + value.length;
      const inside = keep ? [] : spans.filter(({ start, end }) => start >= from && end <= to);
      this.#mark(node, inside.map(({ start, end }) => rangeOf(node, start - from, end - from)));
      from = to;
    }
  }

  /** Node by node where each token is whole; else what may be a token's beginning moves on to the node where it ends. */
  #shownFor(sources: readonly string[], count: number): readonly string[] {
    const alone = sources.map((source) => this.#core.restore(source));
    if (alone.reduce((sum, { spans }) => sum + spans.length, 0) === count) return alone.map(({ text }) => text);
    const stream = this.#core.restoreStream();
    if (!stream) return sources;
    return sources.map((source, at) => stream.push(source) + (at === sources.length - 1 ? stream.end() : ''));
  }

  #mark(node: Text, ranges: readonly Range[]): void {
    const before = this.#marked.get(node);
    if (!before && ranges.length === 0) return;
    const root = before?.root ?? (node.getRootNode() as Document | ShadowRoot);
    if (ranges.length > 0) this.#marked.set(node, { root, ranges });
    else this.#marked.delete(node);
    // Not in every browser we serve; there, the cue of the interface has to do.
    const registry = (CSS as Partial<Pick<typeof CSS, 'highlights'>>).highlights;
    if (registry && typeof Highlight === 'function') {
      let highlight = registry.get(HIGHLIGHT);
      if (!highlight) registry.set(HIGHLIGHT, (highlight = new Highlight()));
      for (const range of before?.ranges ?? []) highlight.delete(range);
      for (const range of ranges) highlight.add(range);
    }
    const all = [...this.#marked.values()].filter((other) => other.root === root).flatMap((other) => other.ranges);
    if (this.#core.ui) markRestored(root);
    this.#core.ui?.restored(root, all.length > 0);
  }

  #prune(): void {
    for (const node of [...this.#marked.keys()]) if (!node.isConnected) this.#mark(node, []);
  }

  #isSent(node: Node): boolean {
    let steps = 0;
    for (const at of upward(node)) {
      if (steps++ > 4) return false;
      if (this.#sent.has(plain(at.textContent ?? ''))) return true;
    }
    return false;
  }

  /** The customer's own bubble: an echo that says the very same in another look is the other side's. */
  #isOwn(block: Node): boolean {
    let steps = 0;
    for (const at of upward(block)) {
      if (steps++ > 4) return false;
      if (!this.#sent.get(plain(at.textContent ?? ''))) continue;
      const look = [at, parentOf(at)].map((node) => (isElement(node) ? `${node.nodeName}.${node.getAttribute('class') ?? ''}` : '')).join();
      this.#ownLook ??= look;
      return look === this.#ownLook;
    }
    return false;
  }
}

export const page: NonNullable<Parts['page']> = (core, gate) => new Rendered(core, gate);

/** A custom element that shows something and has no inside that we could see. */
function isSealed(element: Element): boolean {
  const shows = element.childNodes.length === 0 && (element as HTMLElement).offsetHeight > 0;
  return shows && element.nodeName.includes('-') && !shadowOf(element) && element.matches(':defined');
}

function isReadable(text: Text): boolean {
  for (const at of upward(text)) {
    if (!isElement(at)) continue;
    if (UNREAD.test(at.nodeName) || at.hasAttribute('data-antifaz') || (at as HTMLElement).isContentEditable) return false;
  }
  return true;
}

function blockOf(text: Text): Node {
  for (const at of upward(text.parentNode)) if (!isElement(at) || !INLINE.test(at.nodeName)) return at;
  return text;
}

/** The text nodes that make one line of reading. */
function textsOf(block: Node): Text[] {
  if (isText(block)) return [block];
  return [...below(block)].filter((node): node is Text => isText(node) && blockOf(node) === block && isReadable(node));
}

function rangeOf(node: Text, start: number, end: number): Range {
  const range = node.ownerDocument.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

/** Inside an address, a markdown link, or markup that is still text: some script may yet turn it into a request. */
function isAddress(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start);
  const run = /\S*$/.exec(before)?.[0] ?? '';
  if (/\/\/|www\.|=["']?$|[?&][\w.%-]*=/i.test(run)) return true;
  if (/^[\w.-]*(?:\.\p{L}{2,}|@)/u.test(text.slice(end))) return true;
  if (before.lastIndexOf('](') > before.lastIndexOf(')')) return true;
  return /<[a-z/!][^>]*$/i.test(before) || /^\s*\[[^\]]*\]:[^\n]*$/m.test(before.slice(before.lastIndexOf('\n') + 1));
}
