// The elements that a page places itself, with a real guard; they are of another bundle than it.
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { BROWSER, launch } from './browsers.mjs';
import { CARD, Chat, guardScript, HIDDEN, MANIFEST, MESSAGE, until } from './kit/chat.mjs';
import { Site } from './kit/site.mjs';
import { page } from './kit/widgets.mjs';

const ELEMENTS = '<script src="/elements.js"></script>';
/** Everything that the page's own script got out of the composer. */
const LISTENER = `<script>window.got = []; document.querySelector('antifaz-composer').addEventListener('message', ({ detail }) => got.push(detail.text));</script>`;
const COMPOSER = `<antifaz-composer></antifaz-composer>${LISTENER}`;
const NO_ATTACH = { attach: '' };

let browser;
let site;
before(async () => {
  site = await Site.start();
  const { outputFiles } = await build({
    stdin: { contents: "import './elements.ts'; import './demo-split.ts';", resolveDir: join(dirname(fileURLToPath(import.meta.url)), '../src') },
    bundle: true,
    write: false,
    format: 'iife',
  });
  site.routes['/elements.js'] = () => ({ type: 'text/javascript; charset=utf-8', body: outputFiles[0].text });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** A page with elements; `guard: false`: nobody guards it yet. */
async function open(body, { guard = NO_ATTACH, first = '', late = false } = {}) {
  const html = page(`${late ? '' : ELEMENTS}${body}${late ? ELEMENTS : ''}`, guard && guardScript(guard)).replace('<head>', `<head>${first}`);
  const chat = await Chat.open(browser, site, html, { ready: Boolean(guard), editor: false });
  chat.page.setDefaultTimeout(8000);
  return chat;
}

const got = (chat) => chat.page.evaluate(() => window.got);

async function write(chat, text) {
  await (await chat.find('textarea')).focus();
  await chat.page.keyboard.type(text);
}

const text = async (chat) => (await chat.find('textarea')).evaluate(({ value }) => value);

async function gets(chat, ...texts) {
  await until(async () => (await got(chat)).length >= texts.length, () => `the message ${texts.at(-1)}`);
  await sleep(200);
  assert.deepEqual(await got(chat), texts);
}

describe(`the composer in ${BROWSER}`, () => {
  test('what it gives to a framed widget is masked, and it is empty and ready for the next one', async () => {
    site.pages['/frame'] = `<!doctype html><title>Vendor</title><script>
      addEventListener('message', ({ data }) => fetch('/chat', { method: 'POST', body: JSON.stringify({ text: data }) }));</script>`;
    const frame = `<iframe title="Vendor" src="${site.elsewhere}/frame"></iframe>`;
    const vendor = `<script>document.querySelector('antifaz-composer').addEventListener('message', ({ detail }) =>
      document.querySelector('iframe').contentWindow.postMessage(detail.text, '*'));</script>`;
    const chat = await open(`${frame}${COMPOSER}${vendor}`);
    await write(chat, MESSAGE);
    await chat.enter();
    await chat.answer('Send');
    assert.deepEqual(await chat.received(), [HIDDEN]);
    assert.equal(await text(chat), '');
    await chat.page.keyboard.type('thank you');
    await chat.enter();
    assert.deepEqual(await chat.received(2), [HIDDEN, 'thank you']);
    site.recorder.assertHolds(CARD);
    await chat.close();
  });

  test('chips appear in it while it is written in, and its button sends what the customer shares', async () => {
    const chat = await open(COMPOSER);
    await write(chat, MESSAGE);
    const status = await chat.find('antifaz-status');
    await chat.page.waitForFunction((element) => element.shadowRoot.querySelectorAll('.chip').length === 2, {}, status);
    assert.equal(await status.evaluate((element) => element.getRootNode().host.localName), 'antifaz-chips');
    await (await chat.find('.send')).click();
    await chat.choose('fin.card', 'Share');
    await chat.answer('Send');
    await gets(chat, `my card is ${CARD}, mail [EMAIL_1]`);
    await chat.close();
  });

  test('without a guard it lets nothing out, and loses nothing', async () => {
    const chat = await open(COMPOSER, { guard: false, first: '<script src="/antifaz.js"></script>' });
    await write(chat, 'my dog is old');
    await chat.enter();
    await (await chat.find('.send')).click();
    assert.deepEqual(await got(chat), []);
    assert.equal(await text(chat), 'my dog is old');
    await chat.page.evaluate(guardScript({ attach: '' }));
    await chat.page.waitForFunction(() => events.some(({ type }) => type === 'ready'));
    await write(chat, ` and ${CARD}`);
    await chat.enter();
    await chat.answer('Send');
    await gets(chat, 'my dog is old and [CARD_1]');
    await chat.close();
  });

  test('while the engine loads it waits, and when the guard is gone it lets nothing out', async () => {
    const slow = 'new Promise((done) => { window.load = () => done(antifaz.createRedactor()); })';
    const chat = await open(COMPOSER, { guard: false, first: `<script src="/antifaz.js"></script><script>${guardScript({ attach: '', redactor: slow })}</script>` });
    await write(chat, `card ${CARD}`);
    await chat.enter();
    await sleep(200);
    assert.deepEqual(await got(chat), []);
    const notice = await (await chat.find('antifaz-status')).evaluate((element) => element.shadowRoot.querySelector('.notice').textContent);
    assert.match(notice, /^Protection is starting/);
    await chat.page.evaluate(() => load());
    await chat.answer('Hide everything and send');
    await gets(chat, 'card [CARD_1]');
    await chat.page.evaluate(() => guard.destroy());
    await write(chat, 'hello');
    await chat.enter();
    await sleep(200);
    assert.deepEqual(await got(chat), ['card [CARD_1]']);
    assert.equal(await text(chat), 'hello');
    await chat.close();
  });

  test('a page that presses its keys and buttons gets nothing but what is hidden', async () => {
    const chat = await open(COMPOSER);
    await write(chat, `card ${CARD}`);
    await chat.page.evaluate(async () => {
      const composer = document.querySelector('antifaz-composer');
      const { shadowRoot } = composer;
      shadowRoot.querySelector('.send').click();
      await new Promise((done) => setTimeout(done, 300));
      for (const button of shadowRoot.querySelector('antifaz-card').shadowRoot.querySelectorAll('button')) button.click();
      const enter = { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true, composed: true, cancelable: true };
      shadowRoot.querySelector('textarea').dispatchEvent(new KeyboardEvent('keydown', enter));
    });
    await sleep(300);
    assert.deepEqual(await got(chat), []);
    await chat.answer('Send');
    await gets(chat, 'card [CARD_1]');
    await chat.close();
  });

  test('what the page could not send stays, and goes with the next press', async () => {
    const chat = await open(COMPOSER);
    await chat.page.evaluate(() => document.querySelector('antifaz-composer').addEventListener('message', (event) => event.preventDefault(), { once: true }));
    await write(chat, `card ${CARD}`);
    await chat.enter();
    await chat.answer('Send');
    await gets(chat, 'card [CARD_1]');
    assert.equal(await text(chat), 'card [CARD_1]');
    await (await chat.find('textarea')).focus();
    await chat.enter();
    await gets(chat, 'card [CARD_1]', 'card [CARD_1]');
    assert.equal(await text(chat), '');
    await chat.close();
  });

  test('Shift and Enter make a new line, and it grows with its lines', async () => {
    const chat = await open(COMPOSER);
    const height = async () => (await chat.find('textarea')).evaluate(({ offsetHeight }) => offsetHeight);
    const before = await height();
    await write(chat, 'one');
    for (const line of ['two', 'three']) {
      await chat.page.keyboard.down('Shift');
      await chat.enter();
      await chat.page.keyboard.up('Shift');
      await chat.page.keyboard.type(line);
    }
    assert.ok((await height()) > before + 20);
    await chat.enter();
    await gets(chat, 'one\ntwo\nthree');
    assert.equal(await height(), before);
    await chat.close();
  });

  test('the Enter that confirms a composition sends nothing', async () => {
    const chat = await open(COMPOSER);
    await write(chat, 'ni');
    await (await chat.find('textarea')).evaluate((editor) => {
      const enter = { key: 'Enter', code: 'Enter', bubbles: true, composed: true, cancelable: true };
      editor.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, composed: true }));
      editor.dispatchEvent(new KeyboardEvent('keydown', { ...enter, keyCode: 229, isComposing: true }));
      editor.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, composed: true }));
      // Safari's order: the composition is over when its key comes.
      editor.dispatchEvent(new KeyboardEvent('keydown', { ...enter, keyCode: 229 }));
      editor.dispatchEvent(new KeyboardEvent('keyup', { ...enter, keyCode: 13 }));
    });
    await sleep(200);
    assert.deepEqual(await got(chat), []);
    await chat.enter();
    await gets(chat, 'ni');
    await chat.close();
  });

  test('a soft keyboard that tells no keys sends by the line break it would make', async () => {
    const chat = await open(COMPOSER);
    await write(chat, 'hello');
    await (await chat.find('textarea')).evaluate((editor) => {
      const event = { bubbles: true, composed: true, cancelable: true };
      editor.dispatchEvent(new KeyboardEvent('keydown', { ...event, key: 'Unidentified', keyCode: 229 }));
      editor.dispatchEvent(new InputEvent('beforeinput', { ...event, inputType: 'insertLineBreak' }));
    });
    await gets(chat, 'hello');
    await chat.close();
  });

  for (const [title, first] of [
    ['as a form-associated element', ''],
    ['with a hidden field where the browser has none', '<script>delete ElementInternals.prototype.setFormValue</script>'],
  ]) {
    test(`in a form it is a field that holds the safe text at the submission alone, ${title}`, async () => {
      const submits = `<script>window.submitted = []; const form = document.querySelector('form');
        form.addEventListener('submit', (event) => { event.preventDefault(); submitted.push(new FormData(form).get('text')); });</script>`;
      const form = `<form><antifaz-composer name="text"></antifaz-composer><button class="own">Go</button></form>${LISTENER}${submits}`;
      const chat = await open(form, { first });
      const value = () => chat.page.evaluate(() => new FormData(document.querySelector('form')).get('text') || '');
      const submitted = () => chat.page.evaluate(() => window.submitted);
      await write(chat, `card ${CARD}`);
      assert.equal(await value(), '', 'a script that reads the form finds no draft');
      await chat.enter();
      await chat.answer('Send');
      await until(async () => (await submitted()).length === 1, () => 'the submission');
      await write(chat, `again ${CARD} `);
      assert.equal(await value(), '');
      // The chips move what stands below them.
      await sleep(200);
      await (await chat.find('.own')).click();
      await until(async () => (await submitted()).length === 2 || (await chat.hasCard()), () => 'the form, or a question');
      if (await chat.hasCard()) await chat.answer('Send');
      await until(async () => (await submitted()).length === 2, () => 'the second submission');
      assert.deepEqual((await submitted()).map((each) => each.trim()), ['card [CARD_1]', 'again [CARD_1]']);
      assert.equal((await got(chat)).length, 2);
      assert.equal(await text(chat), '');
      await chat.close();
    });
  }

  test('a form without a guard is not submitted with what stands in it', async () => {
    const chat = await open(`<form action="/form" method="post"><antifaz-composer name="text"></antifaz-composer><button class="own">Go</button></form>${LISTENER}`, { guard: false });
    await write(chat, `card ${CARD}`);
    await (await chat.find('.own')).click();
    await sleep(300);
    assert.deepEqual(site.recorder.sentTo('/form'), []);
    assert.equal(await text(chat), `card ${CARD}`);
    await chat.close();
  });

  test('recipient, label, placeholder and disabled are attributes, and may be set at any time', async () => {
    const manifest = { ...MANIFEST, recipients: [...MANIFEST.recipients, { ...MANIFEST.recipients[0], id: 'desk', name: 'The desk', kind: 'human', origins: ['https://desk.example'] }] };
    const chat = await open(`<antifaz-composer recipient="desk" placeholder="Write here"></antifaz-composer>${LISTENER}`, { guard: { manifest, attach: 'document' } });
    const state = async () => (await chat.find('textarea')).evaluate(({ ariaLabel, placeholder, disabled }) => ({ ariaLabel, placeholder, disabled }));
    assert.deepEqual(await state(), { ariaLabel: 'Your message', placeholder: 'Write here', disabled: false });
    await write(chat, `card ${CARD}`);
    await chat.enter();
    const card = await chat.find('antifaz-card');
    assert.match(await card.evaluate(({ shadowRoot }) => shadowRoot.textContent), /To The desk · a person/, 'not the recipient of the rest of the page');
    await chat.answer('Send');
    await gets(chat, 'card [CARD_1]');
    await chat.page.evaluate(() => {
      const composer = document.querySelector('antifaz-composer');
      composer.setAttribute('label', 'Question');
      composer.toggleAttribute('disabled', true);
    });
    assert.deepEqual(await state(), { ariaLabel: 'Question', placeholder: 'Write here', disabled: true });
    await chat.close();
  });

  test('it keeps what is typed from spell checkers, form fillers and session replays', async () => {
    const chat = await open(COMPOSER);
    const editor = await (await chat.find('textarea')).evaluate((element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])));
    assert.deepEqual(
      [editor.spellcheck, editor.autocomplete, editor['data-private'], editor.translate, editor.writingsuggestions],
      ['false', 'off', '', 'no', 'false'],
    );
    const marks = await chat.page.evaluate(() => ['antifaz-composer', 'antifaz-chips'].map((name) => {
      const find = (root) => root.querySelector(name) ?? [...root.querySelectorAll('*')].map((each) => each.shadowRoot && find(each.shadowRoot)).find(Boolean);
      const host = find(document);
      return [host.hasAttribute('data-private'), host.classList.contains('rr-block'), host.shadowRoot.delegatesFocus ?? true];
    }));
    assert.deepEqual(marks, [[true, true, true], [true, true, true]]);
    await chat.page.evaluate(() => document.querySelector('antifaz-composer').focus());
    await chat.page.keyboard.type('x');
    assert.equal(await text(chat), 'x', 'its focus is that of its editor');
    await chat.close();
  });

  test('strict policies are kept, and nothing is complained about', async () => {
    site.csp = "default-src 'none'; img-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'";
    try {
      const chat = await open(`${COMPOSER}<antifaz-shield></antifaz-shield><antifaz-consent></antifaz-consent><antifaz-demo-split></antifaz-demo-split>`);
      const complaints = [];
      chat.page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      await write(chat, `card ${CARD}`);
      await chat.enter();
      await chat.answer('Send');
      await gets(chat, 'card [CARD_1]');
      assert.deepEqual(complaints, []);
      await chat.close();
    } finally {
      site.csp = '';
    }
  });
});

