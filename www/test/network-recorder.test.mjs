// What the other tests rely on: the recorder sees a value in every dress, and nothing where there is none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Recorder, reveals } from './kit/recorder.mjs';

const CARD = '4111 1111 1111 1111';

test('the recorder sees a value raw, encoded, escaped, split and packed', () => {
  const base64 = Buffer.from(`say ${CARD}!`).toString('base64');
  const dresses = [
    `x${CARD}y`,
    '4111111111111111',
    '4111-1111.1111/1111',
    encodeURIComponent(CARD),
    encodeURIComponent(encodeURIComponent(CARD)),
    'q=4111+1111+1111+1111',
    JSON.stringify({ text: [...CARD.replaceAll(' ', '')] }),
    JSON.stringify({ card: CARD }).replaceAll('4', '\\u0034'),
    CARD.replaceAll('4', '&#52;'),
    '４１１１ 1111 1111 1111',
    base64,
    JSON.stringify({ packed: base64 }),
    encodeURIComponent(base64),
    Buffer.from(base64).toString('base64'),
    Buffer.from(CARD).toString('base64url'),
  ];
  for (const dress of dresses) assert.equal(reveals(dress, CARD), true, dress);
});

test('the recorder does not see a value where there is none', () => {
  for (const text of ['', '[CARD_1]', '4111 1111 1111 111', 'order 1234567890', Buffer.from('[CARD_1] and more').toString('base64')]) {
    assert.equal(reveals(text, CARD), false, text);
  }
  assert.throws(() => reveals('anything', '123'), /too short/);
});

test('the recorder looks into addresses, headers and bodies', () => {
  const clean = { channel: 'http', method: 'POST', url: '/chat', headers: {}, body: Buffer.from('hello') };
  for (const leak of [{ url: `/x?q=${CARD}` }, { headers: { 'x-draft': CARD } }, { body: Buffer.from(CARD) }, { body: Buffer.from(CARD, 'utf16le') }]) {
    const recorder = new Recorder();
    recorder.add(clean);
    recorder.assertHolds(CARD);
    recorder.add({ ...clean, ...leak });
    assert.throws(() => recorder.assertHolds(CARD), /carries 4111/);
  }
});
