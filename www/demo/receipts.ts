/** What was noted on this device, to take away, to check, and to see that a rewritten entry is found out. */
import type { Ledger } from '../src/harness/index.js';
import type { FullLocale } from '../src/panel.js';
import { element } from './element.js';
import { counted, type Words } from './words.js';

/** What the page shows of a record; the file has more. */
interface Entry {
  readonly seq: number;
  readonly time: string;
  readonly kind: string;
  readonly status?: string;
  readonly category?: string;
  readonly recipient?: { readonly name: string };
  readonly tokens?: readonly string[];
}

interface Receipts {
  readonly chains: { readonly head: { readonly chain: string }; readonly records: Entry[] }[];
}

/** The rewriting that a cheat would like most. */
const REWRITTEN: Readonly<Record<string, string>> = { refused: 'given', given: 'refused', requested: 'given', deferred: 'given' };
const SAVING_MS = 60_000;

export class ReceiptsView {
  readonly #list: HTMLElement;
  readonly #verdict: HTMLElement;
  readonly #ledger: Ledger;
  #words: Words;
  /** How the entries are called. */
  readonly #locale: () => FullLocale;
  readonly #category: (id: string) => string;

  constructor(root: Element, words: Words, ledger: Ledger, locale: () => FullLocale, category: (id: string) => string) {
    this.#list = root.querySelector('ol')!;
    this.#verdict = root.querySelector('.verdict')!;
    this.#words = words;
    this.#ledger = ledger;
    this.#locale = locale;
    this.#category = category;
    const on = (button: string, act: () => Promise<void>): void => root.querySelector(button)!.addEventListener('click', () => void act());
    on('.download', () => this.#download());
    on('.verify', () => this.#verify(false));
    on('.alter', () => this.#verify(true));
    void this.show();
  }

  set words(words: Words) {
    this.#words = words;
    this.#tell('');
    void this.show();
  }

  /** As the ledger stands now. */
  async show(): Promise<void> {
    this.#draw(JSON.parse(await this.#ledger.export()) as Receipts);
  }

  async #download(): Promise<void> {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([await this.#ledger.export()], { type: 'application/json' }));
    link.download = 'antifaz.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), SAVING_MS);
  }

  /** What anyone can do with the file. `rewrite`: after one entry in it was changed by hand. */
  async #verify(rewrite: boolean): Promise<void> {
    const file = JSON.parse(await this.#ledger.export()) as Receipts;
    if (file.chains.every(({ records }) => records.length === 0)) return this.#tell(this.#words.none);
    if (rewrite) alter(file);
    const { valid, verdicts, records } = await antifaz.readReceipts(JSON.stringify(file));
    const altered = new Set(
      numbered(file).flatMap(({ chain, number, entry }) =>
        verdicts.some((verdict) => verdict.chain === chain && verdict.altered.includes(entry.seq)) ? [number] : [],
      ),
    );
    this.#draw(file, altered);
    const said = valid ? counted(this.#words.valid, records.length) : this.#words.altered.replace('#', [...altered].join(', '));
    this.#tell(said, valid ? 'good' : 'bad');
  }

  #tell(text: string, look = ''): void {
    this.#verdict.className = `verdict ${look}`;
    this.#verdict.textContent = text;
  }

  #draw(file: Receipts, altered: ReadonlySet<number> = new Set()): void {
    const time = new Intl.DateTimeFormat(document.documentElement.lang, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
    const rows = numbered(file).map(({ number, entry }) => {
      const row = element(
        'li',
        altered.has(number) ? 'altered' : '',
        element('span', 'number', String(number)),
        element('time', '', time.format(new Date(entry.time))),
        element('span', '', [this.#what(entry), entry.recipient?.name].filter(Boolean).join(' · ')),
      );
      if (altered.has(number)) row.setAttribute('aria-current', 'true');
      return row;
    });
    this.#list.replaceChildren(...rows);
    this.#list.hidden = rows.length === 0;
    const first = this.#list.querySelector('.altered') ?? this.#list.lastElementChild;
    if (first instanceof HTMLElement) this.#list.scrollTop = first.offsetTop - this.#list.clientHeight / 2;
  }

  #what({ kind, status, category, tokens }: Entry): string {
    const { sent, valueGone, correction } = this.#words;
    if (kind === 'sent') return [sent, tokens?.join(' ')].filter(Boolean).join(' ');
    if (kind === 'value') return valueGone;
    if (kind === 'correction' || !category) return correction;
    const said: Readonly<Record<string, string>> = this.#locale().panel.status;
    return `${this.#category(category)}: ${said[status ?? ''] ?? status}`;
  }
}

/** One line of numbers through all chains. */
function numbered({ chains }: Receipts): readonly { readonly chain: string; readonly number: number; readonly entry: Entry }[] {
  return chains
    .flatMap(({ head: { chain }, records }) => records.map((entry) => ({ chain, entry })))
    .map((each, at) => ({ ...each, number: at + 1 }));
}

function alter({ chains }: Receipts): void {
  const all = chains.flatMap(({ records }) => records.map((entry, at) => ({ records, entry, at }))).reverse();
  const { records, entry, at } = all.find(({ entry: { status = '' } }) => status in REWRITTEN) ?? all[0]!;
  const status = REWRITTEN[entry.status ?? ''];
  records[at] = status ? { ...entry, status } : { ...entry, tokens: [] };
}
