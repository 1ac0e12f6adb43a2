/**
 * What is written down: the fields of ISO/IEC TS 27560:2023, named for what they are here; `receipts.ts` maps them to DPV 2.3.
 * A record says that there was a card number and who was to have it, never which.
 */
import type { Channel, Counts, Status } from '../events.js';
import type { Choosing, Method, Which } from '../ledger-contract.js';
import type { Manifest, Recipient, Words } from '../manifest.js';
import type { Change, Scope } from '../ui-contract.js';
import { canonical, type Json } from './chain.js';

export const CHAINS = ['consents', 'sent'] as const;
export const SCHEMA = 'antifaz-record-1';

/** In every record; `record.schema.json` of the package says the same for programs. */
export interface Common {
  readonly schema: string;
  readonly recordId: string;
  /** The same for all records of one question and its answer. */
  readonly receiptId: string;
  readonly principalId: string;
  /** ISO 8601. */
  readonly time: string;
}

/** One change of one consent. */
export interface ConsentRecord extends Common, Terms {
  readonly kind: 'consent';
  readonly status: Status;
  /** `explicit`: by a statement and a separate confirmation. */
  readonly type: 'expressed' | 'explicit';
  readonly method: Method;
  readonly scope: Scope;
  readonly validUntil: string | null;
  readonly category: string;
  /** The terms of DPV for the category. */
  readonly personalData: readonly string[];
  /** Of Article 9 GDPR. */
  readonly special: boolean;
  readonly necessity: 'required' | 'optional' | 'not-required';
  /** How many values, not which. */
  readonly count: number;
  readonly form: 'exact' | 'general';
  /** Nothing where no declared purpose needs it and the customer sent it all the same. */
  readonly purpose: string | null;
  readonly language: string | null;
  /** SHA-256 of the very words that were shown. */
  readonly promptHash: string | null;
  readonly changes?: readonly Change[];
  /** With `renewed`: since when it was given again and again. */
  readonly since?: string;
}

/** A message that left the device. */
export interface SentRecord extends Common {
  readonly kind: 'sent';
  readonly recipient: Party;
  readonly channel: Channel;
  readonly masked: Counts;
  readonly shared: Counts;
  readonly tokens: readonly string[];
  /** HMAC-SHA-256 under a key that never leaves the device: tells this customer that a text is the one, and nobody else anything. */
  readonly messageHash: string;
}

/** The time of what tokens stood for was over, or the customer erased it. */
export interface ValueRecord extends Common {
  readonly kind: 'value';
  readonly status: 'expired' | 'erased';
  readonly counts: Counts;
  readonly tokens: readonly string[];
}

/** What the customer says is wrong with a record. That one stays as it was written. */
export interface CorrectionRecord extends Common {
  readonly kind: 'correction';
  /** Its `recordId`. */
  readonly refersTo: string;
  /** With everything hidden that would be hidden in a message. */
  readonly note: string;
}

export interface Party {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly kind: string;
  readonly country: string | null;
  readonly origins: readonly string[];
}

/** One purpose of one category for one recipient. */
export interface About {
  readonly category: string;
  /** Nothing where no declared purpose needs the category. */
  readonly purpose: string | null;
  readonly recipient: string;
}

/** What the manifest declares, as it stood. A consent holds while it still stands so. */
export interface Terms {
  readonly controller: Manifest['controller'];
  readonly recipient: Party;
  readonly purposeText: Words | null;
  readonly purposeTerm: string | null;
  readonly legalBasis: string | null;
  /** What is done with it, in the terms of DPV. */
  readonly processing: readonly string[];
  readonly automatedDecision: boolean;
  /** Whether something is trained on what the customer writes. Records of earlier versions do not say. */
  readonly learnsFromChats?: boolean;
  /** `hold`: why it is kept although somebody asks to delete it. */
  readonly storage: { readonly location: string | null; readonly duration: string | null; readonly hold: Words | null };
  readonly jurisdiction: string | null;
  readonly authority: string | null;
  readonly restrictions: readonly string[];
  readonly rights: readonly string[];
  readonly notice: Notice;
  /** How it is taken back. */
  readonly withdrawal: string;
}

