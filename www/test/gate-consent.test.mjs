// Consent: per category and recipient, from a person only, and never asked for twice.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch } from './browsers.mjs';
import { CARD, Chat, EMAIL, guardScript, HIDDEN, IBAN, MANIFEST, MESSAGE, until } from './kit/chat.mjs';
import { Site } from './kit/site.mjs';
import { page, widgetPage } from './kit/widgets.mjs';

let browser;
let site;
before(async () => {
  site = await Site.start();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const OTHER_CARD = '5555 5555 5555 4444';

async function open(guard = {}) {
  return Chat.open(browser, site, widgetPage('keydown', { guard: guardScript(guard), elsewhere: site.elsewhere }));
}

async function send(chat, text) {
  await chat.type(text);
  await chat.enter();
}

test('what is shared for one message leaves with it, the rest stays hidden, and the next message asks again', async () => {
  const chat = await open();
  await send(chat, MESSAGE);
  await chat.choose('fin.card', 'Share');
  await chat.answer('Send');
  assert.deepEqual(await chat.received(), [`my card is ${CARD}, mail [EMAIL_1]`]);
  assert.deepEqual(await chat.events('revealed'), [{ type: 'revealed', channel: 'gate', recipient: 'bank', counts: { 'fin.card': 1 } }]);
  assert.deepEqual(await chat.events('guard-hit'), [], 'the network guard knows what was shared');
  site.recorder.assertHolds(EMAIL);
  await send(chat, `pay with ${CARD}`);
  await chat.answer('Send');
  assert.equal((await chat.received(2))[1], 'pay with [CARD_1]');
  await chat.close();
});

test('what is shared for the conversation is not asked about again, until the customer takes it back', async () => {
  const chat = await open();
  await send(chat, `card ${CARD}`);
  await chat.choose('fin.card', 'Share');
  await chat.choose('fin.card', 'Whole chat');
  await chat.answer('Send');
  assert.deepEqual(await chat.received(), [`card ${CARD}`]);
  await send(chat, `and ${OTHER_CARD}`);
  assert.deepEqual(await chat.received(2), [`card ${CARD}`, `and ${OTHER_CARD}`]);
  await chat.type(`then ${OTHER_CARD}`);
  await sleep(200);
  const status = await chat.find('antifaz-status');
  const ask = await chat.page.waitForFunction((element) => element.shadowRoot.querySelector('.chip button'), {}, status);
  await ask.asElement().click();
  await chat.page.focus('.editor');
  await chat.enter();
  await chat.answer('Send');
  assert.match((await chat.received(3))[2], /^then \[CARD_\d\]$/);
  await chat.close();
});

test('a less exact form leaves instead, where there is one', async () => {
  const chat = await open();
  await send(chat, `card ${CARD}`);
  await chat.choose('fin.card', 'Less exact');
  await chat.answer('Send');
  const [text] = await chat.received();
  assert.match(text, /^card .*1111$/);
  site.recorder.assertHolds(CARD);
  await chat.close();
});

test('E5: what was hidden is not asked about again, and a new value is', async () => {
  const chat = await open();
  await send(chat, MESSAGE);
  await chat.answer('Send');
  await chat.received();
  await send(chat, MESSAGE);
  assert.deepEqual(await chat.received(2), [HIDDEN, HIDDEN]);
  await send(chat, `now ${OTHER_CARD}`);
  await chat.answer('Send');
  assert.equal((await chat.received(3))[2], 'now [CARD_2]');
  await chat.close();
});

test('E5: after "Hide everything" nothing is asked about these categories, and the chips say so', async () => {
  const chat = await open();
  await send(chat, MESSAGE);
  await chat.answer('Hide everything and send');
  await chat.received();
  await chat.type(`now ${OTHER_CARD}`);
  await sleep(200);
  const chip = await (await chat.find('antifaz-status')).evaluate((element) => element.shadowRoot.querySelector('.chip').textContent);
  assert.match(chip, /Card.*4444.*will be hidden.*Ask me again/);
  await chat.enter();
  assert.equal((await chat.received(2))[1], 'now [CARD_2]');
  assert.equal((await chat.events('prompt')).length, 1);
  await chat.close();
});

test('E7: a password leaves masked without a question, and beside others its row offers no choice', async () => {
  const chat = await open();
  await send(chat, 'my password is Tr0ub4dor-example');
  assert.deepEqual(await chat.received(), ['my password is [SECRET_1]']);
  assert.equal(await chat.hasCard(), false);
  assert.equal((await chat.events('withheld')).length, 1);
  await send(chat, `password is Tr0ub4dor-example, card ${CARD}`);
  const card = await chat.find('antifaz-card');
  assert.equal(await card.evaluate((element) => element.shadowRoot.querySelectorAll('[data-category="auth.secret"] [role=radio]').length), 0);
  await chat.answer('Send');
  await chat.received(2);
  site.recorder.assertHolds('Tr0ub4dor-example', CARD);
  await chat.close();
});

test('E25: clicks that a script makes up grant nothing and send nothing', async () => {
  const chat = await open();
  await send(chat, MESSAGE);
  const card = await chat.find('antifaz-card');
  await card.evaluate((element) => {
    for (const control of element.shadowRoot.querySelectorAll('[role=radio], button')) {
      control.click();
      control.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, composed: true }));
      control.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
      control.setAttribute('aria-checked', 'true');
    }
  });
  await sleep(300);
  assert.deepEqual(site.recorder.sentTo('/chat'), []);
  await chat.answer('Send');
  assert.deepEqual(await chat.received(), [HIDDEN]);
  await chat.close();
});

