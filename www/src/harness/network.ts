/**
 * The network guard: the net under the gate. It touches what goes to the declared chat origins, and elsewhere only what the
 * customer typed into the chat: rewriting everything would break logins, checkouts and token refresh.
 *
 * The wrappers stand at once. Until the engine is there, what can wait waits, and what cannot is refused.
 */
import { AntifazError } from '../engine/errors.js';
import type { Edit } from '../engine/types.js';
import { type Later, type Mask, leavesOf, maskBody, maskQuery, maskText, Refused, rememberBlob, unescape } from './body.js';
import { type Core, countByCategory, splice } from './core.js';
import type { Decisions } from './decisions.js';
import { enclose } from './envelope.js';
import type { Channel, GuardEvents } from './events.js';
import { plain } from './editor.js';
import type { Gate } from './gate.js';
import { originOf, type Recipient } from './manifest.js';
import type { Mode, NetworkOptions, Parts } from './parts.js';
import { patch } from './patch.js';
import { Provenance } from './provenance.js';
import { isExposed, normal, originOfUrl } from './recipients.js';
import { loosening } from './trust.js';

interface Destination {
  readonly origin: string;
  readonly chat: boolean;
  /** Nothing for an origin that the manifest does not declare, or does not allow to be spoken to as it is. */
  readonly recipient: Recipient | undefined;
  readonly why: GuardEvents['unknown-recipient']['why'];
}

interface Outgoing {
  readonly channel: Channel;
  readonly to: Destination;
}

/** What was done to one request, and what it carries. */
interface Deed {
  readonly edits: Edit[];
  /** The categories of values that leave as they are. */
  readonly shared: Set<string>;
  /** A message is in it, and not only what the page says of itself. */
  message: boolean;
  /** Only what is still being typed: it is no message, and none was masked. */
  preview: boolean;
}

/** A JWT or a vendor's key that stands alone is the page's own; nobody writes a message of one. */
const CREDENTIAL = /^(?:Bearer )?[\w.~+/=-]{20,}$/;

/** A number or an address that is still being typed: too short to be found, and nearly all of it. */
const UNFINISHED = /\d(?:[\s().+/-]*\d){4,}|\S*[@\d]\S*$|\S+[._+-]\S*$/g;

export class Network {
  readonly #core: Core;
  readonly #decisions: Decisions;
  readonly #provenance: Provenance;
  readonly #gate: Gate;
  readonly #origins: ReadonlySet<string>;
  readonly #wanted: Mode;
  readonly #undo: (() => void)[] = [];
  readonly #undeclared = new Set<string>();
  #stopped = false;

  constructor(core: Core, decisions: Decisions, provenance: Provenance, gate: Gate, options: NetworkOptions) {
    this.#core = core;
    this.#decisions = decisions;
    this.#provenance = provenance;
    this.#gate = gate;
    this.#wanted = options.mode ?? 'mask';
    const origins = options.origins ?? core.manifest.recipients.flatMap((recipient) => recipient.origins);
    this.#origins = new Set(origins.map(normal));
    this.#install();
  }

