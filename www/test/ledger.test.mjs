// The ledger: consents that outlive the page, and proof of them, on a real disk.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { BROWSER, launch, newProfile } from './browsers.mjs';
import { CARD, Chat, EMAIL, IBAN, MANIFEST, until } from './kit/chat.mjs';
import { ADS, BANK, declared } from './kit/policy.mjs';
import { close, consents, DAY, dump, grantUntilDate, ledgerPage, OTHER_CARD, reasons, send, share, states, written } from './kit/ledger.mjs';
import { reveals } from './kit/recorder.mjs';
import { Site } from './kit/site.mjs';
import { PACKAGE } from './package.mjs';

let browser;
let site;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());
// An origin of its own, and so a disk of its own, for each test.
beforeEach(async () => {
  site = await Site.start();
});
afterEach(() => site.close());

async function open(options) {
  return Chat.open(browser, site, ledgerPage(options));
}

/** Sends a card number and says whether the customer was asked. What leaves is `text`. */
async function sendsCard(chat, value = OTHER_CARD) {
  const sent = site.recorder.sentTo('/chat').length;
  await send(chat, `pay ${value}`);
  const asked = () => site.recorder.sentTo('/chat').length > sent || chat.hasCard();
  await until(asked, () => 'a card or a message');
  const card = await chat.hasCard();
  if (card) await chat.answer('Send');
  const texts = await chat.received(sent + 1);
  return { asked: card, text: texts.at(-1) };
}

test('E22: a consent until a date survives a reload, is not asked about again, and ends on its day', async () => {
  const chat = await open();
  await grantUntilDate(chat);
  await chat.reload();
  assert.deepEqual(await sendsCard(chat), { asked: false, text: `pay ${OTHER_CARD}` });
  assert.deepEqual(await consents(chat), ['fin.card date']);
  await chat.reload(ledgerPage({ days: 32 }));
  const later = await sendsCard(chat);
  assert.equal(later.asked, true);
  assert.match(later.text, /^pay \[CARD_\d\]$/);
  assert.deepEqual(await states(chat), ['fin.card given', 'fin.card expired', 'fin.card refused']);
  await close(chat);
});

test('a consent for one message or for the chat does not outlive it', async () => {
  const chat = await open();
  await send(chat, `card ${CARD}`);
  await share(chat, 'fin.card', 'message');
  await chat.received();
  assert.deepEqual(await consents(chat), []);
  await send(chat, `card ${OTHER_CARD}`);
  await share(chat, 'fin.card', 'conversation');
  await chat.received(2);
  assert.deepEqual(await consents(chat), ['fin.card conversation']);
  await written(chat);
  await chat.reload();
  assert.deepEqual(await consents(chat), []);
  assert.equal((await sendsCard(chat)).asked, true);
  await close(chat);
});

test('E6, E22: withdrawing is one call; it acts on the next message, in the other tab, and after a reload', async () => {
  const chat = await open();
  await grantUntilDate(chat);
  const other = await open();
  assert.deepEqual(await sendsCard(other), { asked: false, text: `pay ${OTHER_CARD}` });
  await send(other, `IBAN ${IBAN}`);
  await share(other, 'fin.account', 'conversation');
  await other.received(2);
  await chat.page.evaluate(() => window.guard.withdraw());
  await until(async () => (await consents(other)).length === 0, () => 'the other tab to hear of it');
  assert.equal((await sendsCard(other)).asked, true);
  await send(other, `IBAN ${IBAN}`);
  await other.answer('Send');
  assert.match((await other.received(4))[3], /^IBAN \[ACCOUNT_\d\]$/);
  assert.equal((await sendsCard(chat)).asked, true);
  await written(other);
  await chat.reload();
  assert.equal((await sendsCard(chat)).asked, true);
  const noted = await states(chat);
  assert.equal(noted.filter((state) => state === 'fin.card withdrawn').length, 1);
  assert.equal(noted.filter((state) => state === 'fin.account withdrawn').length, 1);
  assert.equal((await chat.page.evaluate(() => window.ledger.verify())).valid, true);
  await close(chat);
  await close(other);
});

test('a withdrawal may name a category, a purpose or a recipient, and nothing else', async () => {
  const chat = await open();
  await send(chat, `card ${CARD}, mail ${EMAIL}`);
  await chat.choose('contact.email', 'Share');
  await (await chat.find('[data-category="contact.email"] [data-choice="conversation"]')).click();
  await share(chat, 'fin.card', 'date');
  await chat.received();
  const withdraw = (which) => chat.page.evaluate((given) => {
    try {
      window.guard.withdraw(given);
      return window.ledger.consents().map(({ category }) => category).sort();
    } catch ({ code }) {
      return code;
    }
  }, which);
  assert.deepEqual(await withdraw({ recipient: 'somebody else' }), ['contact.email', 'fin.card']);
  assert.equal(await withdraw({ categories: 'fin.card' }), 'unknown-option');
  assert.deepEqual(await withdraw({ category: 'fin.card' }), ['contact.email']);
  assert.deepEqual(await withdraw({ purpose: 'support' }), []);
  await send(chat, `mail ${EMAIL}`);
  await chat.answer('Send');
  assert.match((await chat.received(2))[1], /^mail \[EMAIL_\d\]$/);
  await close(chat);
});

