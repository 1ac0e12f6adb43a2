// `antifaz/manifest` where manifests are made: in Node, with keys as openssl writes them.
import assert from 'node:assert/strict';
import { generateKeyPairSync, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { MANIFEST } from './kit/chat.mjs';
import { PACKAGE } from './package.mjs';

const entry = (name) => import(pathToFileURL(join(PACKAGE, `dist/${name}.js`)));
const { canonical, lintManifest, signManifest, verifyManifest } = await entry('manifest');
const { createRedactor } = await entry('index');

const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

test('the JSON that is signed is canonical', () => {
  // RFC 8785, sections 3.2.2 and 3.2.3.
  assert.equal(
    canonical({ numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27], string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/', literals: [null, true, false] }),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
  assert.equal(
    canonical({ '\u20ac': 'Euro', '\r': 'CR', '\ufb33': 'Dalet', 1: 'One', '\ud83d\ude00': 'Smile', '\u0080': 'Control', '\u00f6': 'o' }),
    '{"\\r":"CR","1":"One","\u0080":"Control","ö":"o","€":"Euro","😀":"Smile","\ufb33":"Dalet"}',
  );
});

test('a signature is of one manifest and one key, in every form a key comes in', async () => {
  const { privateKey, publicKey } = pair();
  const pem = { type: 'pkcs8', format: 'pem' };
  const signed = await signManifest(MANIFEST, privateKey.export(pem));
  assert.match(signed.signature, /^[\w-]{86}$/);
  // By another implementation.
  const bytes = Buffer.from(signed.signature, 'base64url');
  assert.ok(verify('sha256', Buffer.from(canonical(MANIFEST)), { key: publicKey, dsaEncoding: 'ieee-p1363' }, bytes));
  const spki = publicKey.export({ type: 'spki', format: 'pem' });
  for (const key of [spki, publicKey.export({ type: 'spki', format: 'der' }).toString('base64'), publicKey.export({ format: 'jwk' })]) {
    assert.equal(await verifyManifest(signed, key), true);
  }
  const again = await signManifest(signed, privateKey.export({ format: 'jwk' }));
  assert.equal(await verifyManifest(again, spki), true, 'an older signature is replaced');
  const reordered = Object.fromEntries(Object.entries(signed).reverse());
  assert.equal(await verifyManifest(reordered, spki), true, 'the order of keys says nothing');

  assert.equal(await verifyManifest(MANIFEST, spki), false);
  assert.equal(await verifyManifest({ ...signed, learnsFromChats: true }, spki), false);
  assert.equal(await verifyManifest({ ...signed, more: 1 }, spki), false);
  assert.equal(await verifyManifest({ ...signed, signature: `A${signed.signature.slice(1)}` === signed.signature ? `B${signed.signature.slice(1)}` : `A${signed.signature.slice(1)}` }, spki), false);
  assert.equal(await verifyManifest(signed, pair().publicKey.export({ format: 'jwk' })), false);
  for (const wrong of ['no key', {}, generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' })]) {
    await assert.rejects(verifyManifest(signed, wrong), { code: 'malformed-key' });
  }
  await assert.rejects(signManifest(MANIFEST, spki), { code: 'malformed-key' });
  await assert.rejects(signManifest('manifest', privateKey.export(pem)), { code: 'malformed-manifest' });
});

test('the linter takes any value and says what would be right', async () => {
  const redactor = await createRedactor();
  assert.deepEqual(lintManifest(redactor, MANIFEST), []);
  const circle = {};
  circle.circle = circle;
  class Odd {
    get = () => 1;
  }
  for (const value of [undefined, null, 17, 'x', [], circle, new Odd(), { controller: () => {} }, { ai: 10n }, { '\u001e\u001f': '\u001f' }]) {
    const problems = lintManifest(redactor, value);
    assert.ok(problems.length > 0 && problems.some(({ level }) => level === 'error'));
    assert.ok(Object.isFrozen(problems));
  }
  const separators = lintManifest(redactor, { ...MANIFEST, version: '1\u001e\u001fversion\u001fstring\u001f2' });
  assert.deepEqual(separators.map(({ rule, path }) => `${rule} ${path}`), ['text version']);
});

test('what stands apart from the service is the engine’s to say', async () => {
  const redactor = await createRedactor();
  const apart = redactor.purposes().filter((purpose) => purpose.apart).map(({ dpv }) => dpv);
  assert.deepEqual(apart, ['dpv:ServicePersonalisation', 'dpv:TargetedAdvertising', 'dpv:CustomerSolvencyMonitoring', 'dpv:SellDataToThirdParties']);
});

test('a redactor tells which of its options find or hide less', async () => {
  const loosened = async (options) => (await createRedactor(options)).loosened;
  assert.deepEqual(await loosened(), []);
  assert.deepEqual(await loosened({ policy: 'strict', regions: ['es'], deny: { 'id.name': ['Falcon'] }, thresholds: { phone: 0.2 } }), ['thresholds: phone']);
  assert.deepEqual(await loosened({ thresholds: { phone: 0.3 }, masks: { 'fin.card': 'label' } }), []);
  assert.deepEqual(await loosened({ languages: ['en'], off: ['email'], allow: { phone: ['900 123 456'] }, masks: { 'fin.card': 'last4' } }), [
    'languages',
    'off: email',
    'allow: phone',
    'masks.fin.card: last4',
  ]);
});

test('the package has the schema', () => {
  const { exports } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  const schema = JSON.parse(readFileSync(join(PACKAGE, exports['./manifest.schema.json']), 'utf8'));
  assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
  assert.ok(schema.required.includes('controller') && schema.additionalProperties === false);
});