describe(`places for chips and card in ${BROWSER}`, () => {
  const EDITOR = '<main id="widget"><textarea id="message" aria-label="Message"></textarea></main>';
  const where = (chat, name) =>
    chat.page.evaluate((wanted) => {
      const find = (root) => root.querySelector(wanted) ?? [...root.querySelectorAll('*')].map((each) => each.shadowRoot && find(each.shadowRoot)).find(Boolean);
      const found = find(document);
      const place = found?.getRootNode().host ?? found?.parentElement;
      return place && `${place.localName}#${place.id}`;
    }, name);

  async function asked(body, options) {
    const chat = await open(body, { guard: {}, ...options });
    await write(chat, MESSAGE);
    await chat.find('antifaz-status');
    await chat.enter();
    await chat.find('antifaz-card');
    return chat;
  }

  for (const late of [false, true]) {
    test(`the guard shows them in the page's own places, defined ${late ? 'after it has' : 'before'}`, async () => {
      const chat = await open(`<antifaz-consent id="b"></antifaz-consent>${EDITOR}<antifaz-chips id="a"></antifaz-chips>`, { guard: {}, late });
      await write(chat, MESSAGE);
      await chat.find('antifaz-status');
      assert.equal(await where(chat, 'antifaz-status'), 'antifaz-chips#a');
      await chat.enter();
      await chat.find('antifaz-card');
      assert.equal(await where(chat, 'antifaz-card'), 'antifaz-consent#b');
      await chat.answer('Edit');
      assert.equal(await chat.page.evaluate(() => document.activeElement.id), 'message');
      await chat.close();
    });
  }

  test('what stood in a place before it was defined is still shown', async () => {
    const bare = await Chat.open(browser, site, page(`${EDITOR}<antifaz-chips id="a"></antifaz-chips>`, guardScript()), { editor: false });
    await write(bare, MESSAGE);
    await bare.find('antifaz-status');
    assert.equal(await where(bare, 'antifaz-status'), 'antifaz-chips#a');
    await bare.page.addScriptTag({ url: '/elements.js' });
    const status = await bare.find('antifaz-status');
    assert.ok(await status.evaluate(({ offsetHeight }) => offsetHeight > 0));
    await bare.close();
  });

  test('a place for another editor is not taken, and one that is not shown neither', async () => {
    const chat = await asked(`${EDITOR}<antifaz-chips id="a" for="other"></antifaz-chips><div hidden><antifaz-consent id="b"></antifaz-consent></div>`);
    assert.equal(await where(chat, 'antifaz-status'), 'main#widget');
    assert.equal(await where(chat, 'antifaz-card'), 'main#widget');
    await chat.close();
    const own = await asked(`${EDITOR}<antifaz-chips id="a"></antifaz-chips><antifaz-chips id="b" for="message"></antifaz-chips>`);
    assert.equal(await where(own, 'antifaz-status'), 'antifaz-chips#b');
    await own.close();
  });

  test('parts can be dressed from the page, in a place and without', async () => {
    for (const place of ['<antifaz-consent></antifaz-consent>', '']) {
      const host = place ? 'antifaz-consent' : 'antifaz-card';
      const chat = await asked(`<style>${host}::part(primary){border-radius:3px}</style>${EDITOR}${place}`);
      const card = await chat.find('antifaz-card');
      assert.equal(await card.evaluate(({ shadowRoot }) => getComputedStyle(shadowRoot.querySelector('.foot .button')).borderTopLeftRadius), '3px', host);
      await chat.close();
    }
  });
});

