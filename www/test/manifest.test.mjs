// A manifest that does not count: nobody is asked, everything is hidden, and the page is told why.
import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { launch } from './browsers.mjs';
import { CARD, Chat, EMAIL, guardScript, HIDDEN, MANIFEST, MESSAGE, until } from './kit/chat.mjs';
import { Site } from './kit/site.mjs';
import { page, widgetPage } from './kit/widgets.mjs';
import { PACKAGE } from './package.mjs';

const { signManifest } = await import(pathToFileURL(join(PACKAGE, 'dist/manifest.js')));

let browser;
let site;
let keys;
/** SPKI in base64. */
let publicKey;
before(async () => {
  site = await Site.start();
  browser = await launch();
  keys = await newKeys();
  publicKey = Buffer.from(await webcrypto.subtle.exportKey('spki', keys.publicKey)).toString('base64');
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const newKeys = () => webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
const blank = () => Chat.open(browser, site, page('<p>Chat</p>', 'window.events = []'), { ready: false, editor: false });

/** A value of a class that is otherwise sent as it is. */
const REFERENCE = 'REF-4711';
const TEXT = `${MESSAGE}, ${REFERENCE}`;
const STRICT = `${HIDDEN}, [REF_1]`;

/**
 * Makes a guard and waits for the engine and, where there is a key, for what becomes of the signature. Gives what the guard makes of
 * TEXT and would ask about, before and after that, and the rejection.
 */
function judge(chat, { sync = false, redactorOptions = {}, observe = false, ...options }) {
  return chat.page.evaluate(
    async ({ options, redactorOptions, sync, observe, text }) => {
      const rules = [{ name: 'ref', category: 'reference', pattern: '\\bREF-\\d{4}\\b' }];
      const redactor = antifaz.createRedactor({ rules, ...redactorOptions });
      const guard = antifaz.createGuard({ redactor: sync ? await redactor : redactor, ui: 'none', ...options });
      const rejections = [];
      guard.addEventListener('policy-rejected', ({ detail }) => rejections.push(detail));
      const look = () => {
        const redaction = guard.redact(text);
        return { text: redaction.text ?? redaction.reason, pending: redaction.pending ?? [] };
      };
      const before = look();
      if (!sync) await new Promise((done) => guard.addEventListener('ready', done, { once: true }));
      for (let turn = 0; turn < 40 && options.publicKey && rejections.length === 0 && look().pending.length === 0; turn++) {
        await new Promise((done) => setTimeout(done, 25));
      }
      if (observe) guard.guardNetwork({ mode: 'observe' });
      await Promise.resolve();
      const result = { before, after: look(), rejections };
      guard.destroy();
      return result;
    },
    { options, redactorOptions, sync, observe, text: TEXT },
  );
}

function assertStrict({ after, rejections }, reason, path) {
  assert.deepEqual(after, { text: STRICT, pending: [] });
  assert.equal(rejections.length, 1, JSON.stringify(rejections));
  assert.equal(rejections[0].reason, reason);
  const [problem] = rejections[0].problems;
  assert.equal(problem.path, path);
  assert.ok(problem.message.length > 10 && problem.rule.length > 2);
}

function assertOpen({ after, rejections }) {
  assert.deepEqual(rejections, []);
  assert.deepEqual(after, { text: `${HIDDEN}, ${REFERENCE}`, pending: ['fin.card', 'contact.email'] });
}

test('R12: a manifest that breaks a rule throws where the engine is there, with the path of each problem', async () => {
  const chat = await blank();
  const thrown = await chat.page.evaluate(async (manifest) => {
    const redactor = await antifaz.createRedactor();
    const { authority, notice, ...bad } = manifest;
    try {
      antifaz.createGuard({ redactor, manifest: bad, ui: 'none' });
      return 'nothing';
    } catch ({ code, key, message, problems }) {
      return { code, key, message, paths: problems.map(({ path, rule, level }) => `${rule} ${path} ${level}`) };
    }
  }, MANIFEST);
  assert.equal(thrown.code, 'malformed-manifest');
  assert.equal(thrown.key, 'authority');
  assert.match(thrown.message, /^authority: is missing: must be text$/);
  assert.deepEqual(thrown.paths, ['missing authority error', 'missing notice error']);
  await chat.close();
});

test('R12, R2: where the engine comes later, everything is hidden, nobody is asked, and the page is told', async () => {
  const chat = await blank();
  assertOpen(await judge(chat, { manifest: MANIFEST }));
  const { rights, ...withoutRights } = MANIFEST;
  assertStrict(await judge(chat, { manifest: withoutRights }), 'malformed', 'rights');
  const ads = { id: 'ads', dpv: 'dpv:TargetedAdvertising', text: { en: 'show you advertising' } };
  const card = { id: 'fin.card', purposes: ['support', 'ads'], necessaryFor: ['support', 'ads'], retention: 'P30D' };
  const bundled = { ...MANIFEST, purposes: [...MANIFEST.purposes, ads], categories: [card] };
  assertStrict(await judge(chat, { manifest: bundled }), 'malformed', 'categories[0].necessaryFor[1]');
  assertStrict(await judge(chat, { manifest: { ...MANIFEST, colour: 'red' } }), 'malformed', 'colour');
  assertStrict(await judge(chat, { manifest: { ...MANIFEST, learnsFromChats: 'no' } }), 'malformed', 'learnsFromChats');
  assertStrict(await judge(chat, { manifest: { ...MANIFEST, validUntil: '2020-01-01' } }), 'malformed', 'validUntil');
  const scripted = { ...MANIFEST, purposes: [{ ...MANIFEST.purposes[0], text: { en: '<img src=x onerror=alert(1)>' } }] };
  assertStrict(await judge(chat, { manifest: scripted }), 'malformed', 'purposes[0].text.en');
  await chat.close();
});

test('under a refused manifest a message is sent masked and no card is shown', async () => {
  const { sources, ...bad } = MANIFEST;
  const chat = await Chat.open(browser, site, widgetPage('keydown', { guard: guardScript({ manifest: bad }) }));
  await chat.type(MESSAGE);
  await chat.enter();
  assert.deepEqual(await chat.received(), [HIDDEN]);
  assert.equal(await chat.hasCard(), false);
  site.recorder.assertHolds(CARD, EMAIL);
  const [rejected] = await chat.events('policy-rejected');
  assert.equal(rejected.problems[0].path, 'sources');
  const types = (await chat.page.evaluate(() => window.events.map(({ type }) => type))).filter((type) => /ready|rejected|prompt/.test(type));
  assert.deepEqual(types, ['policy-rejected', 'ready']);
  await chat.close();
});

test('a manifest without end, or in a circle, is refused before anything is done with it', async () => {
  const chat = await blank();
  const codes = await chat.page.evaluate((manifest) => {
    const redactor = new Promise(() => {});
    const circle = { ...manifest };
    circle.circle = circle;
    const many = { ...manifest, categories: Array(10000).fill(manifest.categories[0]) };
    const endless = { ...manifest, notes: Array(1e8) };
    return [circle, many, endless].map((bad) => {
      try {
        antifaz.createGuard({ redactor, manifest: bad, ui: 'none' });
        return 'nothing';
      } catch ({ code, problems }) {
        return `${code} ${problems[0].rule}`;
      }
    });
  }, MANIFEST);
  assert.deepEqual(codes, Array(3).fill('malformed-manifest limit'));
  await chat.close();
});

test('what the page does to its object later does nothing', async () => {
  const chat = await blank();
  const text = await chat.page.evaluate(async (manifest) => {
    const changing = structuredClone(manifest);
    const guard = antifaz.createGuard({ redactor: antifaz.createRedactor(), manifest: changing, ui: 'none' });
    changing.categories.push({ id: 'contact.phone', purposes: ['support'] });
    changing.categories[0].purposes = [];
    changing.recipients[0].id = 'other';
    await new Promise((done) => guard.addEventListener('ready', done, { once: true }));
    const { pending } = guard.redact('card 4111 1111 1111 1111, call me at +34 600 123 456', { recipient: 'bank' });
    guard.destroy();
    return pending;
  }, MANIFEST);
  assert.deepEqual(text, ['fin.card']);
  await chat.close();
});

test('R5: with a public key only what its holder signed counts', async () => {
  const chat = await blank();
  const signed = await signManifest(MANIFEST, keys.privateKey);
  const right = await judge(chat, { manifest: signed, publicKey, sync: true });
  // Until the signature is checked.
  assert.deepEqual(right.before, { text: STRICT, pending: [] });
  assertOpen(right);
  assertOpen(await judge(chat, { manifest: signed, publicKey }));
  assertOpen(await judge(chat, { manifest: signed, publicKey: await webcrypto.subtle.exportKey('jwk', keys.publicKey) }));
  assertOpen(await judge(chat, { manifest: signed, publicKey: `-----BEGIN PUBLIC KEY-----\n${publicKey}\n-----END PUBLIC KEY-----\n` }));

  assertStrict(await judge(chat, { manifest: MANIFEST, publicKey }), 'unsigned', 'signature');
  const altered = { ...signed, categories: [{ ...signed.categories[0], retention: 'P10Y' }, ...signed.categories.slice(1)] };
  assertStrict(await judge(chat, { manifest: altered, publicKey, sync: true }), 'signature', 'signature');
  const stranger = await signManifest(MANIFEST, (await newKeys()).privateKey);
  assertStrict(await judge(chat, { manifest: stranger, publicKey }), 'signature', 'signature');
  assertStrict(await judge(chat, { manifest: signed, publicKey: 'no key' }), 'signature', 'signature');
  await chat.close();
});

test('R5: a signature that cannot be checked is none', async () => {
  const noSubtle = "Object.defineProperty(crypto, 'subtle', { value: undefined });";
  const chat = await Chat.open(browser, site, page('<p>Chat</p>', `window.events = []; ${noSubtle}`), { ready: false, editor: false });
  assertStrict(await judge(chat, { manifest: await signManifest(MANIFEST, keys.privateKey), publicKey }), 'signature', 'signature');
  await chat.close();
});

test('R5: a locked manifest is tightened, never loosened', async () => {
  const chat = await blank();
  const lock = (more = {}) => signManifest({ ...MANIFEST, ...more, locked: true }, keys.privateKey);
  const locked = await lock();
  assertOpen(await judge(chat, { manifest: locked, publicKey }));
  for (const [redactorOptions, path] of [
    [{ off: ['email'] }, 'off: email'],
    [{ allow: { phone: ['900 123 456'] } }, 'allow: phone'],
    [{ thresholds: { phone: 0.9 } }, 'thresholds: phone'],
    [{ masks: { 'fin.account': 'last4' } }, 'masks.fin.account: last4'],
  ]) {
    const { rejections } = await judge(chat, { manifest: locked, publicKey, redactorOptions });
    assert.deepEqual(rejections.map(({ reason, problems }) => [reason, problems[0].path]), [['loosened', path]]);
  }
  assertOpen(await judge(chat, { manifest: locked, publicKey, redactorOptions: { policy: 'strict', masks: { 'fin.account': 'label' } } }));
  const keeps = await lock({ categories: MANIFEST.categories.map((rule) => (rule.id === 'fin.account' ? { ...rule, keep: 'last4' } : rule)) });
  assertOpen(await judge(chat, { manifest: keeps, publicKey, redactorOptions: { masks: { 'fin.account': 'last4' } } }));
  // Nobody may only watch, either: what stood open is hidden from then on.
  assertStrict(await judge(chat, { manifest: locked, publicKey, observe: true }), 'loosened', 'guardNetwork: observe');

  const tight = await judge(chat, { manifest: locked, publicKey, tighten: { categories: { 'fin.card': 'never', reference: 'never' } } });
  assert.deepEqual(tight.rejections, []);
  assert.deepEqual(tight.after, { text: STRICT, pending: ['contact.email'] });
  const looser = await judge(chat, { manifest: locked, publicKey, tighten: { categories: { 'auth.secret': 'allow', 'fin.card': 'allow' } } });
  assertOpen(looser);
  const third = await judge(chat, { manifest: locked, publicKey, tighten: { thirdParties: ['bank'] } });
  assert.equal(third.after.text, STRICT);
  await chat.close();
});

test('a tightening that names what is not there is refused', async () => {
  const chat = await blank();
  const codes = await chat.page.evaluate(async (manifest) => {
    const redactor = await antifaz.createRedactor();
    const attempts = [{ categories: { 'fin.crad': 'never' } }, { categories: { 'fin.card': 'hidden' } }, { thirdParties: ['nobody'] }];
    return attempts.map((tighten) => {
      try {
        antifaz.createGuard({ redactor, manifest, tighten, ui: 'none' });
        return 'nothing';
      } catch ({ code, key }) {
        return `${code} ${key}`;
      }
    });
  }, MANIFEST);
  assert.deepEqual(codes, [
    'malformed-manifest tighten.categories.fin.crad',
    'malformed-options tighten.categories.fin.card',
    'malformed-options tighten.thirdParties',
  ]);
  await chat.close();
});

test('R5: the script tag takes a public key', async () => {
  const altered = { ...(await signManifest(MANIFEST, keys.privateKey)), version: '2' };
  const html = widgetPage('form').replace(
    '</head>',
    `<script>window.events = []; document.addEventListener('antifaz-policy-rejected', ({ detail }) => events.push(detail))</script>
     <script type="application/json" id="policy">${JSON.stringify(altered)}</script>
     <script src="/antifaz.js" data-manifest="#policy" data-public-key="${publicKey}"></script></head>`,
  );
  const chat = await Chat.open(browser, site, html, { ready: false });
  await until(() => chat.page.evaluate(() => window.events.length > 0), () => 'the rejection');
  await chat.type(MESSAGE);
  await chat.pressSend();
  assert.deepEqual((await chat.page.evaluate(() => window.events)).map(({ reason }) => reason), ['signature']);
  assert.deepEqual(await chat.received(), [HIDDEN]);
  site.recorder.assertHolds(CARD, EMAIL);
  await chat.close();
});
