import assert from 'node:assert/strict';
import { test } from 'node:test';
import { join } from 'node:path';
import { PACKAGE } from '../package.mjs';

const { createRedactor } = await import(join(PACKAGE, 'dist/index.js'));
const redactor = await createRedactor();
const MINE = '07700 900123';
const HERS = '07700 900456';

test('a finding says whose the value is', () => {
  const findings = redactor.analyze(`my number is ${MINE}, my wife's number is ${HERS}, my son is 9`);
  assert.deepEqual(
    findings.map(({ thirdParty, minor, group }) => [thirdParty, minor, group]),
    [[false, false, null], [true, false, null], [true, true, null]],
  );
});

test('pasted contacts share a group, and their labels are names', () => {
  const findings = redactor.analyze(`my number is ${MINE}\nAnna ${HERS}\nTom 07700 900789`);
  assert.deepEqual(
    findings.map(({ category, thirdParty, group }) => [category, thirdParty, group]),
    [
      ['contact.phone', false, null],
      ['id.name', true, 0],
      ['contact.phone', true, 0],
      ['id.name', true, 0],
      ['contact.phone', true, 0],
    ],
  );
});

test('no choice shares what is somebody else\'s', () => {
  const { text, edits, findings } = redactor
    .conversation()
    .redact(`my number is ${MINE}, my wife's number is ${HERS}`, { 'contact.phone': 'share' });
  assert.equal(text, `my number is ${MINE}, my wife's number is [PHONE_1]`);
  assert.deepEqual(edits.map(({ action }) => action), ['token']);
  assert.equal(findings.length, 2);
});

test('an explanation says so', () => {
  const { candidates } = redactor.explain(`my wife's number is ${HERS}`);
  const [found] = candidates.filter(({ outcome }) => outcome === 'found');
  assert.deepEqual([found.recognizer, found.thirdParty, found.minor], ['contact/phone', true, false]);
});