describe(`the guard an element belongs to in ${BROWSER}`, () => {
  test('properties that were set before the definition count, and the newest guard else', async () => {
    const body = '<antifaz-shield id="own"></antifaz-shield><antifaz-shield id="any"></antifaz-shield>';
    const early = `<script>document.querySelector('#own').guard = window.first = guard;</script>`;
    const chat = await open(`${body}${early}`, { late: true });
    const belongs = () => chat.page.evaluate(() => ['own', 'any'].map((id) => document.getElementById(id).guard === first));
    assert.deepEqual(await belongs(), [true, true]);
    await chat.page.evaluate((manifest) => void (window.second = antifaz.createGuard({ redactor: antifaz.createRedactor(), manifest })), MANIFEST);
    assert.deepEqual(await belongs(), [true, false]);
    await chat.page.evaluate(() => (document.querySelector('#own').guard = undefined));
    await chat.page.evaluate(() => document.body.append(document.querySelector('#own')));
    assert.deepEqual(await belongs(), [false, false]);
    await chat.close();
  });

  test('the shield tells how protection stands, counts what it hid, and keeps its size', async () => {
    const chat = await open(`<antifaz-shield></antifaz-shield>${COMPOSER}`);
    const shield = await chat.find('antifaz-shield');
    const told = () => shield.evaluate(({ shadowRoot, offsetWidth, offsetHeight }) => {
      const { ariaLabel, textContent, className } = shadowRoot.querySelector('button');
      return { ariaLabel, textContent, className, offsetWidth, offsetHeight };
    });
    const { offsetWidth, offsetHeight, ...said } = await told();
    assert.deepEqual(said, { ariaLabel: 'Privacy. Protection is on', textContent: '0', className: 'ready' });
    assert.ok(offsetWidth >= 44 && offsetHeight >= 44);
    await write(chat, MESSAGE);
    await chat.enter();
    await chat.answer('Send');
    await gets(chat, HIDDEN);
    assert.deepEqual(await told(), {
      ariaLabel: 'Privacy. Protection is on. 2 private details hidden',
      textContent: '2',
      className: 'ready',
      offsetWidth,
      offsetHeight,
    });
    await chat.page.evaluate(() => (guard.locale = 'es'));
    assert.equal((await told()).ariaLabel, 'Privacidad. La protección está activa. 2 datos personales ocultos');
    await chat.close();
  });

  test('a shield whose engine does not come says so, also when it looks later', async () => {
    const chat = await open('<antifaz-shield></antifaz-shield>', { guard: false, first: `<script src="/antifaz.js"></script><script>${guardScript({ attach: '', redactor: 'Promise.reject(new Error("no"))' })}</script>` });
    const shield = await chat.find('antifaz-shield');
    await chat.page.waitForFunction((element) => element.shadowRoot.querySelector('button').className === 'failed', {}, shield);
    assert.match(await shield.evaluate(({ shadowRoot }) => shadowRoot.querySelector('button').ariaLabel), /Nothing is sent/);
    await chat.close();
  });

  test('a shield that comes late says that there is no room for records', async () => {
    const first = `<script>Object.defineProperty(window, 'indexedDB', { value: undefined })</script>`;
    const chat = await open('<antifaz-shield></antifaz-shield>', { first, late: true, guard: { ...NO_ATTACH, options: 'ledger: antifaz.openLedger()' } });
    await chat.page.waitForFunction(() => guard.degraded.includes('no-storage'));
    await chat.page.evaluate(() => document.body.append(document.createElement('antifaz-shield')));
    const said = await chat.page.evaluate(() => [...document.querySelectorAll('antifaz-shield')].map(({ shadowRoot }) => shadowRoot.querySelector('button').ariaLabel));
    assert.deepEqual(said, Array(2).fill('Privacy. Protection is on, with limits'));
    await chat.close();
  });

  test('the shield opens the panel, by keyboard too, and the focus comes back to it', async () => {
    const chat = await open('<antifaz-shield></antifaz-shield><antifaz-panel></antifaz-panel>');
    const isOpen = () => chat.page.evaluate(() => document.querySelector('antifaz-panel').shadowRoot.querySelector('dialog')?.open ?? false);
    await chat.page.evaluate(() => document.querySelector('antifaz-shield').focus());
    await chat.enter();
    assert.equal(await isOpen(), true);
    await chat.page.keyboard.press('Escape');
    assert.equal(await isOpen(), false);
    assert.equal(await chat.page.evaluate(() => document.activeElement.localName), 'antifaz-shield');
    await chat.close();
  });

  test('the demonstration shows what was typed beside what the server has', async () => {
    const chat = await open('<antifaz-demo-split></antifaz-demo-split>');
    const split = await chat.find('antifaz-demo-split');
    await split.evaluate((element) => element.add('my card is 4111 <b>', 'my card is [CARD_1] <b>'));
    const shown = await split.evaluate(({ shadowRoot }) => ({
      cells: [...shadowRoot.querySelectorAll('li > div')].map(({ textContent }) => textContent),
      marks: [...shadowRoot.querySelectorAll('mark')].map(({ textContent }) => textContent),
      translated: shadowRoot.querySelector('.split').translate,
    }));
    assert.deepEqual(shown, {
      cells: ['You typed: my card is 4111 <b>', 'The server has: my card is [CARD_1] <b>'],
      marks: ['[CARD_1]'],
      translated: false,
    });
    await chat.close();
  });
});
