import assert from 'node:assert/strict';
import { test } from 'node:test';
import { join } from 'node:path';
import { PACKAGE } from '../package.mjs';

const { AntifazError, createRedactor } = await import(join(PACKAGE, 'dist/index.js'));
const redactor = await createRedactor();
const CARD = '4539 5787 6362 1486';

function refused(code, key) {
  return (error) => {
    assert.ok(error instanceof AntifazError, String(error));
    assert.deepEqual([error.code, error.key], [code, key]);
    assert.ok(error.message.length > 10, 'it says what would be right');
    return true;
  };
}

test('offsets are UTF-16 code units, also after an emoji', () => {
  const text = `😀 привет 👩‍👩‍👧 ${CARD} 😀`;
  const [finding] = redactor.analyze(text);
  assert.equal(text.slice(finding.start, finding.end), CARD);
  assert.deepEqual([finding.category, finding.entity, finding.recognizer], ['fin.card', 'CREDIT_CARD', 'payment/card']);
  assert.ok(finding.confidence > 0 && finding.confidence <= 1);
  assert.equal(finding.verified, true);
});

test('what is not masked stays as it was, lone surrogates and all', () => {
  const conversation = redactor.conversation();
  const { text, edits } = conversation.redact(`\ud800 a\u0000b ${CARD}\r\n\udc00 é`);
  assert.equal(text, '\ud800 a\u0000b [CARD_1]\r\n\udc00 é');
  assert.deepEqual(edits.map(({ replacement, action }) => [replacement, action]), [['[CARD_1]', 'token']]);
});

test('the same value has the same token all through a conversation, and none in another', () => {
  const conversation = redactor.conversation();
  assert.equal(conversation.redact(`${CARD}, again ${CARD}`).text, '[CARD_1], again [CARD_1]');
  assert.equal(conversation.redact(`and 5555 5555 5555 4444 not ${CARD}`).text, 'and [CARD_2] not [CARD_1]');
  assert.equal(redactor.conversation().restore('[CARD_1]'), '[CARD_1]');
});

test('a conversation takes values back, uses no number twice, and forgets', () => {
  const earlier = redactor.conversation();
  const [{ replacement: token, kind }] = earlier.redact(CARD).edits;
  const conversation = redactor.conversation();
  conversation.remember([{ token, kind, value: CARD }, { token: 'no token', kind, value: 'x' }, { token: '[CARD_0]', kind, value: 'x' }, { token: '[NOTHING_1]', kind, value: 'x' }]);
  assert.equal(conversation.restore('[CARD_1] no token [CARD_0] [NOTHING_1]'), `${CARD} no token [CARD_0] [NOTHING_1]`);
  assert.equal(conversation.redact(`again ${CARD.replaceAll(' ', '-')}`).text, 'again [CARD_1]', 'however it is written');
  conversation.spend(7);
  assert.equal(conversation.redact('not 5555 5555 5555 4444').text, 'not [CARD_8]');
  conversation.forget([token]);
  assert.equal(conversation.restore('[CARD_1] [CARD_8]'), '[CARD_1] 5555 5555 5555 4444');
  assert.equal(conversation.redact(CARD).text, '[CARD_9]', 'a number that was forgotten is not used again');
  conversation.forget();
  assert.equal(conversation.restore('[CARD_8] [CARD_9]'), '[CARD_8] [CARD_9]');
  conversation.free();
  assert.throws(() => conversation.spend(1), refused('freed', undefined));
});

test('restored places are named with their tokens', () => {
  const conversation = redactor.conversation();
  conversation.redact(CARD);
  const { text, spans } = conversation.restoreSpans('😀 your [CARD_1] is fine');
  assert.equal(text, `😀 your ${CARD} is fine`);
  assert.deepEqual(spans.map(({ start, end, token }) => [text.slice(start, end), token]), [[CARD, '[CARD_1]']]);
});

test('a reply cut anywhere is restored as in one piece', () => {
  const conversation = redactor.conversation();
  conversation.redact(CARD);
  const reply = '😀 [x] [CARD_1][CARD_1] and [CARD_';
  const whole = conversation.restore(reply);
  for (let first = 0; first <= reply.length; first++) {
    for (let second = first; second <= reply.length; second++) {
      const stream = conversation.restoreStream();
      const pieces = [reply.slice(0, first), reply.slice(first, second), reply.slice(second)];
      assert.equal(pieces.map((piece) => stream.push(piece)).join('') + stream.end(), whole, `cut at ${first} and ${second}`);
    }
  }
});

