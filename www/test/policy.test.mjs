// Purposes one by one, the browser's own signal, sealed values, and how often a customer is asked.
import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { BROWSER, launch } from './browsers.mjs';
import { CARD, Chat, EMAIL, guardScript, until } from './kit/chat.mjs';
import { ADS, BANK, declared } from './kit/policy.mjs';
import { Site } from './kit/site.mjs';
import { widgetPage } from './kit/widgets.mjs';
import { PACKAGE } from './package.mjs';

const LEDGER = "ledger: (window.ledger = antifaz.openLedger({ store: 'memory' })),";
const SIGNAL = "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });";
const ENVELOPE = { ...BANK, envelope: 'privacy' };
const WITH_ADS = [['fin.card', ['support', 'ads']], ['contact.email', ['support']]];

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

async function open({ manifest = declared(), first = '', options = LEDGER, in: inside = browser } = {}) {
  return Chat.open(inside, site, widgetPage('keydown', { guard: first + guardScript({ manifest, options }) }));
}

async function send(chat, text) {
  await chat.type(text);
  await chat.enter();
}

/** The bodies of all messages so far, once there are that many. */
async function bodies(chat, count = 1) {
  await chat.received(count);
  return site.recorder.sentTo('/chat').map((body) => JSON.parse(body));
}

/** A control of the open card, by selector. */
async function control(chat, selector) {
  const card = await chat.find('antifaz-card');
  const handle = await chat.page.waitForFunction((element, wanted) => element.shadowRoot.querySelector(wanted), {}, card, selector);
  return handle.asElement();
}

const cardText = async (chat) => (await chat.find('antifaz-card')).evaluate((element) => element.shadowRoot.textContent);

/** What was noted about consents: purpose, status and method. */
async function noted(chat, category) {
  const records = await chat.page.evaluate((id) => window.ledger.records({ category: id }), category);
  return records
    .filter(({ kind, status }) => kind === 'consent' && status !== 'requested')
    .map(({ purpose, status, method }) => [purpose, status, method]);
}

test('E9: what is shared for the service is not shared for advertising; envelope and record agree', async () => {
  const chat = await open({ manifest: declared({ recipients: [ENVELOPE], categories: WITH_ADS }) });
  await send(chat, `card ${CARD}`);
  await chat.choose('fin.card', 'Share');
  const offer = await control(chat, '[data-category="fin.card"] [role=checkbox]');
  assert.equal(await offer.evaluate((box) => box.textContent), 'show you offers');
  assert.equal(await offer.evaluate((box) => box.getAttribute('aria-checked')), 'false');
  assert.match(await cardText(chat), /Asked for: answer your question · /, 'the service and nothing else');
  await chat.answer('Send');
  const [body] = await bodies(chat);
  assert.equal(body.text, `card ${CARD}`);
  assert.deepEqual(body.privacy, {
    version: 1,
    recipient: 'bank',
    restrictions: ['no-training', 'no-enrichment'],
    purposes: { 'fin.card': ['support'] },
    sealed: {},
    gpc: false,
  });
  assert.deepEqual(await noted(chat, 'fin.card'), [['support', 'given', 'inline'], ['ads', 'refused', 'inline']]);
  const [record] = await chat.page.evaluate(() => window.ledger.records({ category: 'fin.card', purpose: 'support' }));
  assert.deepEqual(record.restrictions, body.privacy.restrictions, 'R13: the receipt says what the envelope says');
  await chat.close();
});

