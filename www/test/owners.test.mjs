// Other people's data: hidden without a question, and told as one thing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './browsers.mjs';
import { Chat, EMAIL, guardScript, until } from './kit/chat.mjs';
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

const NAMES = ['Anna', 'Tom', 'Maria', 'Peter', 'Sarah', 'Laura', 'Paul', 'Elena', 'Marco', 'Ivan'].flatMap((name) => [`${name} Smith`, `${name} Brown`]);
const CONTACTS = NAMES.map((name, at) => `${name} 07700 900${200 + at}`);
const HERS = 'eva.perez@example.com';

const open = () => Chat.open(browser, site, widgetPage('keydown', { guard: guardScript(), elsewhere: site.elsewhere }));

async function chips(chat) {
  const status = await chat.find('antifaz-status');
  const read = () => status.evaluate((element) => [...element.shadowRoot.querySelectorAll('.chip')].map((chip) => chip.textContent));
  await until(async () => (await read()).length > 0, () => 'chips');
  return read();
}

test('R9: twenty pasted contacts are hidden without a question, and one chip a category says why', async () => {
  const chat = await open();
  await chat.paste(CONTACTS.join('\n'));
  const shown = await chips(chat);
  assert.equal(shown.length, 2, shown.join());
  assert.ok(shown.every((chip) => /Somebody else's/.test(chip) && /20/.test(chip)), shown.join());
  await chat.enter();
  const [text] = await chat.received();
  assert.equal(await chat.hasCard(), false);
  assert.equal((text.match(/\[NAME_\d+\]/g) ?? []).length, 20, text);
  assert.equal((text.match(/\[PHONE_\d+\]/g) ?? []).length, 20, text);
  for (const value of [...NAMES, ...CONTACTS.map((line) => line.slice(-12))]) site.recorder.assertHolds(value);
  await chat.close();
});

test('R47: what is shared is the customer\'s own, never somebody else\'s of the same category', async () => {
  const chat = await open();
  await chat.type(`my email is ${EMAIL}, my wife's email is ${HERS}`);
  await chat.enter();
  await chat.choose('contact.email', 'Share');
  await chat.answer('Send');
  const [text] = await chat.received();
  assert.match(text, /^my email is ana\.perez@example\.com, my wife's email is \[EMAIL_\d\]$/);
  site.recorder.assertHolds(HERS);
  await chat.close();
});

test('a child\'s age and a relative\'s address leave hidden, and nobody is asked', async () => {
  const chat = await open();
  await chat.type(`сыну 9 лет, почта мужа ${EMAIL}`);
  await chat.enter();
  const [text] = await chat.received();
  assert.match(text, /^сыну \[STATUS_1\], почта мужа \[EMAIL_1\]$/);
  assert.equal(await chat.hasCard(), false);
  site.recorder.assertHolds(EMAIL);
  await chat.close();
});