test('choices decide category by category', () => {
  const conversation = redactor.conversation();
  assert.equal(conversation.redact(CARD, { 'fin.card': 'share' }).text, CARD);
  assert.equal(conversation.redact(CARD, { 'fin.card': 'hide' }).text, '[CARD_1]');
});

test('a wrong choice is refused by name', () => {
  const conversation = redactor.conversation();
  assert.throws(() => conversation.redact(CARD, { 'fin.crad': 'share' }), refused('unknown-category', 'fin.crad'));
  assert.throws(() => conversation.redact(CARD, { 'fin.card': 'shared' }), refused('unknown-choice', 'fin.card'));
  const never = redactor.categories().find((category) => category.class === 'never').id;
  assert.throws(() => conversation.redact(CARD, { [never]: 'share' }), (error) => error instanceof AntifazError && error.key === never);
  assert.equal(conversation.redact(CARD).status, 'cleared', 'and the conversation goes on');
});

test('a wrong option is refused by name', async () => {
  await assert.rejects(createRedactor({ langauges: ['en'] }), refused('unknown-option', 'langauges'));
  await assert.rejects(createRedactor({ languages: ['xx'] }), refused('unknown-language', 'xx'));
  await assert.rejects(createRedactor({ policy: 'lax' }), (error) => error instanceof AntifazError);
  await assert.rejects(createRedactor({ maxBytes: -1 }), (error) => error instanceof AntifazError);
  for (const options of [null, [], { maxBytes: 1e12 }, { maxBytes: 1.5 }, { languages: 'en' }, { regions: ['zz'] }]) {
    await assert.rejects(createRedactor(options), (error) => error instanceof AntifazError, JSON.stringify(options));
  }
  assert.throws(() => redactor.analyze('x', null), AntifazError);
  assert.throws(() => redactor.analyze('x', { all: 'yes' }), AntifazError);
  assert.throws(() => redactor.conversation().redact('x', null), AntifazError);
  assert.throws(() => redactor.analyze('text', { al: true }), refused('unknown-option', 'al'));
  assert.throws(() => redactor.conversation().redact(undefined), refused('not-text', undefined));
});

test('results are frozen plain data', () => {
  const conversation = redactor.conversation();
  const redaction = conversation.redact(CARD);
  const results = [redaction, redactor.analyze(CARD), redactor.explain(CARD), redactor.catalog(), redactor.categories()];
  const frozen = (value) => typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen));
  for (const result of results) {
    assert.ok(frozen(result), JSON.stringify(result));
    assert.deepEqual(structuredClone(result), result);
    assert.deepEqual(JSON.parse(JSON.stringify(result)), result);
  }
});

test('every recognizer names a category that exists', () => {
  const ids = new Set(redactor.categories().map(({ id }) => id));
  assert.ok(redactor.catalog().length > 0);
  assert.deepEqual(redactor.catalog().filter(({ category }) => !ids.has(category)), []);
});

test('an explanation holds no text', () => {
  assert.ok(!JSON.stringify(redactor.explain(`my card is ${CARD}`)).includes('4539'));
});

test('a text over the limit is blocked, whatever it holds', async () => {
  const conversation = (await createRedactor({ maxBytes: 100 })).conversation();
  const redaction = conversation.redact(`${CARD} ${'я'.repeat(50)}`);
  assert.deepEqual([redaction.status, redaction.reason, 'text' in redaction], ['blocked', 'too-long', false]);
});

test('a freed conversation says so', () => {
  const conversation = redactor.conversation();
  conversation.free();
  conversation.free();
  assert.throws(() => conversation.redact(CARD), refused('freed', undefined));
  assert.throws(() => conversation.restore('[CARD_1]'), refused('freed', undefined));
});

test('ten thousand findings and a hundred thousand digits are masked or blocked, never raw', () => {
  for (const text of [`${CARD}, `.repeat(10_000), '7'.repeat(100_000)]) {
    const redaction = redactor.conversation().redact(text);
    assert.ok(redaction.status === 'blocked' || !redaction.text.includes('4539'), redaction.status);
  }
});
