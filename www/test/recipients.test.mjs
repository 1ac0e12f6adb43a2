// Who gets a text decides what of it leaves: declared, in the middle, not declared, or spoken to without encryption.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { BROWSER, launch } from './browsers.mjs';
import { CARD, Chat, guardScript, until } from './kit/chat.mjs';
import { BANK, declared } from './kit/policy.mjs';
import { Site } from './kit/site.mjs';
import { page, widgetPage } from './kit/widgets.mjs';

const REFERENCE = '40718823';
const TEXT = `customer number ${REFERENCE}, card ${CARD}`;
const HIDDEN = 'customer number [REF_1], card [CARD_1]';

let browser;
let site;
/** A channel in the middle: declared, and a third party. */
let messenger;
before(async () => {
  [site, messenger, browser] = await Promise.all([Site.start(), Site.start(), launch()]);
});
after(async () => {
  await browser?.close();
  await Promise.all([site?.close(), messenger?.close()]);
});
beforeEach(() => messenger.recorder.clear());

const manifest = (more = {}) =>
  declared({
    recipients: [
      { ...BANK, origins: [site.origin] },
      { id: 'messenger', name: 'Messenger', origins: [messenger.origin], role: 'third-party', country: 'US', kind: 'ai' },
    ],
    ...more,
  });

/** A text area for each recipient that sends what stands in it for Enter; the page listens to all that is typed. */
function channels(guard) {
  const areas = ['bank', 'messenger'].map((id) => `<div id="${id}"><textarea class="editor" aria-label="${id}"></textarea></div>`).join('');
  const script = `
    const to = ${JSON.stringify({ bank: site.origin, messenger: messenger.origin })};
    for (const area of document.querySelectorAll('.editor')) {
      area.addEventListener('input', () => (window.typed = area.value));
      area.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        fetch(to[area.parentElement.id] + '/chat', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text: area.value }) });
        area.value = '';
      });
    }`;
  return page(`<main>${areas}</main><script>${script}</script>`, guard);
}

async function open(options = {}) {
  const guard = guardScript({ manifest: manifest(), attach: '', ...options });
  return Chat.open(browser, site, channels(`${guard} for (const id of ['bank', 'messenger']) guard.attach('#' + id, { recipient: id });`));
}

/** Types into the text area of a recipient and sends. */
async function send(chat, id, text) {
  await chat.page.focus(`#${id} .editor`);
  await chat.page.keyboard.type(text);
  await chat.enter();
}

const sentTo = (where, path = '/chat') => where.recorder.sentTo(path).filter(Boolean).map((body) => JSON.parse(body).text);

test('E10: the same text to the bank, to a channel in the middle and to somebody undeclared: three outcomes, and an event for the third', async () => {
  const chat = await open();
  await send(chat, 'bank', TEXT);
  await chat.answer('Send');
  await until(() => sentTo(site).length === 1, () => 'a message at the bank');
  await send(chat, 'messenger', TEXT);
  await chat.answer('Send');
  await until(() => sentTo(messenger).length === 1, () => 'a message at the messenger');
  assert.deepEqual(await chat.events('unknown-recipient'), []);

  await chat.page.evaluate(
    (origin, text) => fetch(`${origin}/out`, { method: 'POST', body: JSON.stringify({ text }) }).then(() => {}),
    site.elsewhere,
    `customer number ${REFERENCE}, card [CARD_1]`,
  );
  await until(() => sentTo(site, '/out').length === 1, () => 'a message elsewhere');
  assert.deepEqual(sentTo(site), [`customer number ${REFERENCE}, card [CARD_1]`], 'the bank may have its own reference');
  assert.deepEqual(sentTo(messenger), [HIDDEN], 'who is in the middle may not');
  assert.deepEqual(sentTo(site, '/out'), [HIDDEN]);
  assert.deepEqual(await chat.events('unknown-recipient'), [{ type: 'unknown-recipient', origin: site.elsewhere, why: 'undeclared' }]);
  await chat.close();
});

