/**
 * What is remembered as it stands, since nothing in it tells what was typed: the language that was chosen, the manifest that was
 * agreed to last, and the highest number of any token, so that an old `[CARD_1]` in a chat's history never stands for a new card.
 */
const NAME = 'antifaz-settings';
/** Far more than any customer has; what is above it, we did not write. */
const HIGHEST_TOKEN = 99_999_999;

interface Stored {
  readonly locale?: string;
  /** Its hash. */
  readonly manifest?: string;
  readonly version?: string;
  readonly token?: number;
}

export class Settings {
  readonly #kept: boolean;
  #values: Stored = {};
  /** The highest number that this page gave out. */
  #own = 0;
  #elsewhere = 0;

  /** `kept`: beyond the page, where the browser lets us. */
  constructor(kept: boolean) {
    this.#kept = kept;
  }

  get locale(): string | undefined {
    return this.#read().locale;
  }

  set locale(locale: string | undefined) {
    const { locale: _, ...others } = this.#read();
    this.#write(locale === undefined ? others : { ...others, locale });
  }

  /** The highest number that was given out in earlier pages and other tabs. */
  get spent(): number {
    const { token = 0 } = this.#read();
    if (token > this.#own) this.#elsewhere = token;
    return this.#elsewhere;
  }

  spend(number: number): void {
    const stored = this.#read();
    this.#own = Math.max(this.#own, number);
    if (number > (stored.token ?? 0)) this.#write({ ...stored, token: number });
  }

  /** Remembers the manifest and gives the one before, where it was another. */
  changeManifest(hash: string, version: string | undefined): { readonly version: string | undefined } | undefined {
    const { manifest, version: before, ...others } = this.#read();
    if (manifest === hash) return undefined;
    this.#write({ ...others, manifest: hash, ...(version === undefined ? {} : { version }) });
    return manifest === undefined ? undefined : { version: before };
  }

  /** All but the number, which says nothing about anyone and keeps old tokens from standing for new values. */
  erase(): void {
    const { token } = this.#read();
    this.#write(token === undefined ? {} : { token });
  }

  #read(): Stored {
    if (!this.#kept) return this.#values;
    try {
      this.#values = parse(localStorage.getItem(NAME));
    } catch {
      // Not allowed here: they hold for the page.
    }
    return this.#values;
  }

  #write(values: Stored): void {
    this.#values = values;
    if (!this.#kept) return;
    try {
      localStorage.setItem(NAME, JSON.stringify(values));
    } catch {
      // As above, or full.
    }
  }
}

/** What we did not write is left out. */
function parse(text: string | null): Stored {
  let given: Record<string, unknown>;
  try {
    given = Object(JSON.parse(text ?? '{}')) as Record<string, unknown>;
  } catch {
    return {};
  }
  const { token } = given;
  const forms = { locale: /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i, manifest: /^[\da-f]{64}$/, version: /^.{1,200}$/ };
  const texts = Object.entries(forms).flatMap(([name, form]) => (form.test(String(given[name] ?? '')) ? [[name, given[name]]] : []));
  const number = Number.isSafeInteger(token) && (token as number) > 0 && (token as number) <= HIGHEST_TOKEN;
  return { ...Object.fromEntries(texts), ...(number ? { token: token as number } : {}) };
}
