// What else is on a page with a chat goes on working: a login, a card checkout, a token refresh. And drafts do not leave.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch } from './browsers.mjs';
import { CARD, Chat, EMAIL, guardScript, HIDDEN, IBAN, MESSAGE, until } from './kit/chat.mjs';
import { Site } from './kit/site.mjs';
import { widgetPage } from './kit/widgets.mjs';

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

// Made up, and signed by nobody.
const TOKEN = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJleGFtcGxlIiwiaWF0IjoxNzAwMDAwMDAwfQ.c2lnbmF0dXJlLW9mLW5vYm9keS1hdC1hbGwtMDAwMDAwMDA';
const PASSWORD = 'Tr0ub4dor-example';
const CHECKOUT = { card: CARD, expiry: '12/29', cvc: '737', address: 'Ana at 221B Baker Street, London' };

const FORMS = `
  <form id="login"><input name="email" type="email" autocomplete="username"><input name="password" type="password"><button>Log in</button></form>
  <form id="checkout"><input name="card" autocomplete="cc-number"><input name="expiry" autocomplete="cc-exp"><input name="cvc"><input name="address" autocomplete="street-address"><button>Pay</button></form>
  <script>
    for (const form of document.forms) {
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        const values = Object.fromEntries(new FormData(form));
        void fetch(window.shop + '/' + form.id, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(values) });
      });
    }
  </script>`;

/** `shop` is where the forms go: the chat's own origin is the hard case. */
async function open({ shop, widget = 'keydown', attach = 'document' }) {
  const before = `<script>window.shop = ${JSON.stringify(shop)}</script>${FORMS}`;
  return Chat.open(browser, site, widgetPage(widget, { guard: guardScript({ attach }), elsewhere: site.elsewhere, before }));
}

async function fill(chat, form, values) {
  for (const [name, value] of Object.entries(values)) await chat.page.type(`#${form} [name=${name}]`, value);
}

async function submitted(chat, form) {
  await chat.page.click(`#${form} button`);
  await until(() => site.recorder.sentTo(`/${form}`).length > 0, () => `the ${form}`);
  return JSON.parse(site.recorder.sentTo(`/${form}`).at(-1));
}

for (const where of ['the origin of the chat', 'another origin']) {
  const shop = () => (where === 'another origin' ? site.elsewhere : site.origin);

  test(`E1: a login and a checkout beside the chat work at ${where}`, async () => {
    const chat = await open({ shop: shop() });
    await fill(chat, 'login', { email: EMAIL, password: PASSWORD });
    assert.deepEqual(await submitted(chat, 'login'), { email: EMAIL, password: PASSWORD });
    await fill(chat, 'checkout', CHECKOUT);
    assert.deepEqual(await submitted(chat, 'checkout'), CHECKOUT);
    assert.equal(await chat.hasCard(), false);
    assert.deepEqual(await chat.events('guard-hit'), []);
    await chat.close();
  });

  test(`a card typed into the checkout, then into the chat, is paid with at ${where} and hidden in the chat`, async () => {
    const chat = await open({ shop: shop() });
    await fill(chat, 'checkout', CHECKOUT);
    await chat.type(MESSAGE);
    await chat.enter();
    await chat.answer('Send');
    assert.deepEqual(await chat.received(), [HIDDEN]);
    site.recorder.assertHolds(CARD, EMAIL);
    assert.deepEqual(await submitted(chat, 'checkout'), CHECKOUT);
    await chat.close();
  });
}

test('a token is refreshed at the origin of the chat, in the body and in headers', async () => {
  site.routes['/session'] = () => ({ type: 'application/json', body: JSON.stringify({ refresh: TOKEN, visitor: CARD, profile: { mail: EMAIL } }) });
  const chat = await open({ shop: site.origin });
  await chat.page.evaluate(async () => {
    const { refresh, visitor, profile } = await (await fetch('/session')).json();
    await new Promise((done) => setTimeout(done, 100));
    await fetch('/refresh', { method: 'POST', headers: { authorization: `Bearer ${refresh}` }, body: JSON.stringify({ refresh, visitor, about: profile }) });
  });
  const { headers, body } = site.recorder.requests.find(({ url }) => url === '/refresh');
  assert.equal(headers.authorization, `Bearer ${TOKEN}`);
  // Also numbers that look like a card: what an origin told the page it may hear again.
  assert.deepEqual(JSON.parse(body), { refresh: TOKEN, visitor: CARD, about: { mail: EMAIL } });
  assert.deepEqual(await chat.events('guard-hit'), []);
  await chat.close();
});

