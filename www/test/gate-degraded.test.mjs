// Where something is missing, protection stays on or the message is held, and the page is told.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { BROWSER, launch } from './browsers.mjs';
import { CARD, Chat, EMAIL, guardScript, HIDDEN, MANIFEST, MESSAGE, until } from './kit/chat.mjs';
import { Site } from './kit/site.mjs';
import { page, widgetPage } from './kit/widgets.mjs';

let browser;
let site;
before(async () => {
  site = await Site.start();
  browser = await launch();
});
afterEach(() => (site.csp = ''));
after(async () => {
  await browser?.close();
  await site?.close();
});

const notice = async (chat) =>
  (await chat.find('antifaz-status')).evaluate((element) => element.shadowRoot.querySelector('[part=notice]').textContent);

async function assertHeld(chat) {
  await chat.type(MESSAGE);
  await chat.enter();
  await sleep(500);
  assert.equal(await chat.editorText(), MESSAGE);
  assert.deepEqual(await chat.bubbles('mine'), []);
  assert.deepEqual(site.recorder.sentTo('/chat'), []);
  assert.ok((await notice(chat)).length > 10);
  site.recorder.assertHolds(CARD, EMAIL);
}

test('E19: without WebAssembly the message is held, the customer told, and nothing unread reaches the chat', async () => {
  const html = widgetPage('previews', { guard: `delete window.WebAssembly;${guardScript()}`, elsewhere: site.elsewhere });
  const chat = await Chat.open(browser, site, html, { ready: false });
  await chat.page.waitForFunction(() => window.events.some(({ type }) => type === 'degraded'));
  assert.deepEqual(await chat.events('degraded'), [{ type: 'degraded', reason: 'no-wasm' }]);
  await assertHeld(chat);
  const other = await chat.page.evaluate(
    (elsewhere) => fetch(`${elsewhere}/login`, { method: 'POST', body: JSON.stringify({ user: 'someone@example.org' }) }).then(({ status }) => status),
    site.elsewhere,
  );
  assert.equal(other, 200, 'what is no chat goes on');
  assert.equal(await chat.page.evaluate(() => window.guard.redact('x').reason), 'no-engine');
  await chat.close();
});

if (BROWSER === 'chromium') {
  test('E19: in a browser without a compiler the message is held', async () => {
    const bare = await launch('chromium', ['--js-flags=--jitless']);
    const chat = await Chat.open(bare, site, widgetPage('keydown', { guard: guardScript() }), { ready: false });
    await chat.page.waitForFunction(() => window.events.some(({ reason }) => reason === 'no-wasm'));
    await assertHeld(chat);
    await bare.close();
  });
}

test('an engine that faults lets nothing through', async () => {
  const redactor = `antifaz.createRedactor().then((real) => ({
    categories: () => real.categories(),
    purposes: () => real.purposes(),
    lintManifest: (manifest) => real.lintManifest(manifest),
    loosened: [],
    conversation: () => ({ heard() {}, free() {}, redact() { throw new Error('fault'); }, restoreSpans() { throw new Error('fault'); } }),
  }))`;
  const chat = await Chat.open(browser, site, widgetPage('previews', { guard: guardScript({ redactor }), elsewhere: site.elsewhere }));
  await assertHeld(chat);
  assert.ok((await chat.events('error')).length > 0);
  const blocked = await chat.page.evaluate((message) => fetch('/chat', { method: 'POST', body: message }).catch(({ name }) => name), MESSAGE);
  assert.equal(blocked, 'TypeError');
  await chat.close();
});

test('a message that is sent before the engine is there waits for it', async () => {
  const redactor = 'new Promise((done) => (window.load = () => done(antifaz.createRedactor())))';
  const chat = await Chat.open(browser, site, widgetPage('keydown', { guard: guardScript({ redactor }) }), { ready: false });
  await assertHeld(chat);
  await chat.page.evaluate(() => window.load());
  await chat.answer('Send');
  assert.deepEqual(await chat.received(), [HIDDEN]);
  await chat.close();
});

test('a message that is edited while it waits for the engine is not sent by itself', async () => {
  const redactor = 'new Promise((done) => (window.load = () => done(antifaz.createRedactor())))';
  const chat = await Chat.open(browser, site, widgetPage('keydown', { guard: guardScript({ redactor }) }), { ready: false });
  await chat.type(MESSAGE);
  await chat.enter();
  await chat.type(' and more');
  await chat.page.evaluate(() => window.load());
  await sleep(500);
  assert.equal(await chat.hasCard(), false);
  assert.deepEqual(site.recorder.sentTo('/chat'), []);
  await chat.enter();
  await chat.answer('Send');
  assert.deepEqual(await chat.received(), [`${HIDDEN} and more`]);
  await chat.close();
});