test('a chip takes a consent until a date back in one action', async () => {
  const chat = await open();
  await grantUntilDate(chat);
  await chat.reload();
  await chat.type(`then ${OTHER_CARD}`);
  const status = await chat.find('antifaz-status');
  const ask = await chat.page.waitForFunction((element) => element.shadowRoot.querySelector('.chip button'), {}, status);
  await ask.asElement().click();
  assert.deepEqual(await consents(chat), []);
  await chat.page.focus('.editor');
  await chat.enter();
  await chat.answer('Send');
  assert.match((await chat.received(2))[1], /^then \[CARD_\d\]$/);
  assert.deepEqual((await states(chat)).slice(0, 2), ['fin.card given', 'fin.card withdrawn']);
  await close(chat);
});

test('a withdrawal that was not written before the page was killed holds all the same', async () => {
  const chat = await open();
  await grantUntilDate(chat);
  // What comes after the call never happens.
  await chat.page.evaluate(() => {
    IDBDatabase.prototype.transaction = () => new Promise(() => {});
    window.guard.withdraw({ category: 'fin.card' });
  }).catch(() => {});
  chat.problems = [];
  await chat.reload();
  assert.equal((await sendsCard(chat)).asked, true);
  assert.deepEqual((await states(chat)).slice(0, 2), ['fin.card given', 'fin.card withdrawn']);
  await close(chat);
});

for (const [what, change] of Object.entries({
  'what it is for': (manifest) => (manifest.purposes[0].text.en = 'improve our products'),
  'who gets it': (manifest) => (manifest.recipients[0].country = 'US'),
  'what it is for by training': (manifest) => (manifest.learnsFromChats = true),
  'how long it is kept': (manifest) => (manifest.categories[0].retention = 'P10Y'),
})) {
  test(`R41: a manifest that changes ${what} ends the consent, and the next question says so`, async () => {
    const chat = await open();
    await grantUntilDate(chat);
    const manifest = structuredClone(MANIFEST);
    change(manifest);
    await chat.reload(ledgerPage({ manifest }));
    await send(chat, `card ${OTHER_CARD}`);
    const card = await chat.find('antifaz-card');
    const row = await card.evaluate((element) => element.shadowRoot.querySelector('[data-category="fin.card"]').textContent);
    assert.match(row, new RegExp(`Changed since you agreed: ${what.replace(' by training', '')}`));
    await chat.answer('Send');
    assert.match((await chat.received(2))[1], /^card \[CARD_\d\]$/);
    assert.deepEqual(await states(chat), ['fin.card given', 'fin.card invalidated', 'fin.card refused']);
    // Said once.
    await send(chat, `card ${CARD}`);
    const again = await (await chat.find('antifaz-card')).evaluate((element) => element.shadowRoot.textContent);
    assert.doesNotMatch(again, /Changed since/);
    await close(chat);
  });
}

test('a purpose that was added is not covered by the old consent', async () => {
  const chat = await open();
  await grantUntilDate(chat);
  const manifest = structuredClone(MANIFEST);
  manifest.purposes.push({ id: 'fraud', dpv: 'dpv:FraudPreventionAndDetection', text: { en: 'look for fraud in payments' } });
  manifest.categories[0].purposes.push('fraud');
  await chat.reload(ledgerPage({ manifest }));
  assert.equal((await sendsCard(chat)).asked, true);
  await close(chat);
});

test('with the clock set back nothing stands; set right, it does again', async () => {
  const chat = await open({ days: 10 });
  await grantUntilDate(chat);
  await chat.reload(ledgerPage());
  await send(chat, `pay ${OTHER_CARD}`);
  // Not answered: a refusal would end it.
  await chat.answer('Edit');
  assert.deepEqual(await consents(chat), []);
  await chat.reload(ledgerPage({ days: 11 }));
  assert.equal((await sendsCard(chat)).asked, false);
  await close(chat);
});

for (const reloads of [false, true]) {
  test(`a withdrawal behind the passphrase holds although the clock was back${reloads ? ', also in a page that never read the consent' : ''}`, async () => {
    const chat = await open();
    await grantUntilDate(chat);
    await chat.page.evaluate(() => window.ledger.protect('correct horse'));
    if (reloads) await chat.reload(ledgerPage({ days: -1 }));
    else await chat.page.evaluate(() => (window.ledger.lock(), window.later(-3_600_000)));
    await until(async () => (await chat.events('locked')).length === 1, () => 'locked');
    await chat.page.evaluate(() => window.guard.withdraw());
    await chat.reload(ledgerPage());
    await until(async () => (await chat.events('locked')).length === 1, () => 'locked');
    await chat.page.evaluate(() => window.ledger.unlock('correct horse'));
    assert.deepEqual(await consents(chat), []);
    assert.deepEqual(await states(chat), ['fin.card given', 'fin.card withdrawn']);
    await close(chat);
  });
}

