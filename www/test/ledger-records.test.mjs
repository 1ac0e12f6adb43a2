// Records: every state and field of the standard, their published schema, their JSON-LD, corrections, and files with values.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import jsonld from 'jsonld';
import { launch } from './browsers.mjs';
import { CARD, Chat, EMAIL, MANIFEST, until } from './kit/chat.mjs';
import { assertRecords, close, DAY, grantUntilDate, ledgerPage, OTHER_CARD, records, send, share, written } from './kit/ledger.mjs';
import { reveals } from './kit/recorder.mjs';
import { Site } from './kit/site.mjs';

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

const open = (options) => Chat.open(browser, site, ledgerPage(options));
const about = async (chat) => (await records(chat)).filter(({ kind }) => kind === 'consent');
const exported = (chat, form) => chat.page.evaluate((wanted) => window.ledger.export(wanted), form);

/** Sends with everything hidden. */
async function hides(chat, text, count) {
  await send(chat, text);
  await chat.answer('Send');
  await chat.received(count);
  await written(chat);
}

/** A card whose question took every turn it can take. */
async function lived(chat) {
  await send(chat, `card ${OTHER_CARD}`);
  await chat.answer('Edit');
  await (await chat.find('.editor')).evaluate((editor) => (editor.value = ''));
  await hides(chat, `or ${OTHER_CARD}`, 1);
  await send(chat, `card ${CARD}`);
  await share(chat, 'fin.card', 'date');
  await chat.received(2);
  await written(chat);
  await chat.reload(ledgerPage({ days: 32 }));
  await send(chat, `card ${CARD}`);
  await share(chat, 'fin.card', 'date');
  await chat.received(3);
  await written(chat);
  const manifest = structuredClone(MANIFEST);
  manifest.categories[0].retention = 'P1Y';
  await chat.reload(ledgerPage({ days: 33, manifest }));
  await send(chat, `card ${CARD}`);
  await share(chat, 'fin.card', 'date');
  await chat.received(4);
  await chat.page.evaluate(() => window.guard.withdraw());
  await written(chat);
}

test('a consent goes through all eight states of DPV, and "renewed" says since when', async () => {
  const chat = await open();
  await lived(chat);
  const all = await about(chat);
  const turns = ['deferred', 'refused', 'given', 'expired', 'renewed', 'invalidated', 'given', 'withdrawn'];
  assert.deepEqual(all.filter(({ status }) => status !== 'requested').map(({ status }) => status), turns);
  const asked = all.filter(({ status }) => status === 'requested');
  assert.equal(asked.length, 5, 'once for each card');
  for (const { receiptId, method, promptHash } of asked) {
    assert.equal(all.filter((other) => other.receiptId === receiptId && other.status !== 'requested').length > 0, true, 'its answer has the same receipt');
    assert.deepEqual([method, promptHash], ['inline', null]);
  }
  const [given, expired, renewed] = ['given', 'expired', 'renewed'].map((wanted) => all.find(({ status }) => status === wanted));
  assert.equal(renewed.since, given.time);
  assert.equal(expired.validUntil, given.validUntil);
  assert.ok(Date.parse(renewed.validUntil) > Date.parse(given.validUntil));
  assert.deepEqual(all.find(({ status }) => status === 'invalidated').changes, ['retention']);
  assert.equal(all.at(-1).method, 'control');
  await chat.reload();
  assert.deepEqual(await chat.page.evaluate(() => window.ledger.consents()), []);
  await close(chat);
});

test('a renewed consent stands after a reload, and once taken back the next one is new', async () => {
  const chat = await open();
  await grantUntilDate(chat);
  await chat.reload(ledgerPage({ days: 32 }));
  await send(chat, `card ${CARD}`);
  await share(chat, 'fin.card', 'date');
  await chat.received(2);
  await written(chat);
  await chat.reload();
  assert.equal((await chat.page.evaluate(() => window.ledger.consents())).length, 1);
  await chat.page.evaluate(() => window.guard.withdraw());
  await send(chat, `card ${CARD}`);
  await share(chat, 'fin.card', 'date');
  await chat.received(3);
  assert.deepEqual((await about(chat)).map(({ status }) => status).slice(-2), ['requested', 'given']);
  await close(chat);
});

