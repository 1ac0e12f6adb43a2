// A chat with a ledger, and what its records must look like.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { PACKAGE } from '../package.mjs';
import { CARD, guardScript, MANIFEST } from './chat.mjs';
import { widgetPage } from './widgets.mjs';

export const DAY = 86_400_000;
export const OTHER_CARD = '5555 5555 5555 4444';
export const LEDGER = 'ledger: (window.ledger = antifaz.openLedger()),';

/** `days`: how far the page's clock is off; `later(ms)` moves it on. `first` runs before the guard is there. */
export function ledgerPage({ manifest = MANIFEST, days = 0, first = '', ledger = LEDGER } = {}) {
  const clock = `{ const Real = Date; let off = ${days * DAY}; window.later = (ms) => (off += ms); window.Date = class extends Real {
    constructor(...given) { super(...(given.length > 0 ? given : [Real.now() + off])); }
    static now() { return Real.now() + off; }
  }; }`;
  return widgetPage('keydown', { guard: clock + first + guardScript({ manifest, options: ledger }) });
}

export async function send(chat, text) {
  await chat.page.bringToFront();
  await chat.type(text);
  await chat.enter();
}

/** Shares what the open card asks about, for as long as `scope` says, and sends. */
export async function share(chat, category, scope) {
  await chat.choose(category, 'Share');
  await (await chat.find(`[data-category="${category}"] [data-choice="${scope}"]`)).click();
  await chat.answer('Send');
}

export async function grantUntilDate(chat) {
  await send(chat, `card ${CARD}`);
  await share(chat, 'fin.card', 'date');
  await chat.received();
  await written(chat);
}

/** Waits until all is on the disk. */
export const written = (chat) => chat.page.evaluate(() => window.ledger.records().then(() => {}));
export const records = (chat) => chat.page.evaluate(() => window.ledger.records());
export const consents = (chat) => chat.page.evaluate(() => window.ledger.consents().map(({ category, scope }) => `${category} ${scope}`));
export const reasons = async (chat) => (await chat.events('degraded')).map(({ reason }) => reason);

/** What became of the consents, the questions left out. */
export async function states(chat) {
  const all = (await records(chat)).filter(({ kind, status }) => kind === 'consent' && status !== 'requested');
  return all.map(({ category, status }) => `${category} ${status}`);
}

/** All that the stores hold, as text, and whether any key in them can be read out. `opened`: what our own keys open, as text. */
export function dump(chat) {
  return chat.page.evaluate(async () => {
    const database = await new Promise((done) => (indexedDB.open('antifaz').onsuccess = ({ target }) => done(target.result)));
    const all = {};
    for (const name of database.objectStoreNames) {
      all[name] = await new Promise((done) => (database.transaction(name).objectStore(name).getAll().onsuccess = ({ target }) => done(target.result)));
    }
    database.close();
    const text = (bytes) => String.fromCharCode(...new Uint8Array(bytes));
    const plain = JSON.stringify(all, (_, value) => (value instanceof ArrayBuffer || value instanceof Uint8Array ? text(value) : value));
    const installed = all.keys.find(({ signing }) => signing);
    const vault = all.keys.find(({ key }) => key);
    const refused = [];
    for (const key of [installed.data, installed.mac, installed.signing.privateKey, vault?.key]) {
      if (key) for (const form of ['raw', 'jwk', 'pkcs8']) refused.push(await crypto.subtle.exportKey(form, key).then(() => `${form} was given out`, () => true));
    }
    const open = (key, { iv, data }, place) =>
      crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) }, key, data).then((bytes) => new TextDecoder().decode(bytes), () => '');
    const opened = { entries: [], values: [] };
    if (installed.data) {
      for (const entry of all.entries) opened.entries.push(await open(installed.data, entry, `${entry.chain}/${entry.seq}`));
      for (const value of all.values ?? []) {
        const inner = Uint8Array.from((await open(vault.key, value, `values/${value.id}`)).match(/../g) ?? [], (pair) => parseInt(pair, 16));
        opened.values.push(await open(installed.data, { iv: inner.slice(0, 12), data: inner.slice(12) }, `values/${value.id}`));
      }
    }
    return { text: plain + JSON.stringify({ ...localStorage, ...sessionStorage }), refused, opened, sealed: all.entries.length };
  });
}

let validate;

/** Fails where a record is not as `record.schema.json` says. */
export function assertRecords(all) {
  validate ??= new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true, strictTypes: false }).compile(JSON.parse(readFileSync(join(PACKAGE, 'record.schema.json'), 'utf8')));
  for (const record of all) assert.ok(validate(record), `${JSON.stringify(record)}\n${JSON.stringify(validate.errors, null, 1)}`);
}

/** Closes the page after reading what it noted. What was altered for a test has no hash. */
export async function close(chat) {
  const file = await chat.page.evaluate(() => (window.ledger && window.ledger.state !== 'locked' ? window.ledger.export() : '{"chains":[]}'));
  assertRecords(JSON.parse(file).chains.flatMap((chain) => chain.records).filter(({ hash }) => hash));
  await chat.close();
}
