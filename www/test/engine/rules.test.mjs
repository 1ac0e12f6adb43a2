import assert from 'node:assert/strict';
import { test } from 'node:test';
import { join } from 'node:path';
import { PACKAGE } from '../package.mjs';

const { AntifazError, createRedactor } = await import(join(PACKAGE, 'dist/index.js'));
const CARD = '4539 5787 6362 1486';
const MEMBER = {
  name: 'member',
  category: 'platform.account',
  pattern: String.raw`\bLX-?\d{8}\b`,
  keywords: ['lx'],
  check: 'luhn',
  cues: { es: ['número de soci*'], ru: ['номер участника'] },
  examples: ['mi número de socio es LX-12345674'],
  counterExamples: ['pedido LX-12345675'],
};

async function refused(options, code, key) {
  await assert.rejects(createRedactor(options), (error) => {
    assert.ok(error instanceof AntifazError, String(error));
    assert.deepEqual([error.code, error.key], [code, key], error.message);
    assert.ok(error.message.length > 10, 'it says what would be right');
    return true;
  });
}

test('a rule is data, and its findings say its name', async () => {
  const redactor = await createRedactor({ rules: [MEMBER], deny: { 'id.name': ['Falcon', 'Osprey'], license_plate: ['Q 123'] } });
  const text = '😀 mi número de socia es lx１２３４５６７４';
  const [finding] = redactor.analyze(text);
  assert.deepEqual(
    [finding.recognizer, finding.entity, finding.kind, finding.category, text.slice(finding.start, finding.end)],
    ['custom/member', 'CUSTOM', 'custom', 'platform.account', 'lx１２３４５６７４'],
  );
  assert.equal(redactor.conversation().redact('osprey, Falcon, q 123').text, '[NAME_1], [NAME_2], [VEHICLE_1]');
  assert.deepEqual(
    redactor.catalog().slice(-3).map(({ id, kind, category }) => [id, kind, category]),
    [['custom/member', 'custom', 'platform.account'], ['custom/deny', 'custom', 'id.name'], ['custom/deny', 'license_plate', 'vehicle']],
  );
});

test('a rule that is wrong is refused with its name, the part and the reason', async () => {
  const rules = (change) => ({ rules: [{ ...MEMBER, ...change }] });
  await refused(rules({ pattern: 'ab(cd' }), 'malformed-rule', 'member.pattern');
  await assert.rejects(createRedactor(rules({ pattern: 'ab(cd' })), /rule `member`, pattern: position 3: /);
  await refused(rules({ pattern: '((a{100}){100}){100}' }), 'malformed-rule', 'member.pattern');
  await refused(rules({ check: 'lunh' }), 'malformed-rule', 'member.check');
  await refused(rules({ category: 'fin.crad' }), 'malformed-rule', 'member.category');
  await refused(rules({ examples: ['LX-12345675'] }), 'failing-example', 'member.examples[1]');
  await refused(rules({ counterExamples: ['LX-12345674'] }), 'failing-example', 'member.counterExamples[1]');
  await refused(rules({ chekc: 'luhn' }), 'unknown-option', 'chekc');
  await refused(rules({ keywords: 'lx' }), 'malformed-options', 'rules[0].keywords');
  await refused(rules({ cues: ['soci*'] }), 'malformed-options', 'rules[0].cues');
  await refused(rules({ pattern: undefined }), 'malformed-options', 'rules[0].pattern');
  await refused(rules({ examples: ['a\u001eb'] }), 'malformed-options', 'rules[0]');
  await refused({ rules: [MEMBER, MEMBER] }, 'malformed-rule', 'member.name');
  await refused({ rules: {} }, 'malformed-options', 'rules');
});

