// The guard without its parts, and with each of them given: what is missing is said, and nothing that is missing lets a value out.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from './browsers.mjs';
import { CARD, Chat, guardScript, HIDDEN, MANIFEST, MESSAGE, until } from './kit/chat.mjs';
import { Site } from './kit/site.mjs';
import { widgetPage } from './kit/widgets.mjs';
import { PACKAGE } from './package.mjs';

let browser;
let site;
before(async () => {
  site = await Site.start();
  for (const name of ['core', 'harness', 'parts', 'locales/en', 'locales/panel/en', 'panel']) {
    const body = readFileSync(join(PACKAGE, 'dist', `${name}.js`));
    site.routes[`/${name}.js`] = () => ({ type: 'text/javascript; charset=utf-8', body });
  }
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** `module`: whose `createGuard` it is. `options` and `network` as for `guardScript`. */
function open({ module = 'core', options = '', network = '', manifest = MANIFEST } = {}) {
  const guard = `(async () => {
    const load = (name) => import('/' + name + '.js');
    const [made, parts, { en }] = await Promise.all(['${module}', 'parts', 'locales/en'].map(load));
    const antifaz = { ...window.antifaz, createGuard: made.createGuard };
    ${guardScript({ manifest, network, options: `locales: [en], ${options}` })}
  })();`;
  return Chat.open(browser, site, widgetPage('keydown', { guard }));
}

const codeOf = (chat, call) =>
  chat.page.evaluate((name) => {
    try {
      return typeof window.guard[name]();
    } catch ({ code, message }) {
      return [code, /'antifaz\/parts'/.test(message)];
    }
  }, call);

test('the core alone asks and masks, leaves tokens as they are, and says which part a call needs', async () => {
  const chat = await open();
  await chat.type(MESSAGE);
  await chat.enter();
  await until(() => chat.hasCard(), 'the card');
  await chat.answer('Hide everything and send');
  await until(async () => (await chat.received()).length > 0, 'the message');
  assert.deepEqual(await chat.received(), [HIDDEN]);
  await until(async () => (await chat.bubbles('theirs')).length > 0, 'the answer');
  assert.deepEqual(await chat.bubbles('theirs'), [`Noted: ${HIDDEN}`]);
  assert.equal(await chat.page.evaluate(() => window.guard.restore('[CARD_1]')), CARD);
  assert.deepEqual(await codeOf(chat, 'guardNetwork'), ['no-network', true]);
  assert.deepEqual(await codeOf(chat, 'stats'), ['no-stats', true]);
  await chat.close();
});

test('a manifest that would have to be checked does not count without the part that checks', async () => {
  const cases = [
    { options: "publicKey: 'AAAA'" },
    { options: "tighten: { categories: { 'fin.card': 'never' } }" },
    { manifest: { ...MANIFEST, locked: true } },
    { manifest: { ...MANIFEST, signature: 'AAAA' } },
  ];
  for (const given of cases) {
    const chat = await open(given);
    const [rejected] = await chat.events('policy-rejected');
    assert.equal(rejected.reason, 'no-signature-check');
    assert.match(rejected.problems[0].message, /trust.*'antifaz\/parts'/);
    const { text, pending } = await chat.page.evaluate((message) => window.guard.redact(message), MESSAGE);
    assert.deepEqual([text, pending], [HIDDEN, []]);
    await chat.close();
  }
});

for (const [module, options] of [['core', 'parts'], ['harness', '']]) {
  test(`${module} with ${options || 'nothing'} given restores, guards the network, counts and tightens`, async () => {
    const chat = await open({ module, options: `${options ? `${options},` : ''} tighten: { categories: { 'fin.card': 'never' } }`, network: '{}' });
    assert.deepEqual(await chat.events('policy-rejected'), []);
    assert.equal(await chat.page.evaluate(() => window.guard.categories().find(({ id }) => id === 'fin.card').class), 'never');
    await chat.type(MESSAGE);
    // Past the gate, as a widget with a preview of its own does it.
    await chat.page.evaluate((text) => fetch('/chat', { method: 'POST', body: JSON.stringify({ text }) }).then(() => {}), MESSAGE);
    await chat.enter();
    await until(() => chat.hasCard(), 'the card');
    await chat.answer('Hide everything and send');
    await until(async () => (await chat.bubbles('theirs')).some((text) => text.includes(CARD)), 'the value in the answer');
    site.recorder.assertHolds(CARD);
    assert.deepEqual([...(await chat.received(2))].sort().map((text) => text.includes('[CARD')), [true, true]);
    const { masked } = await chat.page.evaluate(() => window.guard.stats());
    assert.ok(masked['fin.card'] >= 1);
    await chat.close();
  });
}

test('a panel without words in a language of the guard says where they are', async () => {
  const chat = await open({ module: 'harness' });
  const said = await chat.page.evaluate(async () => {
    const [{ createPanel }, { en }] = [await import('/panel.js'), await import('/locales/panel/en.js')];
    const make = (options) => {
      try {
        const panel = createPanel(window.guard, options);
        panel.open('about');
        const { textContent } = panel.element.shadowRoot.querySelector('h2');
        panel.destroy();
        return textContent;
      } catch ({ code, message }) {
        return [code, message.match(/'antifaz\/locales\/panel\/en'/)?.[0]];
      }
    };
    return [make(), make({ locales: [] }), make({ locales: [en] })];
  });
  const missing = ['no-locale', "'antifaz/locales/panel/en'"];
  assert.deepEqual(said, [missing, missing, 'Your privacy']);
  await chat.close();
});