test('what was shared with the bank is neither the messenger\'s nor anybody else\'s', async () => {
  const chat = await open();
  await send(chat, 'bank', TEXT);
  await chat.choose('fin.card', 'Share');
  await chat.choose('fin.card', 'Whole chat');
  await chat.answer('Send');
  await until(() => sentTo(site).length === 1, () => 'a message at the bank');
  assert.deepEqual(sentTo(site), [TEXT]);
  await send(chat, 'messenger', TEXT);
  await chat.answer('Send');
  await until(() => sentTo(messenger).length === 1, () => 'a message at the messenger');
  assert.deepEqual(sentTo(messenger), [HIDDEN]);
  site.recorder.clear();
  await chat.page.evaluate((origin, text) => fetch(`${origin}/out`, { method: 'POST', body: JSON.stringify({ text }) }).then(() => {}), site.elsewhere, TEXT);
  assert.deepEqual(sentTo(site, '/out'), [HIDDEN]);
  assert.deepEqual(
    (await chat.page.evaluate(() => window.guard.stats())).recipients,
    {
      bank: { masked: {}, revealed: { 'fin.card': 1 }, withheld: {}, asked: { 'fin.card': 1 }, refused: {} },
      messenger: { masked: { 'fin.card': 1, reference: 1 }, revealed: {}, withheld: {}, asked: { 'fin.card': 1 }, refused: { 'fin.card': 1 } },
      '': { masked: { 'fin.card': 1, reference: 1 }, revealed: {}, withheld: {}, asked: {}, refused: {} },
    },
  );
  await chat.close();
});

test('the first value for a second recipient, and very many values for one, are told', async () => {
  const chat = await open();
  for (const id of ['bank', 'messenger']) {
    await send(chat, id, TEXT);
    await chat.choose('fin.card', 'Share');
    await chat.choose('fin.card', 'Whole chat');
    await chat.answer('Send');
    await until(() => sentTo(id === 'bank' ? site : messenger).length === 1, () => `a message at ${id}`);
  }
  assert.deepEqual(await chat.events('anomaly'), [{ type: 'anomaly', kind: 'new-recipient', recipient: 'messenger' }]);
  const cards = Array.from({ length: 20 }, () => CARD).join(' and ');
  await chat.page.focus('#bank .editor');
  await chat.page.evaluate((text) => document.execCommand('insertText', false, text), cards);
  await chat.enter();
  await until(() => sentTo(site).length === 2, () => 'many cards at the bank');
  assert.deepEqual((await chat.events('anomaly'))[1], { type: 'anomaly', kind: 'many-shared', recipient: 'bank' });
  await chat.close();
});

const WAYS = {
  fetch: (to, text) => void fetch(to, { method: 'POST', body: JSON.stringify({ text }) }),
  xhr(to, text) {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', to);
    xhr.send(JSON.stringify({ text }));
  },
  beacon: (to, text) => navigator.sendBeacon(to, JSON.stringify({ text })),
  websocket(to, text) {
    const socket = new WebSocket(to.replace('http', 'ws'));
    socket.addEventListener('open', () => socket.send(JSON.stringify({ text })));
  },
  eventsource: (to, text) => void new EventSource(`${to}?text=${encodeURIComponent(text)}`),
  image(to, text) {
    new Image().src = `${to}?text=${encodeURIComponent(text)}`;
  },
  form(to, text) {
    const form = document.createElement('form');
    const field = document.createElement('input');
    const sink = document.createElement('iframe');
    Object.assign(form, { target: (sink.name = `sink-${Math.random()}`), method: 'post', action: to });
    Object.assign(field, { name: 'text', value: text });
    form.append(field);
    document.body.append(sink, form);
    form.submit();
  },
};