test('Global Privacy Control ends an advertising consent of before, for good, and leaves the service', async () => {
  const manifest = declared({ recipients: [{ ...BANK, envelope: 'privacy' }], purposes: [declared().purposes[0], ADS], categories: [['fin.card', ['support', 'ads']]] });
  const held = () => chat.page.evaluate(() => [window.ledger.consents(), window.guard.consents()].map((all) => all.map(({ purpose }) => purpose)));
  const privacy = async (count) => {
    await chat.received(count);
    return JSON.parse(site.recorder.sentTo('/chat')[count - 1]).privacy;
  };
  const chat = await open({ manifest });
  await send(chat, `card ${CARD}`);
  await chat.choose('fin.card', 'Share');
  await (await chat.find('[data-category="fin.card"] [data-choice="date"]')).click();
  await (await chat.find('[data-category="fin.card"] [role=checkbox]')).click();
  await chat.answer('Send');
  assert.deepEqual((await privacy(1)).purposes, { 'fin.card': ['support', 'ads'] });
  await written(chat);

  const first = "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });";
  await chat.reload(ledgerPage({ manifest, first }));
  await written(chat);
  assert.deepEqual(await held(), [['support'], ['support']]);
  await send(chat, `pay ${OTHER_CARD}`);
  const { purposes, gpc } = await privacy(2);
  assert.deepEqual([purposes, gpc], [{ 'fin.card': ['support'] }, true]);
  await written(chat);

  await chat.reload(ledgerPage({ manifest }));
  await written(chat);
  assert.deepEqual(await held(), [['support'], ['support']]);
  await close(chat);
});

test('a newer version in another tab gets the store, and here nothing stands any more', async () => {
  const chat = await open();
  await grantUntilDate(chat);
  await chat.page.evaluate(
    () =>
      new Promise((done, failed) => {
        const request = indexedDB.open('antifaz', 99);
        request.onsuccess = () => done(request.result.close());
        request.onerror = failed;
        request.onblocked = () => failed(new Error('blocked'));
      }),
  );
  await until(async () => (await reasons(chat)).includes('no-storage'), () => 'degraded');
  assert.deepEqual(await consents(chat), []);
  assert.equal((await sendsCard(chat)).asked, true);
  // And an older version that comes later finds a store it does not know.
  const other = await open();
  await until(async () => (await reasons(other)).includes('no-storage'), () => 'degraded');
  assert.equal((await sendsCard(other)).asked, true);
  assert.equal(await other.page.evaluate(() => window.ledger.state), 'memory');
  await close(chat);
  await close(other);
});

test('a record of another schema is no consent', async () => {
  const chat = await open();
  await grantUntilDate(chat);
  // The same ledger, written by a version whose records mean something else.
  const source = readFileSync(join(PACKAGE, 'dist/iife.js'), 'utf8');
  assert.ok(source.includes('antifaz-record-1'));
  site.pages['/antifaz-2.js'] = source.replaceAll('antifaz-record-1', 'antifaz-record-2');
  await chat.reload(ledgerPage().replace('/antifaz.js', '/antifaz-2.js'));
  assert.equal((await sendsCard(chat)).asked, true);
  assert.equal((await chat.page.evaluate(() => window.ledger.verify())).valid, true);
  await chat.close();
});

test('what other tabs say can end a consent and never give one', async () => {
  const chat = await open();
  await chat.page.evaluate(() => {
    const channel = new BroadcastChannel('antifaz');
    for (const word of [{ given: { category: 'fin.card', recipient: 'bank', scope: 'date' } }, { withdrawn: null, grants: ['fin.card'] }, 'share', null, 7]) channel.postMessage(word);
    localStorage.setItem('antifaz-granted', '[{"category":"fin.card"}]');
  });
  await sleep(200);
  assert.deepEqual(await consents(chat), []);
  assert.equal((await sendsCard(chat)).asked, true);
  await close(chat);
});

test('the pen is given once: a script that comes later cannot note a consent', async () => {
  const chat = await open();
  const codes = await chat.page.evaluate((manifest) => {
    const host = { manifest, emit() {}, degrade() {}, forget() {} };
    const redactor = new Promise(() => {});
    const calls = [() => window.ledger.connect(host), () => antifaz.createGuard({ redactor, manifest, ledger: window.ledger })];
    return calls.map((call) => {
      try {
        call();
        return 'done';
      } catch ({ code }) {
        return code;
      }
    });
  }, MANIFEST);
  assert.deepEqual(codes, ['ledger-in-use', 'ledger-in-use']);
  const given = await chat.page.evaluate(() => Object.getOwnPropertyNames(Object.getPrototypeOf(window.ledger)).sort());
  assert.deepEqual(given, ['connect', 'consents', 'constructor', 'correct', 'erase', 'export', 'isProtected', 'lock', 'protect', 'records', 'save', 'state', 'unlock', 'verify']);
  await close(chat);
});

