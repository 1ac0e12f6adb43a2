// Section by section, what the interface owes to those who read, hear, point or type differently. E24.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { breaches } from './axe.mjs';
import { BROWSER, launch } from './browsers.mjs';
import { openChat } from './kit/panel.mjs';
import { Site } from './kit/site.mjs';
import { BIRTH, CARD, press, uiPages, until } from './ui-page.mjs';

const LANGUAGES = ['en', 'es', 'ru', 'de', 'fr', 'pt', 'it'];
/** And the two that nobody speaks: half as long again, and from right to left. */
const ALL = [...LANGUAGES, 'xx-long', 'ar-XB'];
const ROWS = ['card', 'birth', 'kept', 'health', 'secret'];
const SHARE_HEALTH = '[data-category="special.health"] [data-choice=share]';
/** What 400 % leaves of a window of 1280 × 1024. */
const ZOOMED = { width: 320, height: 256 };

/** Firefox has no way to pretend while it runs. */
const FORCED = { 'ui.useAccessibilityTheme': 1, 'browser.display.document_color_use': 2, 'ui.prefersReducedMotion': 1 };

describe(`accessibility in ${BROWSER}`, () => {
  let pages;
  before(async () => (pages = await uiPages()));
  after(() => pages.close());

  async function dress(page, language, dark = false) {
    await page.evaluate(
      (lang, isDark) => {
        document.documentElement.lang = lang;
        document.documentElement.classList.toggle('dark', isDark);
      },
      language,
      dark,
    );
  }

  async function ask(page, rows = ROWS, editor = 'textarea') {
    await page.evaluate((name, asked) => ask(name, asked), editor, rows);
    await until(page, () => ours('.card').length === 1);
  }

  async function close(page) {
    await page.evaluate(() => abort());
    await until(page, () => window.answer && ours('.card, dialog').length === 0);
  }

  test('axe finds nothing in card, modal and chips, in any language, light and dark', async () => {
    const page = await pages.open({ height: 1000 });
    for (const dark of [false, true]) {
      for (const language of [...LANGUAGES, 'ar-XB']) {
        await dress(page, language, dark);
        await page.evaluate(() => {
          chips('#rich', [
            { category: 'fin.card', label: 'CARD', count: 1, hint: '1111' },
            { category: 'id.name', label: 'NAME', count: 2, settled: true },
          ]);
          notice('#rich', 'press-send');
        });
        await ask(page);
        const where = `${language}, ${dark ? 'dark' : 'light'}`;
        assert.deepEqual(await breaches(page), [], `card, ${where}`);
        await press(page, SHARE_HEALTH);
        assert.deepEqual(await breaches(page), [], `modal, ${where}`);
        await close(page);
      }
    }
    assert.deepEqual(page.complaints, []);
    await page.close();
  });

  test('axe finds nothing in the panel, in any language, light and dark', async () => {
    const site = await Site.start();
    const browser = await launch();
    try {
      const chat = await openChat(browser, site);
      const { page } = chat;
      const tabs = ['shared', 'permissions', 'stored', 'rights', 'about'];
      for (const [at, language] of [...LANGUAGES, ...LANGUAGES].entries()) {
        await page.evaluate(
          (lang, dark) => {
            document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
            guard.locale = lang;
          },
          language,
          at >= LANGUAGES.length,
        );
        await chat.open(tabs[at % tabs.length]);
        const found = (await breaches(page)).filter((breach) => breach.includes('antifaz-panel'));
        assert.deepEqual(found, [], `${language}, ${tabs[at % tabs.length]}`);
      }
      await chat.close();
    } finally {
      await browser.close();
      await site.close();
    }
  });

  test('1.4.10, 2.5.8: at 320 px nothing scrolls sideways and no target is small, in any language', async () => {
    const page = await pages.open({ width: 320, height: 640 });
    for (const language of ALL) {
      await dress(page, language);
      await page.evaluate(() => chips('#rich', [{ category: 'id.name', label: 'NAME', count: 2, settled: true }]));
      await ask(page);
      const measure = () =>
        page.evaluate(() => ({
          small: ours('button, input')
            .filter((target) => target.checkVisibility() && !target.classList.contains('details'))
            .map((target) => ({ text: target.textContent, ...target.getBoundingClientRect().toJSON() }))
            .filter(({ width, height }) => Math.round(width) < 44 || Math.round(height) < 44)
            .map(({ text, width, height }) => `${text}: ${width} × ${height}`),
          sideways: [document.documentElement, ...ours('.card, .body, .foot, dialog, .status')]
            .filter((box) => box.scrollWidth > box.clientWidth)
            .map(({ localName, className }) => `${localName}.${className}`),
          // In Firefox the space at the end of a mirrored line hangs over.
          cut: ours('button, h2, p, small, b, dt, dd').filter((box) => box.clientWidth > 1 && box.scrollWidth > box.clientWidth + 6).map((box) => box.textContent),
        }));
      const none = { small: [], sideways: [], cut: [] };
      assert.deepEqual(await measure(), none, `card, ${language}`);
      await press(page, SHARE_HEALTH);
      assert.deepEqual(await measure(), none, `modal, ${language}`);
      await close(page);
    }
    await page.close();
  });

  test('1.4.4, 2.4.11: at 400 % what has the focus is in sight, from the heading to the last button', async () => {
    const page = await pages.open(ZOOMED);
    for (const language of ['en', 'xx-long']) {
      await dress(page, language);
      await ask(page);
      const stops = await page.evaluate(() => ours('button').filter((button) => button.checkVisibility() && button.tabIndex === 0).length);
      assert.ok(stops > 5);
      for (let at = 0; at < stops; at++) {
        await page.keyboard.press('Tab');
        const { text, seen } = await page.evaluate(() => {
          const at = deepFocus();
          const { top, bottom, left, right } = at.getBoundingClientRect();
          const [x, y] = [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
          const hit = at.getRootNode().elementFromPoint(x, y);
          return { text: at.textContent, seen: at === hit || at.contains(hit) };
        });
        assert.ok(seen, `${text}, ${language}`);
      }
      await close(page);
    }
    await page.close();
  });

  test('1.4.12: with the spacing of those who need it nothing is cut off', async () => {
    const page = await pages.open({ width: 320, height: 900 });
    await ask(page);
    const cut = await page.evaluate(() => {
      const wide = new CSSStyleSheet();
      wide.replaceSync('*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}');
      const root = ours('.card')[0].getRootNode();
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, wide];
      return ours('button, h2, p, small, b').filter((box) => box.clientWidth > 1 && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 2)).map((box) => box.textContent);
    });
    assert.deepEqual(cut, []);
    await page.close();
  });

  test('right to left, everything mirrors: the order of choices, the arrows, and the keys', async () => {
    const page = await pages.open({ language: 'ar-XB' });
    await ask(page);
    const { edit, title, hide, share, flipped } = await page.evaluate(() => {
      const left = (selector) => ours(selector)[0].getBoundingClientRect().left;
      return {
        edit: left('.edit'),
        title: left('h2'),
        hide: left('[data-choice=hide]'),
        share: left('[data-choice=share]'),
        flipped: getComputedStyle(ours('.flip')[0]).transform,
      };
    });
    assert.ok(edit < title, 'Edit stands at the end of the line');
    assert.ok(share < hide);
    assert.equal(flipped, 'matrix(-1, 0, 0, 1, 0, 0)');
    await page.evaluate(() => ours('[data-choice=hide]')[0].focus());
    await page.keyboard.press('ArrowLeft');
    assert.equal(await page.evaluate(() => deepFocus().dataset.choice), 'share');
    await page.close();
  });

  test('2.4.3: the focus goes the way that the eye goes, and the modal keeps it', async () => {
    const page = await pages.open({ height: 1000 });
    await ask(page, ['birth', 'health']);
    const stops = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const at = deepFocus();
        const { top, left } = at.getBoundingClientRect();
        return at.getRootNode() === document ? undefined : { text: at.textContent, top: Math.round(top), left: Math.round(left) };
      });
      if (!stop) break;
      stops.push(stop);
    }
    assert.equal(stops.at(-1).text, 'Hide everything and send');
    assert.deepEqual(stops, [...stops].sort((a, b) => (Math.abs(a.top - b.top) < 12 ? a.left - b.left : a.top - b.top)));
    await press(page, SHARE_HEALTH);
    const inside = [];
    for (let at = 0; at < 4; at++) {
      await page.keyboard.press('Tab');
      inside.push(await page.evaluate(() => deepFocus()?.closest('dialog') !== null || deepFocus() === document.body));
    }
    assert.deepEqual(inside, [true, true, true, true]);
    await page.close();
  });

  test('the focus comes back to the very same selection, after a modal too', async () => {
    const page = await pages.open();
    await page.focus('textarea');
    await page.keyboard.type('My card is here');
    await page.evaluate(() => editor('textarea').setSelectionRange(3, 7, 'backward'));
    await ask(page);
    await press(page, SHARE_HEALTH);
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => window.answer), undefined, 'Escape decides nothing');
    await page.keyboard.press('Escape');
    assert.equal((await until(page, () => window.answer)).action, 'edit');
    const at = await page.evaluate(() => {
      const { selectionStart, selectionEnd, selectionDirection } = document.activeElement;
      return [selectionStart, selectionEnd, selectionDirection];
    });
    assert.deepEqual(at, [3, 7, 'backward']);
    await page.close();
  });

  test('4.1.3: no live region ever holds a value, also while the card shows it', async () => {
    const page = await pages.open();
    await page.evaluate(() => {
      window.said = [];
      const regions = () => [...document.querySelectorAll('[aria-live],[role=status],[role=alert]'), ...ours('[aria-live],[role=status],[role=alert]')];
      setInterval(() => said.push(...regions().map(({ textContent }) => textContent)), 10);
      chips('textarea', [{ category: 'fin.card', label: 'CARD', count: 1, hint: '1111' }]);
    });
    await ask(page);
    await press(page, '[data-category="fin.card"] [data-choice=share]');
    await press(page, '[data-category="id.birth"] [data-choice=share]');
    assert.match(await page.evaluate(() => everything()), new RegExp(CARD));
    await page.evaluate(() => new Promise((done) => setTimeout(done, 900)));
    const said = await page.evaluate(() => said.join(' '));
    assert.match(said, /1 private detail found/);
    for (const value of [CARD, BIRTH, '1111']) assert.ok(!said.includes(value), value);
    await page.close();
  });

  test('a theme that makes refusing look different is told about once', async () => {
    const page = await pages.open();
    const warnings = [];
    page.on('console', (message) => message.type() === 'warn' && warnings.push(message.text()));
    const spoil = (css) =>
      page.evaluate(
        (text) =>
          new MutationObserver((_, watching) => {
            const root = document.querySelector('antifaz-card')?.shadowRoot;
            if (!root) return;
            watching.disconnect();
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(text);
            root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
          }).observe(document.body, { childList: true, subtree: true }),
        css,
      );
    await ask(page);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
    assert.deepEqual(warnings, [], 'as it comes, nothing is to be said');
    await close(page);
    for (const css of ['.foot .button:last-child{color:#bbb;font-size:.7em}', '.foot .button:first-child{padding:30px}.foot{align-items:start}']) {
      await spoil(css);
      await ask(page);
      await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
      await close(page);
    }
    assert.equal(warnings.length, 1);
    assert.match(warnings[0], /must look alike, but a theme makes them differ in color, fontSize/);
    assert.deepEqual(await page.evaluate(() => window.warned), ['unequal-buttons']);
    await page.close();
  });
});