test('a record says by whose hand a consent ended, or was refused', async () => {
  const chat = await open();
  await grantUntilDate(chat);
  await chat.page.evaluate(() => {
    window.guard.withdraw({ category: 'fin.card' }, 'panel');
    window.guard.refuse({ category: 'contact.email' }, 'panel');
    window.guard.refuse({ category: 'fin.account' });
  });
  const ended = (await about(chat)).slice(2).map(({ category, status, method, language, promptHash }) => [category, status, method, language, promptHash]);
  assert.deepEqual(ended[0].slice(0, 3), ['fin.card', 'withdrawn', 'panel']);
  assert.deepEqual(ended.slice(1), [['contact.email', 'refused', 'panel', null, null], ['fin.account', 'refused', 'control', null, null]]);
  await send(chat, `mail ${EMAIL}`);
  assert.match((await chat.received(2))[1], /^mail \[EMAIL_\d\]$/);
  await close(chat);
});

test('every field of the standard is there, from the manifest and from the event', async () => {
  const hold = { en: 'the law has payments kept for six years' };
  const manifest = {
    ...MANIFEST,
    recipients: [{ ...MANIFEST.recipients[0], hold }],
    version: '7',
    restrictions: ['no-training'],
    purposes: [{ id: 'pay', dpv: 'dpv:PaymentManagement', basis: 'eu-gdpr:A6-1-b', text: { en: 'make the payment you ask for' }, automatedDecision: true }],
    categories: [{ id: 'fin.card', purposes: ['pay'], retention: 'P30D' }],
    rights: [{ id: 'eu-gdpr:A17', how: 'privacy@bank.example' }, { id: 'eu-gdpr:A22', how: 'privacy@bank.example' }],
    notice: { url: 'https://bank.example/privacy', hash: 'sha256-example' },
  };
  const chat = await open({ manifest });
  await send(chat, `card ${CARD}`);
  await share(chat, 'fin.card', 'date');
  await chat.received();
  const record = (await about(chat)).find(({ status }) => status === 'given');
  const { recordId, receiptId, principalId, hash, prevHash, promptHash, time, validUntil, seq, notice, ...rest } = record;
  assert.deepEqual(rest, {
    schema: 'antifaz-record-1',
    kind: 'consent',
    status: 'given',
    type: 'expressed',
    method: 'inline',
    scope: 'date',
    category: 'fin.card',
    personalData: ['pd:CreditCardNumber', 'pd:PaymentCardExpiry'],
    special: false,
    necessity: 'required',
    count: 1,
    form: 'exact',
    purpose: 'pay',
    purposeText: { en: 'make the payment you ask for' },
    purposeTerm: 'dpv:PaymentManagement',
    language: 'en',
    controller: MANIFEST.controller,
    recipient: { id: 'bank', name: 'Example Bank', role: 'controller', kind: 'ai', country: 'ES', origins: ['self'] },
    legalBasis: 'eu-gdpr:A6-1-b',
    processing: ['dpv:Transmit', 'dpv:Collect', 'dpv:Use', 'dpv:Store'],
    automatedDecision: true,
    learnsFromChats: false,
    storage: { location: 'ES', duration: 'P30D', hold },
    jurisdiction: 'ES',
    authority: 'Example Authority',
    restrictions: ['no-training'],
    rights: ['eu-gdpr:A17', 'eu-gdpr:A22'],
    withdrawal: 'in the chat, one action, at any time',
  });
  assert.deepEqual([notice.version, notice.url, notice.hash], ['7', 'https://bank.example/privacy', 'sha256-example']);
  assert.match(notice.id, /^[0-9a-f]{64}$/);
  assert.equal(seq, 2);
  await close(chat);
});

test('the schema refuses what is no record', async () => {
  const chat = await open();
  await grantUntilDate(chat);
  const all = await records(chat);
  assertRecords(all);
  const [asked, given, sent] = all;
  for (const wrong of [
    { ...given, value: CARD },
    { ...given, status: 'granted' },
    { ...given, validUntil: null },
    { ...given, status: 'renewed' },
    { ...given, recipient: { ...given.recipient, note: 'x' } },
    { ...sent, tokens: [CARD] },
    { ...sent, text: 'x' },
    { ...asked, principalId: 'ana' },
    Object.fromEntries(Object.entries(given).filter(([name]) => name !== 'storage')),
  ]) assert.throws(() => assertRecords([wrong]), JSON.stringify(wrong).slice(0, 80));
  await close(chat);
});

