// The real deep-chat from npm: its bubble comes before its own interceptor, it stores messages and drafts, and may send all again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './browsers.mjs';
import { CARD, Chat, EMAIL, guardScript, HIDDEN, MESSAGE, until } from './kit/chat.mjs';
import { Site } from './kit/site.mjs';
import { deepChatPage } from './kit/widgets.mjs';

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
const bubbles = (chat) =>
  chat.page.evaluate(() =>
    [...document.querySelector('deep-chat').shadowRoot.querySelectorAll('.message-bubble')].map((bubble) => bubble.textContent.trim()),
  );
/** The text of every message that reached the server, request by request. */
const requests = () => site.recorder.sentTo('/chat').map((body) => JSON.parse(body).messages.map(({ text }) => text));

async function open(page = {}, guard = {}) {
  return Chat.open(browser, site, deepChatPage({ guard: guardScript(guard), ...page }));
}

for (const [how, act] of [['Enter', 'enter'], ['a click', 'pressSend']]) {
  test(`E1 E11: deep-chat sends with ${how} what the card shows, and its bubble shows the same`, async () => {
    const chat = await open();
    await chat.type(MESSAGE);
    await chat[act]();
    await chat.answer('Send');
    await until(() => requests().length > 0, () => 'a request');
    await until(async () => (await bubbles(chat)).length === 2, () => 'two bubbles');
    assert.deepEqual(requests(), [[HIDDEN]]);
    assert.equal((await bubbles(chat))[0], HIDDEN);
    site.recorder.assertHolds(...SECRETS);
    await chat.close();
  });
}

test('E15: a history that deep-chat sends again holds nothing raw, and its stores hold nothing raw', async () => {
  const chat = await open({ attributes: `requestBodyLimits='{"maxMessages": 0}' browserStorage='true'` });
  await chat.type(MESSAGE);
  await chat.enter();
  await chat.answer('Send');
  await until(async () => (await bubbles(chat)).length === 2, () => 'an answer');
  await chat.type(`again ${CARD}`);
  await chat.enter();
  await until(() => requests().length === 2, () => 'a second request');
  const last = requests()[1];
  assert.equal(last[0], HIDDEN);
  assert.equal(last.at(-1), 'again [CARD_1]');
  assert.equal(await chat.hasCard(), false, 'the same value is not asked about again');
  site.recorder.assertHolds(...SECRETS);
  assert.doesNotMatch(await chat.stored(), /4111|ana\.perez/);
  await chat.close();
});

test('E11: deep-chat over a WebSocket sends what the card shows', async () => {
  const chat = await open({ connect: { url: `${site.origin.replace('http', 'ws')}/socket`, websocket: true } });
  await chat.type(MESSAGE);
  await chat.enter();
  await chat.answer('Hide everything and send');
  const frames = () => site.recorder.sentTo('/socket').filter(Boolean).map((body) => JSON.parse(body).messages?.[0].text);
  await until(() => frames().length > 0, () => 'a frame');
  assert.deepEqual(frames(), [HIDDEN]);
  site.recorder.assertHolds(...SECRETS);
  await chat.close();
});

test('E17: deep-chat shows the value in an answer, while its model keeps the token', async () => {
  const chat = await open();
  site.reply = () => 'Your card [CARD_1] is fine.';
  await chat.type(MESSAGE);
  await chat.enter();
  await chat.answer('Send');
  await until(async () => (await bubbles(chat))[1] === `Your card ${CARD} is fine.`, () => 'the value in the answer');
  const model = await chat.page.evaluate(() => JSON.stringify(document.querySelector('deep-chat').getMessages()));
  assert.match(model, /\[CARD_1\] is fine/);
  assert.doesNotMatch(model, /4111/);
  assert.equal((await bubbles(chat))[0], HIDDEN, 'the bubble of the message sent stays as sent');
  site.reply = (text) => `Noted: ${text}`;
  site.recorder.assertHolds(...SECRETS);
  await chat.close();
});

test('what deep-chat sends by a script of the page is masked by the network guard', async () => {
  const chat = await open();
  await chat.page.evaluate((text) => document.querySelector('deep-chat').submitUserMessage({ text }), MESSAGE);
  await until(() => requests().length > 0, () => 'a request');
  assert.deepEqual(requests(), [[HIDDEN]]);
  assert.equal((await chat.events('guard-hit')).length, 1);
  await chat.close();
});