test('E9: advertising is agreed to by ticking it, and taken back by itself', async () => {
  const chat = await open({ manifest: declared({ recipients: [ENVELOPE], categories: WITH_ADS }) });
  await send(chat, `card ${CARD}`);
  await chat.choose('fin.card', 'Share');
  await chat.choose('fin.card', 'Whole chat');
  await (await control(chat, '[data-category="fin.card"] [role=checkbox]')).click();
  await chat.answer('Send');
  assert.deepEqual((await bodies(chat))[0].privacy.purposes, { 'fin.card': ['support', 'ads'] });
  const held = () => chat.page.evaluate(() => window.guard.consents().map(({ category, purpose, recipient, scope, until }) => ({ category, purpose, recipient, scope, until })));
  const consent = { category: 'fin.card', purpose: 'support', recipient: 'bank', scope: 'conversation', until: null };
  assert.deepEqual(await held(), [consent, { ...consent, purpose: 'ads' }]);

  await chat.page.evaluate(() => window.guard.withdraw({ purpose: 'ads' }));
  assert.deepEqual(await held(), [consent]);
  await send(chat, `again ${CARD}`);
  const [, second] = await bodies(chat, 2);
  assert.equal(second.text, `again ${CARD}`, 'the service goes on');
  assert.deepEqual(second.privacy.purposes, { 'fin.card': ['support'] });

  await chat.page.evaluate(() => window.guard.withdraw({ purpose: 'support' }));
  await send(chat, `and ${CARD}`);
  await chat.answer('Send');
  assert.equal((await bodies(chat, 3))[2].text, 'and [CARD_1]');
  await chat.close();
});

/** A browser with the signal on: by a script before ours, and where the browser has it, by its own setting. */
const SIGNALS = {
  'set by a script': { first: SIGNAL },
  ...(BROWSER === 'firefox' ? { 'set in the browser': { preferences: { 'privacy.globalprivacycontrol.enabled': true } } } : {}),
};

for (const [name, { first = '', preferences }] of Object.entries(SIGNALS)) {
  test(`E9: Global Privacy Control ${name} refuses advertising unasked`, async () => {
    const inside = preferences ? await launch(BROWSER, [], { preferences }) : browser;
    try {
      const manifest = declared({ recipients: [ENVELOPE], categories: WITH_ADS });
      const chat = await open({ manifest, first, in: inside });
      assert.equal(await chat.page.evaluate(() => window.guard.gpc), true);
      await send(chat, `card ${CARD}, mail ${EMAIL}`);
      await chat.choose('fin.card', 'Share');
      assert.doesNotMatch(await cardText(chat), /offers/);
      await chat.answer('Send');
      const [body] = await bodies(chat);
      assert.equal(body.text, `card ${CARD}, mail [EMAIL_1]`);
      assert.deepEqual([body.privacy.gpc, body.privacy.purposes], [true, { 'fin.card': ['support'] }]);
      assert.deepEqual(await noted(chat, 'fin.card'), [['ads', 'refused', 'signal'], ['support', 'given', 'inline']]);
      await send(chat, `again ${CARD}`);
      await chat.answer('Send');
      await bodies(chat, 2);
      assert.equal((await noted(chat, 'fin.card')).filter(([, , method]) => method === 'signal').length, 1, 'it is noted once');
      await chat.close();
    } finally {
      if (preferences) await inside.close();
    }
  });
}

test('R24: what nobody needs says so, and sharing it takes one action more', async () => {
  const chat = await open({ manifest: declared({ categories: [['fin.card', ['support'], { necessaryFor: [] }]] }) });
  await send(chat, `card ${CARD}`);
  assert.match(await cardText(chat), /Not needed for this/);
  await chat.choose('fin.card', 'Share');
  await (await control(chat, 'dialog .agree')).click();
  await (await control(chat, 'dialog .foot .button:last-child')).click();
  await chat.answer('Send');
  assert.equal((await bodies(chat))[0].text, `card ${CARD}`);
  assert.deepEqual((await noted(chat, 'fin.card'))[0], [null, 'given', 'inline']);
  await chat.close();
});

