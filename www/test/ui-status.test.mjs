import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BROWSER } from './browsers.mjs';
import { press, uiPages, until } from './ui-page.mjs';

const CARD_CHIP = { category: 'fin.card', label: 'CARD', count: 1, hint: '1111' };
const NAME_CHIP = { category: 'id.name', label: 'NAME', count: 1 };

describe(`chips and notices in ${BROWSER}`, () => {
  let pages;
  before(async () => (pages = await uiPages()));
  after(() => pages.close());

  const shown = (page) => page.evaluate(() => ours('.chip').map((chip) => chip.textContent));
  const show = (page, chips, editor = 'textarea') => page.evaluate((name, list) => window.chips(name, list), editor, chips);

  /** Everything the live region says from now on. */
  async function listen(page) {
    await page.evaluate(() => {
      window.said = [];
      const region = ours('[aria-live]')[0];
      new MutationObserver(() => region.textContent && said.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
    });
    return () => page.evaluate(() => said);
  }
  const calm = () => new Promise((resolve) => setTimeout(resolve, 900));

  test('a chip says what will be hidden, and goes when there is nothing', async () => {
    const page = await pages.open();
    await show(page, [CARD_CHIP, { ...NAME_CHIP, count: 3 }]);
    assert.deepEqual(await shown(page), ['Card •••• 1111 · will be hidden', 'Name × 3 · will be hidden']);
    const above = await page.evaluate(() => {
      const chip = ours('.chip')[0].getBoundingClientRect();
      return chip.height > 0 && chip.bottom <= editor('textarea').getBoundingClientRect().top;
    });
    assert.ok(above, 'it stands right above the editor');
    await show(page, []);
    assert.deepEqual(await shown(page), []);
    assert.equal(await page.evaluate(() => document.querySelector('antifaz-status').offsetHeight), 0);
    assert.deepEqual(page.complaints, []);
    await page.close();
  });

  test('many categories take no more room than four', async () => {
    const page = await pages.open();
    const labels = ['CARD', 'NAME', 'EMAIL', 'PHONE', 'ID', 'BIRTH', 'ADDRESS'];
    await show(page, labels.map((label) => ({ category: label, label, count: 1 })));
    assert.deepEqual((await shown(page)).slice(3), ['Phone · will be hidden', '3 more']);
    await page.close();
  });

  test('the number is announced once it has changed and typing is calm, and never a value', async () => {
    const page = await pages.open();
    await show(page, []);
    const said = await listen(page);
    for (let i = 0; i < 5; i++) await show(page, [CARD_CHIP]);
    assert.deepEqual(await said(), [], 'not while keys are coming in');
    await calm();
    assert.deepEqual(await said(), ['1 private detail found.']);
    await show(page, [{ ...CARD_CHIP, hint: '2222' }]);
    await calm();
    assert.equal((await said()).length, 1, 'the same number again is no news');
    await show(page, [CARD_CHIP, { ...NAME_CHIP, count: 2 }]);
    await calm();
    assert.deepEqual((await said()).at(-1), '3 private details found.');
    await show(page, []);
    await calm();
    await show(page, [CARD_CHIP]);
    await calm();
    const all = await said();
    assert.deepEqual(all.slice(2), ['1 private detail found.'], 'an emptied editor is silent, the next message is not');
    assert.doesNotMatch(all.join(), /1111|2222|Card/);
    await page.close();
  });

  test('only a person takes a settled choice back', async () => {
    const page = await pages.open();
    await show(page, [{ ...CARD_CHIP, settled: true }]);
    await page.evaluate(() => ours('.chip button')[0].click());
    assert.equal(await page.evaluate(() => window.askedAgain), undefined);
    await press(page, '.chip button');
    assert.equal(await page.evaluate(() => window.askedAgain), 'fin.card');
    await page.close();
  });

  test('a page that throws our line out gets it back with the next chip', async () => {
    const page = await pages.open();
    await show(page, [CARD_CHIP]);
    await page.evaluate(() => document.querySelector('antifaz-status').remove());
    await show(page, [CARD_CHIP]);
    assert.deepEqual(await shown(page), ['Card •••• 1111 · will be hidden']);
    await page.close();
  });

  test('chips make way for the card', async () => {
    const page = await pages.open();
    await show(page, [CARD_CHIP]);
    await page.evaluate(() => ask('textarea', ['card']));
    await until(page, () => ours('.card').length === 1);
    assert.equal(await page.evaluate(() => ours('.chip')[0].checkVisibility()), false);
    await press(page, '.edit');
    await until(page, () => window.answer);
    assert.equal(await page.evaluate(() => ours('.chip')[0].checkVisibility()), true);
    await page.close();
  });

  test('the language is that of the nearest ancestor of the editor', async () => {
    const page = await pages.open({ language: 'ru' });
    await show(page, [CARD_CHIP]);
    assert.deepEqual(await shown(page), ['Карта •••• 1111 · скроем']);
    await page.evaluate(() => (document.querySelector('form').lang = 'es-MX'));
    await show(page, [CARD_CHIP]);
    assert.deepEqual(await shown(page), ['Tarjeta •••• 1111 · se ocultará']);
    await page.close();
  });

  test('a notice stands until it is taken back, also where there is no editor', async () => {
    const page = await pages.open();
    const notices = () => page.evaluate(() => ours('.notice').filter((line) => line.checkVisibility()).map((line) => line.textContent));
    await page.evaluate(() => notice('textarea', 'too-long'));
    assert.match((await notices())[0], /too long.*Nothing was sent/);
    await page.evaluate(() => notice('textarea', null));
    assert.deepEqual(await notices(), []);
    await page.evaluate(() => notice(null, 'network-blocked'));
    assert.match((await notices())[0], /stopped/);
    await page.close();
  });

  test('where values were put back, a line says that only the customer sees them', async () => {
    const page = await pages.open();
    await show(page, [CARD_CHIP]);
    await page.evaluate(() => restored());
    const line = await page.evaluate(() => ours('.restored').map((p) => (p.checkVisibility() ? p.textContent : '')).join());
    assert.equal(line, 'Your details were filled in on this device only.');
    assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 1, 'the marks have their look');
    await page.close();
  });

  test('nothing of it is left when the guard is destroyed', async () => {
    const page = await pages.open();
    await show(page, [CARD_CHIP]);
    await page.evaluate(() => ask('textarea', ['card']));
    await until(page, () => ours('.card').length === 1);
    await page.evaluate(() => destroy());
    assert.equal((await until(page, () => window.answer)).action, 'edit');
    assert.equal(await page.evaluate(() => document.querySelectorAll('[data-antifaz]').length), 0);
    await page.close();
  });
});