/** The open second step: ticks its statement and presses one of its buttons. */
async function confirm(chat, label) {
  await (await chat.find('dialog .agree')).click();
  const dialog = await chat.find('dialog');
  const button = await chat.page.waitForFunction((element, wanted) => [...element.querySelectorAll('.foot button')].find(({ textContent }) => textContent === wanted), {}, dialog, label);
  await button.asElement().click();
  await chat.page.waitForFunction((element) => !element.isConnected, {}, dialog);
}

const EXPLICIT = {
  ...MANIFEST,
  purposes: [...MANIFEST.purposes, { id: 'claim', dpv: 'dpv:PaymentManagement', text: { en: 'check a claim about a payment' } }],
  categories: [{ id: 'fin.card', class: 'explicit', purposes: ['support', 'claim'], retention: 'P90D' }],
};

test('R23: an explicit consent takes a statement and a confirmation for each purpose, and holds for one message', async () => {
  const chat = await open({ manifest: EXPLICIT });
  await send(chat, `card ${CARD}`);
  await chat.choose('fin.card', 'Share');
  await confirm(chat, 'Share');
  await confirm(chat, 'Keep hidden');
  const chosen = () => chat.find('antifaz-card').then((card) => card.evaluate((element) => element.shadowRoot.querySelector('[data-category="fin.card"] [aria-checked=true]').dataset.choice));
  assert.equal(await chosen(), 'hide', 'one purpose of two is no consent');
  await chat.choose('fin.card', 'Share');
  await confirm(chat, 'Share');
  await confirm(chat, 'Share');
  assert.equal(await chosen(), 'share');
  await chat.answer('Send');
  assert.deepEqual(await chat.received(), [`card ${CARD}`]);
  const records = (await chat.page.evaluate(() => window.ledger.records())).filter(({ kind }) => kind === 'consent').filter(({ status }) => status !== 'requested');
  assert.deepEqual(records.map(({ status, type, method, scope, purpose }) => [status, type, method, scope, purpose]), [
    ['given', 'explicit', 'modal', 'message', 'support'],
    ['given', 'explicit', 'modal', 'message', 'claim'],
  ]);
  assert.deepEqual(await consents(chat), []);
  assert.match((await sendsCard(chat)).text, /^pay \[CARD_\d\]$/);
  await close(chat);
});

test('without a ledger that could prove it, no explicit consent is asked for', async () => {
  const chat = await open({ manifest: EXPLICIT, ledger: '' });
  await send(chat, `card ${CARD}`);
  const card = await chat.find('antifaz-card');
  assert.equal(await card.evaluate((element) => element.shadowRoot.querySelectorAll('[data-choice=share]').length), 0);
  await chat.answer('Send');
  assert.deepEqual(await chat.received(), ['card [CARD_1]']);
  await close(chat);
});

test('receipts hold the fields of the standard and no value, as JSON, JSON-LD and CSV', async () => {
  const chat = await open();
  await send(chat, `card ${CARD}, mail ${EMAIL}`);
  await share(chat, 'fin.card', 'date');
  await chat.received();
  const [json, jsonld, csv] = await chat.page.evaluate(() => Promise.all(['json', 'jsonld', 'csv'].map((form) => window.ledger.export(form))));
  for (const text of [json, jsonld, csv]) for (const value of [CARD, EMAIL]) assert.ok(!reveals(text, value));
  const [{ records: all }, { records: sent }] = JSON.parse(json).chains;
  const noted = all.filter(({ status }) => status !== 'requested');
  assert.equal(all.length, 4, 'the two questions are noted, too');
  assert.deepEqual(new Set(all.map(({ receiptId }) => receiptId)).size, 1);
  assert.deepEqual(noted.map(({ category, status, scope, purpose }) => [category, status, scope, purpose]), [
    ['fin.card', 'given', 'date', 'support'],
    ['contact.email', 'refused', 'message', 'support'],
  ]);
  const [given] = noted;
  assert.equal(given.receiptId, noted[1].receiptId);
  assert.deepEqual(given.controller, MANIFEST.controller);
  assert.deepEqual(given.personalData, ['pd:CreditCardNumber', 'pd:PaymentCardExpiry']);
  assert.equal(given.recipient.kind, 'ai');
  assert.match(given.promptHash, /^[0-9a-f]{64}$/);
  assert.equal(given.language, 'en');
  const days = (Date.parse(given.validUntil) - Date.parse(given.time)) / DAY;
  assert.ok(days >= 29.9 && days < 31.1, `${days}`);
  assert.deepEqual(sent.map(({ masked, shared, tokens }) => [masked, shared, tokens]), [[{ 'contact.email': 1 }, { 'fin.card': 1 }, ['[EMAIL_1]']]]);
  assert.match(sent[0].messageHash, /^[0-9a-f]{64}$/);
  const about = await chat.page.evaluate(() => window.ledger.records({ category: 'contact.email' }).then((all) => all.map(({ kind }) => kind)));
  assert.deepEqual(about, ['consent', 'consent', 'sent']);
  assert.match(jsonld, /dpv:ConsentGiven/);
  assert.match(csv, /^time,kind,status.*\r\n(?:.*requested.*\r\n)+"[^"]+","consent","given","fin.card","support","bank","date"/);
  const readings = await chat.page.evaluate((texts) => Promise.all(texts.map(antifaz.readReceipts)), [json, jsonld]);
  assert.deepEqual(readings.map(({ valid, records }) => [valid, records.length]), [[true, 5], [true, 5]]);
  const { signer } = await chat.page.evaluate(() => window.ledger.verify());
  assert.match(signer, /^[0-9a-f]{64}$/);
  assert.deepEqual(readings.map((reading) => reading.signer), [signer, signer], 'it is this customer who signed');
  await close(chat);
});

