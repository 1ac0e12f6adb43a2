/** What travels beside a message to the recipient whose manifest entry names a field for it, and to nobody else. */

/** One value, readable by who holds the private key; `openSealed` of `antifaz/sealing` opens it. All in base64url. */
export interface SealedValue {
  /** The public point of a key pair made for this value: uncompressed, 65 bytes. */
  readonly key: string;
  readonly iv: string;
  /** Ciphertext and tag. */
  readonly data: string;
}

export interface Envelope {
  readonly version: 1;
  readonly recipient: string;
  /** What the recipient may not do, as the manifest and the record have it. */
  readonly restrictions: readonly string[];
  /** By category, what the values that were shared may be used for: what is not named here was not agreed to. */
  readonly purposes: Readonly<Record<string, readonly string[]>>;
  /** By token. */
  readonly sealed: Readonly<Record<string, SealedValue>>;
  /** Global Privacy Control is on. */
  readonly gpc: boolean;
}

/** From `createSealer()` of `antifaz/sealing`. */
export interface Sealer {
  /** Throws what the browser's cryptography throws. */
  seal(value: string, token: string, recipient: { readonly id: string; readonly publicKey?: JsonWebKey }): Promise<SealedValue>;
}

/** Puts it into JSON text whose top level is an object without that field; what stands there stays byte for byte. */
export function enclose(text: string, field: string, envelope: Envelope): string {
  try {
    const body = JSON.parse(text) as unknown;
    if (typeof body !== 'object' || body === null || Array.isArray(body) || Object.hasOwn(body, field)) return text;
    const comma = Object.keys(body).length > 0 ? ',' : '';
    return text.replace(/\}\s*$/, () => `${comma}${JSON.stringify(field)}:${JSON.stringify(envelope)}}`);
  } catch {
    return text;
  }
}