test('a text over the limit is held, and the customer told', async () => {
  const chat = await Chat.open(browser, site, widgetPage('keydown', { guard: guardScript({ redactor: 'antifaz.createRedactor({ maxBytes: 60 })' }) }));
  await chat.type(`${MESSAGE} and some more of it`);
  await chat.enter();
  await until(async () => (await notice(chat)).length > 10, () => 'a notice');
  assert.deepEqual(site.recorder.sentTo('/chat'), []);
  assert.equal((await chat.events('blocked'))[0].reason, 'too-long');
  await chat.close();
});

const CLOSED = `customElements.define('closed-chat', class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'closed' });
    root.innerHTML = '<div id="list"></div><form><input class="editor"><button class="go">Send</button></form>';
    const editor = root.querySelector('.editor');
    window.editorOf = () => editor;
    window.bubblesOf = () => [...root.querySelectorAll('p')].map((bubble) => bubble.textContent);
    root.querySelector('form').addEventListener('submit', (event) => {
      event.preventDefault();
      root.querySelector('#list').append(Object.assign(document.createElement('p'), { textContent: editor.value }));
      fetch('/chat', { method: 'POST', body: JSON.stringify({ text: editor.value }) });
      editor.value = '';
    });
  }
});`;

test('E21: a widget in a closed shadow root that is made after the guard is protected', async () => {
  const html = page(`<main id="widget"><closed-chat></closed-chat></main><script>${CLOSED}</script>`, guardScript());
  const chat = await Chat.open(browser, site, html, { editor: false });
  await chat.page.evaluate(() => window.editorOf().focus());
  await chat.page.keyboard.type(MESSAGE);
  await chat.enter();
  // The card is in the closed root too: the keyboard gets there.
  await sleep(400);
  assert.deepEqual(site.recorder.sentTo('/chat'), []);
  await chat.page.keyboard.press('Escape');
  await sleep(200);
  assert.deepEqual(site.recorder.sentTo('/chat'), []);
  await chat.page.evaluate(() => window.guard.addEventListener('prompt', (event) => event.preventDefault()));
  await chat.enter();
  assert.deepEqual(await chat.received(), [HIDDEN]);
  assert.deepEqual(await chat.page.evaluate(() => window.bubblesOf()), [HIDDEN]);
  assert.deepEqual(await chat.events('degraded'), []);
  site.recorder.assertHolds(CARD, EMAIL);
  await chat.close();
});

test('E21: a closed shadow root that is older than the guard is told of when the guard is attached to it', async () => {
  const html = page(`<closed-chat id="widget"></closed-chat><script>${CLOSED}</script><script src="/antifaz.js"></script><script>${guardScript()}</script>`);
  const chat = await Chat.open(browser, site, html, { editor: false });
  await chat.page.evaluate(() => window.guard.attach(document.querySelector('closed-chat')));
  assert.deepEqual(await chat.events('degraded'), [{ type: 'degraded', reason: 'closed-shadow' }]);
  await chat.page.evaluate(() => window.editorOf().focus());
  await chat.page.keyboard.type(MESSAGE);
  await chat.enter();
  assert.deepEqual(await chat.received(), [HIDDEN], 'the network guard still masks it');
  await chat.close();
});

test('E21: typing into a closed shadow root is told of where a selector attached the guard', async () => {
  const html = page(`<main id="widget"><closed-chat></closed-chat></main><script>${CLOSED}</script><script src="/antifaz.js"></script><script>${guardScript()}</script>`);
  const chat = await Chat.open(browser, site, html, { editor: false });
  await chat.page.evaluate(() => window.editorOf().focus());
  await chat.page.keyboard.type('hi');
  assert.deepEqual(await chat.events('degraded'), [{ type: 'degraded', reason: 'closed-shadow' }]);
  await chat.close();
});

test('E21: a frame in the widget is told of', async () => {
  const chat = await Chat.open(browser, site, page('<div id="widget"></div>', guardScript({ attach: '' })), { editor: false });
  await chat.page.evaluate(async () => {
    const widget = document.querySelector('#widget');
    window.guard.attach(widget);
    widget.append(document.createElement('iframe'));
    await new Promise((done) => setTimeout(done, 50));
  });
  assert.deepEqual(await chat.events('degraded'), [{ type: 'degraded', reason: 'foreign-frame' }]);
  await chat.close();
});

