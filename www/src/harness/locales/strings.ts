/** Everything the interface says. A locale that lacks a line does not compile. */

/** The token labels of the vocabulary, each with the words a customer knows it by. */
export type Label =
  | 'SECRET' | 'CARD' | 'ACCOUNT' | 'WALLET' | 'FINANCES' | 'CREDIT' | 'SPENDING' | 'ID' | 'HEALTHID' | 'NAME' | 'BIRTH'
  | 'EMAIL' | 'PHONE' | 'HOURS' | 'ADDRESS' | 'PLACE' | 'PROFILE' | 'DEVICE' | 'MEMBER' | 'REF' | 'VEHICLE' | 'STATUS'
  | 'HEALTH' | 'BELIEF' | 'POLITICS' | 'UNION' | 'ORIGIN' | 'PRIVATE' | 'BIOMETRIC' | 'RECORD' | 'OPINION' | 'AMOUNT' | 'DATE';

/** One form for each plural category the language has; `#` stands for the number. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

export interface Strings {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly labels: Readonly<Record<Label, string>>;
  /** What a category unknown to this version is called. */
  readonly unknown: string;

  /** Chips: what will happen to a category at the send. */
  readonly will: Readonly<Record<'hide' | 'generalize' | 'share', string>>;
  readonly chips: string;
  readonly more: Plural;
  readonly ask: string;
  readonly found: Plural;

  /** What opens the privacy panel, and the notice in it. */
  readonly privacy: string;
  readonly details: string;

  /** The card. */
  readonly title: string;
  readonly to: string;
  readonly kind: Readonly<Record<'ai' | 'human' | 'mixed', string>>;
  readonly preview: string;
  readonly state: Readonly<Record<'hide' | 'generalize' | 'share', string>>;
  readonly choice: Readonly<Record<'hide' | 'generalize' | 'share', string>>;
  readonly choose: string;
  readonly why: string;
  readonly kept: string;
  readonly unneeded: string;
  readonly never: string;
  readonly scope: string;
  readonly scopes: Readonly<Record<'message' | 'conversation' | 'date', string>>;
  /** Before what it may be used for besides. */
  readonly besides: string;
  /** Before the day until which it may be shared. */
  readonly lastDay: string;
  readonly theirs: string;
  /** Of a recipient who gets it encrypted. */
  readonly sealed: string;
  /** In the place of a further second confirmation. */
  readonly enough: string;
  readonly changed: string;
  readonly changes: Readonly<Record<'purpose' | 'recipient' | 'retention', string>>;
  readonly send: string;
  readonly hideAll: string;
  readonly edit: string;

  /** The second confirmation. */
  readonly confirm: string;
  readonly what: string;
  readonly who: string;
  readonly whatFor: string;
  readonly howLong: string;
  readonly once: string;
  readonly ifNot: string;
  readonly ifNotText: string;
  readonly agree: string;
  readonly grant: string;
  readonly refuse: string;

  /** Why nothing was sent, or not as typed. */
  readonly notices: Readonly<
    Record<
      'waiting' | 'no-engine' | 'too-long' | 'too-many-findings' | 'fault' | 'press-send' | 'not-written' | 'network-blocked' | 'storage-full',
      string
    >
  >;
  readonly restored: string;

  /** The composer's editor, and the button that tells how protection stands. */
  readonly write: string;
  readonly shield: Readonly<Record<'waiting' | 'ready' | 'less' | 'locked' | 'failed', string>>;
  readonly tally: Plural;
}
