// What tokens stand for: how long, where, and that an old token never stands for a new value.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { BROWSER, launch, newProfile } from './browsers.mjs';
import { CARD, Chat, EMAIL, MANIFEST, until } from './kit/chat.mjs';
import { close, DAY, dump, ledgerPage, OTHER_CARD, reasons, records, send, written } from './kit/ledger.mjs';
import { reveals } from './kit/recorder.mjs';
import { Site } from './kit/site.mjs';

const KEPT = "ledger: (window.ledger = antifaz.openLedger({ values: 'reload' })),";
const HOUR = 3_600_000;

let browser;
let site;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());
beforeEach(async () => {
  site = await Site.start();
});
afterEach(() => site.close());

/** A widget that keeps its history, as it was sent and received. */
const HISTORY = `<script>{
  const history = JSON.parse(localStorage.getItem('history') ?? '[]');
  const bubble = chat.bubble;
  chat.bubble = (text, mine) => { history.push([text, mine]); localStorage.setItem('history', JSON.stringify(history)); bubble(text, mine); };
  for (const [text, mine] of history) bubble(text, mine);
}</script>`;

const page = (options) => ledgerPage(options) + HISTORY;
const open = (options, own = browser) => Chat.open(own, site, page(options));

/** Sends with everything hidden; gives what left. */
async function hides(chat, text) {
  const before = site.recorder.sentTo('/chat').length;
  await send(chat, text);
  await until(async () => site.recorder.sentTo('/chat').length > before || (await chat.hasCard()), () => 'a card or a message');
  if (await chat.hasCard()) await chat.answer('Send');
  const left = (await chat.received(before + 1)).at(-1);
  await written(chat);
  return left;
}

const shown = async (chat) => (await chat.bubbles('theirs')).at(-1);
const shows = (chat, text) => until(async () => (await shown(chat)) === text, () => `"${text}" in the chat`);
const held = (chat) => chat.page.evaluate(() => window.guard.values().map(({ token, store }) => `${token} ${store}`));
const reveal = (chat, token) => chat.page.evaluate((given) => window.guard.reveal(given) ?? null, token);
const ends = async (chat) => (await records(chat)).filter(({ kind }) => kind === 'value').map(({ status, tokens }) => `${status} ${tokens.join()}`);

test('after a reload an old token in the history never stands for a new card', async () => {
  const chat = await open();
  assert.equal(await hides(chat, `card ${CARD}`), 'card [CARD_1]');
  await shows(chat, `Noted: card ${CARD}`);
  assert.deepEqual(await held(chat), ['[CARD_1] memory']);
  await chat.reload();
  assert.deepEqual(await held(chat), []);
  assert.equal(await shown(chat), 'Noted: card [CARD_1]');
  assert.equal(await hides(chat, `pay ${OTHER_CARD}`), 'pay [CARD_2]');
  await shows(chat, `Noted: pay ${OTHER_CARD}`);
  assert.equal((await chat.bubbles('theirs'))[0], 'Noted: card [CARD_1]');
  assert.equal(await reveal(chat, '[CARD_1]'), null);
  await chat.page.evaluate(() => window.guard.erase('all'));
  await chat.reload();
  assert.equal(await hides(chat, `pay ${CARD}`), 'pay [CARD_3]', 'also after everything was erased');
  assert.ok(!reveals(await chat.stored(), CARD));
  await close(chat);
});

test('two tabs never give one token to two cards', async () => {
  const chat = await open();
  const other = await open();
  assert.equal(await hides(chat, `card ${CARD}`), 'card [CARD_1]');
  assert.equal(await hides(other, `card ${OTHER_CARD}`), 'card [CARD_2]');
  assert.equal(await hides(chat, `mail ${EMAIL}`), 'mail [EMAIL_3]');
  await close(chat);
  await close(other);
});