test('lists, thresholds, masks and switches reach what they name', async () => {
  const redactor = await createRedactor({
    allow: { 'payment/card': [CARD], 'contact.email': ['/.*@antifaz[.]dev/'] },
    masks: { card_number: 'first6-last4', email: 'hash', 'auth.secret': 'label' },
    hashKey: 'sixteen bytes ok',
    thresholds: { national_id: 0.6 },
    off: ['phone'],
  });
  assert.equal(redactor.conversation().redact(`card ${CARD}, tel +34 600 123 456, hi@antifaz.dev`).edits.length, 0);
  const { text, edits } = redactor.conversation().redact('card 5555 5555 5555 4444, ana@correo.es, my password is hunter2');
  assert.match(text, /^card 555555•••• 4444, \[EMAIL#[0-9a-f]{16}\], my password is \[SECRET\]$/);
  assert.deepEqual(edits.map(({ action }) => action), ['partial', 'hash', 'label']);
});

test('what is of class never is not loosened', async () => {
  await refused({ off: ['secret/password'] }, 'never-loosened', 'secret/password');
  await refused({ allow: { password: ['hunter2'] } }, 'never-loosened', 'password');
  await refused({ thresholds: { 'auth.secret': 0.9 } }, 'never-loosened', 'auth.secret');
  await refused({ masks: { 'auth.secret': 'last4' } }, 'unsuitable-mask', 'auth.secret');
  const all = await createRedactor({ off: ['*'] });
  assert.equal(all.conversation().redact(`my password is hunter2, card ${CARD}`).text, `my password is [SECRET_1], card ${CARD}`);
});

test('what cannot be meant is refused by name', async () => {
  await refused({ off: ['payment/crad'] }, 'unknown-recognizer', 'payment/crad');
  await refused({ masks: { phone: 'domain' } }, 'unsuitable-mask', 'phone');
  await refused({ masks: { phone: 'stars' } }, 'unknown-mask', 'stars');
  await refused({ masks: { email: 'hash' } }, 'weak-key', 'hashKey');
  await refused({ hashKey: 17 }, 'malformed-options', 'hashKey');
  await refused({ thresholds: { phone: 2 } }, 'out-of-range', 'phone');
  await refused({ thresholds: { phone: '0.5' } }, 'out-of-range', 'phone');
  await refused({ allow: { phone: ['/(/'] } }, 'malformed-list', 'phone');
  await refused({ allow: { phone: '900' } }, 'malformed-options', 'allow.phone');
  await refused({ deny: { nmae: ['x'] } }, 'unknown-kind', 'nmae');
  await refused({ off: 'payment/card' }, 'malformed-options', 'off');
});

test('an explanation says what stood around and who won by which rule', async () => {
  const redactor = await createRedactor({ regions: ['es'], off: ['contact/email'] });
  const text = `😀 order 7, my card is ${CARD}, dni 12345678Z, ana@correo.es`;
  const { candidates } = redactor.explain(text);
  const card = candidates.find(({ outcome, kind }) => outcome === 'found' && kind === 'card_number');
  assert.equal(text.slice(card.start, card.end), CARD);
  assert.ok(card.confidence.after > card.confidence.before);
  const says = card.cues.map((cue) => [text.slice(cue.start, cue.end), cue.says]);
  assert.ok(says.some(([word, what]) => word === 'card' && what === 'own'), JSON.stringify(says));
  assert.ok(says.some(([word, what]) => word === 'order' && what === 'against'), JSON.stringify(says));
  assert.ok(candidates.some(({ recognizer, country }) => recognizer === 'national/es_dni' && country === 'local'));
  assert.ok(candidates.some(({ recognizer, outcome }) => recognizer === 'contact/email' && outcome === 'off'));
  for (const { outcome, beatenBy, start, end } of candidates) {
    assert.equal(beatenBy !== undefined, outcome === 'overlapped');
    if (beatenBy) assert.ok(beatenBy.start < end && start < beatenBy.end && beatenBy.rule.length > 2);
  }
  const conversation = redactor.conversation();
  conversation.heard('what is your card number?');
  assert.ok(conversation.explain(CARD).candidates.some(({ expected }) => expected));
});

test('hostile text does not hold up a rule', async () => {
  const rules = [{ name: 'slow', category: 'reference', pattern: String.raw`(\d+ )*END|x` }];
  const redactor = await createRedactor({ rules });
  const start = performance.now();
  redactor.analyze('1 '.repeat(10_000));
  assert.ok(performance.now() - start < 5000);
});
