/** What a customer takes away: the chains as they are, so that anyone can check them. Read back, they prove and grant nothing. */
import { AntifazError } from '../../engine/errors.js';
import { type Head, hex, type Linked, type Verdict, verify } from './chain.js';
import { CHAINS, type ConsentRecord, type SentRecord } from './record.js';

export type LedgerRecord = (ConsentRecord | SentRecord) & Linked;

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

const VOCABULARY = { '@type': '@vocab' };
/** DPV 2.3. A term whose values are words of ours has them mapped in a context of its own. */
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
  schema: 'dct:conformsTo',
  principalId: 'dpv:hasDataSubject',
  time: { '@id': 'dct:date', '@type': 'xsd:dateTime' },
  validUntil: { '@id': 'dct:valid', '@type': 'xsd:dateTime' },
  language: 'dct:language',
  notice: 'dpv:hasNotice',
  jurisdiction: 'dpv:hasJurisdiction',
  authority: 'dpv:hasAuthority',
  controller: 'dpv:hasDataController',
  recipient: 'dpv:hasRecipient',
  name: 'dpv:hasName',
  address: 'dpv:hasAddress',
  email: 'dpv:hasContact',
  personalData: { '@id': 'dpv:hasPersonalData', ...VOCABULARY },
  purposeTerm: { '@id': 'dpv:hasPurpose', ...VOCABULARY },
  purposeText: { '@id': 'dct:description', '@container': '@language' },
  legalBasis: { '@id': 'dpv:hasLegalBasis', ...VOCABULARY, '@context': { consent: 'dpv:Consent' } },
  storage: { '@id': 'dpv:hasStorageCondition', '@context': { location: 'dpv:hasLocation', duration: 'dpv:hasDuration' } },
  restrictions: 'dpv:hasRule',
  rights: { '@id': 'dpv:hasRight', ...VOCABULARY },
  withdrawal: 'dpv:hasConsentControl',
  status: {
    '@id': 'dpv:hasConsentStatus',
    ...VOCABULARY,
    '@context': {
      given: 'dpv:ConsentGiven',
      refused: 'dpv:ConsentRefused',
      deferred: 'dpv:ConsentRequestDeferred',
      withdrawn: 'dpv:ConsentWithdrawn',
      expired: 'dpv:ConsentExpired',
      invalidated: 'dpv:ConsentInvalidated',
    },
  },
  type: {
    '@id': 'dct:type',
    ...VOCABULARY,
    '@context': { expressed: 'dpv:ExpressedConsent', explicit: 'dpv:ExplicitlyExpressedConsent' },
  },
};

/** JSON-LD is the same file with a context before it: the hashes hold for both. */
export function write(receipts: Receipts, form: 'json' | 'jsonld' | 'csv'): string {
  if (form === 'csv') return csv(receipts.chains.flatMap(({ records }) => records));
  return JSON.stringify(form === 'json' ? receipts : { '@context': CONTEXT, ...receipts }, null, 2);
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

const COLUMNS = ['time', 'kind', 'status', 'category', 'purpose', 'recipient', 'scope', 'validUntil', 'count', 'masked', 'shared', 'recordId', 'hash'];

function csv(records: readonly LedgerRecord[]): string {
  const cell = (value: unknown): string => {
    const text = typeof value === 'object' && value !== null ? ((value as { id?: string }).id ?? JSON.stringify(value)) : String(value ?? '');
    // A spreadsheet would compute what begins like a formula.
    return `"${text.replace(/^(?=[=+\-@\t\r])/, "'").replace(/"/g, '""')}"`;
  };
  const rows = records.map((record) => COLUMNS.map((name) => cell((record as unknown as Record<string, unknown>)[name])).join());
  return [COLUMNS.join(), ...rows, ''].join('\r\n');
}