test('a consent until a day of the customer\'s choice ends on that day', async () => {
  const chat = await open({ options: 'ledger: (window.ledger = antifaz.openLedger()),' });
  await send(chat, `card ${CARD}`);
  await chat.choose('fin.card', 'Share');
  await (await control(chat, '[data-choice=date]')).click();
  const field = await control(chat, 'input[type=date]');
  const day = new Date(Date.now() + 3 * 86_400_000);
  const [year, month, date] = [day.getFullYear(), String(day.getMonth() + 1).padStart(2, '0'), String(day.getDate()).padStart(2, '0')];
  // A script that moves the day moves nothing.
  await field.evaluate((input) => {
    input.value = input.max;
    for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  });
  await field.focus();
  // As the parts of the field stand in American English, which both browsers speak here.
  await chat.page.keyboard.type(`${month}${date}${year}`);
  assert.equal(await field.evaluate((input) => input.value), `${year}-${month}-${date}`);
  await chat.answer('Send');
  await bodies(chat);
  const [{ scope, until: end }] = await chat.page.evaluate(() => window.guard.consents());
  assert.equal(scope, 'date');
  assert.equal(end, await chat.page.evaluate((picked) => new Date(`${picked}T23:59:59.999`).toISOString(), `${year}-${month}-${date}`));
  await chat.close();
});

test('6.4: two second confirmations a conversation, then what would need one is hidden without a question; the chip asks again', async () => {
  const manifest = declared({
    categories: [
      ['special.health', ['support']],
      ['fin.card', ['support']],
    ],
  });
  const chat = await open({ manifest });
  const confirmAndClose = async () => {
    await chat.choose('special.health', 'Share');
    await chat.find('dialog[open]');
    await chat.page.keyboard.press('Escape');
    await chat.page.waitForFunction((element) => !element.shadowRoot.querySelector('dialog'), {}, await chat.find('antifaz-card'));
  };
  await send(chat, 'I have diabetes');
  await confirmAndClose();
  await confirmAndClose();
  await chat.choose('special.health', 'Share');
  await sleep(200);
  assert.match(await cardText(chat), /asked often enough/);
  assert.equal(await (await chat.find('antifaz-card')).evaluate((element) => element.shadowRoot.querySelector('dialog')), null);
  await chat.answer('Send');
  await chat.received();
  await send(chat, 'I have asthma');
  assert.equal((await chat.received(2))[1], 'I have [HEALTH_2]');
  assert.equal((await chat.events('prompt')).length, 1);
  await send(chat, `card ${CARD}`);
  await chat.answer('Send');
  await chat.received(3);

  await chat.type('I have epilepsy');
  // The chips of what was typed before are replaced by those of the whole.
  await sleep(200);
  const chip = await chat.page.waitForFunction(
    (element) => element.shadowRoot.querySelector('[data-category="special.health"] button'),
    {},
    await chat.find('antifaz-status'),
  );
  await chip.asElement().click();
  await chat.page.focus('.editor');
  await chat.enter();
  await confirmAndClose();
  await chat.answer('Send');
  assert.match((await chat.received(4))[3], /^I have \[HEALTH_\d\]$/);
  await chat.close();
});

test('R17: what was refused by a control is hidden without a question, is noted, and is asked about again when the customer says so', async () => {
  const chat = await open();
  await send(chat, `card ${CARD}`);
  await chat.choose('fin.card', 'Share');
  await chat.choose('fin.card', 'Whole chat');
  await chat.answer('Send');
  await chat.received();
  await chat.page.evaluate(() => window.guard.refuse({ category: 'fin.card' }));
  assert.deepEqual(await chat.page.evaluate(() => window.guard.refusals()), [{ category: 'fin.card', purpose: 'support', recipient: 'bank' }]);
  await send(chat, `then ${CARD}`);
  assert.equal((await chat.received(2))[1], 'then [CARD_1]');
  assert.deepEqual((await noted(chat, 'fin.card')).slice(-2), [['support', 'withdrawn', 'control'], ['support', 'refused', 'control']]);
  await chat.page.evaluate(() => window.guard.ask({ category: 'fin.card' }));
  await send(chat, `now ${CARD}`);
  await chat.answer('Send');
  await chat.received(3);
  assert.equal((await chat.events('prompt')).length, 2);
  await chat.close();
});

test('nothing is asked when a page loads, and one card stands for a message with ten values', async () => {
  const chat = await open();
  await sleep(300);
  assert.equal(await chat.hasCard(), false);
  await send(chat, Array.from({ length: 10 }, (_, at) => `person${at}@example.com`).join(' '));
  await chat.answer('Send');
  await chat.received();
  assert.equal((await chat.events('prompt')).length, 1);
  await chat.close();
});

