/** What a request carries, as leaves of text: everything around them is kept byte for byte. */

/** Thrown out of a body that must not leave. */
export class Refused extends Error {
  readonly reason: 'undecidable' | 'too-long' | 'too-many-findings' | 'fault' | 'no-engine' | 'not-ready' | 'mode';

  constructor(reason: Refused['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** Gives a leaf as it may leave; throws `Refused`. */
export type Mask = (leaf: string) => string;

/** What can be handed to `fetch`, `XMLHttpRequest`, `WebSocket` or `sendBeacon`. */
export type Body = string | URLSearchParams | FormData | Blob | ArrayBuffer | ArrayBufferView | null | undefined;

/** Two kinds of answers: most bodies can be read at once, a blob only later. */
export type Later<T> = T | Promise<T>;

const DEEPEST = 4;

export function maskText(text: string, mask: Mask, type = '', depth = 0): string {
  if (text.length < 3) return text;
  if (depth < DEEPEST) {
    // Socket.IO and its like put a number before the JSON.
    const frame = /^\d{0,8}(?=[[{"])/.exec(text)?.[0] ?? '';
    const json = text.slice(frame.length);
    if (isJson(json)) return frame + maskJson(json, mask, depth);
    if (/urlencoded/i.test(type) || (/[&%]/.test(text) && isQuery(text))) return maskQuery(text, (leaf) => maskText(leaf, mask, '', depth + 1));
    const inner = fromBase64(text);
    if (inner !== undefined) {
      const masked = maskText(inner, mask, '', depth + 1);
      return masked === inner ? text : toBase64(masked);
    }
  }
  return /^data:(?!text)[\w.+-]+\/[\w.+-]+(?:;[\w.+=-]+)*;base64,[\w+/=-]*$/i.test(text) ? text : mask(text);
}

function isJson(text: string): boolean {
  if (!/^\s*[[{"]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Strings that are no keys, and whole numbers long enough to be an account. Other numbers keep every digit they have. */
const LEAF = /"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?|-?\d[\d.eE+-]*/g;

function maskJson(json: string, mask: Mask, depth: number): string {
  return json.replace(LEAF, (whole: string, text: string | undefined, colon: string | undefined) => {
    if (colon !== undefined) return whole;
    const leaf = text === undefined ? whole : (JSON.parse(`"${text}"`) as string);
    if (text === undefined && !/^\d{8,}$/.test(leaf)) return whole;
    const masked = maskText(leaf, mask, '', depth + 1);
    return masked === leaf ? whole : JSON.stringify(masked);
  });
}

/** The string leaves of a JSON text, or the text itself. */
export function leavesOf(text: string): string[] {
  const leaves: string[] = [];
  maskText(text, (leaf) => {
    leaves.push(leaf);
    return leaf;
  });
  return leaves;
}

function isQuery(text: string): boolean {
  return /^[^\s=&]+=[^\s=&]*(?:&[^\s=&]+=[^\s=&]*)*$/.test(text);
}

/** Of a URL or a form; pieces that nobody changes keep their own way of escaping. */
export function maskQuery(query: string, mask: Mask): string {
  return query
    .split('&')
    .map((piece) => {
      const at = piece.indexOf('=') + 1;
      const leaf = unescape(piece.slice(at).replace(/\+/g, ' '));
      const masked = mask(leaf);
      return masked === leaf ? piece : piece.slice(0, at) + encodeURIComponent(masked);
    })
    .join('&');
}

/** As written where it is no escaping. */
export function unescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function fromBase64(text: string): string | undefined {
  if (!/^[\w+/-]{16,}={0,2}$/.test(text) || text.replace(/=/g, '').length % 4 === 1) return undefined;
  try {
    const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return decode(Uint8Array.from(binary, (unit) => unit.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

function toBase64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

/** Text of readable characters only, or nothing. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Bytes that are no text are searched for runs that are; those cannot be changed without breaking the rest, so then all stays. */
export function maskBytes(bytes: Uint8Array, mask: Mask, strict: boolean, type = ''): Uint8Array {
  const text = decode(bytes);
  if (text !== undefined) {
    const masked = maskText(text, mask, type);
    return masked === text ? bytes : new TextEncoder().encode(masked);
  }
  if (strict) throw new Refused('undecidable');
  if (isPacked(bytes)) return bytes;
  for (const encoding of ['utf-8', 'utf-16le']) {
    for (const run of new TextDecoder(encoding).decode(bytes).split(/[\u0000-\u001f\ufffd]+/)) {
      if (run.length > 4 && maskText(run, mask) !== run) throw new Refused('undecidable');
    }
  }
  return bytes;
}

/** gzip, zlib, zstd: there are no runs to find, only noise. */
function isPacked([a, b, c, d]: Uint8Array): boolean {
  const zlib = a === 0x78 && (b === 0x01 || b === 0x5e || b === 0x9c || b === 0xda);
  return zlib || (a === 0x1f && b === 0x8b) || (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd);
}

/** Pictures, sound and documents are files of the customer's choice, not text they typed. */
export function isMedia({ type }: Blob): boolean {
  return /^(?:image\/(?!svg)|audio\/|video\/|font\/|application\/(?:pdf|zip|msword|vnd\.(?!.*(?:json|xml)$)))/i.test(type);
}

export function maskForm(form: FormData, mask: Mask, strict: boolean): Later<FormData> {
  const names = [...form.keys()];
  const before = [...form.values()];
  const after = before.map((value) => (typeof value === 'string' ? maskText(value, mask) : maskBlob(value, mask, strict)));
  const build = (parts: readonly (string | Blob)[]): FormData => {
    if (parts.every((part, at) => part === before[at])) return form;
    const masked = new FormData();
    for (const [at, part] of parts.entries()) {
      const name = names[at] ?? '';
      if (typeof part === 'string') masked.append(name, part);
      else masked.append(name, part, (before[at] as File).name);
    }
    return masked;
  };
  return after.some((part) => part instanceof Promise) ? Promise.all(after).then(build) : build(after as (string | Blob)[]);
}

/** What a blob was made of, where that was text: then it can be read at once. */
const texts = new WeakMap<Blob, string>();

export function rememberBlob(blob: Blob, parts: unknown): void {
  if (Array.isArray(parts) && parts.every((part) => typeof part === 'string')) texts.set(blob, parts.join(''));
}

export function maskBlob(blob: Blob, mask: Mask, strict: boolean): Later<Blob> {
  if (isMedia(blob) && !strict) return blob;
  const rebuild = (bytes: Uint8Array): Blob => {
    const masked = maskBytes(bytes, mask, strict, blob.type);
    return masked === bytes ? blob : new Blob([masked as BlobPart], { type: blob.type });
  };
  const text = texts.get(blob);
  if (text !== undefined) return rebuild(new TextEncoder().encode(text));
  return blob.arrayBuffer().then((buffer) => rebuild(new Uint8Array(buffer)));
}

/** Whatever it is: the same object where nothing changed. */
export function maskBody(body: unknown, mask: Mask, strict: boolean, type = ''): Later<unknown> {
  if (body === null || body === undefined) return body;
  if (typeof body === 'string') return maskText(body, mask, type);
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) {
    const bytes = ArrayBuffer.isView(body)
      ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
      : new Uint8Array(body);
    const masked = maskBytes(bytes, mask, strict, type);
    return masked === bytes ? body : masked;
  }
  // By name: an object of a same-origin frame belongs to another realm.
  switch (Object.prototype.toString.call(body)) {
    case '[object URLSearchParams]': {
      const query = String(body as URLSearchParams);
      const masked = maskQuery(query, (leaf) => maskText(leaf, mask));
      return masked === query ? body : new URLSearchParams(masked);
    }
    case '[object FormData]':
      return maskForm(body as FormData, mask, strict);
    case '[object Blob]':
    case '[object File]':
      return maskBlob(body as Blob, mask, strict);
    case '[object ReadableStream]':
      return new Response(body as ReadableStream)
        .arrayBuffer()
        .then((buffer) => maskBytes(new Uint8Array(buffer), mask, strict, type));
    case '[object HTMLDocument]':
    case '[object XMLDocument]':
    case '[object Document]':
      throw new Refused('undecidable');
    default:
      // What a browser would turn into a string.
      return maskText(String(body), mask, type);
  }
}