test('what is remembered unsealed holds no category and no value, and what somebody wrote there does no harm', async () => {
  const chat = await open();
  await hides(chat, `card ${CARD}`);
  const settings = () => chat.page.evaluate(() => JSON.parse(localStorage.getItem('antifaz-settings')));
  const { token, manifest, ...rest } = await settings();
  assert.equal(token, 1);
  assert.match(manifest, /^[0-9a-f]{64}$/);
  assert.deepEqual(rest, {});
  for (const bad of ['no JSON', '7', '[]', '{"token":-1,"locale":"<b>","manifest":7}', '{"token":99999999999}', '{"token":"3"}']) {
    await chat.page.evaluate((text) => localStorage.setItem('antifaz-settings', text), bad);
    await chat.reload();
    assert.match(await hides(chat, `card ${CARD}`), /^card \[CARD_\d\]$/, bad);
  }
  await close(chat);
});

test('the language that the customer chose and the manifest they saw last are remembered', async () => {
  const chat = await open();
  await chat.page.evaluate(() => (window.guard.locale = 'es'));
  await written(chat);
  assert.deepEqual(await chat.events('policy-changed'), [], 'nothing was seen before');
  await chat.reload();
  assert.equal(await chat.page.evaluate(() => window.guard.locale), 'es');
  await written(chat);
  assert.deepEqual(await chat.events('policy-changed'), []);
  await chat.reload(page({ manifest: { ...MANIFEST, version: '2' } }));
  await written(chat);
  assert.deepEqual(await chat.events('policy-changed'), [{ type: 'policy-changed', from: null, to: '2' }]);
  await chat.page.evaluate(() => window.ledger.erase('all'));
  await chat.reload();
  assert.equal(await chat.page.evaluate(() => window.guard.locale), 'auto');
  await close(chat);
});

test('E22: with values kept for a reload the conversation takes them back', async () => {
  const chat = await open({ ledger: KEPT });
  assert.equal(await hides(chat, `card ${CARD}`), 'card [CARD_1]');
  assert.deepEqual(await held(chat), ['[CARD_1] disk']);
  await chat.reload();
  await shows(chat, `Noted: card ${CARD}`);
  const [{ token, category, since, until: end, store }] = await chat.page.evaluate(() => window.guard.values());
  assert.deepEqual([token, category, store, Date.parse(end) - Date.parse(since)], ['[CARD_1]', 'fin.card', 'disk', DAY]);
  assert.equal(await reveal(chat, '[CARD_1]'), CARD);
  assert.equal(await reveal(chat, '[CARD_7]'), null);
  assert.equal(await reveal(chat, 'card [CARD_1]'), null, 'one token, nothing else');
  assert.equal(await hides(chat, `again ${CARD}`), 'again [CARD_1]');
  assert.equal(await hides(chat, `or ${OTHER_CARD}`), 'or [CARD_2]');
  await close(chat);
});

test('R28: raw, no store holds a value; opened, none outside the vault does', async (t) => {
  const profile = newProfile();
  const own = await launch(BROWSER, [], { profile });
  t.after(() => own.close());
  const chat = await Chat.open(own, site, ledgerPage({ ledger: KEPT }));
  await hides(chat, `card ${CARD}, mail ${EMAIL}`);
  const [first] = (await records(chat)).filter(({ kind }) => kind === 'sent');
  await chat.page.evaluate(([id, note]) => window.ledger.correct(id, note), [first.recordId, `my mail is ${EMAIL}`]);
  const { text, refused, opened } = await dump(chat);
  assert.deepEqual(new Set(refused), new Set([true]), 'no key can be read out');
  assert.ok(!text.includes('CARD_1'), 'nor does any say which tokens there are');
  assert.equal(opened.values.length, 2);
  assert.ok(opened.entries.every((entry) => entry.includes('antifaz-record-1')));
  for (const value of [CARD, EMAIL]) {
    assert.ok(opened.values.some((kept) => kept.includes(value)), 'the vault holds it');
    assert.ok(!reveals(text, value) && !opened.entries.some((entry) => reveals(entry, value)), value);
  }
  const files = readdirSync(profile, { recursive: true, withFileTypes: true }).filter((file) => file.isFile() && /indexeddb|idb|storage/i.test(file.parentPath ?? file.path));
  assert.ok(files.length > 0);
  for (const file of files) {
    const bytes = readFileSync(join(file.parentPath ?? file.path, file.name));
    for (const value of [CARD, EMAIL]) for (const reading of [bytes.toString('latin1'), bytes.toString('utf16le')]) assert.ok(!reading.includes(value), `${file.name} holds ${value}`);
  }
  await close(chat);
});