test('JSON-LD expands to the terms of DPV, without a network', async () => {
  const chat = await open();
  await lived(chat);
  const file = JSON.parse(await exported(chat, 'jsonld'));
  const offline = () => {
    throw new Error('the context is in the file');
  };
  const [expanded] = await jsonld.expand(file, { documentLoader: offline });
  const found = [];
  const walk = (node) => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null) return;
    if (node['https://w3id.org/dpv#hasConsentStatus']) found.push(node);
    Object.values(node).forEach(walk);
  };
  walk(expanded);
  const term = (node, name) => node[`https://w3id.org/dpv#${name}`]?.map((each) => each['@id'] ?? each['@value']);
  const dpv = (name) => `https://w3id.org/dpv#${name}`;
  assert.deepEqual(
    new Set(found.flatMap((node) => term(node, 'hasConsentStatus'))),
    new Set(['ConsentRequested', 'ConsentGiven', 'RenewedConsentGiven', 'ConsentRefused', 'ConsentRequestDeferred', 'ConsentWithdrawn', 'ConsentExpired', 'ConsentInvalidated'].map(dpv)),
  );
  const given = found.find((node) => term(node, 'hasConsentStatus').includes(dpv('ConsentGiven')));
  assert.deepEqual(term(given, 'hasPersonalData'), ['https://w3id.org/dpv/pd#CreditCardNumber', 'https://w3id.org/dpv/pd#PaymentCardExpiry']);
  assert.deepEqual(term(given, 'hasPurpose'), [dpv('CustomerCare')]);
  assert.deepEqual(term(given, 'hasLegalBasis'), [dpv('Consent')]);
  assert.deepEqual(term(given, 'hasNecessity'), [dpv('Required')]);
  assert.deepEqual(term(given, 'hasProcessing'), ['Transmit', 'Collect', 'Use', 'Store'].map(dpv));
  assert.deepEqual(term(given, 'hasRight'), ['https://w3id.org/dpv/legal/eu/eu-gdpr#A17']);
  assert.deepEqual(given['http://purl.org/dc/terms/type'].map((each) => each['@id']), [dpv('ExpressedConsent')]);
  for (const name of ['hasDataController', 'hasRecipient', 'hasStorageCondition', 'hasNotice', 'hasConsentControl', 'hasAuthority', 'hasJurisdiction', 'hasAutomationLevel', 'hasIndicationMethod', 'hasDataSubject', 'hasIdentifier']) {
    assert.ok(term(given, name), name);
  }
  const [recipient] = given[dpv('hasRecipient')];
  assert.deepEqual([recipient[dpv('hasName')], recipient[dpv('hasCountry')]].map(([{ '@value': value }]) => value), ['Example Bank', 'ES']);
  await close(chat);
});

test('a correction is noted beside the record; what is private in it is hidden', async () => {
  const chat = await open();
  await hides(chat, `card ${CARD}`, 1);
  const all = await records(chat);
  const sent = all.find(({ kind }) => kind === 'sent');
  await chat.page.evaluate(([id, note]) => window.ledger.correct(id, note), [sent.recordId, `that was my old card, the new one is ${OTHER_CARD}`]);
  const after = await records(chat);
  assert.deepEqual(after.find(({ recordId }) => recordId === sent.recordId), sent, 'the record stays as it was written');
  const note = after.find(({ kind }) => kind === 'correction');
  assert.deepEqual([note.refersTo, note.receiptId, note.note], [sent.recordId, sent.receiptId, 'that was my old card, the new one is [CARD_2]']);
  const consent = after.find(({ status }) => status === 'refused');
  await chat.page.evaluate((id) => window.ledger.correct(id, 'not me'), consent.recordId);
  const codes = await chat.page.evaluate(
    (id) => Promise.all([[id, ''], [id, 7], [id, 'x'.repeat(3000)], ['nobody', 'note']].map(async ([which, text]) => {
      try {
        return await window.ledger.correct(which, text);
      } catch ({ code }) {
        return code;
      }
    })),
    sent.recordId,
  );
  assert.deepEqual(codes, ['malformed-note', 'malformed-note', 'malformed-note', 'unknown-record']);
  const file = await exported(chat);
  const reading = await chat.page.evaluate((text) => antifaz.readReceipts(text), file);
  assert.equal(reading.valid, true);
  assert.equal(reading.records.filter(({ kind }) => kind === 'correction').length, 2);
  const edited = JSON.parse(file);
  edited.chains[1].records.find(({ kind }) => kind === 'correction').note = 'all is well';
  assert.deepEqual((await chat.page.evaluate((text) => antifaz.readReceipts(text), JSON.stringify(edited))).verdicts[1].altered, [note.seq]);
  assert.match(await exported(chat, 'csv'), /"correction".*"that was my old card, the new one is \[CARD_2\]"/);
  await chat.reload();
  assert.deepEqual(await chat.page.evaluate(() => window.ledger.consents()), [], 'a note gives no consent');
  await close(chat);
});