describe(`forced colours and reduced motion in ${BROWSER}`, () => {
  test('what is chosen, what waits and what has the focus can be told apart, and nothing moves', async () => {
    const pages = await uiPages({ preferences: FORCED });
    const page = await pages.open({ height: 1000 });
    if (BROWSER === 'chromium') {
      const client = await page.createCDPSession();
      const features = [{ name: 'forced-colors', value: 'active' }, { name: 'prefers-reduced-motion', value: 'reduce' }];
      await client.send('Emulation.setEmulatedMedia', { features });
    }
    assert.deepEqual(
      await page.evaluate(() => ['(forced-colors: active)', '(prefers-reduced-motion: reduce)'].map((query) => matchMedia(query).matches)),
      [true, true],
    );
    await page.evaluate((rows) => ask('textarea', rows), ROWS);
    await until(page, () => ours('.card').length === 1);
    assert.deepEqual(await breaches(page), []);
    const look = await page.evaluate(() => {
      const of = (selector, ...names) => names.map((name) => getComputedStyle(ours(selector)[0])[name]);
      const [chosen] = of('[data-choice=hide]', 'backgroundColor');
      const [other] = of('[data-choice=share]', 'backgroundColor');
      return { told: chosen !== other, moving: ours('.card')[0].getAnimations().length, border: of('.card', 'borderTopStyle', 'borderTopWidth') };
    });
    assert.deepEqual(look, { told: true, moving: 0, border: ['solid', '1px'] });
    await press(page, SHARE_HEALTH);
    assert.deepEqual(await breaches(page), []);
    const [waiting, ready] = await page.evaluate(() => ours('dialog .button').map((button) => getComputedStyle(button).color).reverse());
    assert.notEqual(waiting, ready);
    await page.keyboard.press('Tab');
    assert.notEqual(await page.evaluate(() => getComputedStyle(deepFocus()).outlineStyle), 'none');
    await page.close();
    await pages.close();
  });
});