test('a page that does not keep values any more deletes those that an earlier version of it kept', async () => {
  const chat = await open({ ledger: KEPT });
  await hides(chat, `card ${CARD}`);
  assert.equal((await dump(chat)).opened.values.length, 1);
  await chat.reload(page());
  assert.deepEqual(await ends(chat), ['erased [CARD_1]']);
  assert.equal((await dump(chat)).opened.values.length, 0);
  assert.equal(await shown(chat), 'Noted: card [CARD_1]');
  await close(chat);
});

test('R38: erasing values shreds them here, on the disk and in other tabs, and leaves the records', async () => {
  const chat = await open({ ledger: KEPT });
  await hides(chat, `card ${CARD}`);
  const other = await open({ ledger: KEPT });
  await until(async () => (await reveal(other, '[CARD_1]')) === CARD, () => 'the value in the other tab');
  const opens = () =>
    chat.page.evaluate(async () => {
      const database = await new Promise((done) => (indexedDB.open('antifaz').onsuccess = ({ target }) => done(target.result)));
      const all = (name) => new Promise((done) => (database.transaction(name).objectStore(name).getAll().onsuccess = ({ target }) => done(target.result)));
      window.copy ??= (await all('values'))[0];
      const [keys, left] = [await all('keys'), (await all('values')).length];
      database.close();
      const { id, iv, data } = window.copy;
      const additionalData = new TextEncoder().encode(`values/${id}`);
      const tries = keys.flatMap(({ data: one, key }) => [one, key]).filter(Boolean);
      const opened = await Promise.all(tries.map((key) => crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, data).then(() => true, () => false)));
      return { opened: opened.includes(true), left };
    });
  assert.deepEqual(await opens(), { opened: true, left: 1 });
  await chat.page.evaluate(() => window.guard.erase('values'));
  assert.deepEqual(await opens(), { opened: false, left: 0 });
  assert.equal(await shown(chat), 'Noted: card [CARD_1]', 'the page shows the token again');
  assert.deepEqual(await held(chat), []);
  await until(async () => (await reveal(other, '[CARD_1]')) === null, () => 'the other tab to hear of it');
  assert.deepEqual(await ends(chat), ['erased [CARD_1]']);
  assert.deepEqual(await chat.events('erased'), [{ type: 'erased', what: 'values' }]);
  assert.equal((await chat.page.evaluate(() => window.ledger.verify())).valid, true);
  await chat.reload();
  assert.deepEqual(await held(chat), []);
  assert.equal(await hides(chat, `card ${CARD}`), 'card [CARD_2]');
  await close(chat);
  await close(other);
});

test('without a ledger the guard says what it holds and erases it', async () => {
  const chat = await open({ ledger: '' });
  await send(chat, `card ${CARD}`);
  await chat.answer('Send');
  await chat.received();
  await shows(chat, `Noted: card ${CARD}`);
  assert.deepEqual(await held(chat), ['[CARD_1] memory']);
  assert.equal(await reveal(chat, '[CARD_1]'), CARD);
  await chat.page.evaluate(() => window.guard.erase('values'));
  assert.equal(await shown(chat), 'Noted: card [CARD_1]');
  assert.deepEqual(await held(chat), []);
  assert.deepEqual(await chat.events('erased'), [{ type: 'erased', what: 'values' }]);
  assert.equal(await chat.page.evaluate(() => window.guard.erase('everything').catch(({ code }) => code)), 'unknown-option');
  await chat.close();
});

