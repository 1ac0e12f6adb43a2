// The language of what is shown: as the page has it, as the customer chose it, and wide enough for the longest words.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BROWSER, launch } from './browsers.mjs';
import { CARD, Chat, guardScript } from './kit/chat.mjs';
import { Site } from './kit/site.mjs';
import { widgetPage } from './kit/widgets.mjs';
import { press, uiPages, until } from './ui-page.mjs';

const TITLES = {
  en: 'Check before sending',
  es: 'Revise antes de enviar',
  ru: 'Проверьте перед отправкой',
  de: 'Vor dem Senden prüfen',
  fr: 'Vérifiez avant l’envoi',
  pt: 'Verifique antes de enviar',
  it: 'Controlli prima di inviare',
};

describe(`the words of the interface in ${BROWSER}`, () => {
  let pages;
  before(async () => (pages = await uiPages()));
  after(() => pages.close());

  async function asked(rows, options, change) {
    const page = await pages.open(options);
    if (change) await page.evaluate(change);
    await page.evaluate((asks) => ask('textarea', asks), rows);
    await until(page, () => ours('.card').length === 1);
    return page;
  }
  const heading = (page) => page.evaluate(() => ours('h2')[0].textContent);

  for (const [language, title] of Object.entries(TITLES)) {
    test(`a page in "${language}" is spoken to in it`, async () => {
      const page = await asked(['card'], { language });
      assert.equal(await heading(page), title);
      assert.deepEqual(await page.evaluate(() => [ours('.card')[0].lang, ours('.card')[0].dir]), [language, 'ltr']);
      await page.close();
    });
  }

  test('the nearest ancestor that has a language decides, with its region or without', async () => {
    const page = await asked(['card'], { language: 'de' }, () => (editor('form').lang = 'fr-CA'));
    assert.equal(await heading(page), TITLES.fr);
    await page.close();
  });

  test('where the page speaks none of the languages, the browser says which, in its order', async () => {
    const page = await asked(['card'], { language: 'ja' }, () => {
      Object.defineProperty(navigator, 'languages', { value: ['ko', 'pt-BR', 'en'] });
    });
    assert.equal(await heading(page), TITLES.pt);
    await page.close();
  });

  test('where nobody speaks any of them, it is the first that was given', async () => {
    const page = await asked(['card'], { language: '' }, () => Object.defineProperty(navigator, 'languages', { value: ['ja', 'ko'] }));
    assert.equal(await heading(page), TITLES.en);
    await page.close();
  });

  test('what was chosen comes before what the page is in, also where only its language is there', async () => {
    const page = await asked(['card'], { language: 'de' }, () => (speech.wanted = 'es-AR'));
    assert.equal(await heading(page), TITLES.es);
    await page.close();
  });

  test('the live region counts as Russian does', async () => {
    const page = await pages.open({ language: 'ru' });
    const said = [];
    for (const count of [1, 2, 5, 21]) {
      await page.evaluate((many) => chips('textarea', [{ category: 'fin.card', label: 'CARD', count: many }]), count);
      said.push(await until(page, (many) => new RegExp(`\\b${many}\\b`).test(ours('[aria-live]')[0].textContent) && ours('[aria-live]')[0].textContent, count));
    }
    assert.deepEqual(said, [
      'Найдена 1 личная запись.',
      'Найдены 2 личные записи.',
      'Найдено 5 личных записей.',
      'Найдена 21 личная запись.',
    ]);
    await page.close();
  });

  test('names and purposes are set apart, so that one in another script leaves the line as it is', async () => {
    const page = await asked(['card', 'health'], { language: 'ar-XB' });
    const apart = () => page.evaluate(() => ours('bdi').map((element) => element.textContent));
    assert.deepEqual(await apart(), ['A bank', 'blocking a card', 'A bank', '90 يومًا', 'a claim', 'A bank']);
    await page.close();
  });

  const LANGUAGES = [...Object.keys(TITLES), 'xx-long', 'ar-XB'];
  for (const language of LANGUAGES) {
    test(`in "${language}" card, modal and chips fit into 320 pixels`, async () => {
      const page = await pages.open({ language, width: 320, height: 640 });
      const labels = ['MEMBER', 'FINANCES', 'SECRET', 'BIOMETRIC', 'CREDIT'];
      await page.evaluate((list) => chips('textarea', list.map((label, at) => ({ category: label, label, count: 1, will: ['hide', 'generalize', 'share'][at % 3], settled: at === 2 }))), labels);
      assert.deepEqual(await page.evaluate(tooWide), [], 'chips');
      await page.evaluate(() => ask('textarea', ['kept', 'birth', 'health', 'secret']));
      await until(page, () => ours('.card').length === 1);
      await press(page, '[data-category="contact.phone"] [data-choice=share]');
      await until(page, () => ours('.more:not([hidden])').length === 1);
      assert.deepEqual(await page.evaluate(tooWide), [], 'card');
      await press(page, '[data-category="special.health"] [data-choice=share]');
      await until(page, () => ours('dialog').length === 1);
      assert.deepEqual(await page.evaluate(tooWide), [], 'modal');
      assert.deepEqual(page.complaints, []);
      await page.close();
    });
  }
});