  /** Under a manifest that does not count nobody only watches. */
  get #mode(): Mode {
    return this.#wanted === 'observe' && this.#core.strict ? 'mask' : this.#wanted;
  }

  stop(): void {
    this.#stopped = true;
    for (const undo of this.#undo) undo();
  }

  // What may leave ---------------------------------------------------------------------------------------------------

  #destination(address: string | URL): Destination | undefined {
    if (this.#stopped) return undefined;
    let url: URL;
    try {
      url = new URL(address, document.baseURI);
    } catch {
      return undefined;
    }
    if (/^(?:data|blob|about|javascript):$/.test(url.protocol)) return undefined;
    const origin = originOfUrl(url);
    const declared = this.#core.manifest.recipients.find(({ origins }) => origins.map(normal).includes(origin));
    const exposed = declared && isExposed(declared);
    const to = { origin, chat: this.#origins.has(origin), why: exposed ? 'insecure' : 'undeclared' } as const;
    return { ...to, recipient: exposed ? undefined : declared };
  }

  /** Whether anything that goes there could be ours to mask. */
  #concerns({ chat }: Destination): boolean {
    return chat || this.#provenance.hasTyped || this.#gate.writing || this.#decisions.isMessage();
  }

  /** Whether an outgoing text is, holds, or is a piece of what is being typed and has not been decided about. */
  #isDraft(text: string): boolean {
    const piece = plain(text);
    if (piece.length < 3) return false;
    for (const draft of this.#gate.drafts()) {
      // Short ones are in half of all ids by chance.
      if (piece === draft || (draft.length > 7 && piece.includes(draft)) || (piece.length > 4 && draft.includes(piece))) return true;
    }
    return false;
  }

  /** The mask for one request; it notes what it did, for the events. */
  #mask(out: Outgoing, deed: Deed): Mask {
    return (leaf) => {
      if (out.to.chat) this.#gate.seen(leaf);
      if (leaf.trim().length < 3) return leaf;
      const draft = this.#isDraft(leaf);
      if (!draft && this.#provenance.isTheirs(leaf, out.to.origin)) return leaf;
      if (this.#core.state !== 'ready') {
        if (out.to.chat || draft) throw new Refused(this.#core.state === 'waiting' ? 'not-ready' : 'no-engine');
        return leaf;
      }
      if (draft) return this.#maskDraft(leaf, out.to, deed.edits);
      // Also elsewhere a message is a message: whoever is not declared gets nothing that is found in it.
      const message = this.#decisions.isMessage(leaf);
      deed.message ||= message;
      const masked = out.to.chat || message ? this.#maskChat(leaf, out.to, deed) : this.#maskTyped(leaf, out.to, deed.edits);
      if (masked !== leaf) deed.preview = false;
      return masked;
    };
  }

  #maskChat(leaf: string, { recipient, origin }: Destination, { edits, shared }: Deed): string {
    const standing = this.#decisions.standing(recipient);
    const redaction = this.#core.redact(leaf, standing, false);
    if (redaction.status === 'blocked') throw new Refused(redaction.reason);
    for (const { start, end, category } of redaction.findings) {
      if (recipient && (standing[category] === 'share' || this.#decisions.isShared(leaf.slice(start, end), recipient))) shared.add(category);
    }
    const wanted = redaction.edits.filter(({ start, end, category }) => {
      const value = leaf.slice(start, end);
      if (recipient && this.#decisions.isShared(value, recipient)) return false;
      if (category === 'auth.secret' && CREDENTIAL.test(leaf) && !this.#provenance.typedAs(value)) return false;
      return !this.#provenance.isTheirs(value, origin);
    });
    edits.push(...wanted);
    return splice(leaf, wanted);
  }

  /** A preview must not give away a number digit by digit, nor use up a token for each state of it. */
  #maskDraft(leaf: string, { recipient }: Destination, edits: Edit[]): string {
    const { findings, reason } = this.#core.scan(leaf, true);
    if (reason) throw new Refused(reason);
    const standing = this.#decisions.standing(recipient);
    const wanted = findings
      .filter(
        ({ category, thirdParty }) =>
          thirdParty || (standing[category] !== 'share' && (this.#core.classOf(category) !== 'allow' || standing[category])),
      )
      .map((finding): Edit => ({ ...finding, action: 'label', replacement: `[${this.#core.category(finding.category).label}]` }));
    edits.push(...wanted);
    return splice(leaf, wanted).replace(UNFINISHED, '…');
  }

  /** To an origin that is no chat: nothing but values that were typed into one. */
  #maskTyped(leaf: string, to: Destination, edits: Edit[]): string {
    if (!this.#provenance.hasTyped) return leaf;
    const wanted: Edit[] = [];
    const take = (start: number, end: number, kind: string): void => {
      const category = this.#provenance.typedAs(leaf.slice(start, end));
      if (category === undefined || this.#provenance.isTheirs(leaf.slice(start, end), to.origin)) return;
      if (wanted.some((edit) => edit.start < end && start < edit.end)) return;
      wanted.push({ start, end, kind, category, action: 'label', replacement: `[${this.#core.category(category).label}]` });
    };
    const { findings, reason } = this.#core.scan(leaf, false);
    if (reason) throw new Refused(reason);
    take(0, leaf.length, '');
    for (const { start, end, kind } of findings) take(start, end, kind);
    for (const word of leaf.matchAll(/[^\s"'<>,;:=()[\]{}|]+/g)) take(word.index, word.index + word[0].length, '');
    wanted.sort((a, b) => a.start - b.start);
    edits.push(...wanted);
    return splice(leaf, wanted);
  }

  /** Runs `make` with a mask, and tells what came of it; throws `Refused`. */
  #attempt<T>(out: Outgoing, original: T, make: (mask: Mask) => Later<T>): Later<T> {
    const deed: Deed = { edits: [], shared: new Set(), message: false, preview: true };
    const done = (made: T): T => {
      const masked = made !== original && this.#acted(out, deed) !== 'observe' ? made : original;
      return this.#enclosed(masked, out.to, deed) as T;
    };
    try {
      const made = make(this.#mask(out, deed));
      return made instanceof Promise ? made.then(done).catch((error: unknown) => this.#refused(out, error, original)) : done(made);
    } catch (error) {
      return this.#refused(out, error, original);
    }
  }

  #acted({ channel, to }: Outgoing, { edits, preview }: Deed): Mode {
    const counts = countByCategory(edits);
    if (!to.recipient && !this.#undeclared.has(to.origin)) {
      this.#undeclared.add(to.origin);
      this.#core.emit('unknown-recipient', { origin: to.origin, why: to.why });
    }
    this.#core.emit('guard-hit', { channel, origin: to.origin, counts });
    if (this.#mode === 'block') throw new Refused('mode');
    if (this.#mode === 'mask' && !preview) this.#decisions.tell(edits, to.recipient, channel);
    return this.#mode;
  }

  /** A message takes its restrictions and sealed values along, in the field that the manifest names for who gets it. */
  #enclosed(body: unknown, { recipient }: Destination, { shared, message, preview }: Deed): unknown {
    if (!recipient?.envelope || this.#mode === 'observe') return body;
    const isText = typeof body === 'string';
    if (!isText && !(body instanceof ArrayBuffer) && !ArrayBuffer.isView(body)) return body;
    const text = isText ? body : new TextDecoder().decode(body);
    const envelope = this.#decisions.envelope(recipient, shared, text);
    const { purposes } = envelope;
    if (!message && preview && Object.keys(purposes).length === 0) return body;
    const enclosed = enclose(text, recipient.envelope, envelope);
    return enclosed === text ? body : isText ? enclosed : new TextEncoder().encode(enclosed);
  }

  #refused<T>(out: Outgoing, error: unknown, original: T): T {
    const reason = error instanceof Refused ? error.reason : 'fault';
    if (this.#mode === 'observe') return original;
    this.#core.emit('blocked', { channel: out.channel, origin: out.to.origin, reason });
    this.#core.ui?.notice(null, 'network-blocked');
    throw new Refused(reason);
  }

  /** An address with nothing to hide in its query; of its path, only what was typed. */
  #address(out: Outgoing, address: string): string {
    return this.#attempt(out, address, (mask) => {
      const at = address.indexOf('?');
      const hash = address.indexOf('#', at);
      const end = hash < 0 ? address.length : hash;
      const head = (at < 0 ? address.slice(0, end) : address.slice(0, at)).split('/').map((part) => {
        const leaf = unescape(part);
        const known = this.#isDraft(leaf) || this.#provenance.typedAs(leaf) !== undefined;
        const masked = known ? mask(leaf) : leaf;
        return masked === leaf ? part : encodeURIComponent(masked);
      });
      const query = at < 0 ? '' : `?${maskQuery(address.slice(at + 1, end), (leaf) => maskText(leaf, mask))}`;
      return head.join('/') + query + address.slice(end);
    }) as string;
  }

  #body(out: Outgoing, body: unknown, type = ''): Later<unknown> {
    return this.#attempt(out, body, (mask) => maskBody(body, mask, this.#mode === 'block' && out.to.chat, type));
  }

  /** Where it has to wait for the engine. */
  #mustWait(to: Destination): boolean {
    return this.#core.state === 'waiting' && (to.chat || this.#gate.writing);
  }

  #learn(to: Destination, text: string): void {
    if (to.chat && text.length < 1e6) this.#provenance.received(to.origin, leavesOf(text));
  }

  // Where it may leave from ------------------------------------------------------------------------------------------

  #install(): void {
    this.#undo.push(
      this.#fetch(),
      ...this.#xhr(),
      ...this.#sockets(),
      this.#beacon(),
      this.#eventSource(),
      ...this.#images(),
      this.#forms(),
      this.#blobs(),
    );
  }

  #fetch(): () => void {
    return patch(window, 'fetch', (native) => (input: RequestInfo | URL, init?: RequestInit) => {
      const request = isRequest(input) ? input : undefined;
      const to = this.#destination(request?.url ?? String(input));
      if (!to || !this.#concerns(to)) return native.call(window, input, init);
      const out: Outgoing = { channel: 'fetch', to };
      const send = (): Promise<Response> => {
        try {
          const made = request ? this.#request(out, request, init) : this.#arguments(out, String(input), init);
          const run = ([first, second]: readonly [RequestInfo, RequestInit?]): Promise<Response> => native.call(window, first, second);
          return made instanceof Promise ? made.then(run).catch(asNetworkError) : run(made);
        } catch (error) {
          return asNetworkError(error);
        }
      };
      const response = this.#mustWait(to) ? this.#core.loaded.then(send) : send();
      return to.chat ? response.then((got) => this.#readResponse(to, got)) : response;
    });
  }

  #arguments(out: Outgoing, address: string, init?: RequestInit): Later<readonly [RequestInfo, RequestInit?]> {
    const url = this.#address(out, address);
    const type = new Headers(init?.headers).get('content-type') ?? '';
    const body = this.#body(out, init?.body, type);
    const finish = (masked: unknown): readonly [RequestInfo, RequestInit?] =>
      // Inherits the rest: a caller may hand over an object with getters.
      masked === init?.body ? (init ? [url, init] : [url]) : [url, Object.create(init ?? null, { body: { value: masked } }) as RequestInit];
    return body instanceof Promise ? body.then(finish) : finish(body);
  }

  async #request(out: Outgoing, request: Request, init?: RequestInit): Promise<readonly [RequestInfo, RequestInit?]> {
    const whole = init === undefined ? request : new Request(request, init);
    const url = this.#address(out, whole.url);
    const type = whole.headers.get('content-type') ?? '';
    const form = /^multipart\/form-data/i.test(type);
    const bodiless = whole.method === 'GET' || whole.method === 'HEAD';
    const read = bodiless ? undefined : form ? await whole.clone().formData() : await whole.clone().arrayBuffer();
    const body = read instanceof ArrayBuffer && read.byteLength === 0 ? undefined : read;
    const masked = await this.#body(out, body, type);
    if (url === whole.url && masked === body) return [whole];
    const headers = new Headers(whole.headers);
    // It names the old boundary.
    if (form) headers.delete('content-type');
    const { method, mode, credentials, cache, redirect, referrer, referrerPolicy, integrity, keepalive, signal } = whole;
    const rest = { method, headers, credentials, cache, redirect, referrer, referrerPolicy, integrity, keepalive, signal };
    return [url, { ...rest, mode: mode === 'navigate' ? 'same-origin' : mode, body: (masked ?? null) as BodyInit | null }];
  }

  /** Only what ends: reading along with an endless stream would keep it open after the page let go of it. */
  #readResponse(to: Destination, response: Response): Response {
    const type = response.headers.get('content-type') ?? '';
    if (/json/i.test(type) && !/stream|ndjson/i.test(type)) {
      response
        .clone()
        .text()
        .then((text) => this.#learn(to, text))
        .catch(() => {
          // The page gave the request up: there is nothing to learn.
        });
    }
    return response;
  }

  #xhr(): (() => void)[] {
    interface Opened {
      readonly to: Destination | undefined;
      readonly address: string;
      readonly args: unknown[];
      readonly headers: [string, string][];
      readonly async: boolean;
    }
    const opened = new WeakMap<XMLHttpRequest, Opened>();
    const { prototype } = XMLHttpRequest;
    const open = prototype.open as (...args: unknown[]) => void;
    const setHeader = prototype.setRequestHeader;
    const guard = this;
    return [
      patch(prototype, 'open', (native) => function (this: XMLHttpRequest, ...args: unknown[]) {
        const address = String(args[1]);
        const isAsync = args.length < 3 || Boolean(args[2]);
        opened.set(this, { to: guard.#destination(address), address, args, headers: [], async: isAsync });
        return (native as (...all: unknown[]) => void).apply(this, args);
      }),
      patch(prototype, 'setRequestHeader', (native) => function (this: XMLHttpRequest, name: string, value: string) {
        native.call(this, name, value);
        opened.get(this)?.headers.push([name, value]);
      }),
      patch(prototype, 'abort', (native) => function (this: XMLHttpRequest) {
        opened.delete(this);
        native.call(this);
      }),
      patch(prototype, 'send', (native) => function (this: XMLHttpRequest, body?: XMLHttpRequestBodyInit | Document | null) {
        const state = opened.get(this);
        if (!state?.to || !guard.#concerns(state.to)) return native.call(this, body);
        const { to, address, args, headers } = state;
        const out: Outgoing = { channel: 'xhr', to };
        const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
        const go = (masked: unknown): void => {
          // Given up or used anew while it waited.
          if (opened.get(this) !== state) return;
          const url = guard.#address(out, address);
          if (url !== address) {
            open.apply(this, [args[0], url, ...args.slice(2)]);
            for (const [name, value] of headers) setHeader.call(this, name, value);
          }
          if (to.chat) this.addEventListener('load', () => guard.#learn(to, readXhr(this)), { once: true });
          native.call(this, masked as XMLHttpRequestBodyInit);
        };
        const fail = (error: unknown): void => {
          if (!(error instanceof Refused)) throw error;
          if (opened.get(this) !== state) return;
          for (const event of ['error', 'loadend']) this.dispatchEvent(new ProgressEvent(event));
        };
        const wait = guard.#mustWait(to);
        if (!state.async) {
          try {
            if (wait) guard.#refused(out, new Refused('not-ready'), undefined);
            const masked = guard.#body(out, body, type);
            if (masked instanceof Promise) guard.#refused(out, new Refused('undecidable'), undefined);
            return go(masked instanceof Promise ? body : masked);
          } catch (error) {
            if (error instanceof Refused) throw new DOMException(String(asNetworkMessage(error)), 'NetworkError');
            throw error;
          }
        }
        try {
          const masked = wait ? guard.#core.loaded.then(() => guard.#body(out, body, type)) : guard.#body(out, body, type);
          if (masked instanceof Promise) masked.then(go).catch(fail);
          else go(masked);
        } catch (error) {
          // As a network does it: after `send` has returned.
          queueMicrotask(() => fail(error));
        }
      }),
    ];
  }

  #sockets(): (() => void)[] {
    if (typeof WebSocket !== 'function') return [];
    const guard = this;
    const { prototype } = WebSocket;
    /** What is held must not be overtaken by what comes later. */
    const queues = new WeakMap<WebSocket, Promise<void>>();
    const enqueue = (socket: WebSocket, act: () => Later<void>): void => {
      const queue = (queues.get(socket) ?? Promise.resolve()).then(act).catch(() => {
        // Refused: the page was told by an event, and the socket goes on.
      });
      queues.set(socket, queue);
      void queue.then(() => queues.get(socket) === queue && queues.delete(socket));
    };
    return [
      patch(prototype, 'send', (native) => function (this: WebSocket, data: string | ArrayBufferLike | Blob | ArrayBufferView) {
        const to = guard.#destination(this.url);
        if (!to || !guard.#concerns(to) || this.readyState !== 1) return native.call(this, data as string);
        const out: Outgoing = { channel: 'websocket', to };
        const put = (masked: unknown): void => native.call(this, masked as string);
        const act = (): Later<void> => {
          const masked = guard.#body(out, data);
          return masked instanceof Promise ? masked.then(put) : put(masked);
        };
        if (guard.#mustWait(to)) return enqueue(this, () => guard.#core.loaded.then(act));
        if (queues.has(this) || Object.prototype.toString.call(data) === '[object Blob]') return enqueue(this, act);
        try {
          void act();
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
        }
      }),
      patch(prototype, 'close', (native) => function (this: WebSocket, code?: number, reason?: string) {
        const close = (): void => (code === undefined ? native.call(this) : native.call(this, code, reason));
        if (queues.has(this)) enqueue(this, close);
        else close();
      }),
      patch(window, 'WebSocket', (native) => this.#wrap(native, 'websocket', (socket, to) => {
        if (!to.chat) return;
        socket.addEventListener('message', ({ data }: MessageEvent) => {
          if (typeof data === 'string') this.#learn(to, data);
        });
      })),
    ];
  }

  #eventSource(): () => void {
    if (typeof EventSource !== 'function') return () => {};
    return patch(window, 'EventSource', (native) => this.#wrap(native, 'eventsource', () => {}));
  }

  /** A proxy keeps statics, prototype and `instanceof` as they are. */
  #wrap<C extends new (url: string | URL, ...rest: never[]) => object>(
    native: C,
    channel: Channel,
    made: (instance: InstanceType<C>, to: Destination) => void,
  ): C {
    return new Proxy(native, {
      construct: (target, [url, ...rest]: [string | URL, ...unknown[]], newTarget) => {
        const to = this.#destination(url);
        const concerned = to && this.#concerns(to);
        let address = String(url);
        try {
          if (concerned && !(this.#core.state === 'waiting' && !this.#gate.writing)) address = this.#address({ channel, to }, address);
        } catch (error) {
          if (error instanceof Refused) throw new DOMException(asNetworkMessage(error), 'SecurityError');
          throw error;
        }
        const instance = Reflect.construct(target, [address, ...rest], newTarget) as InstanceType<C>;
        if (to) made(instance, to);
        return instance;
      },
    });
  }

  #beacon(): () => void {
    if (!('sendBeacon' in navigator)) return () => {};
    return patch(Object.getPrototypeOf(navigator) as Navigator, 'sendBeacon', (native) => (url: string | URL, data?: BodyInit | null) => {
      const to = this.#destination(url);
      if (!to || !this.#concerns(to)) return native.call(navigator, url, data);
      const out: Outgoing = { channel: 'beacon', to };
      try {
        if (this.#mustWait(to)) this.#refused(out, new Refused('not-ready'), undefined);
        const address = this.#address(out, String(url));
        const body = this.#body(out, data);
        // It must answer now, and often the page is about to go.
        if (body instanceof Promise) {
          body.catch(() => {});
          this.#refused(out, new Refused('undecidable'), undefined);
        }
        return native.call(navigator, address, body as BodyInit);
      } catch (error) {
        if (error instanceof Refused) return this.#mode === 'observe' ? native.call(navigator, url, data) : false;
        throw error;
      }
    });
  }

  #images(): (() => void)[] {
    const clean = (address: string): string | undefined => {
      const to = this.#destination(address);
      if (!to || !this.#concerns(to) || (this.#core.state === 'waiting' && !this.#gate.writing)) return address;
      try {
        return this.#address({ channel: 'image', to }, address);
      } catch (error) {
        if (error instanceof Refused) return undefined;
        throw error;
      }
    };
    const { prototype } = HTMLImageElement;
    const src = Object.getOwnPropertyDescriptor(prototype, 'src');
    if (!src?.set) return [];
    const { set } = src;
    Object.defineProperty(prototype, 'src', {
      ...src,
      set(this: HTMLImageElement, address: unknown) {
        const allowed = clean(String(address));
        if (allowed !== undefined) set.call(this, allowed);
      },
    });
    return [
      () => Object.defineProperty(prototype, 'src', src),
      patch(Element.prototype, 'setAttribute', (native) => function (this: Element, name: string, value: string) {
        const loads = this.nodeName === 'IMG' && /^src$/i.test(name);
        const allowed = loads ? clean(String(value)) : value;
        if (allowed !== undefined) native.call(this, name, allowed);
      }),
    ];
  }

  /** Last of all listeners: whatever a form sends, by a person or a script, its hidden fields and what the page adds included. */
  #forms(): () => void {
    const onFormData = (event: FormDataEvent): void => {
      const form = event.target as HTMLFormElement;
      const to = this.#destination(form.action);
      if (!to || !this.#concerns(to)) return;
      // A hidden field holds what the server wrote, such as a session's token, or what a script moved there: only what was typed is hidden.
      const hidden = new Set([...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')].map((field) => field.value));
      const entries = [...event.formData];
      const masked = entries.map(([, value]) =>
        typeof value === 'string' ? this.#field(hidden.has(value) ? { ...to, chat: false } : to, value) : value,
      );
      if (masked.every((value, at) => value === entries[at]?.[1])) return;
      for (const [name] of entries) event.formData.delete(name);
      entries.forEach(([name], at) => event.formData.append(name, masked[at] as string));
    };
    window.addEventListener('formdata', onFormData);
    // The event does not leave a shadow root.
    const unpatch = patch(HTMLFormElement.prototype, 'submit', (native) => function (this: HTMLFormElement) {
      const root = this.getRootNode();
      const inside = root instanceof ShadowRoot;
      if (inside) root.addEventListener('formdata', onFormData as EventListener);
      native.call(this);
      if (inside) root.removeEventListener('formdata', onFormData as EventListener);
    });
    return () => {
      window.removeEventListener('formdata', onFormData);
      unpatch();
    };
  }

  /** Nothing rather than what must not leave: at this point a form cannot be held any more. */
  #field(to: Destination, value: string): string {
    try {
      return this.#body({ channel: 'form', to }, value) as string;
    } catch (error) {
      if (error instanceof Refused) return '';
      throw error;
    }
  }

  /** A blob can be read only later, a beacon only now: so what it is made of is remembered. */
  #blobs(): () => void {
    return patch(window, 'Blob', (native) =>
      new Proxy(native, {
        construct(target, args: [unknown?, ...unknown[]], newTarget) {
          const blob = Reflect.construct(target, args, newTarget) as Blob;
          rememberBlob(blob, args[0]);
          return blob;
        },
      }),
    );
  }
}

/** Stands behind `guard.guardNetwork()`. */
export const network: NonNullable<Parts['network']> = (core, decisions) => {
  const typing = new Provenance(core);
  return {
    typing,
    guard(gate, options) {
      checkNetworkOptions(options);
      if (options.mode === 'observe' && core.manifest.locked) core.reject(loosening(['guardNetwork: observe']));
      return new Network(core, decisions, typing, gate, options);
    },
  };
};

/** Throws `AntifazError` for what the options may not hold. */
function checkNetworkOptions({ origins, mode }: NetworkOptions): void {
  for (const origin of origins ?? []) {
    if (origin !== 'self' && originOf(origin) === undefined) {
      throw new AntifazError('malformed-origin', 'origins: each must be an origin such as "https://chat.bank.example", or "self"', origin);
    }
  }
  if (mode !== undefined && !['mask', 'block', 'observe'].includes(mode)) {
    throw new AntifazError('unknown-mode', 'mode: must be mask, block or observe', 'mode');
  }
}

function isRequest(input: unknown): input is Request {
  return Object.prototype.toString.call(input) === '[object Request]';
}

function readXhr(request: XMLHttpRequest): string {
  if (request.responseType === '' || request.responseType === 'text') return request.responseText;
  return request.responseType === 'json' ? JSON.stringify(request.response) : '';
}

function asNetworkMessage({ reason }: Refused): string {
  return `antifaz did not let this request leave: ${reason}`;
}

/** To the page, a request that may not leave is a network that failed. */
function asNetworkError(error: unknown): Promise<never> {
  return Promise.reject(error instanceof Refused ? new TypeError(asNetworkMessage(error)) : (error as Error));
}