test('E25: a page that later replaces how events are heard and read grants nothing', async () => {
  const chat = await open();
  await chat.page.evaluate(() => {
    window.taken = [];
    const listen = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (type, handler, options) {
      if (this.getRootNode?.() instanceof ShadowRoot || this.localName === 'button') taken.push([this, handler]);
      return listen.call(this, type, handler, options);
    };
  });
  await send(chat, MESSAGE);
  const card = await chat.find('antifaz-card');
  await card.evaluate((element) => {
    for (const [name, value] of [['eventPhase', 2], ['currentTarget', document.body], ['type', 'click']]) {
      Object.defineProperty(Event.prototype, name, { get: () => value, configurable: true });
    }
    for (const control of element.shadowRoot.querySelectorAll('[role=radio], button')) {
      for (const [at, handler] of window.taken) if (at === control) handler({ isTrusted: true, type: 'click', detail: 1, target: control, currentTarget: control });
      control.click();
    }
  });
  await sleep(300);
  assert.deepEqual(site.recorder.sentTo('/chat'), []);
  await chat.answer('Send');
  assert.deepEqual(await chat.received(), [HIDDEN]);
  await chat.close();
});

test('a page that cancels "prompt" gets everything hidden', async () => {
  const chat = await open();
  await chat.page.evaluate(() => window.guard.addEventListener('prompt', (event) => event.preventDefault()));
  await send(chat, MESSAGE);
  assert.deepEqual(await chat.received(), [HIDDEN]);
  assert.equal(await chat.hasCard(), false);
  await chat.close();
});

test('a category that the manifest does not name is hidden and not asked about', async () => {
  const manifest = { ...MANIFEST, categories: MANIFEST.categories.filter(({ id }) => id !== 'fin.account') };
  const chat = await open({ manifest });
  await send(chat, `IBAN ${IBAN}`);
  assert.deepEqual(await chat.received(), ['IBAN [ACCOUNT_1]']);
  assert.equal(await chat.hasCard(), false);
  await chat.close();
});

test('a manifest may be stricter than the engine', async () => {
  const manifest = { ...MANIFEST, categories: [{ id: 'fin.card', class: 'never', purposes: [] }] };
  const chat = await open({ manifest });
  await send(chat, `card ${CARD}`);
  assert.deepEqual(await chat.received(), ['card [CARD_1]']);
  assert.equal((await chat.events('withheld')).length, 1);
  await chat.close();
});

test('a bare answer to what the other side asked is understood', async () => {
  const chat = await open();
  site.reply = () => 'What is your account number?';
  await send(chat, '4471 882');
  await until(async () => (await chat.bubbles('theirs')).length === 1, () => 'a question');
  site.reply = () => 'Thank you.';
  await send(chat, '4471 882');
  await chat.answer('Send');
  await chat.received(2);
  await send(chat, '4471 882');
  assert.deepEqual(await chat.received(3), ['4471 882', '[ACCOUNT_1]', '4471 882'], 'only an answer is one');
  assert.deepEqual(await chat.bubbles('mine'), ['4471 882', '[ACCOUNT_1]', '4471 882']);
  site.reply = (text) => `Noted: ${text}`;
  await chat.close();
});