/** Long timers wait until the test rings. */
const TIMERS = `{ const real = window.setTimeout, waiting = [];
  window.setTimeout = (task, delay, ...given) => (delay > 600_000 ? waiting.push(task) : real(task, delay, ...given));
  window.ring = () => waiting.splice(0).forEach((task) => task()); }`;

test('R30: a value is forgotten after the time the manifest lets it be kept, and the ledger says so', async () => {
  const manifest = structuredClone(MANIFEST);
  manifest.categories[0].retention = 'PT2H';
  const chat = await open({ ledger: KEPT, manifest, first: TIMERS });
  assert.equal(await hides(chat, `card ${CARD}, mail ${EMAIL}`), 'card [CARD_1], mail [EMAIL_1]');
  await shows(chat, `Noted: card ${CARD}, mail ${EMAIL}`);
  const left = await chat.page.evaluate(() => window.guard.values().map(({ since, until }) => Date.parse(until) - Date.parse(since)));
  assert.deepEqual(left, [2 * HOUR, DAY]);
  await chat.page.evaluate((time) => (window.later(time), window.ring()), 2 * HOUR);
  assert.equal(await shown(chat), `Noted: card [CARD_1], mail ${EMAIL}`, 'by a timer, where it stands');
  assert.deepEqual(await ends(chat), ['expired [CARD_1]']);
  assert.deepEqual(await chat.events('expired'), [{ type: 'expired', counts: { 'fin.card': 1 } }]);
  assert.deepEqual(await held(chat), ['[EMAIL_1] disk']);
  assert.equal((await dump(chat)).opened.values.length, 1);
  await chat.page.evaluate((time) => window.later(time), DAY);
  assert.equal(await reveal(chat, '[EMAIL_1]'), null, 'where a timer was late, the question counts');
  assert.deepEqual(await ends(chat), ['expired [CARD_1]', 'expired [EMAIL_1]']);
  await close(chat);
});

test('R30: what expired while the page was closed is deleted when it opens', async () => {
  const chat = await open({ ledger: KEPT });
  await hides(chat, `card ${CARD}`);
  await chat.reload(page({ ledger: KEPT, days: 2 }));
  assert.deepEqual(await ends(chat), ['expired [CARD_1]']);
  assert.deepEqual(await held(chat), []);
  assert.equal((await dump(chat)).opened.values.length, 0);
  assert.equal(await shown(chat), 'Noted: card [CARD_1]');
  await close(chat);
});

test('with the clock set back nobody knows how old a value is, so it goes', async () => {
  const chat = await open({ ledger: KEPT, days: 2 });
  await hides(chat, `card ${CARD}`);
  await chat.reload(page({ ledger: KEPT }));
  assert.deepEqual(await ends(chat), ['expired [CARD_1]']);
  assert.equal(await reveal(chat, '[CARD_1]'), null);
  await close(chat);
});

test('R34: behind a passphrase no value is shown, and after the right one all are again', async () => {
  const chat = await open({ ledger: KEPT });
  await hides(chat, `card ${CARD}`);
  await chat.page.evaluate(() => window.ledger.protect('correct horse'));
  await chat.reload();
  await until(async () => (await chat.events('locked')).length === 1, () => 'locked');
  assert.equal(await reveal(chat, '[CARD_1]'), null);
  assert.equal(await shown(chat), 'Noted: card [CARD_1]');
  await chat.page.evaluate(() => window.ledger.unlock('correct horse'));
  await shows(chat, `Noted: card ${CARD}`);
  await chat.page.evaluate(() => window.ledger.lock());
  assert.equal(await shown(chat), 'Noted: card [CARD_1]', 'at once');
  assert.equal(await reveal(chat, '[CARD_1]'), null);
  await chat.page.evaluate(() => window.ledger.unlock('correct horse'));
  await shows(chat, `Noted: card ${CARD}`);
  await close(chat);
});

