/** What a customer takes away: the chains as they are, so that anyone can check them. Read back, they prove and grant nothing. */
import { AntifazError } from '../../engine/errors.js';
import { type Head, hex, type Linked, type Verdict, verify } from './chain.js';
import type { Kept } from '../ledger-contract.js';
import { CHAINS, type ConsentRecord, type CorrectionRecord, type SentRecord, type ValueRecord } from './record.js';

export type LedgerRecord = (ConsentRecord | SentRecord | ValueRecord | CorrectionRecord) & Linked;

export const FORMS = ['json', 'jsonld', 'csv'] as const;
export type Form = (typeof FORMS)[number];

export interface Receipts {
  readonly format: string;
  readonly exported: string;
  /** JWK; of this installation. */
  readonly publicKey: object | null;
  readonly chains: readonly { readonly head: Head; readonly records: readonly LedgerRecord[] }[];
  /** What there was no room or no cryptography for; it proves nothing. */
  readonly unsigned?: readonly object[];
}

export interface Reading {
  /** Whether nothing in it was altered, left out or put in since it was signed. */
  readonly valid: boolean;
  /** SHA-256 of the key it was signed with: anyone can sign a list of their own, so compare it with the customer's. */
  readonly signer: string | null;
  readonly verdicts: readonly Verdict[];
  readonly records: readonly LedgerRecord[];
}

export const FORMAT = 'antifaz-receipts-1';
const LONGEST = 50_000_000;
/** Some browsers ask where to before they read. */
const SAVING_MS = 60_000;

const TERMS = { '@type': '@vocab' };
const TIME = { '@type': 'xsd:dateTime' };
/** DPV 2.3. Words of ours that a field takes are mapped in a context of their own. */
const CONTEXT = {
  '@version': 1.1,
  '@vocab': 'urn:antifaz:',
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/eu-gdpr#',
  dct: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  records: { '@id': 'dpv:hasRecordOfActivity', '@container': '@list' },
  recordId: 'dpv:hasIdentifier',
  id: 'dpv:hasIdentifier',
  schema: 'dct:conformsTo',
  principalId: 'dpv:hasDataSubject',
  time: { '@id': 'dct:date', ...TIME },
  since: { '@id': 'dct:issued', ...TIME },
  validUntil: { '@id': 'dct:valid', ...TIME },
  language: 'dct:language',
  notice: { '@id': 'dpv:hasNotice', '@context': { version: 'dct:hasVersion', url: { '@id': 'dct:source', '@type': '@id' } } },
  jurisdiction: 'dpv:hasJurisdiction',
  authority: 'dpv:hasAuthority',
  controller: 'dpv:hasDataController',
  recipient: { '@id': 'dpv:hasRecipient', '@context': { country: 'dpv:hasCountry' } },
  name: 'dpv:hasName',
  address: 'dpv:hasAddress',
  email: 'dpv:hasContact',
  dpo: 'dpv:hasDataProtectionOfficer',
  personalData: { '@id': 'dpv:hasPersonalData', ...TERMS },
  necessity: {
    '@id': 'dpv:hasNecessity',
    ...TERMS,
    '@context': { required: 'dpv:Required', optional: 'dpv:Optional', 'not-required': 'dpv:NotRequired' },
  },
  purposeTerm: { '@id': 'dpv:hasPurpose', ...TERMS },
  purposeText: { '@id': 'dct:description', '@container': '@language' },
  processing: { '@id': 'dpv:hasProcessing', ...TERMS },
  automatedDecision: 'dpv:hasAutomationLevel',
  method: 'dpv:hasIndicationMethod',
  legalBasis: { '@id': 'dpv:hasLegalBasis', ...TERMS, '@context': { consent: 'dpv:Consent' } },
  storage: {
    '@id': 'dpv:hasStorageCondition',
    '@context': { location: 'dpv:hasLocation', duration: 'dpv:hasDuration', hold: { '@id': 'dpv:hasJustification', '@container': '@language' } },
  },
  restrictions: 'dpv:hasProhibition',
  rights: { '@id': 'dpv:hasRight', ...TERMS },
  withdrawal: 'dpv:hasConsentControl',
  refersTo: 'dct:references',
  note: 'dct:description',
  status: {
    '@id': 'dpv:hasConsentStatus',
    ...TERMS,
    '@context': {
      requested: 'dpv:ConsentRequested',
      given: 'dpv:ConsentGiven',
      renewed: 'dpv:RenewedConsentGiven',
      refused: 'dpv:ConsentRefused',
      deferred: 'dpv:ConsentRequestDeferred',
      withdrawn: 'dpv:ConsentWithdrawn',
      expired: 'dpv:ConsentExpired',
      invalidated: 'dpv:ConsentInvalidated',
    },
  },
  type: {
    '@id': 'dct:type',
    ...TERMS,
    '@context': { expressed: 'dpv:ExpressedConsent', explicit: 'dpv:ExplicitlyExpressedConsent' },
  },
};