test('receipts edited by hand: the record is named, and nothing is granted', async () => {
  const chat = await open();
  for (const [at, value] of [CARD, OTHER_CARD, CARD].entries()) {
    await send(chat, `card ${value}`);
    if (await chat.hasCard().then((card) => card || sleep(300).then(() => chat.hasCard()))) await chat.answer('Send');
    await chat.received(at + 1);
  }
  await send(chat, `mail ${EMAIL}`);
  await chat.answer('Send');
  await chat.received(4);
  const json = await chat.page.evaluate(() => window.ledger.export());
  const read = (text) =>
    chat.page.evaluate((given) => antifaz.readReceipts(given).then(({ valid, verdicts }) => ({ valid, verdicts }), ({ code }) => code), text);
  const edited = async (edit) => {
    const file = JSON.parse(json);
    edit(file, file.chains[0].records);
    return read(JSON.stringify(file));
  };
  const [, sent] = JSON.parse(json).chains;
  assert.equal(sent.records.length, 4);

  const altered = await edited((_, records) => Object.assign(records[1], { status: 'given', scope: 'date', validUntil: '2099-01-01T00:00:00.000Z' }));
  assert.equal(altered.valid, false);
  assert.deepEqual(altered.verdicts[0].altered, [2]);
  const rehashed = await edited((_, records) => Object.assign(records[1], { status: 'given', hash: '0'.repeat(64) }));
  assert.deepEqual(rehashed.verdicts[0].altered, [2]);
  const gone = await edited((_, records) => records.splice(0, 1));
  assert.deepEqual(gone.verdicts[0].missing, [1]);
  const added = await edited((_, records) => records.push({ ...records[0], seq: 99 }));
  assert.deepEqual(added.verdicts[0].altered, [99]);
  const cut = await edited(({ chains: [{ head }] }, records) => {
    records.pop();
    head.to = { seq: records.at(-1).seq, hash: records.at(-1).hash };
  });
  assert.equal(cut.verdicts[0].signed, false);
  const halved = await edited((file) => file.chains.pop());
  assert.equal(halved.valid, false);
  const endless = await edited(({ chains: [{ head }] }) => (head.to.seq = Number.MAX_SAFE_INTEGER));
  assert.equal(endless.valid, false);
  for (const text of ['', '[]', 'null', '{}', '{"format":"antifaz-receipts-1"}', '{"format":"antifaz-receipts-1","publicKey":{},"chains":[null]}']) {
    assert.equal(await read(text), 'malformed-receipts', text);
  }
  assert.deepEqual(await consents(chat), []);
  await close(chat);
});

async function alter(chat, chain) {
  await chat.page.evaluate(
    (name) =>
      new Promise((done) => {
        indexedDB.open('antifaz').onsuccess = ({ target: { result: database } }) => {
          const store = database.transaction('entries', 'readwrite').objectStore('entries');
          store.get([name, 1]).onsuccess = ({ target: { result: entry } }) => {
            new Uint8Array(entry.data)[5] ^= 1;
            store.put(entry).onsuccess = () => done(database.close());
          };
        };
      }),
    chain,
  );
}

test('an altered record of what was sent is told; consents stand on their own chain', async () => {
  const chat = await open();
  await grantUntilDate(chat);
  await alter(chat, 'sent');
  await chat.reload();
  await until(async () => (await reasons(chat)).length > 0, () => 'degraded');
  assert.deepEqual(await reasons(chat), ['ledger-altered']);
  assert.deepEqual(await consents(chat), ['fin.card date']);
  await close(chat);
});

test('a record altered on the disk is named, and no consent stands on it', async () => {
  const chat = await open();
  await grantUntilDate(chat);
  await alter(chat, 'consents');
  await chat.reload();
  assert.equal((await sendsCard(chat)).asked, true);
  assert.deepEqual(await reasons(chat), ['ledger-altered']);
  const { valid, verdicts } = await chat.page.evaluate(() => window.ledger.verify());
  assert.equal(valid, false);
  assert.deepEqual(verdicts[0].altered, [1]);
  await send(chat, `card ${CARD}`);
  assert.equal(await (await chat.find('antifaz-card')).evaluate((element) => element.shadowRoot.querySelectorAll('[data-choice=date]').length), 0);
  await chat.answer('Edit');
  await chat.page.evaluate(() => window.ledger.erase('all'));
  assert.equal((await chat.page.evaluate(() => window.ledger.verify())).valid, true);
  await close(chat);
});