for (const [channel, way] of Object.entries(WAYS)) {
  test(`somebody undeclared gets nothing that was found in a message: ${channel}`, async () => {
    const chat = await open();
    await send(chat, 'bank', TEXT);
    await chat.answer('Send');
    await until(() => sentTo(site).length === 1, () => 'a message at the bank');
    site.recorder.clear();
    const carried = () =>
      site.recorder.requests
        .filter(({ url }) => url.startsWith('/out'))
        .map(({ url, body }) => decodeURIComponent(`${url.slice(4)}${body}`.replaceAll('+', ' ')))
        .filter((text) => text.includes('[CARD'));
    for (const [at, text] of [TEXT, `customer number ${REFERENCE}, card [CARD_1]`].entries()) {
      await chat.page.evaluate(`(${way.toString().replace(/^(\w+)\(/, 'function $1(')})(${JSON.stringify(`${site.elsewhere}/out`)}, ${JSON.stringify(text)})`);
      await until(() => carried().length > at, () => `request ${at + 1}, got ${JSON.stringify(carried())}`);
    }
    site.recorder.assertHolds(CARD, REFERENCE);
    assert.equal((await chat.events('unknown-recipient'))[0].origin, site.elsewhere);
    await chat.close();
  });
}

test('a recipient in the middle gets the band of nothing: what is less exact elsewhere is hidden there', async () => {
  const chat = await open({
    manifest: manifest({ categories: [['id.birth', ['support']]] }),
    options: "ui: 'none',",
  });
  for (const id of ['bank', 'messenger']) await send(chat, id, 'I was born on 12 April 1987');
  await until(() => sentTo(site).length + sentTo(messenger).length === 2, () => 'two messages');
  assert.deepEqual([...sentTo(site), ...sentTo(messenger)], ['I was born on 1987', 'I was born on [BIRTH_1]']);
  await chat.close();
});

test('without encryption nothing is shared and nobody is asked, unless the manifest says so', async () => {
  const name = 'chat.bank.test';
  const flags = [`--host-resolver-rules=MAP ${name} 127.0.0.1`];
  const other = await launch(BROWSER, flags, { preferences: { 'network.dns.localDomains': name } });
  try {
    for (const insecure of [false, true]) {
      site.recorder.clear();
      const there = { origin: site.origin.replace('127.0.0.1', name), pages: site.pages, recorder: site.recorder };
      const policy = declared({ recipients: [{ ...BANK, ...(insecure ? { insecure } : {}) }] });
      const chat = await Chat.open(other, there, widgetPage('keydown', { guard: guardScript({ manifest: policy }) }));
      await chat.type(TEXT);
      await chat.enter();
      if (insecure) await chat.answer('Send');
      const [text] = await chat.received();
      assert.equal(await chat.hasCard(), false);
      assert.equal(text, insecure ? `customer number ${REFERENCE}, card [CARD_1]` : HIDDEN);
      assert.equal((await chat.events('prompt')).length, insecure ? 1 : 0);
      assert.equal((await chat.events('degraded')).some(({ reason }) => reason === 'insecure-recipient'), !insecure);
      site.recorder.clear();
      await chat.page.evaluate((message) => fetch('/out', { method: 'POST', body: JSON.stringify({ text: message }) }).then(() => {}), TEXT);
      await chat.page.evaluate((message) => {
        const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/out`);
        socket.addEventListener('open', () => socket.send(JSON.stringify({ text: message })));
      }, TEXT);
      await until(() => sentTo(site, '/out').length === 2, () => 'a request and a frame');
      const left = insecure ? `customer number ${REFERENCE}, card [CARD_1]` : HIDDEN;
      assert.deepEqual(sentTo(site, '/out'), [left, left]);
      assert.deepEqual(
        (await chat.events('unknown-recipient')).map(({ why }) => why),
        insecure ? [] : ['insecure'],
      );
      await chat.close();
    }
  } finally {
    await other.close();
  }
});