/** JSON-LD is the same file with a context before it: the hashes hold for both. `values` are beside the records, never in them. */
export function write(receipts: Receipts, form: Form, values: readonly Kept[] = []): string {
  const held = values.map(({ token, category, value, since, until }) => ({ token, category, value, since: iso(since), until: iso(until) }));
  if (form === 'csv') {
    const tokens = held.map(({ token, category, value, since, until }) => ({ time: since, kind: 'token', category, validUntil: until, tokens: [token], value }));
    return csv([...receipts.chains.flatMap(({ records }) => records), ...tokens]);
  }
  const file = { ...receipts, ...(held.length > 0 ? { values: held } : {}) };
  return JSON.stringify(form === 'json' ? file : { '@context': CONTEXT, ...file }, null, 2);
}

/** Among the customer's downloads. */
export function save(text: string, form: Form): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: form === 'csv' ? 'text/csv' : 'application/json' }));
  link.download = `antifaz.${form}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), SAVING_MS);
}

function iso(time_ms: number): string {
  return new Date(time_ms).toISOString();
}

/** Throws `malformed-receipts` where it is no such file. */
export async function readReceipts(text: string): Promise<Reading> {
  const { publicKey, chains } = parse(text);
  const key = await crypto.subtle
    .importKey('jwk', publicKey as JsonWebKey, { name: 'ECDSA', namedCurve: 'P-256' }, true, ['verify'])
    .catch(() => malformed('publicKey'));
  const verdicts = await Promise.all(chains.map(({ head, records }) => verify(head, records, key)));
  const signer = await signerOf(key);
  const whole = CHAINS.every((name) => verdicts.some(({ chain }) => chain === name));
  return { valid: whole && verdicts.every(({ valid }) => valid), signer, verdicts, records: chains.flatMap(({ records }) => records) };
}

export async function signerOf(publicKey: CryptoKey): Promise<string> {
  return hex(await crypto.subtle.digest('SHA-256', await crypto.subtle.exportKey('raw', publicKey)));
}

function parse(text: string): Receipts {
  if (text.length > LONGEST) malformed('too long');
  let file: Partial<Receipts>;
  try {
    file = JSON.parse(text) as Partial<Receipts>;
  } catch {
    return malformed('no JSON');
  }
  if (file?.format !== FORMAT) malformed('format');
  if (typeof file.publicKey !== 'object' || !Array.isArray(file.chains)) malformed('chains');
  for (const chain of file.chains as Receipts['chains']) {
    const { head, records } = chain ?? {};
    if (!isMark(head?.from) || !isMark(head?.to) || !Array.isArray(records)) malformed('head');
    for (const record of records as Linked[]) if (!isMark(record)) malformed('records');
  }
  return file as Receipts;
}

function isMark(mark: unknown): boolean {
  const { seq, hash } = (mark ?? {}) as Partial<Linked>;
  return Number.isSafeInteger(seq) && typeof hash === 'string';
}

function malformed(what: string): never {
  throw new AntifazError('malformed-receipts', `these are no receipts of antifaz: ${what}`, what);
}

const COLUMNS = [
  ...['time', 'kind', 'status', 'category', 'purpose', 'recipient', 'scope', 'validUntil', 'count', 'masked', 'shared', 'tokens'],
  ...['refersTo', 'note', 'value', 'recordId', 'hash'],
];

function csv(rows: readonly object[]): string {
  const cell = (value: unknown): string => {
    const text = typeof value === 'object' && value !== null ? ((value as { id?: string }).id ?? JSON.stringify(value)) : String(value ?? '');
    // A spreadsheet would compute what begins like a formula.
    return `"${text.replace(/^(?=[=+\-@\t\r])/, "'").replace(/"/g, '""')}"`;
  };
  const lines = rows.map((row) => COLUMNS.map((name) => cell((row as Record<string, unknown>)[name])).join());
  return [COLUMNS.join(), ...lines, ''].join('\r\n');
}