/** An element of ours with a button; `save` is what its handler does. What is saved goes to `saved`. */
async function button(chat, marked = true) {
  await chat.page.evaluate((ours) => {
    const host = document.createElement('div');
    if (ours) host.setAttribute('data-antifaz', '');
    host.id = 'saver';
    const press = document.createElement('button');
    press.textContent = 'Save';
    host.attachShadow({ mode: 'open' }).append(press);
    document.body.prepend(host);
    window.saved = [];
    window.outcomes = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => (void blob.text().then((text) => window.saved.push(text)), make(blob));
    // The browser would ask the person where to.
    window.names = [];
    HTMLAnchorElement.prototype.click = function () {
      window.names.push(this.download);
    };
    press.addEventListener('click', (event) => {
      window.stale = event;
      for (const form of ['json', 'csv']) window.ledger.save(form, event).then((given) => outcomes.push(typeof given), ({ code }) => outcomes.push(code));
    });
  }, marked);
}
const press = async (chat) => (await chat.find('#saver')).evaluateHandle((host) => host.shadowRoot.firstChild).then((handle) => handle.asElement().click());
const outcomes = (chat, count) => until(() => chat.page.evaluate((least) => outcomes.length >= least, count), () => 'an outcome').then(() => chat.page.evaluate(() => outcomes));

test('R4: a file with values is saved for the customer on their own click, and given to nobody', async () => {
  const chat = await open();
  await hides(chat, `card ${CARD}, mail ${EMAIL}`, 1);
  await button(chat);
  await press(chat);
  assert.deepEqual(await outcomes(chat, 2), ['undefined', 'undefined'], 'the caller gets nothing');
  await until(() => chat.page.evaluate(() => saved.length === 2), () => 'both files');
  assert.deepEqual(await chat.page.evaluate(() => names), ['antifaz.json', 'antifaz.csv']);
  const [json, csv] = await chat.page.evaluate(() => saved.sort((a, b) => (a[0] === '{' ? -1 : 1) - (b[0] === '{' ? -1 : 1)));
  assert.deepEqual(JSON.parse(json).values.map(({ token, category, value }) => [token, category, value]), [['[CARD_1]', 'fin.card', CARD], ['[EMAIL_1]', 'contact.email', EMAIL]]);
  assert.ok(csv.includes(CARD) && csv.includes('[CARD_1]'));
  assert.equal((await chat.page.evaluate((text) => antifaz.readReceipts(text), json)).valid, true, 'the values are beside the chain, not in it');
  for (const record of JSON.parse(json).chains.flatMap((chain) => chain.records)) assert.ok(!reveals(JSON.stringify(record), CARD));
  await close(chat);
});

test('R4: no call gives the values in a file: neither a script that clicks, nor an event that is over or made up', async () => {
  const chat = await open();
  await hides(chat, `card ${CARD}`, 1);
  await button(chat);
  await chat.page.evaluate(() => document.querySelector('#saver').shadowRoot.firstChild.click());
  assert.deepEqual(await outcomes(chat, 2), ['no-gesture', 'no-gesture']);
  await press(chat);
  await outcomes(chat, 4);
  const codes = await chat.page.evaluate(() => {
    const made = [window.stale, undefined, true, new MouseEvent('click'), Object.create(Event.prototype, { isTrusted: { value: true }, eventPhase: { value: 2 }, type: { value: 'click' } })];
    return Promise.all(made.map((event) => window.ledger.save('json', event).then(() => 'saved', ({ code }) => code)));
  });
  assert.deepEqual(codes, Array(5).fill('no-gesture'));
  const asked = await chat.page.evaluate(() => Promise.all([window.ledger.export('json', { values: true }), window.ledger.export('csv', true)]));
  for (const text of asked) assert.ok(!reveals(text, CARD), 'an export has none, whatever is asked');
  await close(chat);
});

test('a trusted click in an element of the page saves nothing', async () => {
  const chat = await open();
  await hides(chat, `card ${CARD}`, 1);
  await button(chat, false);
  await press(chat);
  assert.deepEqual(await outcomes(chat, 2), ['no-gesture', 'no-gesture']);
  await close(chat);
});