/** The words of ours that reach out of the box they stand in, or out of the window. */
function tooWide() {
  const wrong = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [];
  for (const element of ours('*')) {
    if (element.closest('.unseen') || !element.offsetParent) continue;
    const box = (element.closest('button,li,p,dt,dd,dialog,.card') ?? element.getRootNode().host).getBoundingClientRect();
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE) continue;
      // Word by word: a space at the end of a line hangs outside by right.
      for (const { 0: word, index } of node.data.matchAll(/[^\s\u202a-\u202e]+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const { left, right } = range.getBoundingClientRect();
        if (left < Math.max(box.left, 0) - 1 || right > Math.min(box.right, innerWidth) + 1) wrong.push(word);
      }
    }
  }
  return wrong;
}

describe(`the language of a guard in ${BROWSER}`, () => {
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
  const open = (guard = {}) => Chat.open(browser, site, widgetPage('keydown', { guard: guardScript(guard), elsewhere: site.elsewhere }));

  test('it can be switched while a message is being written', async () => {
    const chat = await open();
    await chat.type(`card ${CARD}`);
    const status = await chat.find('antifaz-status');
    const says = (words) => chat.page.waitForFunction((element, text) => element.shadowRoot.querySelector('.chip')?.textContent.includes(text), { timeout: 5000 }, status, words);
    await says('will be hidden');
    await chat.page.evaluate(() => {
      document.addEventListener('antifaz-language', ({ detail }) => (window.switched = detail.locale));
      guard.locale = 'ru';
    });
    await says('скроем');
    assert.deepEqual(await chat.page.evaluate(() => [guard.locale, window.switched, guard.speech().core.lang]), ['ru', 'ru', 'ru']);
    await chat.enter();
    assert.equal(await (await chat.find('antifaz-card')).evaluate((card) => card.shadowRoot.querySelector('h2').textContent), TITLES.ru);
    await chat.answer('Отправить');
    assert.deepEqual(await chat.received(), ['card [CARD_1]']);
    await chat.close();
  });

  test('a guard that has to ask and was given no words says what to import', async () => {
    const chat = await open();
    const said = await chat.page.evaluate(() => {
      const options = { redactor: new Promise(() => {}), manifest: guard.manifest };
      const make = (more) => {
        try {
          antifaz.createGuard({ ...options, ...more }).destroy();
          return 'made';
        } catch ({ code, message }) {
          return [code, message.match(/with en from 'antifaz\/locales\/en'/)?.[0]];
        }
      };
      return [make({ locales: [] }), make({ locales: [], ui: 'none' }), make({ locales: antifaz.locales.slice(2, 3) }), make({ locales: 'en' })[0], make({ locale: 'not a locale' })[0]];
    });
    assert.deepEqual(said, [["no-locale", "with en from 'antifaz/locales/en'"], 'made', 'made', 'malformed-options', 'unknown-locale']);
    await chat.close();
  });
});