test('a token that came with the page is refreshed too, and one that the customer pastes into the chat is hidden', async () => {
  const chat = await open({ shop: site.origin });
  const refresh = () => chat.page.evaluate((token) => fetch('/refresh', { method: 'POST', body: JSON.stringify({ token }) }).then(() => {}), TOKEN);
  await refresh();
  assert.deepEqual(site.recorder.sentTo('/refresh'), [JSON.stringify({ token: TOKEN })]);
  await chat.paste(`look: ${TOKEN} `);
  await refresh();
  assert.doesNotMatch(site.recorder.sentTo('/refresh')[1], /eyJ/);
  await chat.close();
});

test('what one origin told the page is not for another', async () => {
  site.routes['/session'] = () => ({ type: 'application/json', body: JSON.stringify({ mail: EMAIL }) });
  const chat = await open({ shop: site.origin });
  await chat.page.evaluate(async (elsewhere) => {
    const { mail } = await (await fetch(`${elsewhere}/session`)).json();
    await new Promise((done) => setTimeout(done, 100));
    await fetch('/told', { method: 'POST', body: JSON.stringify({ mail }) });
  }, site.elsewhere);
  assert.deepEqual(site.recorder.sentTo('/told'), ['{"mail":"[EMAIL_1]"}']);
  await chat.close();
});

test('what was typed into the chat is hidden where a script moves it to a hidden field and submits that', async () => {
  const chat = await open({ shop: site.origin, attach: "'#widget'" });
  await chat.type(MESSAGE);
  site.recorder.clear();
  await chat.page.evaluate((message) => {
    const form = Object.assign(document.createElement('form'), { action: '/out', method: 'post' });
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'text', value: message }));
    document.body.append(form);
    form.submit();
  }, MESSAGE);
  await until(() => site.recorder.requests.some(({ url }) => url.startsWith('/out')), () => 'the form');
  site.recorder.assertHolds(CARD, EMAIL);
  await chat.close();
});

test('to another origin only what was typed into the chat is hidden, all else stays', async () => {
  const chat = await open({ shop: site.elsewhere });
  await chat.paste(`${MESSAGE} `);
  await sleep(150);
  const body = JSON.stringify({ page: 'chat', owner: 'someone@example.org', iban: IBAN, seen: `user wrote to ${EMAIL}`, digits: CARD.replaceAll(' ', '') });
  await chat.page.evaluate((url, json) => fetch(url, { method: 'POST', body: json }), `${site.elsewhere}/analytics`, body);
  assert.deepEqual(JSON.parse(site.recorder.sentTo('/analytics')[0]), {
    page: 'chat',
    owner: 'someone@example.org',
    iban: IBAN,
    seen: 'user wrote to [EMAIL]',
    digits: '[CARD]',
  });
  assert.deepEqual(await chat.events('unknown-recipient'), [{ type: 'unknown-recipient', origin: site.elsewhere, why: 'undeclared' }]);
  await chat.close();
});

test('E12: typing previews and drafts, in five ways and at every key, give nothing away', async () => {
  const chat = await open({ shop: site.origin, widget: 'previews', attach: "'#widget'" });
  await chat.type(MESSAGE);
  await chat.page.evaluate(() => (document.querySelector('.editor').value += ' '));
  await chat.type('!');
  const ways = ['/typing', '/draft', '/draft-xhr', '/socket', '/pixel.gif'];
  await until(() => ways.every((way) => site.recorder.requests.filter(({ url }) => url.startsWith(way)).length > 20), () => 'previews');
  site.recorder.assertHolds(CARD, EMAIL);
  // Nor all but the last digits of it.
  site.recorder.assertHolds('4111 1111 11', 'ana.perez');
  assert.ok((await chat.events('guard-hit')).length > 0);
  await chat.page.goto('about:blank');
  await until(() => site.recorder.sentTo('/left').length > 0, () => 'the beacon of a page that is left');
  site.recorder.assertHolds(CARD, EMAIL);
  await chat.close();
});

test('E12: previews of a harmless draft arrive as typed', async () => {
  const chat = await open({ shop: site.origin, widget: 'previews', attach: "'#widget'" });
  await chat.type('good morning');
  await until(() => site.recorder.sentTo('/typing').length === 12, () => 'previews');
  assert.equal(JSON.parse(site.recorder.sentTo('/typing').at(-1)).draft, 'good morning');
  assert.deepEqual(await chat.events('guard-hit'), []);
  await chat.close();
});