test('no store holds a value, sealed or open, and no key can be read out', async (t) => {
  const profile = newProfile();
  const own = await launch(BROWSER, [], { profile });
  t.after(() => own.close());
  const chat = await Chat.open(own, site, ledgerPage());
  await send(chat, `card ${CARD}, mail ${EMAIL}`);
  await share(chat, 'fin.card', 'date');
  await chat.received();
  await send(chat, 'my password is Tr0ub4dor-example');
  await chat.received(2);
  const { text, refused, sealed } = await dump(chat);
  assert.equal(sealed, 6, 'asked twice, given, refused, sent, sent');
  assert.ok(!text.includes('fin.card'), 'records are sealed');
  assert.deepEqual(new Set(refused), new Set([true]));
  const records = JSON.stringify(await chat.page.evaluate(() => window.ledger.records()));
  assert.ok(records.includes('fin.card'));
  const fixtures = [CARD, EMAIL, 'Tr0ub4dor-example'];
  for (const value of fixtures) assert.ok(!reveals(text + records, value), value);
  const files = readdirSync(profile, { recursive: true, withFileTypes: true }).filter((file) => file.isFile() && /indexeddb|idb|storage/i.test(file.parentPath ?? file.path));
  assert.ok(files.length > 0);
  for (const file of files) {
    const bytes = readFileSync(join(file.parentPath ?? file.path, file.name));
    for (const value of fixtures) for (const reading of [bytes.toString('latin1'), bytes.toString('utf16le')]) assert.ok(!reading.includes(value), `${file.name} holds ${value}`);
  }
  await close(chat);
});

test('a browser that is killed in the middle of a write loses no record that was written before', async (t) => {
  const profile = newProfile();
  let own = await launch(BROWSER, [], { profile });
  let written = 0;
  site.routes['/written'] = ({ body }) => {
    written = Number(body);
    return { body: '' };
  };
  let chat = await Chat.open(own, site, ledgerPage());
  await chat.page.evaluate((message) => {
    void (async () => {
      for (let at = 1; ; at++) {
        for (let each = 0; each < 5; each++) window.guard.redact(message);
        const count = (await window.ledger.records()).length;
        // More are on their way while this one is told.
        for (let each = 0; each < 5; each++) window.guard.redact(message);
        await fetch('/written', { method: 'POST', body: String(count) });
      }
    })();
  }, `card ${CARD}`);
  await until(() => written >= 60, () => `enough records, got ${written}`, 30_000);
  const gone = new Promise((done) => own.process().once('exit', done));
  own.process().kill('SIGKILL');
  await gone;
  const least = written;
  own = await launch(BROWSER, [], { profile });
  t.after(() => own.close());
  chat = await Chat.open(own, site, ledgerPage());
  const { valid, verdicts } = await chat.page.evaluate(() => window.ledger.verify());
  assert.equal(valid, true, JSON.stringify(verdicts));
  assert.ok(verdicts[1].records >= least, `${verdicts[1].records} of ${least}`);
  await chat.page.evaluate((message) => void window.guard.redact(message), `card ${CARD}`);
  assert.equal((await chat.page.evaluate(() => window.ledger.verify())).verdicts[1].records, verdicts[1].records + 1);
  await close(chat);
});

test('with the disk full the customer is told, nothing is lost, and protection goes on', async () => {
  const chat = await open({
    first: `{ const put = IDBObjectStore.prototype.put; window.full = false; IDBObjectStore.prototype.put = function (...given) {
      if (window.full) throw new DOMException('no room', 'QuotaExceededError'); return put.apply(this, given); }; }`,
  });
  await grantUntilDate(chat);
  await chat.page.evaluate(() => (window.full = true));
  await send(chat, `mail ${EMAIL}`);
  await chat.answer('Send');
  assert.deepEqual((await chat.received(2))[1], 'mail [EMAIL_1]');
  await until(async () => (await reasons(chat)).includes('storage-full'), () => 'degraded');
  const told = await chat.page.evaluate(() => [...document.querySelectorAll('[data-antifaz]')].map(({ shadowRoot }) => shadowRoot.textContent).join());
  assert.match(told, /No room/);
  assert.deepEqual(await sendsCard(chat), { asked: false, text: `pay ${OTHER_CARD}` });
  await chat.page.evaluate(() => (window.full = false));
  assert.deepEqual(await states(chat), ['fin.card given', 'contact.email refused']);
  assert.equal((await chat.page.evaluate(() => window.ledger.verify())).valid, true);
  await close(chat);
});

