/** What the demo page says, and the messages it offers to type. */
import { de } from './words/de.js';
import { en } from './words/en.js';
import { es } from './words/es.js';
import { fr } from './words/fr.js';
import { it } from './words/it.js';
import { pt } from './words/pt.js';
import { ru } from './words/ru.js';

export interface Example {
  readonly name: string;
  /** Numbers that issuers publish as examples or keep free for fiction; each is valid. */
  readonly text: string;
}

/** One form for each plural category of the language; `#` stands for the number. */
type Plural = Readonly<Record<string, string>>;

export interface Words {
  readonly title: string;
  readonly intro: string;
  /** What it is, in four short pieces. */
  readonly facts: readonly string[];
  readonly bank: string;
  readonly messenger: string;
  readonly toBank: string;
  readonly toMessenger: string;
  /** Before a message goes through somebody else's channel. */
  readonly notice: string;
  readonly same: string;
  readonly examples: string;
  readonly typed: string;
  readonly typedWhere: string;
  readonly received: string;
  readonly receivedWhere: string;
  readonly receivedHere: string;
  readonly empty: string;
  readonly raw: string;
  readonly youTyped: string;
  readonly serverGot: string;
  readonly notYet: string;
  readonly write: string;
  readonly send: string;
  readonly stored: (messages: string, values: string) => string;
  readonly messages: Plural;
  readonly values: Plural;

  readonly breachTitle: string;
  readonly breachLead: string;
  readonly breach: string;
  readonly fromYou: string;
  readonly fromStory: string;
  readonly without: string;
  readonly with: string;
  readonly joined: string;
  readonly noMatch: string;
  readonly addsUp: string;
  readonly somebody: string;
  readonly nobody: string;
  /** Invented; what a name or a phone number finds elsewhere. */
  readonly sources: readonly { readonly where: string; readonly tells: string }[];

  readonly panelTitle: string;
  readonly panelText: string;
  readonly panel: string;
  readonly receiptsTitle: string;
  readonly receiptsText: string;
  readonly download: string;
  readonly verify: string;
  readonly alter: string;
  readonly none: string;
  readonly valid: Plural;
  /** `#`: the number of the entry. */
  readonly altered: string;
  readonly sent: string;
  readonly valueGone: string;
  readonly correction: string;

  readonly labels: Readonly<Record<'language' | 'dark' | 'chat' | 'again' | 'ledger' | 'channel' | 'receipts', string>>;
  /** The first three are the chat of the invented customer whose server copy is stolen. */
  readonly tries: readonly Example[];
}

export const WORDS: Readonly<Record<string, Words>> = { en, es, ru, de, fr, pt, it };

/** `forms` for this number, in the language of the page. */
export function counted(forms: Plural, count: number): string {
  const form = forms[new Intl.PluralRules(document.documentElement.lang).select(count)] ?? forms['other'] ?? '#';
  return form.replace('#', String(count));
}