test('of many values the oldest go first', async () => {
  const chat = await open({ ledger: KEPT });
  await chat.page.evaluate(async () => {
    for (let at = 0; at < 6; at++) {
      window.guard.redact(Array.from({ length: 100 }, (_, each) => `p${at * 100 + each + 1}@example.com`).join(', '));
      await window.ledger.records();
    }
  });
  await chat.reload();
  await until(async () => (await held(chat)).length === 500, () => '500 values');
  assert.equal(await reveal(chat, '[EMAIL_100]'), null);
  assert.equal(await reveal(chat, '[EMAIL_101]'), 'p101@example.com');
  assert.equal(await reveal(chat, '[EMAIL_600]'), 'p600@example.com');
  await close(chat);
});

test('with the disk full a value stays in memory, the customer is told, and the chat goes on', async () => {
  const chat = await open({
    ledger: KEPT,
    first: `{ const put = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = function (...given) {
      if (this.name === 'values') throw new DOMException('no room', 'QuotaExceededError'); return put.apply(this, given); }; }`,
  });
  assert.equal(await hides(chat, `card ${CARD}`), 'card [CARD_1]');
  await shows(chat, `Noted: card ${CARD}`);
  assert.deepEqual(await held(chat), ['[CARD_1] memory']);
  assert.deepEqual(await reasons(chat), ['storage-full']);
  assert.equal((await chat.page.evaluate(() => window.ledger.verify())).valid, true);
  await close(chat);
});

test('a store of the version before gets what it lacks, and keeps what it has', async () => {
  site.pages['/old'] = '<!doctype html>';
  const old = await browser.newPage();
  await old.goto(`${site.origin}/old`);
  await old.evaluate(
    () =>
      new Promise((done) => {
        const request = indexedDB.open('antifaz', 1);
        request.onupgradeneeded = () => {
          for (const [name, keyPath] of [['keys'], ['heads', 'chain'], ['entries', ['chain', 'seq']]]) request.result.createObjectStore(name, keyPath && { keyPath });
        };
        request.onsuccess = () => done((window.kept = request.result));
      }).then(() => {}),
  );
  // An older version in another tab that does not make room: this one must not wait for it.
  const chat = await open({ ledger: KEPT });
  assert.equal(await hides(chat, `card ${CARD}`), 'card [CARD_1]');
  assert.deepEqual(await reasons(chat), ['no-storage']);
  assert.equal(await chat.page.evaluate(() => window.ledger.state), 'memory');
  await old.close();
  await chat.reload();
  await hides(chat, `card ${CARD}`);
  assert.equal(await chat.page.evaluate(() => window.ledger.state), 'durable');
  assert.equal((await dump(chat)).opened.values.length, 1);
  await close(chat);
});

test('a browser that is killed loses no value that was kept before', async (t) => {
  const profile = newProfile();
  let own = await launch(BROWSER, [], { profile });
  let kept = 0;
  site.routes['/kept'] = ({ body }) => {
    kept = Number(body);
    return { body: '' };
  };
  let chat = await open({ ledger: KEPT }, own);
  await chat.page.evaluate(() => {
    void (async () => {
      for (let at = 1; ; at++) {
        window.guard.redact(`p${at}@example.com`);
        await window.ledger.records();
        await fetch('/kept', { method: 'POST', body: String(at) });
      }
    })();
  });
  await until(() => kept >= 15, () => `enough values, got ${kept}`, 30_000);
  const gone = new Promise((done) => own.process().once('exit', done));
  own.process().kill('SIGKILL');
  await gone;
  const least = kept;
  own = await launch(BROWSER, [], { profile });
  t.after(() => own.close());
  chat = await open({ ledger: KEPT }, own);
  await until(async () => (await held(chat)).length >= least, async () => `${least} values`);
  for (const at of [1, least]) assert.equal(await reveal(chat, `[EMAIL_${at}]`), `p${at}@example.com`);
  assert.equal((await chat.page.evaluate(() => window.ledger.verify())).valid, true);
  const next = await chat.page.evaluate(() => window.guard.redact('new@example.com').text);
  assert.ok(Number(/\d+/.exec(next)[0]) > least, `${next} was not given out before`);
  await close(chat);
});