test('a phone of somebody else stays hidden while the customer shares their own', async () => {
  const chat = await open({ manifest: declared({ categories: [['contact.phone', ['support']]] }) });
  await send(chat, "my phone is 612 345 678 and my mother's phone is 655 123 987");
  assert.match(await cardText(chat), /Somebody else's\. It stays hidden\./);
  assert.equal(await (await chat.find('antifaz-card')).evaluate((element) => element.shadowRoot.querySelectorAll('[data-category="contact.phone"]').length), 2);
  await chat.choose('contact.phone', 'Share');
  await chat.choose('contact.phone', 'Whole chat');
  await chat.answer('Send');
  const [text] = await chat.received();
  assert.match(text, /^my phone is 612 345 678 and my mother's phone is \[PHONE_\d\]$/);
  await chat.type("call my mother's phone 655 123 987");
  await chat.page.waitForFunction(
    (element) => /Somebody else's/.test(element.shadowRoot.textContent),
    {},
    await chat.find('antifaz-status'),
  );
  // The draft, as a page that tells what is being typed sends it.
  const draft = "call my mother's phone 655 123 987";
  await chat.page.evaluate((text) => fetch('/typing', { method: 'POST', body: JSON.stringify({ text }) }).then(() => {}), draft);
  await chat.enter();
  assert.match((await chat.received(2))[1], /^call my mother's phone \[PHONE_\d\]$/);
  site.recorder.assertHolds('655 123 987');
  assert.equal((await chat.events('prompt')).length, 1);
  await chat.close();
});

test('R25: a value for a recipient with a key travels sealed while the text keeps the token, and only the key opens it', async () => {
  const algorithm = { name: 'ECDH', namedCurve: 'P-256' };
  const jwk = (key) => webcrypto.subtle.exportKey('jwk', key);
  const [pair, other] = await Promise.all([1, 2].map(() => webcrypto.subtle.generateKey(algorithm, true, ['deriveBits'])));
  const { kty, crv, x, y } = await jwk(pair.publicKey);
  const chat = await open({ manifest: declared({ recipients: [{ ...ENVELOPE, publicKey: { kty, crv, x, y } }] }) });
  await send(chat, `card ${CARD}, mail ${EMAIL}`);
  assert.match(await cardText(chat), /encrypted, for nobody else/);
  await chat.choose('fin.card', 'Share');
  await chat.choose('fin.card', 'Whole chat');
  await chat.answer('Send');
  await chat.received();
  await send(chat, `the same ${CARD}`);
  const [first, second] = await bodies(chat, 2);
  assert.deepEqual([first.text, second.text], ['card [CARD_1], mail [EMAIL_1]', 'the same [CARD_1]']);
  site.recorder.assertHolds(CARD, EMAIL);
  assert.deepEqual(Object.keys(first.privacy.sealed), ['[CARD_1]'], 'and nothing of what was not shared');
  assert.deepEqual(first.privacy.purposes, { 'fin.card': ['support'] });
  assert.deepEqual(await chat.events('revealed').then(([event]) => event.counts), { 'fin.card': 1 });

  const { openSealed } = await import(join(PACKAGE, 'dist/sealing.js'));
  for (const { privacy } of [first, second]) {
    assert.deepEqual(await openSealed(privacy, await jwk(pair.privateKey)), { '[CARD_1]': CARD });
    assert.deepEqual(await openSealed(privacy, pair.privateKey), { '[CARD_1]': CARD });
    await assert.rejects(openSealed(privacy, other.privateKey), { code: 'not-opened' });
    await assert.rejects(openSealed({ ...privacy, recipient: 'somebody' }, pair.privateKey), { code: 'not-opened' });
    await assert.rejects(openSealed({ ...privacy, sealed: { '[CARD_2]': privacy.sealed['[CARD_1]'] } }, pair.privateKey), { code: 'not-opened' });
  }

  // What is taken back no longer goes along, with a history either.
  await chat.page.evaluate(() => window.guard.withdraw());
  site.recorder.clear();
  await chat.page.evaluate((text) => fetch('/out', { method: 'POST', body: JSON.stringify({ messages: [{ text }] }) }).then(() => {}), first.text);
  assert.deepEqual(JSON.parse(site.recorder.sentTo('/out')[0]).privacy.sealed, {});
  await chat.close();
});

test('R25: what was shared with one message is not sealed into the next one that hides it', async () => {
  const { kty, crv, x, y } = await webcrypto.subtle
    .generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
    .then(({ publicKey }) => webcrypto.subtle.exportKey('jwk', publicKey));
  const chat = await open({ manifest: declared({ recipients: [{ ...ENVELOPE, publicKey: { kty, crv, x, y } }] }) });
  await send(chat, `card ${CARD}`);
  await chat.choose('fin.card', 'Share');
  await chat.answer('Send');
  await chat.received();
  await send(chat, `again ${CARD}`);
  await chat.answer('Send');
  const [first, second] = await bodies(chat, 2);
  assert.deepEqual(Object.keys(first.privacy.sealed), ['[CARD_1]']);
  assert.deepEqual([second.text, second.privacy.sealed, second.privacy.purposes], ['again [CARD_1]', {}, {}]);
  await chat.close();
});

for (const button of ['Send', 'Hide everything and send']) {
  test(`R17: what is hidden with "${button}" although it was shared for the chat stays hidden afterwards`, async () => {
    const chat = await open();
    await send(chat, `card ${CARD}`);
    await chat.choose('fin.card', 'Share');
    await chat.choose('fin.card', 'Whole chat');
    await chat.answer('Send');
    await chat.received();
    await send(chat, `card ${CARD}, mail ${EMAIL}`);
    if (button === 'Send') await chat.choose('fin.card', 'Hide');
    await chat.answer(button);
    await chat.received(2);
    assert.deepEqual(await chat.page.evaluate(() => window.guard.consents()), []);
    site.recorder.clear();
    await send(chat, `now ${CARD}`);
    await chat.received();
    site.recorder.assertHolds(CARD);
    await chat.close();
  });
}

test('R25: a key that is none leaves the value hidden', async () => {
  const chat = await open({ manifest: declared({ recipients: [{ ...ENVELOPE, publicKey: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } }] }) });
  await send(chat, `card ${CARD}`);
  await chat.choose('fin.card', 'Share');
  await chat.answer('Send');
  const [{ text, privacy }] = await bodies(chat);
  assert.deepEqual([text, privacy.sealed], ['card [CARD_1]', {}]);
  assert.deepEqual((await chat.events('error')).map(({ code }) => code), ['not-sealed']);
  assert.deepEqual(await chat.events('revealed'), []);
  await chat.close();
});

test('R13: restrictions travel with messages, in JSON objects to the recipient that has a field for them, and nowhere else', async () => {
  const chat = await open({ manifest: declared({ recipients: [ENVELOPE] }) });
  await send(chat, 'good morning everybody');
  const [{ privacy }] = await bodies(chat);
  assert.deepEqual(privacy, { version: 1, recipient: 'bank', restrictions: ['no-training', 'no-enrichment'], purposes: {}, sealed: {}, gpc: false });
  assert.deepEqual(await chat.events('guard-hit'), [], 'it is no leak that was stopped');
  const bodiesOf = async (act, ...args) => {
    site.recorder.clear();
    await chat.page.evaluate(act, ...args);
    await until(() => site.recorder.requests.some(({ url, body }) => url === '/out' && body.length > 0), () => 'a request');
    return site.recorder.sentTo('/out').filter(Boolean);
  };
  const post = (body, origin = '') => fetch(`${origin}/out`, { method: 'POST', body }).then(() => {});
  const message = { text: 'good morning everybody', session: 7 };
  assert.deepEqual(await bodiesOf(post, '{"page": "start"}'), ['{"page": "start"}'], 'no message is in it');
  assert.deepEqual(await bodiesOf(post, JSON.stringify(message), site.elsewhere), [JSON.stringify(message)], 'another origin');
  assert.deepEqual(await bodiesOf(post, JSON.stringify([message])), [JSON.stringify([message])], 'no object');
  assert.deepEqual(await bodiesOf(post, JSON.stringify({ ...message, privacy: 'own' })), [JSON.stringify({ ...message, privacy: 'own' })], 'the page has put it there');
  const enclosed = `{"text":"good morning everybody","session":7,"privacy":${JSON.stringify(privacy)}}`;
  assert.deepEqual(await bodiesOf(post, JSON.stringify(message)), [enclosed]);
  assert.deepEqual(
    await bodiesOf((body) => {
      const xhr = new XMLHttpRequest();
      xhr.open('POST', '/out');
      xhr.send(body);
    }, JSON.stringify(message)),
    [enclosed],
  );
  assert.deepEqual(await bodiesOf((body) => fetch(new Request('/out', { method: 'POST', body })).then(() => {}), JSON.stringify(message)), [enclosed]);
  assert.deepEqual(
    await bodiesOf((body) => {
      const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/out`);
      socket.addEventListener('open', () => socket.send(body));
    }, JSON.stringify(message)),
    [enclosed],
  );
  await chat.close();
});

test('E25: nothing that a page can click, set or call shares anything', async () => {
  const chat = await open({ manifest: declared({ recipients: [ENVELOPE], categories: WITH_ADS }) });
  await send(chat, `card ${CARD}`);
  const card = await chat.find('antifaz-card');
  await card.evaluate((element) => {
    const all = [...element.shadowRoot.querySelectorAll('*')];
    for (const control of all) {
      control.hidden = false;
      control.click?.();
      for (const type of ['pointerdown', 'pointerup', 'click', 'input', 'change']) control.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, detail: 1 }));
      control.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
      if ('value' in control) control.value = control.max ?? 'share';
      control.setAttribute('aria-checked', 'true');
    }
  });
  // Every function that can be reached from the guard, the ledger and the script, with what one would try.
  const called = await chat.page.evaluate(async () => {
    const consent = { category: 'fin.card', purpose: 'support', recipient: 'bank', scope: 'conversation', status: 'given', choice: 'share' };
    const seen = new Set();
    const calls = [];
    const walk = (object, path, depth) => {
      if (object === null || typeof object !== 'object' || Array.isArray(object) || seen.has(object) || depth > 3) return;
      seen.add(object);
      for (let at = object; at && at !== Object.prototype && at !== EventTarget.prototype && at !== Function.prototype; at = Object.getPrototypeOf(at)) {
        for (const name of Reflect.ownKeys(at)) {
          let value;
          try {
            value = object[name];
          } catch {
            continue;
          }
          // What takes the guard away, or replaces the page's objects, is another matter.
          if (typeof value !== 'function') walk(value, `${path}.${String(name)}`, depth + 1);
          else if (!/^(constructor|destroy)$/.test(String(name))) calls.push([object, value, `${path}.${String(name)}`]);
        }
      }
    };
    walk(window.guard, 'guard', 0);
    for (const [object, call] of calls) {
      for (const given of [[consent], ['fin.card', 'share'], [{ ...consent, gesture: new MouseEvent('click') }], [[consent]]]) {
        try {
          await Promise.race([call.apply(object, given), new Promise((done) => setTimeout(done, 20))]);
        } catch {
          // It takes something else.
        }
      }
    }
    return calls.map(([, , path]) => path);
  });
  assert.ok(called.includes('guard.withdraw') && called.includes('guard.ledger.consents'), called.join());
  assert.deepEqual(await chat.page.evaluate(() => window.guard.consents()), []);
  await chat.page.evaluate((text) => fetch('/out', { method: 'POST', body: JSON.stringify({ text }) }).then(() => {}), `card ${CARD}`);
  await sleep(300);
  site.recorder.assertHolds(CARD);
  assert.ok(!(await noted(chat, 'fin.card')).some(([, status]) => status === 'given'));
  await chat.close();
});
