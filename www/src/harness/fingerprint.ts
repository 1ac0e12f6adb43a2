/** Values are compared by a salted hash of their letters and digits, so that no list of what the customer typed is kept. */

const salt = [Math.random() * 2 ** 32, Math.random() * 2 ** 32] as const;

/** The same for `4111 1111` and `41111111`; 53 bits, of this page only. */
export function fingerprint(value: string): number {
  const plain = value.normalize('NFKC').toLowerCase();
  const bare = plain.replace(/[^\p{L}\p{N}]+/gu, '') || plain;
  let [a, b] = salt;
  for (let at = 0; at < bare.length; at++) {
    const unit = bare.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    a ^= a >>> 15;
    b = Math.imul(b + unit, 0x9e3779b1);
    b ^= b >>> 13;
  }
  return (a >>> 0) * 0x200000 + (b >>> 11);
}

/** A set that forgets its oldest members beyond `limit`. */
export class Recent<T> extends Map<number, T> {
  readonly #limit: number;

  constructor(limit: number) {
    super();
    this.#limit = limit;
  }

  override set(key: number, value: T): this {
    this.delete(key);
    super.set(key, value);
    if (this.size > this.#limit) this.delete(this.keys().next().value as number);
    return this;
  }
}