test('a script that opens a ledger of its own and answers for the customer is not believed', async () => {
  const chat = await open();
  const code = await chat.page.evaluate((manifest) => {
    let code;
    try {
      antifaz.openLedger().connect({ manifest });
    } catch (error) {
      ({ code } = error);
    }
    guard.destroy();
    const nothing = () => {};
    const category = { id: 'fin.card', class: 'ask', label: 'CARD', generalizes: false, dpv: 'pd:CreditCardNumber', rule: manifest.categories[0] };
    const host = { manifest, emit: nothing, category: () => category, needs: () => true, degrade: nothing, forget: nothing, remember: nothing, forgetValues: nothing, values: () => [], mask: String };
    const pen = antifaz.openLedger().connect(host);
    const choices = [{ category, purpose: 'support', status: 'given', method: 'inline', choice: 'share', scope: 'date', count: 1, shown: 'yes' }];
    const answer = (gesture) => pen.answered({ recipient: manifest.recipients[0], language: 'en', choices, gesture });
    for (const gesture of [undefined, new MouseEvent('click'), { isTrusted: true }]) answer(gesture);
    window.heard = [];
    for (const type of ['keydown', 'click']) {
      addEventListener(type, (event) => {
        answer(event);
        setTimeout(() => (answer(event), heard.push(event.isTrusted)), 10);
      });
    }
    return pen.opened.then(() => code);
  }, MANIFEST);
  assert.equal(code, 'ledger-in-use', 'beside the guard no script gets a pen for the disk');
  await chat.page.keyboard.press('a');
  await chat.page.mouse.click(5, 5);
  await until(() => chat.page.evaluate(() => heard.length >= 2), () => 'two events');
  assert.deepEqual(await chat.page.evaluate(() => heard.every((trusted) => trusted)), true);
  await chat.reload();
  assert.deepEqual(await chat.page.evaluate(() => window.ledger.consents()), []);
  assert.deepEqual(await about(chat), []);
  await close(chat);
});

test('the day that is picked counts, never past, and never beyond a year', async () => {
  const chat = await open();
  const days = await chat.page.evaluate(async (manifest) => {
    await ledger.records();
    guard.destroy();
    const nothing = () => {};
    const host = { manifest, emit: nothing, category: nothing, needs: nothing, refuses: nothing, degrade: nothing, forget: nothing, remember: nothing, forgetValues: nothing, values: () => [], mask: String };
    const pen = antifaz.openLedger().connect(host);
    const memory = antifaz.openLedger({ store: 'memory' }).connect(host);
    await Promise.all([pen.opened, memory.opened]);
    const now = Date.now();
    const wanted = [undefined, now + 3 * 86_400_000, now - 9 * 86_400_000, Infinity, -Infinity];
    return { days: wanted.map((day) => (pen.until(day) - now) / 86_400_000), memory: memory.until() ?? null };
  }, MANIFEST);
  const [proposed, picked, past, latest, long] = days.days;
  const within = (value, day) => assert.ok(value >= day - 0.1 && value <= day + 1.1, `${value} is the end of day ${day}`);
  within(proposed, 30);
  within(picked, 3);
  within(past, 0);
  within(latest, 364);
  within(long, 0);
  assert.ok(latest < 365, 'the record of it is there until then');
  assert.equal(days.memory, null, 'in memory there is no date');
  await chat.close();
});

test('openLedger names an option that it does not know, and what it does', async () => {
  const chat = await open();
  const codes = await chat.page.evaluate(() =>
    [{ keep: 'reload' }, { values: 'forever' }, { store: 'disk' }, { autoLock: 0 }].map((options) => {
      try {
        return antifaz.openLedger(options);
      } catch ({ code, key }) {
        return `${code} ${key}`;
      }
    }),
  );
  assert.deepEqual(codes, ['unknown-option keep', 'unknown-values values', 'unknown-store store', 'out-of-range autoLock']);
  await close(chat);
});

test('erase, export and save name what they know, and do nothing with anything else', async () => {
  const chat = await open();
  const said = (call) => chat.page.evaluate((code) => eval(code).then(() => 'done', ({ code: reason, message }) => [reason, message]), call);
  assert.deepEqual(await said("ledger.erase('snet')"), ['malformed-options', 'erase: must be one of values, consents, sent, all']);
  assert.deepEqual(await said("ledger.export('xml')"), ['malformed-options', 'export: must be one of json, jsonld, csv']);
  assert.deepEqual(await chat.events('erased'), []);
  await close(chat);
});
