// The network guard alone, as if the gate had seen nothing: every way out of a page, and what comes out of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './browsers.mjs';
import { CARD, Chat, EMAIL, guardScript, HIDDEN, MANIFEST, MESSAGE, until } from './kit/chat.mjs';
import { Site } from './kit/site.mjs';
import { page } from './kit/widgets.mjs';

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

const SECRETS = [CARD, EMAIL];

async function open(guard = {}, options = {}) {
  return Chat.open(browser, site, page('<p>Chat</p>', guardScript({ attach: '', ...guard })), { editor: false, ...options });
}

/** Runs `send` in the page and gives what reached `/out`. */
async function sent(chat, send, ...args) {
  site.recorder.clear();
  await chat.page.evaluate(send, ...args);
  await until(() => arrived().length > 0, () => 'a request');
  site.recorder.assertHolds(...SECRETS);
  return arrived()[0];
}
const arrived = () => site.recorder.requests.filter(({ url }) => url.startsWith('/out'));
const text = ({ body }) => body.toString('utf8');

test('fetch with JSON: strings are masked, all else stays byte for byte', async () => {
  const chat = await open();
  const body = `{ "id": 12345678901234567890, "tags":["a", "b"], "text": ${JSON.stringify(MESSAGE)}, "n": 1.50 }`;
  const out = await sent(chat, (json) => fetch('/out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: json }).then(() => {}), body);
  assert.equal(text(out), body.replace(MESSAGE, HIDDEN));
  assert.equal(out.headers['content-type'], 'application/json');
  assert.equal((await chat.events('guard-hit'))[0].channel, 'fetch');
  await chat.close();
});

test('fetch with JSON inside JSON, base64, and a card as a number', async () => {
  const chat = await open();
  const inner = { payload: JSON.stringify({ text: MESSAGE }), packed: Buffer.from(MESSAGE).toString('base64'), card: Number(CARD.replaceAll(' ', '')) };
  const out = await sent(chat, (json) => fetch('/out', { method: 'POST', body: json }).then(() => {}), JSON.stringify(inner));
  const read = JSON.parse(text(out));
  assert.equal(JSON.parse(read.payload).text, HIDDEN);
  assert.equal(Buffer.from(read.packed, 'base64').toString(), HIDDEN);
  assert.equal(read.card, '[CARD_1]');
  await chat.close();
});

test('fetch with a Request, and with a Request and options', async () => {
  const chat = await open();
  for (const more of [undefined, { headers: { 'x-more': '1' } }]) {
    const out = await sent(
      chat,
      (message, init) =>
        fetch(new Request('/out', { method: 'PUT', headers: { 'x-kept': 'yes' }, body: JSON.stringify({ message }) }), init).then(() => {}),
      MESSAGE,
      more,
    );
    assert.equal(out.method, 'PUT');
    assert.deepEqual(JSON.parse(text(out)), { message: HIDDEN });
    assert.equal(out.headers[more ? 'x-more' : 'x-kept'], more ? '1' : 'yes');
  }
  await chat.close();
});

test('fetch with a form, a query, a blob and bytes', async () => {
  const chat = await open();
  const form = await sent(
    chat,
    (message) => {
      const data = new FormData();
      data.append('text', message);
      data.append('note', new File([message], 'note.txt', { type: 'text/plain' }));
      data.append('picture', new File([new Uint8Array([137, 80, 78, 71, 0, 255])], 'p.png', { type: 'image/png' }));
      return fetch('/out', { method: 'POST', body: data }).then(() => {});
    },
    MESSAGE,
  );
  assert.match(form.headers['content-type'], /^multipart\/form-data; boundary=/);
  assert.ok(text(form).includes(form.headers['content-type'].split('boundary=')[1]));
  assert.equal(text(form).split(HIDDEN).length - 1, 2);
  assert.ok(form.body.includes(Buffer.from([137, 80, 78, 71, 0, 255])));

  const query = await sent(chat, (message) => fetch('/out', { method: 'POST', body: new URLSearchParams({ a: '1', text: message }) }).then(() => {}), MESSAGE);
  assert.deepEqual([...new URLSearchParams(text(query))], [['a', '1'], ['text', HIDDEN]]);

  const blob = await sent(chat, (message) => fetch('/out', { method: 'POST', body: new Blob([new TextEncoder().encode(message)]) }).then(() => {}), MESSAGE);
  assert.equal(text(blob), HIDDEN);

  const bytes = await sent(chat, (message) => fetch('/out', { method: 'POST', body: new TextEncoder().encode(message) }).then(() => {}), MESSAGE);
  assert.equal(text(bytes), HIDDEN);
  await chat.close();
});

test('fetch with a query in the address', async () => {
  const chat = await open();
  const out = await sent(chat, (message) => fetch(`/out?a=1%2B1&text=${encodeURIComponent(message)}&z`).then(() => {}), MESSAGE);
  assert.equal(out.url, `/out?a=1%2B1&text=${encodeURIComponent(HIDDEN)}&z`);
  await chat.close();
});

test('XMLHttpRequest: body, query and headers, asynchronous and not', async () => {
  const chat = await open();
  for (const isAsync of [true, false]) {
    const out = await sent(
      chat,
      (message, later) =>
        new Promise((done) => {
          const xhr = new XMLHttpRequest();
          xhr.open('POST', `/out?q=${encodeURIComponent(message)}`, later);
          xhr.setRequestHeader('content-type', 'application/json');
          xhr.setRequestHeader('x-kept', 'yes');
          xhr.onload = () => done(xhr.status);
          xhr.send(JSON.stringify({ message }));
        }),
      MESSAGE,
      isAsync,
    );
    assert.equal(out.url, `/out?q=${encodeURIComponent(HIDDEN)}`);
    assert.deepEqual(JSON.parse(text(out)), { message: HIDDEN });
    assert.equal(out.headers['x-kept'], 'yes');
  }
  await chat.close();
});

test('WebSocket: text, Socket.IO frames, and blobs, in the order they were sent', async () => {
  const chat = await open();
  site.recorder.clear();
  await chat.page.evaluate(async (message) => {
    const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/out`);
    await new Promise((done) => (socket.onopen = done));
    socket.send(new Blob([new TextEncoder().encode(`first ${message}`)]));
    socket.send(`42["message",${JSON.stringify({ text: message })}]`);
    socket.send('last');
    socket.close();
    await new Promise((done) => (socket.onclose = done));
  }, MESSAGE);
  const frames = () => arrived().map(text).filter(Boolean);
  await until(() => frames().length === 3, () => 'three frames');
  assert.deepEqual(frames(), [`first ${HIDDEN}`, `42["message",${JSON.stringify({ text: HIDDEN })}]`, 'last']);
  site.recorder.assertHolds(...SECRETS);
  await chat.close();
});

test('sendBeacon: text, and a blob of JSON', async () => {
  const chat = await open();
  const plain = await sent(chat, (message) => void navigator.sendBeacon('/out', message), MESSAGE);
  assert.equal(text(plain), HIDDEN);
  const blob = await sent(chat, (message) => void navigator.sendBeacon('/out', new Blob([JSON.stringify({ message })], { type: 'application/json' })), MESSAGE);
  assert.deepEqual(JSON.parse(text(blob)), { message: HIDDEN });
  assert.equal(blob.headers['content-type'], 'application/json');
  await chat.close();
});

test('a beacon that cannot be read in time is refused', async () => {
  const chat = await open();
  site.recorder.clear();
  const left = await chat.page.evaluate((message) => navigator.sendBeacon('/out', new Blob([new TextEncoder().encode(message)])), MESSAGE);
  assert.equal(left, false);
  assert.deepEqual((await chat.events('blocked')).map(({ channel, reason }) => [channel, reason]), [['beacon', 'undecidable']]);
  assert.deepEqual(arrived(), []);
  await chat.close();
});

test('EventSource, WebSocket and image addresses', async () => {
  const chat = await open();
  // Each its own address: an image that was loaded once is not asked for again.
  const ways = {
    eventsource: (message) => void new EventSource(`/out?eventsource&q=${encodeURIComponent(message)}`),
    websocket: (message) => void new WebSocket(`${location.origin.replace('http', 'ws')}/out?websocket&q=${encodeURIComponent(message)}`),
    image: (message) => void (new Image().src = `/out?image&q=${encodeURIComponent(message)}`),
    attribute: (message) => document.createElement('img').setAttribute('src', `/out?attribute&q=${encodeURIComponent(message)}`),
  };
  for (const [way, send] of Object.entries(ways)) {
    const out = await sent(chat, send, MESSAGE);
    assert.equal(out.url, `/out?${way}&q=${encodeURIComponent(HIDDEN)}`, way);
  }
  await chat.close();
});

test('a form that a script submits without an event', async () => {
  const chat = await open();
  site.recorder.clear();
  await chat.page.evaluate((message) => {
    const form = Object.assign(document.createElement('form'), { action: '/out', method: 'post' });
    form.append(Object.assign(document.createElement('input'), { name: 'text', value: message }));
    document.body.append(form);
    form.submit();
  }, MESSAGE);
  await until(() => arrived().length > 0, () => 'the form');
  assert.equal(new URLSearchParams(text(arrived()[0])).get('text'), HIDDEN);
  await chat.close();
});

test('a form to which a script adds the message last; what the server wrote stays', async () => {
  const chat = await open();
  site.recorder.clear();
  await chat.page.evaluate(
    (message, token) => {
      const form = Object.assign(document.createElement('form'), { action: '/out', method: 'post' });
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'csrf', value: token }));
      form.addEventListener('formdata', (event) => event.formData.set('text', message));
      document.body.append(form);
      form.requestSubmit();
    },
    MESSAGE,
    EMAIL,
  );
  await until(() => arrived().length > 0, () => 'the form');
  const fields = new URLSearchParams(text(arrived()[0]));
  assert.equal(fields.get('text'), HIDDEN);
  assert.equal(fields.get('csrf'), EMAIL);
  await chat.close();
});

test('a sentence that only begins like a data address, and JSON under a vendor type', async () => {
  const chat = await open();
  const json = await sent(chat, (message) => fetch('/out', { method: 'POST', body: JSON.stringify({ m: `data: ${message}` }) }).then(() => {}), MESSAGE);
  assert.equal(JSON.parse(text(json)).m, `data: ${HIDDEN}`);
  const vendor = await sent(
    chat,
    (message) => fetch('/out', { method: 'POST', body: new Blob([message], { type: 'application/vnd.api+json' }) }).then(() => {}),
    MESSAGE,
  );
  assert.equal(text(vendor), HIDDEN);
  await chat.close();
});

test('bytes that hold a value but are no text are not sent; bytes that hold none are', async () => {
  const chat = await open();
  site.recorder.clear();
  const failed = await chat.page.evaluate(async (message) => {
    const bytes = new Uint8Array([0, 255, 254, 1, ...new TextEncoder().encode(message), 0, 200]);
    return fetch('/out', { method: 'POST', body: bytes }).then(() => false, (error) => error instanceof TypeError);
  }, MESSAGE);
  assert.equal(failed, true);
  assert.deepEqual(arrived(), []);
  const out = await sent(chat, () => fetch('/out', { method: 'POST', body: new Uint8Array([0, 255, 254, 1]) }).then(() => {}));
  assert.deepEqual([...out.body], [0, 255, 254, 1]);
  await chat.close();
});

test('a text too long to be read is not sent', async () => {
  const chat = await open();
  site.recorder.clear();
  const failed = await chat.page.evaluate(() => fetch('/out', { method: 'POST', body: 'a '.repeat(600_000) }).then(() => false, () => true));
  assert.equal(failed, true);
  assert.deepEqual(arrived(), []);
  assert.equal((await chat.events('blocked'))[0].reason, 'too-long');
  await chat.close();
});

test('E10: another origin gets what is no chat text as it is, and an undeclared one all that was typed hidden', async () => {
  const declared = { ...MANIFEST, recipients: [...MANIFEST.recipients, { id: 'shop', origins: [site.elsewhere], role: 'third-party', kind: 'human' }] };
  const send = (url, message) => fetch(`${url}/out`, { method: 'POST', body: JSON.stringify({ message }) }).then(() => {});
  const declaredChat = await open({ manifest: declared });
  assert.deepEqual(JSON.parse(text(await sent(declaredChat, send, site.elsewhere, MESSAGE))), { message: HIDDEN });
  assert.deepEqual(await declaredChat.events('unknown-recipient'), []);
  await declaredChat.close();

  const chat = await open({ network: `{ origins: ['self', '${site.elsewhere}'] }` });
  assert.deepEqual(JSON.parse(text(await sent(chat, send, site.elsewhere, MESSAGE))), { message: HIDDEN });
  assert.deepEqual(await chat.events('unknown-recipient'), [{ type: 'unknown-recipient', origin: site.elsewhere, why: 'undeclared' }]);
  await chat.close();
});

test('"block" sends nothing that would be masked, "observe" changes nothing and tells', async () => {
  const send = (message) => fetch('/out', { method: 'POST', body: message }).then(() => 'sent', () => 'failed');
  const blocking = await open({ network: "{ mode: 'block' }" });
  site.recorder.clear();
  assert.equal(await blocking.page.evaluate(send, MESSAGE), 'failed');
  assert.deepEqual(arrived(), []);
  assert.equal(await blocking.page.evaluate(send, 'good morning'), 'sent');
  assert.equal((await blocking.events('blocked'))[0].reason, 'mode');
  await blocking.close();

  const observing = await open({ network: "{ mode: 'observe' }" });
  site.recorder.clear();
  assert.equal(await observing.page.evaluate(send, MESSAGE), 'sent');
  assert.equal(text(arrived()[0]), MESSAGE);
  assert.equal((await observing.events('guard-hit')).length, 1);
  await observing.close();
});

test('no event holds a value', async () => {
  const chat = await open();
  await sent(chat, (message) => fetch('/out', { method: 'POST', body: message }).then(() => {}), MESSAGE);
  const events = await chat.page.evaluate(() => JSON.stringify(window.events));
  assert.match(events, /guard-hit/);
  assert.doesNotMatch(events, /4111|perez/);
  await chat.close();
});

test('before the engine is there, what can wait waits, and what cannot is refused', async () => {
  const redactor = 'new Promise((done) => (window.load = () => done(antifaz.createRedactor())))';
  const chat = await open({ redactor }, { ready: false });
  site.recorder.clear();
  const answers = await chat.page.evaluate((message) => {
    window.done = [];
    fetch('/out?by=fetch', { method: 'POST', body: message }).then(() => window.done.push('fetch'));
    const xhr = new XMLHttpRequest();
    xhr.open('POST', '/out?by=xhr');
    xhr.onload = () => window.done.push('xhr');
    xhr.send(message);
    const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/out?by=socket`);
    socket.onopen = () => socket.send(message);
    let refused = '';
    try {
      const late = new XMLHttpRequest();
      late.open('POST', '/out?by=sync', false);
      late.send(message);
    } catch (error) {
      refused = error.name;
    }
    return [navigator.sendBeacon('/out?by=beacon', message), refused];
  }, MESSAGE);
  assert.deepEqual(answers, [false, 'NetworkError']);
  await new Promise((done) => setTimeout(done, 400));
  assert.deepEqual(arrived().filter(({ body }) => body.length > 0), []);
  assert.deepEqual((await chat.events('blocked')).map(({ channel, reason }) => `${channel} ${reason}`).sort(), ['beacon not-ready', 'xhr not-ready']);
  await chat.page.evaluate(() => window.load());
  const bodies = () => arrived().filter(({ body }) => body.length > 0);
  await until(() => bodies().length === 3, () => 'what waited');
  assert.deepEqual(bodies().map(text), [HIDDEN, HIDDEN, HIDDEN]);
  await chat.page.waitForFunction(() => window.done.length === 2);
  await chat.close();
});

test('stop gives the page its own functions back', async () => {
  const chat = await open({ network: '' });
  const same = await chat.page.evaluate(() => {
    const before = [fetch, XMLHttpRequest.prototype.send, WebSocket, WebSocket.prototype.send, Navigator.prototype.sendBeacon, EventSource, Element.prototype.setAttribute, Blob];
    const stop = window.guard.guardNetwork();
    const during = [fetch, XMLHttpRequest.prototype.send, WebSocket, WebSocket.prototype.send, Navigator.prototype.sendBeacon, EventSource, Element.prototype.setAttribute, Blob];
    stop();
    const now = [fetch, XMLHttpRequest.prototype.send, WebSocket, WebSocket.prototype.send, Navigator.prototype.sendBeacon, EventSource, Element.prototype.setAttribute, Blob];
    return [before.every((each, at) => each !== during[at]), before.every((each, at) => each === now[at])];
  });
  assert.deepEqual(same, [true, true]);
  await chat.close();
});
