// The demo as a visitor uses it: served, where a server is the bank, and exported, where the page plays it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { breaches } from './axe.mjs';
import { BROWSER, launch } from './browsers.mjs';
import { reveals } from './kit/recorder.mjs';
import { PACKAGE } from './package.mjs';

const SERVER = fileURLToPath(new URL('../demo/server.mjs', import.meta.url));
const CARD = '4111 1111 1111 1111';
const IBAN = 'GB82 WEST 1234 5698 7654 32';
const LANGUAGES = ['en', 'es', 'ru', 'de', 'fr', 'pt', 'it'];
const NAME = 'Nora Whitfield';
const BIRTH = '14 March 1985';
const LOAN = `I am ${NAME}, born ${BIRTH}, and I earn £1,850 a month. Why was my loan refused?`;

/** The demo's own server, behind one that writes down what reaches it. */
async function served() {
  const child = spawn(process.execPath, [SERVER, '--package', PACKAGE, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  const { port } = new URL(String(line).match(/http\S+/)[0]);
  const wire = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    wire.push(`${request.method} ${request.url} ${body}`);
    const { method, url: path, headers } = request;
    ask({ port, host: '127.0.0.1', method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    }).end(body);
  });
  return { wire, server, end: () => child.kill() };
}

/** The exported files, from a server that does nothing but hand them out. */
async function exported() {
  const folder = mkdtempSync(join(tmpdir(), 'antifaz-demo-'));
  const child = spawn(process.execPath, [SERVER, '--package', PACKAGE, '--export', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  assert.equal(code, 0);
  const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
  const wire = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://x').pathname.replace(/\/$/, '/index.html');
    wire.push(`${request.method} ${request.url}`);
    try {
      const content = readFileSync(join(folder, path.replace('/below/', '')));
      response.writeHead(200, { 'content-type': types[extname(path)] }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  // In a folder of the site, as such pages often are.
  return { wire, server, folder, path: 'below/', end: () => rmSync(folder, { recursive: true }) };
}

for (const [name, home] of Object.entries({ served, exported })) {
  describe(`the demo, ${name}, in ${BROWSER}`, () => {
    let browser;
    let place;
    before(async () => {
      place = await home();
      await new Promise((resolve) => place.server.listen(0, '127.0.0.1', resolve));
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      place.server.closeAllConnections();
      place.server.close();
      place.end();
    });

    // A page that a failed test left open would keep its connection from the next.
    afterEach(async () => {
      for (const context of browser.browserContexts()) if (context !== browser.defaultBrowserContext()) await context.close();
    });

    async function open(query = 'lang=en&theme=light', { width = 1280, height = 860, address } = {}) {
      // A new visitor: nothing of another page's is on the device.
      const page = await (await browser.createBrowserContext()).newPage();
      const requests = [];
      const errors = [];
      page.on('request', (request) => requests.push(request.url()));
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.setViewport({ width, height });
      place.wire.length = 0;
      await page.goto(address ?? `http://127.0.0.1:${place.server.address().port}/${place.path ?? ''}?${query}`);
      await page.waitForSelector('deep-chat.at-bank[data-dressed]');
      await page.waitForSelector('deep-chat.at-messenger[data-dressed]', { hidden: true });
      await page.evaluate(() => {
        // That of the channel that is shown.
        Object.defineProperty(window, 'widget', { get: () => document.querySelector('deep-chat:not([hidden])').shadowRoot });
        window.ours = (selector) => [...widget.querySelectorAll('[data-antifaz]')].flatMap((host) => [...host.shadowRoot.querySelectorAll(selector)]);
        window.bubbles = (role) => [...widget.querySelectorAll(`.${role}-message-text`)].map((bubble) => bubble.textContent.trim());
        window.side = (name) => [...document.querySelectorAll(`.ledger li:not(.draft) .${name} :is(p, pre)`)].map((cell) => cell.textContent);
      });
      return Object.assign(page, { requests, errors });
    }

    const until = (page, question, ...args) => page.waitForFunction(question, { timeout: 10_000, polling: 25 }, ...args);
    async function write(page, text) {
      await page.evaluate(() => widget.querySelector('#text-input').focus());
      await page.keyboard.type(text);
    }
    async function press(page, selector) {
      await until(page, (wanted) => ours(wanted).length > 0, selector);
      const button = await page.evaluateHandle((wanted) => ours(wanted)[0], selector);
      await button.click();
    }
    /** Types, presses Enter, and takes the first button of the card. */
    async function send(page, text) {
      await write(page, text);
      await page.keyboard.press('Enter');
      await press(page, '.foot .button');
    }
    const lastReply = (page, pattern) =>
      until(page, (source) => new RegExp(source, 'u').test(bubbles('ai').at(-1)), pattern.source);

    /** What the right side shows once it has this many messages: they may come later than the reply. */
    async function received(page, count) {
      await until(page, (wanted) => side('received').length === wanted, count);
      return page.evaluate(() => side('received'));
    }

    /** The reply is complete: the widget takes no message before. */
    async function spoken(page) {
      for (let before = ''; ; ) {
        const now = await page.evaluate(() => bubbles('ai').at(-1));
        if (now && now === before) return;
        before = now;
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    }

    test('a card number typed into deep-chat reaches the bank as a token, and stands in the reply for the customer alone', async () => {
      const page = await open();
      await send(page, `Please block my card ${CARD}`);
      await lastReply(page, /blocked card 4111 1111 1111 1111\./);
      assert.deepEqual(await page.evaluate(() => bubbles('user')), ['Please block my card [CARD_1]']);
      assert.deepEqual(await received(page, 1), ['Please block my card [CARD_1]']);
      assert.deepEqual(await page.evaluate(() => side('typed')), [`Please block my card ${CARD}`]);
      for (const line of place.wire) assert.ok(!reveals(line, CARD), line);
      await page.click('.raw');
      const [raw] = await received(page, 1);
      assert.equal(JSON.parse(raw).messages.at(-1).text, 'Please block my card [CARD_1]');
      assert.ok(!reveals(raw, CARD));
      assert.ok(await page.evaluate(() => ours('.restored')[0]?.checkVisibility()), 'it says that only the customer sees them');
      assert.equal(await page.$eval('.sum', (sum) => sum.textContent), 'The server stored 1 message and 0 private values.');
      if (name === 'served') assert.equal(place.wire.filter((line) => line.startsWith('POST /chat')).length, 1);
      else assert.deepEqual(place.wire.filter((line) => !line.startsWith('GET')), []);
      assert.deepEqual(page.errors, []);
    });

    test('what the customer shares arrives', async () => {
      const page = await open();
      await write(page, `Please block my card ${CARD}`);
      await page.keyboard.press('Enter');
      await press(page, '[data-choice=share]');
      await press(page, '.foot .button');
      await lastReply(page, /ending in 1111/);
      assert.deepEqual(await received(page, 1), [`Please block my card ${CARD}`]);
      assert.match(await page.$eval('.sum', (sum) => sum.textContent), /1 private value\./);
    });

    test('Escape sends nothing and leaves the message as it was', async () => {
      const page = await open();
      await write(page, `My card is ${CARD}`);
      await page.keyboard.press('Enter');
      await until(page, () => ours('.card').length === 1);
      await page.keyboard.press('Escape');
      await until(page, () => ours('.card').length === 0);
      assert.equal(await page.evaluate(() => widget.querySelector('#text-input').innerText), `My card is ${CARD}`);
      assert.deepEqual(await page.evaluate(() => bubbles('user')), []);
    });

    test('a reply that comes in pieces, cut inside its tokens, is shown with the values', async () => {
      const page = await open();
      await send(page, `Did my transfer to ${IBAN} arrive?`);
      await lastReply(page, /do not need to do anything/);
      const reply = (await page.evaluate(() => bubbles('ai'))).at(-1);
      assert.equal(reply.split(IBAN).length, 3, reply);
      assert.doesNotMatch(reply, /ACCOUNT/);
    });

    test('a reply with a picture whose address asks for the card causes no request', async () => {
      const page = await open();
      await send(page, `Send me the receipt for card ${CARD}`);
      await lastReply(page, /only a token/);
      const address = await page.evaluate(() => widget.querySelector('#messages img').getAttribute('src'));
      assert.match(decodeURIComponent(address), /\?card=\[CARD_1\]$/);
      const { host } = new URL(page.url());
      assert.deepEqual(page.requests.filter((url) => new URL(url).host !== host && !decodeURIComponent(url).endsWith('[CARD_1]')), []);
      for (const url of page.requests) assert.ok(!reveals(url, CARD), url);
    });

    test('a PIN is never shared, and the chat goes on', async () => {
      const page = await open();
      await write(page, 'My card PIN is 4821, is that right?');
      await page.keyboard.press('Enter');
      await lastReply(page, /hidden before your message reached me/);
      assert.deepEqual(await received(page, 1), ['My card PIN is [SECRET_1], is that right?']);
    });

    test('the language can be changed at any time, and with it the page, the guard and the bank', async () => {
      const page = await open();
      await page.select('.language', 'ru');
      assert.equal(await page.$eval('html', (html) => html.lang), 'ru');
      assert.match(await page.$eval('h1', (heading) => heading.textContent), /Вы пишете/);
      await lastReply(page, /Здравствуйте/);
      await write(page, `Заблокируйте карту ${CARD}`);
      await until(page, () => ours('.chip')[0]?.textContent === 'Карта •••• 1111 · скроем');
      await page.keyboard.press('Enter');
      await press(page, '.foot .button');
      await lastReply(page, /Карта 4111 1111 1111 1111 заблокирована/);
      await page.select('.language', 'es');
      await write(page, `¿Llegó mi transferencia a ${IBAN}?`);
      await page.keyboard.press('Enter');
      await until(page, () => ours('h2')[0]?.textContent === 'Revise antes de enviar');
      await press(page, '.foot .button');
      await lastReply(page, /No tiene que hacer nada/);
    });

    test('the colours change with the button', async () => {
      const page = await open();
      const colours = () => page.evaluate(() => [document.body, ...ours('.chip')].map((element) => getComputedStyle(element).backgroundColor));
      await write(page, CARD);
      // The card number, and what opens the privacy panel.
      await until(page, () => ours('.chip').length === 2);
      const light = await colours();
      await page.click('.theme');
      const dark = await colours();
      assert.equal(dark.length, 3);
      dark.forEach((colour, i) => assert.notEqual(colour, light[i]));
    });

    test('the same message arrives with more hidden by way of the messenger, which is another origin', async () => {
      const page = await open();
      await send(page, LOAN);
      await lastReply(page, /income of 1000–2000 £/);
      await page.click('.channels [value=messenger]');
      assert.match(await page.$eval('.notice', (notice) => notice.textContent), /Parley stands between you and the bank/);
      await until(page, () => widget.querySelector('#text-input'));
      await page.click('.notice button');
      await until(page, (text) => widget.querySelector('#text-input').innerText.trim() === text, LOAN);
      await page.waitForFunction(() => document.querySelector('.try').getAttribute('aria-busy') !== 'true');
      await page.keyboard.press('Enter');
      await press(page, '.foot .button');
      await lastReply(page, /income of £1,850/);
      const [bank, messenger] = await received(page, 2);
      assert.equal(bank, 'I am [NAME_1], born [BIRTH_1], and I earn 1000–2000 £ a month. Why was my loan refused?');
      assert.equal(messenger, 'I am [NAME_1], born [BIRTH_1], and I earn [AMOUNT_1] a month. Why was my loan refused?');
      for (const line of place.wire) for (const value of [NAME, BIRTH]) assert.ok(!reveals(line, value), line);
      if (name === 'served') {
        const { host } = new URL(page.url());
        assert.ok(page.requests.some((url) => url.endsWith('/relay') && new URL(url).host !== host));
      }
      await page.click('.channels [value=bank]');
      assert.equal(await page.$eval('.notice', (notice) => notice.textContent), '');
      assert.equal(await page.evaluate(() => bubbles('user').length), 1);
      assert.deepEqual(page.errors, []);
    });

    /** Everything in a part of the page: text and attributes. */
    const whole = (page, selector) => page.$eval(selector, (part) => part.outerHTML);

    test('a breach of the server with antifaz gives none of the values, of the one without it all of them', async () => {
      const page = await open();
      await page.click('.breach .strong');
      const story = [NAME, BIRTH, '+44 20 7946 0958', 'multiple sclerosis'];
      for (const value of story) {
        assert.ok(reveals(await whole(page, '.pane.without'), value), value);
        assert.ok(!reveals(await whole(page, '.pane.with'), value), value);
      }
      await page.evaluate(() => scrollTo(0, 0));
      await send(page, `My name is Ada Marlow, my phone is +44 20 7946 0123 and my card ${CARD}`);
      await received(page, 1);
      const mine = ['Ada Marlow', '+44 20 7946 0123', CARD];
      const [open_, masked] = [await whole(page, '.pane.without'), await whole(page, '.pane.with')];
      for (const value of mine) {
        assert.ok(reveals(open_, value), value);
        assert.ok(!reveals(masked, value), value);
      }
      for (const value of story) assert.ok(!reveals(open_ + masked, value), 'the invented chat gives way to the customer’s');
      assert.match(masked, /\[NAME_1\].*\[PHONE_1\].*\[CARD_1\]/);
      assert.equal(await page.$eval('.pane.with .count', (count) => count.textContent), '0 private values');
      assert.equal(await page.$eval('.pane.without .count', (count) => count.textContent), '8 private values');
    });

    test('what was shared is in the stolen copy, too', async () => {
      const page = await open();
      await write(page, LOAN);
      await page.keyboard.press('Enter');
      await press(page, '[data-choice=share]');
      await press(page, '.foot .button');
      await received(page, 1);
      await page.click('.breach .strong');
      assert.ok(reveals(await whole(page, '.pane.with'), NAME));
      assert.equal(await page.$eval('.pane.with .count', (count) => count.textContent), '1 private value');
    });

    test('receipts verify, and an entry that was rewritten is named', async () => {
      const page = await open();
      const verdict = () => page.$eval('.verdict', (said) => said.textContent);
      await send(page, `Please block my card ${CARD}`);
      await received(page, 1);
      await until(page, () => document.querySelectorAll('.receipts li').length > 1);
      await page.click('.receipts .verify');
      await until(page, () => /^Valid\. \d+ entries/.test(document.querySelector('.verdict').textContent));
      assert.equal(await page.$$eval('.altered', (rows) => rows.length), 0);
      await page.click('.receipts .alter');
      await until(page, () => document.querySelector('.verdict').classList.contains('bad'));
      const number = (await verdict()).match(/^Not valid\. Entry (\d+) was altered\.$/)?.[1];
      assert.ok(number, await verdict());
      assert.deepEqual(await page.$$eval('.altered .number', (numbers) => numbers.map((each) => each.textContent)), [number]);
      // It was done to a file: the ledger itself is as it was.
      await page.click('.receipts .verify');
      await until(page, () => document.querySelector('.verdict').classList.contains('good'));
      assert.ok(!reveals(await whole(page, '.receipts'), CARD));
    });

    test('the receipts can be taken away as a file that holds no value', async () => {
      const page = await open();
      await send(page, `Please block my card ${CARD}`);
      await received(page, 1);
      const file = await page.evaluate(async () => {
        const made = new Promise((resolve) => {
          const original = URL.createObjectURL;
          URL.createObjectURL = (blob) => {
            resolve(blob.text());
            return original.call(URL, blob);
          };
        });
        document.querySelector('.receipts .download').click();
        return made;
      });
      assert.equal((await page.evaluate((text) => antifaz.readReceipts(text), file)).valid, true);
      assert.ok(!reveals(file, CARD));
    });

    const panelShown = () => document.querySelector('antifaz-panel').shadowRoot.querySelector('dialog')?.open === true;

    test('the privacy panel opens with one press, and gives the focus back', async () => {
      const page = await open();
      await page.click('.control .strong');
      await until(page, panelShown);
      await page.keyboard.press('Escape');
      await until(page, () => document.activeElement.matches('.control .strong'));
    });

    test('the privacy panel opens by a word in the chat, which is not sent', async () => {
      const page = await open();
      await write(page, '/privacy');
      await page.keyboard.press('Enter');
      await until(page, panelShown);
      assert.deepEqual(await page.evaluate(() => side('received')), []);
    });

    // The same page in both homes: once is enough for what takes long.
    if (name === 'served') return;

    test('the exported page works as a file, in both channels, and asks the network for nothing', async () => {
      const page = await open('', { address: `${pathToFileURL(join(place.folder, 'index.html'))}?lang=en` });
      await send(page, LOAN);
      await received(page, 1);
      await page.click('.channels [value=messenger]');
      await send(page, LOAN);
      const [bank, messenger] = await received(page, 2);
      assert.notEqual(bank, messenger);
      for (const text of [bank, messenger]) for (const value of [NAME, BIRTH]) assert.ok(!reveals(text, value), text);
      assert.deepEqual(page.requests.filter((url) => !url.startsWith('file:')), []);
      assert.deepEqual(place.wire, []);
    });

    test('every example can be typed and sent in every language, and the bank gets no value of it', async () => {
      for (const language of LANGUAGES) {
        const page = await open(`lang=${language}`);
        const count = await page.$$eval('.try button', (buttons) => buttons.length);
        for (let example = 0; example < count; example++) {
          await page.evaluate((at) => document.querySelectorAll('.try button')[at].scrollIntoView({ block: 'nearest', inline: 'center' }), example);
          await (await page.$$('.try button'))[example].click();
          await until(page, () => document.querySelector('.draft mark') && ours('.chip').some((chip) => chip.checkVisibility()));
          await page.waitForFunction(() => document.querySelector('.try').getAttribute('aria-busy') !== 'true');
          await page.keyboard.press('Enter');
          await until(page, (sent) => side('received').length === sent || ours('.card').length === 1, example + 1);
          if (await page.evaluate(() => ours('.card').length)) await press(page, '.foot .button');
          await until(page, (sent) => side('received').length === sent && bubbles('ai').length > sent, example + 1);
          await spoken(page);
        }
        for (const text of await received(page, count)) assert.match(text, /\[[A-Z]+_\d+\]/, `${language}: ${text}`);
        assert.match(await page.$eval('.sum', (sum) => sum.textContent), /\b0 |: .*, 0 /, language);
        await page.close();
      }
    });

    test('right to left, nothing scrolls sideways or is cut off', async () => {
      for (const width of [1280, 375]) {
        const page = await open('lang=en', { width });
        await page.evaluate(() => (document.documentElement.dir = 'rtl'));
        await page.click('.channels [value=messenger]');
        await page.click('.breach .strong');
        const wide = await page.evaluate(() => {
          const whole = document.documentElement.clientWidth;
          const parts = document.querySelectorAll('main section, main section :is(h2, p, dl, button)');
          return [...parts].filter((part) => {
            const { left, right, width } = part.getBoundingClientRect();
            return width > 0 && !part.closest('.try') && (left < -1 || right > whole + 1);
          }).length;
        });
        assert.equal(wide, 0);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
        await page.close();
      }
    });

    for (const theme of ['light', 'dark']) {
      test(`axe has nothing to say in ${theme}, empty, with the card open, after a reply, and with all that can be opened`, async () => {
        for (const width of [1280, 360]) {
          const page = await open(`lang=es&theme=${theme}`, { width });
          assert.deepEqual(await breaches(page), [], 'empty');
          await write(page, `Bloquee mi tarjeta ${CARD}`);
          await page.keyboard.press('Enter');
          await until(page, () => ours('.card').length === 1);
          assert.deepEqual(await breaches(page), [], 'card');
          await press(page, '.foot .button');
          await lastReply(page, /He bloqueado/);
          await page.click('.channels [value=messenger]');
          await page.click('.breach .strong');
          await page.click('.receipts .alter');
          await until(page, () => document.querySelector('.verdict').textContent !== '');
          assert.deepEqual(await breaches(page), [], 'reply, messenger, breach, receipts');
          await page.close();
        }
      });
    }

    test('at 320 px nothing scrolls sideways, and the composer stays in the chat with the card open', async () => {
      for (const language of LANGUAGES) {
        const page = await open(`lang=${language}`, { width: 320, height: 640 });
        await page.click('.channels [value=messenger]');
        await page.click('.breach .strong');
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, language);
        await page.click('.channels [value=bank]');
        await write(page, `${CARD} ${IBAN}`);
        await page.keyboard.press('Enter');
        await until(page, () => ours('.card').length === 1);
        const { sideways, inside } = await page.evaluate(() => {
          const chat = document.querySelector('.bank').getBoundingClientRect();
          const { top, bottom } = widget.querySelector('#text-input').getBoundingClientRect();
          const card = ours('.card')[0].getBoundingClientRect();
          return {
            sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            inside: bottom <= chat.bottom && card.bottom <= top && card.top >= chat.top && card.left >= chat.left && card.right <= chat.right,
          };
        });
        assert.equal(sideways, 0, language);
        assert.ok(inside, language);
        await page.close();
      }
    });
  });
}