test('what was harmless before the other side asked is held after', async () => {
  const chat = await open({ options: "ui: 'none'" });
  await chat.page.evaluate(() => document.querySelector('.editor').addEventListener('keydown', (event) => event.key === 'F2' && window.chat.bubble('What is your account number?', false)));
  await chat.page.evaluate(() => {
    // Does not send the first time: a widget that is still connecting.
    window.first = true;
    document.querySelector('.editor').addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && window.first) {
        window.first = false;
        event.stopImmediatePropagation();
        event.preventDefault();
      }
    }, true);
  });
  await chat.type('4471 882');
  await chat.enter();
  await chat.page.keyboard.press('F2');
  await sleep(100);
  await chat.enter();
  assert.deepEqual(await chat.received(), ['[ACCOUNT_1]']);
  assert.deepEqual(await chat.bubbles('mine'), ['[ACCOUNT_1]']);
  await chat.close();
});

test('without a gate: analyze, redact, review, restore, explain and stats', async () => {
  const chat = await Chat.open(browser, site, page('<p>Chat</p>', guardScript({ attach: '' })), { editor: false });
  const answers = await chat.page.evaluate((message) => {
    const { guard } = window;
    const { status, text, pending } = guard.redact(message);
    guard.heard('What is your account number?');
    const found = guard.analyze('4471 882').map(({ category, start, end }) => [category, start, end]);
    return [status, text, pending, found, guard.restore('so [CARD_1]'), guard.explain(message).candidates.length > 0, guard.stats()];
  }, MESSAGE);
  const tally = { masked: { 'fin.card': 1, 'contact.email': 1 }, revealed: {}, withheld: {}, asked: {}, refused: {} };
  assert.deepEqual(answers, [
    'cleared',
    HIDDEN,
    ['fin.card', 'contact.email'],
    [['fin.account', 0, 8]],
    `so ${CARD}`,
    true,
    { state: 'ready', ...tally, recipients: { bank: tally }, blocked: 0, guardHits: 0 },
  ]);
  // As text: a driver does not carry objects as deep as this one.
  const outcome = chat.page.evaluate(async (message) => JSON.stringify(await window.guard.review(message)), MESSAGE);
  await chat.choose('contact.email', 'Share');
  await chat.answer('Send');
  assert.deepEqual(JSON.parse(await outcome), {
    action: 'send',
    text: `my card is [CARD_1], mail ${EMAIL}`,
    grants: [{ category: 'contact.email', purposes: ['support'], recipient: 'bank', scope: 'message' }],
    asked: true,
    envelope: { version: 1, recipient: 'bank', restrictions: [], purposes: { 'contact.email': ['support'] }, sealed: {}, gpc: false },
  });
  await chat.close();
});

test('E1: the script tag alone protects a form', async () => {
  const html = widgetPage('form').replace(
    '</head>',
    `<script type="application/json" id="policy">${JSON.stringify(MANIFEST)}</script><script src="/antifaz.js" data-manifest="#policy" data-attach="auto"></script></head>`,
  );
  const chat = await Chat.open(browser, site, html, { ready: false });
  await send(chat, MESSAGE);
  await chat.answer('Send');
  assert.deepEqual(await chat.received(), [HIDDEN]);
  site.recorder.assertHolds(CARD, EMAIL);
  await chat.close();
});

test('a script tag with a broken manifest holds everything and says why', async () => {
  const html = widgetPage('form').replace(
    '</head>',
    '<script type="application/json" id="policy">{"controller": {}}</script><script src="/antifaz.js" data-manifest="#policy"></script></head>',
  );
  const chat = await Chat.open(browser, site, html, { ready: false });
  await send(chat, MESSAGE);
  await sleep(400);
  assert.deepEqual(site.recorder.sentTo('/chat'), []);
  assert.match(chat.problems.join(), /controller\.name/);
  chat.problems = [];
  await chat.close();
});