test('a real quota is met in the same way', { skip: BROWSER !== 'firefox' && 'Chromium has no quota that a test could reach' }, async (t) => {
  // In kilobytes; a site gets 10,000 of them at least.
  const own = await launch(BROWSER, [], { preferences: { 'dom.quotaManager.temporaryStorage.fixedLimit': 10_000 } });
  t.after(() => own.close());
  const chat = await Chat.open(own, site, ledgerPage());
  await grantUntilDate(chat);
  await chat.page.evaluate(async () => {
    const fits = (size) =>
      new Promise((done) => {
        const filler = new Uint8Array(size);
        for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(filler.subarray(at, at + 65_536));
        const request = indexedDB.open('filler', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('filler', { autoIncrement: true });
        request.onerror = () => done(false);
        request.onsuccess = ({ target: { result: database } }) => {
          const transaction = database.transaction('filler', 'readwrite');
          const end = (fitted) => () => done(fitted, database.close());
          transaction.objectStore('filler').put(filler);
          transaction.oncomplete = end(true);
          transaction.onabort = end(false);
        };
      });
    for (let size = 1 << 20; size >= 128; size >>= 1) while (await fits(size));
  });
  // Pages of the database that are there already take a few records more.
  await chat.page.evaluate(async (message) => {
    const full = new Promise((done) => window.guard.addEventListener('degraded', done));
    for (let at = 0; at < 200 && (await Promise.race([full, new Promise((done) => setTimeout(done, 10))])) === undefined; at++) window.guard.redact(message);
  }, `mail ${EMAIL}`);
  assert.deepEqual(await reasons(chat), ['storage-full']);
  await chat.page.evaluate(() => window.guard.withdraw());
  assert.equal((await sendsCard(chat)).asked, true);
  await chat.reload();
  assert.equal((await sendsCard(chat)).asked, true, 'the withdrawal holds although no record of it could be written');
  await close(chat);
});

for (const [reason, first, why] of [
  ['no-storage', 'IDBFactory.prototype.open = () => ({});', 'a store that does not answer'],
  ['no-storage', "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('denied', 'SecurityError'); } });", 'a store that is denied'],
  ['no-crypto', "Object.defineProperty(window, 'crypto', { value: { getRandomValues: crypto.getRandomValues.bind(crypto) } });", 'no cryptography'],
]) {
  test(`${why} means ${reason}: memory only, and the chat goes on`, async () => {
    const chat = await open({ first });
    await send(chat, `card ${CARD}`);
    const card = await chat.find('antifaz-card');
    assert.equal(await card.evaluate((element) => element.shadowRoot.querySelectorAll('[data-choice=date]').length), 0);
    await share(chat, 'fin.card', 'conversation');
    assert.deepEqual(await chat.received(), [`card ${CARD}`]);
    assert.deepEqual(await sendsCard(chat), { asked: false, text: `pay ${OTHER_CARD}` });
    assert.deepEqual(await reasons(chat), [reason]);
    assert.equal(await chat.page.evaluate(() => window.ledger.state), 'memory');
    const file = JSON.parse(await chat.page.evaluate(() => window.ledger.export()));
    const noted = reason === 'no-crypto' ? file.unsigned : file.chains.flatMap(({ records }) => records);
    assert.deepEqual(noted.map(({ kind, status }) => status ?? kind).sort(), ['given', 'requested', 'sent', 'sent']);
    await chat.page.evaluate(() => window.guard.withdraw());
    assert.equal((await sendsCard(chat)).asked, true);
    await close(chat);
  });
}

test('R34: behind a passphrase nothing stands and nobody is asked, until the right one is given', async () => {
  const chat = await open();
  await grantUntilDate(chat);
  await chat.page.evaluate(() => window.ledger.protect('correct horse'));
  assert.deepEqual(await sendsCard(chat), { asked: false, text: `pay ${OTHER_CARD}` });
  await written(chat);
  await chat.reload();
  await until(async () => (await chat.events('locked')).length === 1, () => 'locked');
  assert.deepEqual(await sendsCard(chat), { asked: false, text: 'pay [CARD_2]' });
  assert.equal(await chat.page.evaluate(() => window.ledger.records().catch(({ code }) => code)), 'locked');
  const { refused, text } = await dump(chat);
  assert.equal(refused.length, 6, 'no data key lies there');
  assert.ok(!text.includes('correct horse'));
  assert.equal(await chat.page.evaluate(() => window.ledger.unlock('wrong horse')), false);
  assert.equal(await chat.page.evaluate(() => window.ledger.unlock('correct horse')), true);
  assert.deepEqual(await sendsCard(chat), { asked: false, text: `pay ${OTHER_CARD}` });
  const { valid, verdicts } = await chat.page.evaluate(() => window.ledger.verify());
  assert.equal(valid, true);
  assert.equal(verdicts[1].records, 4, 'what was sent meanwhile was noted afterwards');
  await chat.page.evaluate(() => window.ledger.lock());
  assert.match((await sendsCard(chat)).text, /^pay \[CARD_\d\]$/);
  await chat.page.evaluate(() => window.ledger.unlock('correct horse').then(() => window.ledger.protect(null)));
  await chat.reload();
  assert.deepEqual(await sendsCard(chat), { asked: false, text: `pay ${OTHER_CARD}` });
  await close(chat);
});

test('R34: it locks itself when nobody touches the page', async () => {
  const chat = await open({ ledger: 'ledger: (window.ledger = antifaz.openLedger({ autoLock: 0.02 })),' });
  await chat.page.evaluate(() => window.ledger.protect('correct horse'));
  await until(async () => (await chat.events('locked')).length === 1, () => 'locked');
  assert.equal(await chat.page.evaluate(() => window.ledger.state), 'locked');
  await close(chat);
});

test('a passphrase set in one tab locks the other', async () => {
  const chat = await open();
  await grantUntilDate(chat);
  const other = await open();
  await chat.page.evaluate(() => window.ledger.protect('correct horse'));
  await until(async () => (await other.events('locked')).length === 1, () => 'locked');
  assert.deepEqual(await sendsCard(other), { asked: false, text: 'pay [CARD_2]' });
  await other.page.evaluate(() => window.ledger.unlock('correct horse'));
  assert.deepEqual(await consents(other), ['fin.card date']);
  await close(chat);
  await close(other);
});

test('R38: erasing everything drops the key: a copy of the disk cannot be read', async () => {
  const chat = await open();
  await grantUntilDate(chat);
  const opens = () =>
    chat.page.evaluate(async () => {
      const database = await new Promise((done) => (indexedDB.open('antifaz').onsuccess = ({ target }) => done(target.result)));
      const all = (name) => new Promise((done) => (database.transaction(name).objectStore(name).getAll().onsuccess = ({ target }) => done(target.result)));
      const [{ data: key }] = await all('keys');
      window.copy ??= (await all('entries'))[0];
      const left = (await all('entries')).length;
      database.close();
      const { iv, data, chain, seq } = window.copy;
      const additionalData = new TextEncoder().encode(`${chain}/${seq}`);
      const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, data).then(() => true, () => false);
      return { opened, left };
    });
  assert.deepEqual(await opens(), { opened: true, left: 3 });
  const other = await open();
  await chat.page.evaluate(() => window.ledger.erase('all'));
  assert.deepEqual(await opens(), { opened: false, left: 0 });
  assert.deepEqual(await chat.events('erased'), [{ type: 'erased', what: 'all' }]);
  assert.equal((await sendsCard(chat)).asked, true);
  await until(async () => (await consents(other)).length === 0, () => 'the other tab to hear of it');
  assert.equal((await sendsCard(other)).asked, true);
  assert.equal((await other.page.evaluate(() => window.ledger.verify())).valid, true);
  await close(chat);
  await close(other);
});

