import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { breaches } from './axe.mjs';
import { BROWSER } from './browsers.mjs';
import { BIRTH, CARD, press, uiPages, until } from './ui-page.mjs';

const BUTTONS = '.foot .button';

describe(`the consent card in ${BROWSER}`, () => {
  let pages;
  before(async () => (pages = await uiPages()));
  after(() => pages.close());

  /** A page whose card is open, with the caret in the middle of what was typed. */
  async function asked(rows, options, editor = 'textarea') {
    const page = await pages.open(options);
    await page.focus(editor);
    await page.keyboard.type('My card is here');
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
    await page.evaluate((name, asks) => ask(name, asks), editor, rows);
    await until(page, () => ours('.card').length === 1);
    return page;
  }

  const selected = (page) =>
    page.evaluate(() => ours('[aria-checked=true][role=radio]').map((radio) => radio.dataset.choice));
  const words = (page) => page.evaluate(() => deepFocus()?.textContent);

  test('it opens with the heading in focus and everything hidden', async () => {
    const page = await asked(['card', 'birth']);
    assert.equal(await words(page), 'Check before sending');
    assert.deepEqual(await selected(page), ['hide', 'message', 'hide', 'message']);
    assert.match(await page.evaluate(() => ours('[part=preview]')[0].textContent), /\[CARD_1\].*\[BIRTH_1\]/);
    assert.deepEqual(page.complaints, []);
    await page.close();
  });

  test('the two ways to send look and measure the same', async () => {
    for (const language of ['en', 'es', 'ru']) {
      const page = await asked(['card'], { language, width: 400 });
      const [send, hideAll] = await page.evaluate((selector) => {
        return ours(selector).map((button) => {
          const { width, height, top } = button.getBoundingClientRect();
          const { color, backgroundColor, borderColor, borderWidth, fontSize, fontWeight } = getComputedStyle(button);
          const looks = { color, backgroundColor, borderColor, borderWidth, fontSize, fontWeight };
          return { width, height, top, looks, part: button.part.value };
        });
      }, BUTTONS);
      assert.deepEqual(send, hideAll, language);
      assert.ok(send.height >= 44 && send.width >= 44);
      await page.close();
    }
  });

  test('by keyboard alone: arrows choose, Tab moves on, Enter on Send answers with what was chosen', async () => {
    const page = await asked(['card', 'birth']);
    await page.keyboard.press('Tab');
    assert.equal(await words(page), 'Edit');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    assert.deepEqual((await selected(page)).slice(0, 2), ['share', 'message']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    assert.deepEqual((await selected(page)).slice(0, 2), ['share', 'conversation']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    assert.equal(await words(page), 'Less exact');
    await page.keyboard.press('Tab');
    assert.equal(await words(page), 'Send');
    await page.keyboard.press('Enter');
    assert.deepEqual(await until(page, () => window.answer), {
      action: 'send',
      choices: {
        'fin.card': { choice: 'share', scope: 'conversation' },
        'id.birth': { choice: 'generalize', scope: 'message' },
      },
      gesture: { type: 'click', isTrusted: true },
    });
    await page.close();
  });

  test('arrows go round, and back', async () => {
    const page = await asked(['birth']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const seen = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowUp']) {
      await page.keyboard.press(key);
      seen.push((await selected(page))[0]);
    }
    assert.deepEqual(seen, ['generalize', 'share', 'hide', 'share', 'generalize']);
    await page.close();
  });

  test('what a script does to the controls shares nothing and sends nothing', async () => {
    const page = await asked(['card']);
    await page.evaluate((buttons) => {
      const share = ours('[data-choice=share]')[0];
      share.click();
      share.setAttribute('aria-checked', 'true');
      share.focus();
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        share.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
      }
      for (const key of [' ', 'Enter', 'ArrowRight']) {
        share.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      }
      for (const button of ours(buttons)) button.click();
      ours('.edit')[0].click();
    }, BUTTONS);
    assert.equal(await page.evaluate(() => window.answer), undefined);
    assert.doesNotMatch(await page.evaluate(() => ours('[part=preview]')[0].textContent), /4111/);
    await press(page, BUTTONS);
    const { choices } = await until(page, () => window.answer);
    assert.deepEqual(choices, { 'fin.card': { choice: 'hide', scope: 'message' } });
    await page.close();
  });

  test('the second click of a double click on the send control of the widget decides nothing', async () => {
    const page = await asked(['card']);
    const { x, y } = await page.evaluate((selector) => {
      const { left, top, width, height } = ours(selector)[0].getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }, BUTTONS);
    await page.keyboard.press('Escape');
    await until(page, () => window.answer);
    await page.evaluate(
      (left, top) => {
        const go = document.querySelector('form button');
        Object.assign(go.style, { position: 'fixed', left: `${left - 20}px`, top: `${top - 10}px`, width: '40px', height: '20px' });
        go.addEventListener('click', () => {
          go.remove();
          ask('textarea', ['card']);
        });
      },
      x,
      y,
    );
    await page.mouse.click(x, y, { count: 2 });
    assert.equal(await page.evaluate((selector, left, top) => ours(selector)[0].getRootNode().elementFromPoint(left, top).textContent, BUTTONS, x, y), 'Send');
    assert.equal(await page.evaluate(() => window.answer), undefined);
    await press(page, BUTTONS);
    assert.equal((await until(page, () => window.answer)).action, 'send');
    await page.close();
  });

  test('the preview is what the choices make of the message, and tokens are read as words', async () => {
    const page = await asked(['card', 'birth']);
    const spoken = () => page.evaluate(() => ours('.pill').map((pill) => pill.ariaLabel ?? pill.textContent));
    assert.deepEqual(await spoken(), ['Card: hidden', 'Date of birth: hidden']);
    await press(page, '[data-category="fin.card"] [data-choice=share]');
    await press(page, '[data-choice=generalize]');
    assert.deepEqual(await spoken(), [`Card: shared: ${CARD}`, 'Date of birth: less exact: 1987']);
    await page.close();
  });

  test('a secret has no control and says why', async () => {
    const page = await asked(['card', 'secret']);
    const row = await page.evaluate(() => {
      const item = ours('[data-category="auth.secret"]')[0];
      return { controls: item.querySelectorAll('button, [role]').length, text: item.textContent };
    });
    assert.deepEqual(row, { controls: 0, text: 'Password or codeNever shared. Nobody in a chat needs it.' });
    await page.close();
  });

  for (const [row, category] of [['health', 'special.health'], ['phone', 'contact.phone']]) {
    test(`${category} is shared only after a tick and a second button`, async () => {
      const page = await asked([row]);
      const share = `[data-category="${category}"] [data-choice=share]`;
      const open = () => page.evaluate(() => ours('dialog').some((dialog) => dialog.open));
      await press(page, share);
      assert.equal(await words(page), 'Do you want to share this?');
      await page.keyboard.press('Enter');
      assert.equal(await open(), true, 'Enter on the open dialog does nothing');
      await press(page, 'dialog .button:last-child');
      assert.equal(await open(), true, 'without the tick the button does nothing');
      await page.evaluate(() => {
        ours('.agree')[0].click();
        ours('.agree')[0].setAttribute('aria-checked', 'true');
        ours('dialog .button:last-child')[0].click();
      });
      await press(page, 'dialog .button:last-child');
      assert.equal(await open(), true, 'a tick by a script is none');
      await page.keyboard.press('Escape');
      assert.equal(await open(), false);
      assert.equal(await page.evaluate(() => window.answer), undefined, 'Escape closes the dialog alone');
      assert.deepEqual((await selected(page))[0], 'hide');
      assert.equal(await words(page), 'Hide', 'focus is back in the row');

      await press(page, share);
      await press(page, '.agree');
      await press(page, 'dialog .button:last-child');
      await until(page, () => ours('dialog').length === 0);
      assert.deepEqual((await selected(page))[0], 'share');
      await press(page, BUTTONS);
      const { choices } = await until(page, () => window.answer);
      assert.deepEqual(choices[category], { choice: 'share', scope: 'message' });
      await page.close();
    });
  }

  test('arrows reach a delicate choice without opening anything', async () => {
    const page = await asked(['health']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    assert.equal(await words(page), 'Share');
    assert.equal(await page.evaluate(() => ours('dialog').length), 0);
    await page.keyboard.press(' ');
    await until(page, () => ours('dialog').length === 1);
    await page.close();
  });

  test('a date is offered where one was given, and what changed since the customer agreed stands in the row', async () => {
    const page = await asked(['kept']);
    const row = () => page.evaluate(() => ours('[data-category="contact.phone"]')[0].innerText);
    assert.match(await row(), /Changed since you agreed: who gets it, how long it is kept/);
    assert.doesNotMatch(await row(), /Until/, 'how long is asked once it is shared');
    await press(page, '[data-choice=share]');
    assert.match(await row(), /This message\s+Whole chat\s+Until May 3/);
    await press(page, '[data-choice=date]');
    await press(page, '.foot .button');
    assert.deepEqual((await until(page, () => window.answer)).choices, { 'contact.phone': { choice: 'share', scope: 'date', until: await page.evaluate(() => new Date(2027, 4, 3, 23, 59).getTime()) } });
    await page.close();
  });

  test('what it may be used for besides is offered once it is shared, off, and each by itself', async () => {
    const page = await asked(['wanted', 'theirs']);
    const boxes = () => page.evaluate(() => ours('[data-category="contact.email"] [role=checkbox]').map((box) => [box.checkVisibility() && box.innerText, box.getAttribute('aria-checked')]));
    assert.deepEqual(await boxes(), [[false, 'false'], [false, 'false']], 'nothing is seen before');
    await press(page, '[data-category="contact.email"] [data-choice=share]');
    assert.deepEqual(await boxes(), [['advertising', 'false'], ['a survey', 'false']]);
    await page.evaluate(() => ours('[role=checkbox]').forEach((box) => box.click()));
    assert.deepEqual(await boxes(), [['advertising', 'false'], ['a survey', 'false']], 'a script ticks nothing');
    await press(page, '[data-category="contact.email"] [role=checkbox]');
    await press(page, '.foot .button');
    assert.deepEqual((await until(page, () => window.answer)).choices, { 'contact.email': { choice: 'share', scope: 'message', purposes: ['ads'] } });
    await page.close();
  });

  test('what is somebody else\'s has no control and says so', async () => {
    const page = await asked(['card', 'theirs']);
    const [own, theirs] = await page.evaluate(() => ours('[data-category="fin.card"]').map((row) => [row.querySelectorAll('[role=radio]').length, row.innerText]));
    assert.ok(own[0] > 0);
    assert.equal(theirs[0], 0);
    assert.match(theirs[1], /Somebody else's\. It stays hidden\./);
    await press(page, '[data-choice=share]');
    await press(page, '.foot .button');
    assert.deepEqual((await until(page, () => window.answer)).choices, { 'fin.card': { choice: 'share', scope: 'message' } });
    await page.close();
  });

  test('a last day is taken from a person and within what is allowed, and the row says it', async () => {
    const page = await asked(['wanted']);
    await press(page, '[data-choice=share]');
    assert.equal(await page.evaluate(() => ours('.day')[0].checkVisibility()), false, 'asked once a date is wanted');
    await press(page, '[data-choice=date]');
    const day = (value) =>
      page.evaluate((wanted) => {
        const input = ours('input[type=date]')[0];
        input.value = wanted;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        return ours('[data-choice=date]')[0].innerText;
      }, value);
    assert.equal(await day('2027-06-15'), 'Until May 3', 'not from a script');
    const input = await page.evaluateHandle(() => ours('input[type=date]')[0]);
    await input.focus();
    await page.keyboard.type('07042027');
    assert.equal(await page.evaluate(() => ours('[data-choice=date]')[0].innerText), 'Until July 4');
    await press(page, '.foot .button');
    const { until: end } = (await until(page, () => window.answer)).choices['contact.email'];
    assert.equal(end, await page.evaluate(() => new Date(2027, 6, 4, 23, 59, 59, 999).getTime()));
    await page.close();
  });

  test('beyond two second confirmations none is shown', async () => {
    const page = await asked(['health', 'phone']);
    for (let at = 0; at < 2; at++) {
      await press(page, '[data-category="special.health"] [data-choice=share]');
      await until(page, () => ours('dialog').length === 1);
      await page.keyboard.press('Escape');
      await until(page, () => ours('dialog').length === 0);
    }
    await press(page, '[data-category="contact.phone"] [data-choice=share]');
    assert.match(await page.evaluate(() => ours('[data-category="contact.phone"]')[0].innerText), /asked often enough/);
    assert.equal(await page.evaluate(() => ours('dialog').length), 0);
    await press(page, '.foot .button');
    assert.equal((await until(page, () => window.answer)).choices['contact.phone'].choice, 'hide');
    assert.equal(await page.evaluate(() => window.noted.modals), 2);
    await page.close();
  });

  test('the words that were read are noted, those of the second step too, and no value is among them', async () => {
    const page = await asked(['card', 'health']);
    await press(page, '[data-category="special.health"] [data-choice=share]');
    await press(page, '.agree');
    await press(page, 'dialog .button:last-child');
    await press(page, '.foot .button');
    await until(page, () => window.answer);
    const { shown, language } = await page.evaluate(() => window.noted);
    assert.equal(language, 'en');
    assert.match(shown['fin.card'], /To A bank · automated assistant.*Asked for: blocking a card · A bank · kept 90 days/s);
    assert.match(shown['special.health'], /Do you want to share this\?.*I agree that A bank receives this\./s);
    for (const value of [CARD, BIRTH]) assert.ok(!JSON.stringify(shown).includes(value));
    await page.close();
  });

  test('hiding everything takes back what was chosen', async () => {
    const page = await asked(['card']);
    await press(page, '[data-choice=share]');
    await press(page, '.foot .button:last-child');
    assert.deepEqual(await until(page, () => window.answer), {
      action: 'hide-all',
      choices: {},
      gesture: { type: 'click', isTrusted: true },
    });
    await page.close();
  });

  test('Escape goes back to a text area at the same caret', async () => {
    const page = await asked(['card']);
    await page.keyboard.press('Escape');
    assert.equal((await until(page, () => window.answer)).action, 'edit');
    await page.keyboard.type('X');
    assert.equal(await page.evaluate(() => editor('textarea').value), 'My card is Xhere');
    await page.close();
  });

  test('Edit goes back to an editable element at the same caret', async () => {
    const page = await asked(['card'], {}, '#rich');
    await press(page, '[data-choice=share]');
    await press(page, '.edit');
    assert.equal((await until(page, () => window.answer)).action, 'edit');
    await page.keyboard.type('X');
    assert.equal(await page.evaluate(() => editor('#rich').textContent), 'My card is Xhere');
    await page.close();
  });

  test('no value is left in the page when the card is gone', async () => {
    const page = await asked(['card', 'birth']);
    await page.evaluate(() => (window.card = ours('.card')[0]));
    await press(page, '[data-category="fin.card"] [data-choice=share]');
    await press(page, '[data-category="id.birth"] [data-choice=share]');
    assert.match(await page.evaluate(() => everything()), new RegExp(CARD));
    await press(page, BUTTONS);
    await until(page, () => window.answer);
    const left = await page.evaluate(() => everything());
    for (const value of [CARD, BIRTH]) assert.ok(!left.includes(value), value);
    assert.equal(await page.evaluate(() => document.querySelector('antifaz-card')), null);
    await page.close();
  });

  test('it goes away with its editor and answers that nothing is sent', async () => {
    const page = await asked(['health']);
    await press(page, '[data-choice=share]');
    await page.evaluate(() => abort());
    assert.deepEqual(await until(page, () => window.answer), { action: 'edit', choices: {}, gesture: null });
    assert.equal(await page.evaluate(() => ours('.card, dialog').length), 0);
    await page.close();
  });

  test('every target is large enough, and at 320 px nothing scrolls sideways', async () => {
    for (const language of ['en', 'es', 'ru']) {
      const page = await asked(['card', 'birth', 'health', 'secret'], { width: 320, height: 640, language });
      await press(page, '[data-category="fin.card"] [data-choice=share]');
      const { small, sideways } = await page.evaluate(() => ({
        small: ours('button')
          .filter((button) => button.checkVisibility())
          .map((button) => ({ text: button.textContent, ...button.getBoundingClientRect().toJSON() }))
          .filter(({ width, height }) => Math.round(width) < 44 || Math.round(height) < 44),
        sideways: [document.documentElement, ...ours('.card, .body, .foot, .rows')]
          .filter((box) => box.scrollWidth > box.clientWidth)
          .map(({ className }) => className),
      }));
      assert.deepEqual(small, [], language);
      assert.deepEqual(sideways, [], language);
      await page.close();
    }
  });

  for (const dark of [false, true]) {
    test(`axe has nothing to say about card, dialog and chips in ${dark ? 'dark' : 'light'}`, async () => {
      for (const language of ['en', 'es', 'ru']) {
        const page = await asked(['card', 'birth', 'phone', 'wanted', 'theirs', 'health', 'secret'], { dark, language, height: 1200 });
        await press(page, '[data-category="contact.email"] [data-choice=share]');
        await press(page, '[data-category="contact.email"] [data-choice=date]');
        await page.evaluate(() => {
          chips('#rich', [
            { category: 'fin.card', label: 'CARD', count: 1, hint: '1111' },
            { category: 'id.name', label: 'NAME', count: 2, settled: true },
          ]);
          notice('#rich', 'press-send');
        });
        assert.deepEqual(await breaches(page), [], `card, ${language}`);
        await press(page, '[data-category="special.health"] [data-choice=share]');
        assert.deepEqual(await breaches(page), [], `dialog, ${language}`);
        await page.close();
      }
    });
  }
});