test('E18: under a strict content security policy with Trusted Types all of it works and the console stays clean', async () => {
  // The picture is the browser's own: its icon for the page.
  site.csp = "default-src 'none'; img-src 'self'; script-src 'self' 'nonce-n' 'wasm-unsafe-eval'; connect-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
  const local = 'window.chat.send = (text) => { window.chat.bubble(text, true); window.chat.bubble("Noted: " + text, false); };';
  const html = widgetPage('keydown', { guard: guardScript(), after: `<script>${local}</script>` }).replaceAll('<script', '<script nonce="n"');
  const chat = await Chat.open(browser, site, html.replace('<head>', '<head><script nonce="n">window.violations = []; addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective + " " + event.sample))</script>'));
  await chat.type(MESSAGE);
  await chat.enter();
  await chat.answer('Send');
  await until(async () => (await chat.bubbles('theirs'))[0] === `Noted: ${MESSAGE}`, () => 'the value in the answer');
  assert.deepEqual(await chat.bubbles('mine'), [HIDDEN]);
  assert.deepEqual(await chat.page.evaluate(() => window.violations), []);
  await chat.close();
});

test('options, manifests and calls that are wrong are refused with what would be right', async () => {
  const chat = await Chat.open(browser, site, page('<p>Chat</p>', guardScript({ attach: '' })), { editor: false });
  const thrown = await chat.page.evaluate(async (manifest) => {
    const redactor = await antifaz.createRedactor();
    const make = (options) => () => antifaz.createGuard({ redactor, manifest, ...options });
    const { guard } = window;
    const calls = [
      make({ colour: 'red' }),
      make({ ui: 'loud' }),
      make({ locale: 'not a locale' }),
      make({ redactor: undefined }),
      make({ manifest: undefined }),
      make({ manifest: { ...manifest, controller: {} } }),
      make({ manifest: { ...manifest, recipient: [] } }),
      make({ manifest: { ...manifest, recipients: [{ ...manifest.recipients[0], origins: ['bank.example/chat'] }] } }),
      make({ manifest: { ...manifest, recipients: [{ ...manifest.recipients[0], kind: 'robot' }] } }),
      make({ manifest: { ...manifest, purposes: [] } }),
      make({ manifest: { ...manifest, categories: [{ id: 'fin.card', purposes: ['advertising'] }] } }),
      make({ manifest: { ...manifest, categories: [{ id: 'fin.cards', purposes: [] }] } }),
      make({ manifest: { ...manifest, categories: [{ id: 'auth.secret', class: 'ask', purposes: [] }] } }),
      () => guard.attach('#widget', { level: 'hook' }),
      () => guard.attach('#widget', { sned: 'button' }),
      () => guard.attach('<<'),
      () => guard.attach('#widget', { recipient: 'nobody' }),
      () => guard.guardNetwork({ mode: 'off' }),
      () => guard.guardNetwork({ origins: ['chat.example'] }),
      () => guard.redact('x', { conversation: 1 }),
    ];
    return calls.map((call) => {
      try {
        call();
        return 'nothing';
      } catch ({ name, code, key, message }) {
        return `${name} ${code} ${key} ${message.length > 15}`;
      }
    });
  }, MANIFEST);
  assert.deepEqual(thrown, [
    'AntifazError unknown-option colour true',
    'AntifazError unknown-ui ui true',
    'AntifazError unknown-locale locale true',
    'AntifazError malformed-options redactor true',
    'AntifazError malformed-manifest manifest true',
    'AntifazError malformed-manifest controller.name true',
    'AntifazError malformed-manifest recipient true',
    'AntifazError malformed-manifest recipients[0].origins[0] true',
    'AntifazError malformed-manifest recipients[0].kind true',
    'AntifazError malformed-manifest purposes true',
    'AntifazError malformed-manifest categories[0].purposes[0] true',
    'AntifazError malformed-manifest categories[0].id true',
    'AntifazError malformed-manifest categories[0].class true',
    'AntifazError unknown-level level true',
    'AntifazError unknown-option sned true',
    'AntifazError malformed-selector << true',
    'AntifazError unknown-recipient recipient true',
    'AntifazError unknown-mode mode true',
    'AntifazError malformed-origin chat.example true',
    'AntifazError unknown-option conversation true',
  ]);
  await chat.close();
});

test('before the engine is there, calls that need it say so', async () => {
  const html = page('<p>Chat</p>', guardScript({ attach: '', redactor: 'new Promise(() => {})' }));
  const chat = await Chat.open(browser, site, html, { ready: false, editor: false });
  const answers = await chat.page.evaluate(() => {
    const code = (call) => {
      try {
        return call();
      } catch (error) {
        return error.code;
      }
    };
    const { guard } = window;
    return [code(() => guard.redact('x').reason), code(() => guard.analyze('x')), code(() => guard.explain('x')), guard.restore('[CARD_1]'), guard.stats().state];
  });
  assert.deepEqual(answers, ['not-ready', 'not-ready', 'not-ready', '[CARD_1]', 'waiting']);
  await chat.close();
});