/** `id`: the SHA-256 of the manifest. */
interface Notice {
  readonly id: string | null;
  readonly version: string | null;
  readonly url: string | null;
  readonly hash: string | null;
}

/** Nothing where the manifest no longer has one of them. */
export function termsOf(manifest: Manifest, { category, purpose, recipient }: About): Terms | undefined {
  const to = manifest.recipients.find(({ id }) => id === recipient);
  const rule = manifest.categories.find(({ id }) => id === category);
  const why = manifest.purposes.find(({ id }) => id === purpose);
  if (!to || !rule || (purpose !== null && !(why && rule.purposes.includes(why.id)))) return undefined;
  const { restrictions = [], rights = [], notice } = manifest;
  return {
    controller: manifest.controller,
    recipient: partyOf(to),
    purposeText: why?.text ?? null,
    purposeTerm: why?.dpv ?? null,
    legalBasis: why?.basis ?? 'consent',
    processing: ['dpv:Transmit', 'dpv:Collect', 'dpv:Use', ...(rule.retention === undefined ? [] : ['dpv:Store'])],
    automatedDecision: why?.automatedDecision ?? false,
    learnsFromChats: manifest.learnsFromChats,
    storage: { location: to.country ?? null, duration: rule.retention ?? null, hold: to.hold ?? null },
    jurisdiction: manifest.jurisdiction ?? null,
    authority: manifest.authority ?? null,
    restrictions,
    rights: rights.map(({ id }) => id),
    notice: { id: null, version: manifest.version ?? null, url: notice?.url ?? null, hash: notice?.hash ?? null },
    withdrawal: 'in the chat, one action, at any time',
  };
}

export function partyOf({ id, name = id, role, kind, country, origins }: Recipient): Party {
  return { id, name, role, kind, country: country ?? null, origins };
}

/** What the customer would have to know before a consent given under `before` could still count. */
export function changesOf(before: Terms, now: Terms | undefined): readonly Change[] {
  if (!now) return ['purpose'];
  const differs = (pick: (terms: Terms) => unknown): boolean => canonical(pick(before) as Json) !== canonical(pick(now) as Json);
  const changes: Change[] = [];
  const purposeOf = ({ purposeText, purposeTerm, legalBasis, automatedDecision, restrictions }: Terms): unknown =>
    [purposeText, purposeTerm, legalBasis, automatedDecision, restrictions];
  if (differs(purposeOf) || (now.learnsFromChats && !before.learnsFromChats)) changes.push('purpose');
  if (differs(({ recipient, controller }) => [recipient, controller])) changes.push('recipient');
  if (differs(({ storage }) => storage)) changes.push('retention');
  return changes;
}

/** What an answer says about one purpose of one category; hashes and numbers come when it is written. */
export function draftOf(
  { category, purpose, method, choice, scope, count }: Omit<Choosing, 'status' | 'shown'>,
  terms: Terms,
  common: Omit<Common, 'principalId'> & Pick<ConsentRecord, 'status' | 'validUntil' | 'necessity' | 'language'>,
): Omit<ConsentRecord, 'principalId' | 'promptHash'> {
  const explicit = category.class === 'explicit';
  return {
    ...common,
    ...terms,
    kind: 'consent',
    type: explicit ? 'explicit' : 'expressed',
    method,
    scope,
    category: category.id,
    personalData: category.dpv.split(/[\s,]+/).filter(Boolean),
    special: category.id.startsWith('special.'),
    count,
    form: choice === 'generalize' ? 'general' : 'exact',
    purpose,
  };
}

export function isAbout(which: Which, about: Pick<ConsentRecord, 'category' | 'purpose' | 'recipient'>): boolean {
  const { category = about.category, purpose = about.purpose, recipient = about.recipient.id } = which;
  return category === about.category && purpose === about.purpose && recipient === about.recipient.id;
}
