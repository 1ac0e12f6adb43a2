/** Everything the panel, the notice and the requests say. A locale that lacks a line does not compile. */
import type { Status } from '../events.js';
import type { Locale } from '../locales/index.js';
import type { Plural } from '../locales/strings.js';

export const TABS = ['shared', 'permissions', 'stored', 'rights', 'about'] as const;
export type Tab = (typeof TABS)[number];

/** As the GDPR has them, articles 15 to 18, 20 and 21. */
export const RIGHTS = ['access', 'rectify', 'erase', 'restrict', 'object', 'port'] as const;
export type Right = (typeof RIGHTS)[number];

/** The panel's own checks of what it rests on. */
export type Check = 'engine' | 'specimen' | 'records' | 'storage';

/** What panel, notice and requests say in one language: modules `antifaz/locales/panel/en` and so on hold one each. */
export interface PanelLocale {
  /** BCP 47, as of the locale that it belongs to. */
  readonly lang: string;
  readonly panel: PanelStrings;
}

/** All that is said in one language. */
export interface FullLocale extends Locale, PanelLocale {}

export interface PanelStrings {
  readonly title: string;
  readonly close: string;
  readonly tabs: Readonly<Record<Tab, string>>;
  /** One line below the heading of each tab. */
  readonly intro: Readonly<Record<Tab, string>>;
  readonly language: string;

  /** What was sent, and what was agreed. */
  readonly search: string;
  readonly none: string;
  readonly noMatch: string;
  readonly noLedger: string;
  readonly more: string;
  readonly status: Readonly<Record<Status | 'erased', string>>;
  readonly correct: string;
  readonly askErase: string;
  readonly receipt: string;
  readonly allRecords: string;
  readonly withValues: string;
  readonly saved: string;

  /** Permissions. */
  readonly withdrawAll: string;
  readonly withdrawn: string;
  readonly allowed: string;
  readonly allowedChat: string;
  readonly asks: string;
  readonly refused: string;
  readonly mayAsk: string;
  readonly gpcOn: string;
  readonly gpcOff: string;
  readonly gpcRefused: string;
  readonly hidden: string;

  /** What is on this device. */
  readonly values: string;
  readonly consents: string;
  readonly sent: string;
  readonly entries: Plural;
  readonly inMemory: string;
  readonly onDisk: string;
  readonly ends: string;
  readonly withPage: string;
  readonly keptUpTo: string;
  readonly show: string;
  readonly hide: string;
  readonly erase: string;
  readonly eraseNow: string;
  readonly erased: string;
  readonly erasing: string;
  readonly undo: string;
  readonly forget: string;
  readonly forgetText: string;
  readonly lock: string;
  readonly unlock: string;
  readonly locked: string;
  readonly protect: string;
  readonly protectText: string;
  readonly passphrase: string;
  readonly wrong: string;
  readonly unprotect: string;

  /** Requests. */
  readonly right: string;
  readonly rights: Readonly<Record<Right, string>>;
  /** One sentence: what the right is. */
  readonly means: Readonly<Record<Right, string>>;
  readonly concerns: string;
  readonly everything: string;
  readonly note: string;
  readonly text: string;
  readonly forMachines: string;
  readonly copy: string;
  readonly copied: string;
  readonly intoChat: string;
  readonly download: string;
  readonly contacts: string;

  /** The letter. */
  readonly letter: {
    readonly to: string;
    readonly subject: string;
    readonly asks: Readonly<Record<Right, string>>;
    readonly legal: string;
    /** As laws are cited, before the name of the law. */
    readonly article: string;
    readonly gdpr: string;
    readonly about: string;
    readonly aboutAll: string;
    readonly receipt: string;
    readonly values: string;
    readonly deadline: string;
    readonly soon: string;
    readonly answer: string;
    readonly complain: string;
  };

  /** The notice. */
  readonly notice: {
    readonly controller: string;
    readonly dpo: string;
    readonly authority: string;
    readonly listens: string;
    readonly learns: string;
    readonly yes: string;
    readonly no: string;
    readonly unsaid: string;
    readonly recipients: string;
    readonly purposes: string;
    readonly optional: string;
    readonly data: string;
    readonly rights: string;
    readonly sources: string;
    readonly decisions: string;
    readonly human: string;
    readonly policy: string;
    readonly role: Readonly<Record<'controller' | 'processor' | 'third-party', string>>;
  };

  /** About. */
  readonly version: string;
  readonly engine: string;
  readonly checks: string;
  readonly check: Readonly<Record<Check, string>>;
  readonly ok: string;
  readonly notOk: string;
  readonly network: string;
}