test('erasing one store leaves the other, and both prove themselves', async () => {
  const chat = await open();
  await grantUntilDate(chat);
  await chat.page.evaluate(() => window.ledger.erase('sent'));
  const kinds = () => chat.page.evaluate(() => window.ledger.records().then((records) => records.map(({ kind, status }) => status ?? kind)));
  assert.deepEqual(await kinds(), ['requested', 'given']);
  assert.deepEqual(await consents(chat), ['fin.card date']);
  await chat.page.evaluate(() => window.ledger.erase('consents'));
  assert.deepEqual(await kinds(), []);
  assert.equal((await sendsCard(chat)).asked, true);
  await written(chat);
  assert.equal((await chat.page.evaluate(() => window.ledger.verify())).valid, true);
  await chat.reload();
  assert.deepEqual(await kinds(), ['requested', 'refused', 'sent']);
  await close(chat);
});

test('R30: what was sent is forgotten after 90 days, consents after a year, and the checkpoint proves the rest', async () => {
  const chat = await open();
  await grantUntilDate(chat);
  const counts = async () => (await chat.page.evaluate(() => window.ledger.verify())).verdicts.map(({ valid, records }) => [valid, records]);
  assert.deepEqual(await counts(), [[true, 2], [true, 1]]);
  await chat.reload(ledgerPage({ days: 89 }));
  assert.deepEqual(await counts(), [[true, 3], [true, 1]], 'asked, given, expired');
  await sendsCard(chat);
  await chat.reload(ledgerPage({ days: 91 }));
  assert.deepEqual(await counts(), [[true, 5], [true, 1]], 'the later message stays');
  await chat.reload(ledgerPage({ days: 366 }));
  assert.deepEqual(await counts(), [[true, 3], [true, 0]]);
  const file = await chat.page.evaluate(() => window.ledger.export());
  assert.deepEqual(JSON.parse(file).chains.map(({ head }) => head.from.seq), [2, 2]);
  assert.equal((await chat.page.evaluate((text) => antifaz.readReceipts(text), file)).valid, true);
  await close(chat);
});

test('two tabs that write at once make one chain', async () => {
  const chat = await open();
  const other = await open();
  const writes = (each) =>
    each.page.evaluate(async (message) => {
      for (let at = 0; at < 30; at++) {
        window.guard.redact(message);
        if (at % 3 === 0) await window.ledger.records();
      }
      await window.ledger.records();
    }, `card ${CARD}`);
  await Promise.all([writes(chat), writes(other)]);
  const { valid, verdicts } = await chat.page.evaluate(() => window.ledger.verify());
  assert.deepEqual([valid, verdicts[1].records], [true, 60]);
  await close(chat);
  await close(other);
});
