// The privacy panel: what was sent, what is allowed, what is kept, the six rights; by keyboard, by command, in both browsers.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { breaches } from './axe.mjs';
import { BROWSER, launch } from './browsers.mjs';
import { CARD, EMAIL, until } from './kit/chat.mjs';
import { MANIFEST, openChat } from './kit/panel.mjs';
import { Site } from './kit/site.mjs';

const TABS = ['shared', 'permissions', 'stored', 'rights', 'about'];
const MESSAGE = `my card is ${CARD}, mail ${EMAIL}`;

describe(`privacy panel in ${BROWSER}`, () => {
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

  const open = async (options) => {
    const chat = await openChat(browser, site, options);
    // One store for all pages of an origin.
    if (options?.ready !== false) await chat.page.evaluate(() => guard.erase('all'));
    return chat;
  };
  const bringCard = async (chat, length = 'Whole chat') => {
    await chat.type(MESSAGE);
    await chat.enter();
    await chat.choose('fin.card', 'Share');
    await chat.choose('fin.card', length);
    await chat.answer('Send');
    await chat.received(1);
  };

  test('R7: it opens with one press beside the chips, and the focus comes back to the editor', async () => {
    const chat = await open();
    await chat.type(MESSAGE);
    const status = await chat.find('antifaz-status');
    const button = await chat.page.waitForFunction(
      (element) => [...element.shadowRoot.querySelectorAll('.chip button')].find((each) => each.textContent === 'Privacy'),
      {},
      status,
    );
    await button.asElement().click();
    await chat.one('dialog[open]');
    assert.equal(await chat.focus(), 'title', 'the heading has the focus');
    await chat.page.keyboard.press('Escape');
    assert.equal(await chat.isOpen(), false);
    assert.equal(await chat.editorText(), MESSAGE, 'the draft is untouched');
    await chat.close();
  });

  test('a command opens it from the editor, is not sent, and leaves the editor empty and focused', async () => {
    const chat = await open();
    const asked = [
      ['/privacy', 'shared'],
      ['/Mis-Datos', 'shared'],
      ['/мои-данные', 'shared'],
      ['  /приватность ', 'shared'],
      ['/Confidentialité', 'shared'],
      ['/löschen', 'rights'],
      ['/borrar', 'rights'],
      ['/permisos', 'permissions'],
      ['/aviso', 'about'],
    ];
    for (const [command, tab] of asked) {
      await chat.type(command);
      await chat.enter();
      await chat.one(`#${tab}[aria-selected=true]`);
      await chat.page.keyboard.press('Escape');
      assert.equal(await chat.editorText(), '', command);
      assert.equal(await chat.page.evaluate(() => document.activeElement.className), 'editor', command);
    }
    assert.deepEqual(site.recorder.sentTo('/chat'), []);
    assert.deepEqual(await chat.bubbles('mine'), []);
    await chat.type('/unknown');
    await chat.enter();
    assert.deepEqual(await chat.received(), ['/unknown'], 'what is no command of ours is a message');
    await chat.type('what is /privacy');
    await chat.enter();
    assert.equal((await chat.received(2))[1], 'what is /privacy');
    await chat.close();
  });

  test('a command is not sent by a press on the send control either', async () => {
    const chat = await open();
    await chat.type('/privacy');
    await chat.pressSend();
    await chat.one('dialog[open]');
    assert.deepEqual(site.recorder.sentTo('/chat'), []);
    await chat.close();
  });

  for (const [lang, command, words] of [
    ['en', '/access', { access: 'copy of my personal data', rectify: 'correct my', erase: 'erase my', restrict: 'restrict the use', object: 'I object', port: 'machine-readable' }],
    ['es', '/acceso', { access: 'copia de mis datos', rectify: 'corrijan', erase: 'borren', restrict: 'limiten', object: 'Me opongo', port: 'lectura mecánica' }],
    ['ru', '/доступ', { access: 'копию моих', rectify: 'исправить', erase: 'удалить', restrict: 'ограничить', object: 'Возражаю', port: 'машиночитаемом' }],
  ]) {
    test(`E23: all six rights by keyboard alone in ${lang}, with text and JSON and no value unless ticked`, async () => {
      const chat = await open({ lang });
      await chat.type(`card ${CARD}`);
      await chat.enter();
      const card = await chat.find('antifaz-card');
      const send = await chat.page.waitForFunction((element) => element.shadowRoot.querySelector('.foot button'), {}, card);
      await send.asElement().click();
      await chat.received(1);
      await chat.type(command);
      await chat.enter();
      await chat.one('#rights[aria-selected=true]');
      await chat.one('.letter');
      await chat.tabTo('right-access');
      for (const [right, says] of Object.entries(words)) {
        if (right !== 'access') await chat.page.keyboard.press('ArrowDown');
        assert.equal(await chat.focus(), `right-${right}`);
        const [letter] = await chat.texts('.letter');
        const machine = JSON.parse(await chat.page.evaluate(() => panel.element.shadowRoot.querySelector('pre').textContent));
        assert.ok(letter.includes(says), letter);
        assert.deepEqual([machine.right, machine.language, machine.receipts.length > 0], [right, lang, true]);
        assert.doesNotMatch(letter + JSON.stringify(machine), /4111/);
      }
      await chat.tabTo('with-values');
      await chat.page.keyboard.press(' ');
      assert.match((await chat.texts('.letter'))[0], new RegExp(`\\[CARD_\\d+\\] ${CARD}`));
      await chat.page.keyboard.press(' ');
      assert.doesNotMatch((await chat.texts('.letter'))[0], /4111/);
      await chat.close();
    });
  }

  test('a request goes into the chat, and out only as the gate lets it', async () => {
    const chat = await open();
    await chat.type('/erase');
    await chat.enter();
    await chat.one('.letter');
    await (await chat.one('[data-key=note]')).type(`it is about ${CARD}`);
    await chat.press('button', 'Put into the chat');
    await until(async () => /erase my personal data/.test(await chat.editorText()), () => 'the letter in the editor');
    assert.equal(await chat.isOpen(), false);
    await chat.page.focus('.editor');
    await chat.enter();
    await chat.answer('Send');
    const [sent] = await chat.received(1);
    assert.match(sent, /erase my personal data[^]*\[CARD_\d+\]/);
    site.recorder.assertHolds?.(CARD);
    await chat.close();
  });

  test('E6: what is taken back in the panel is masked in the next message, with one press', async () => {
    const chat = await open();
    await bringCard(chat);
    assert.match((await chat.received(1))[0], /4111/);
    await chat.open('permissions');
    await chat.one('[role=switch][data-state=given]');
    await chat.press('button', 'Take everything back');
    await until(async () => (await chat.texts('[data-state=given]')).length === 0, () => 'no permission left');
    await chat.page.keyboard.press('Escape');
    await chat.type(`again ${CARD}`);
    await chat.enter();
    await chat.answer('Send');
    assert.match((await chat.received(2))[1], /^again \[CARD_\d+\]$/);
    const statuses = await chat.page.evaluate(async () => (await guard.ledger.records()).filter(({ kind }) => kind === 'consent').map(({ status }) => status));
    assert.ok(statuses.includes('withdrawn'), statuses.join());
    assert.equal(await chat.page.evaluate(async () => (await guard.ledger.verify()).valid), true);
    await chat.close();
  });

  test('a switch takes back and refuses; switched on again it only asks', async () => {
    const chat = await open();
    await bringCard(chat);
    await chat.open('permissions');
    const key = '[data-key="fin.card|support|bank"]';
    await chat.press(`${key}[data-state=given]`);
    await chat.one(`${key}[data-state=refused][aria-checked=false]`);
    await chat.page.keyboard.press('Escape');
    await chat.type(`again ${CARD}`);
    await chat.enter();
    assert.match((await chat.received(2))[1], /^again \[CARD_\d+\]$/, 'nobody was asked');
    await chat.open('permissions');
    await (await chat.one(key)).evaluate((element) => element.click());
    await sleep(100);
    await chat.one(`${key}[data-state=refused]`);
    await chat.press(key);
    await chat.one(`${key}[data-state=asks][aria-checked=true]`);
    assert.deepEqual(await chat.page.evaluate(() => guard.consents().filter(({ purpose }) => purpose === 'support')), [], 'nothing was granted');
    await chat.close();
  });

  test('R14: the search for "credit" leaves what was told about it, with its date', async () => {
    // Word for word: what the engine makes of such statements is not the panel's.
    const chat = await open({ redactor: "antifaz.createRedactor({ deny: { 'fin.credit': ['in arrears'] } })" });
    await chat.type(`my mail is ${EMAIL}`);
    await chat.enter();
    await chat.answer('Send');
    await chat.received(1);
    await chat.type('I am three months in arrears');
    await chat.enter();
    await chat.answer('Send');
    await chat.received(2);
    await chat.open('shared');
    const all = await chat.texts('#content li');
    await (await chat.one('[type=search]')).type('CREDÍT');
    const some = await chat.texts('#content li');
    assert.ok(some.length > 0 && some.length < all.length, `${some.length} of ${all.length}`);
    const year = new Date().getFullYear();
    for (const row of some) assert.match(row, new RegExp(`Credit and debts.*${year}`));
    await (await chat.one('[type=search]')).type(' nothing of the kind');
    assert.deepEqual(await chat.texts('#content li'), []);
    await chat.close();
  });

  test('a note of what is wrong stays beside the record, masked, and goes into the request', async () => {
    const chat = await open();
    await bringCard(chat);
    await chat.open('shared');
    await chat.press('button', 'Correct:');
    await (await chat.one('textarea')).type(`it was not ${CARD}`);
    await chat.press('.fields button', 'Correct');
    await chat.one('#rights[aria-selected=true]');
    assert.match((await chat.texts('.letter'))[0], /correct my personal data[^]*it was not/);
    await chat.open('shared');
    assert.match((await chat.texts('.note'))[0], /it was not \[CARD_\d+\]/);
    await chat.close();
  });

  test('R30: a value counts down, and is gone when its time is over', async () => {
    const chat = await open();
    await chat.type(`card ${CARD}`);
    await chat.enter();
    await chat.answer('Send');
    await chat.received(1);
    await chat.open('stored');
    const ending = () => chat.texts('.ending');
    assert.match((await ending())[0], /gone in (?:1 day|24 hours)/);
    await chat.page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 23 * 3_600_000 + 30 * 60_000;
    });
    await until(async () => /gone in (?:29|30) minutes/.test((await ending())[0]), () => 'the countdown to go on');
    await chat.page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 3_600_000;
    });
    await until(async () => (await ending()).length === 0, () => 'the value to be gone', 70_000);
    assert.equal(await chat.page.evaluate(() => guard.values().length), 0);
    await chat.close();
  });

  test('a value is shown to a person, hidden again, and erased at once', async () => {
    const chat = await open();
    await chat.type(`card ${CARD}`);
    await chat.enter();
    await chat.answer('Send');
    await chat.received(1);
    await chat.open('stored');
    await (await chat.one('button', 'Show')).evaluate((element) => element.click());
    assert.match((await chat.texts('.value'))[0], /^\[CARD_\d+\]$/, 'not to a script');
    await chat.press('button', 'Show');
    assert.deepEqual(await chat.texts('.value'), [CARD]);
    await chat.press('button', 'Hide');
    assert.match((await chat.texts('.value'))[0], /^\[CARD_\d+\]$/);
    await chat.press('[data-key=erase-values]');
    await until(async () => (await chat.texts('.value')).length === 0, () => 'no value');
    assert.equal(await chat.page.evaluate(() => guard.restore('[CARD_1]')), '[CARD_1]');
    await chat.close();
  });

  test('permissions are erased after ten seconds, in which it can be undone', async () => {
    const chat = await open();
    await bringCard(chat);
    await chat.open('stored');
    await chat.press('[data-key=erase-consents]');
    await chat.one('[data-erases=consents]');
    await chat.press('[data-key=erase-consents]', 'Undo');
    await chat.one('[data-key=erase-consents]', 'Erase');
    const count = () => chat.page.evaluate(async () => (await guard.ledger.records()).filter(({ kind }) => kind === 'consent').length);
    assert.ok((await count()) > 0);
    await chat.press('[data-key=erase-consents]', 'Erase');
    await chat.page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 11_000;
    });
    await until(async () => (await count()) === 0, () => 'the records to be gone');
    assert.deepEqual(await chat.page.evaluate(() => guard.consents()), []);
    await chat.close();
  });

  test('a passphrase locks the records, and only it opens them', async () => {
    const chat = await open();
    await bringCard(chat, 'This message');
    await chat.open('stored');
    await (await chat.one('[data-key=passphrase]')).type('open sesame');
    await chat.press('.fields .button');
    await chat.press('button', 'Lock');
    await (await chat.one('[autocomplete=current-password]')).type('wrong');
    await chat.page.keyboard.press('Enter');
    await until(async () => (await chat.texts('[role=alert]'))[0] === 'That is not the passphrase.', () => 'the refusal');
    await chat.open('shared');
    assert.match((await chat.texts('#content'))[0], /locked/);
    await chat.open('stored');
    await (await chat.one('[autocomplete=current-password]')).type('open sesame');
    await chat.page.keyboard.press('Enter');
    await chat.one('[data-key=erase-consents]');
    await chat.press('button', 'Remove passphrase');
    await until(() => chat.page.evaluate(() => !guard.ledger.isProtected), () => 'no passphrase');
    await chat.close();
  });

  test('all records are taken away as a file, without values unless that is ticked', async () => {
    const chat = await open();
    await chat.type(`card ${CARD}`);
    await chat.enter();
    await chat.answer('Send');
    await chat.received(1);
    await chat.page.evaluate(() => {
      window.files = [];
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob) => (void blob.text().then((text) => files.push(text)), make(blob));
    });
    const file = async (count) => {
      await until(() => chat.page.evaluate((wanted) => files.length === wanted, count), () => `${count} files`);
      return chat.page.evaluate(() => files.at(-1));
    };
    await chat.open('shared');
    for (const [at, [words, sign]] of [['JSON', '"format"'], ['JSON-LD', '@context'], ['CSV', '"sent"']].entries()) {
      await chat.press('.foot button', words);
      const text = await file(at + 1);
      assert.ok(text.includes(sign), words);
      assert.doesNotMatch(text, /4111/);
    }
    const tick = await chat.find('.tick input');
    await tick.evaluate((box) => {
      box.click();
      box.closest('label').click();
      box.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await chat.press('.foot button', 'JSON');
    assert.doesNotMatch(await file(4), /4111/, 'a script ticked it');
    await chat.press('.tick input');
    await chat.press('.foot button', 'JSON');
    assert.ok((await file(5)).includes(CARD));
    await chat.close();
  });

  test('tabs go by arrow keys, Home and End, and mirrored from right to left', async () => {
    const chat = await open();
    await chat.open('shared');
    await chat.tabTo('shared');
    const { keyboard } = chat.page;
    for (const [key, tab] of [['ArrowDown', 'permissions'], ['ArrowRight', 'stored'], ['End', 'about'], ['ArrowRight', 'shared'], ['ArrowLeft', 'about'], ['Home', 'shared']]) {
      await keyboard.press(key);
      assert.equal(await chat.focus(), tab, key);
      await chat.one(`#${tab}[aria-selected=true]`);
    }
    await chat.close();
    const mirrored = await open({
      options: "locales: [{ core: { ...antifaz.locales[0].core, lang: 'ar-XB', dir: 'rtl' } }], locale: 'ar-XB',",
      panelOptions: "{ locales: [{ ...antifaz.panelLocales[0], lang: 'ar-XB' }] }",
    });
    await mirrored.open('shared');
    await mirrored.tabTo('shared');
    await mirrored.page.keyboard.press('ArrowLeft');
    assert.equal(await mirrored.focus(), 'permissions');
    await mirrored.close();
  });

  test('the language switches, for the panel and for the chat', async () => {
    const chat = await open();
    await chat.open('about');
    await (await chat.one('[data-key=language]')).select('de');
    await until(async () => (await chat.texts('#title'))[0] === 'Ihre Privatsphäre', () => 'German');
    assert.equal(await chat.page.evaluate(() => guard.locale), 'de');
    await chat.page.evaluate(() => (guard.locale = 'auto'));
    await chat.close();
  });

  test('texts of the manifest are text, and only web and mail addresses are links', async () => {
    const script = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>';
    const manifest = {
      ...MANIFEST,
      controller: { ...MANIFEST.controller, name: script, address: 'javascript:window.ran=1' },
      authority: script,
      purposes: MANIFEST.purposes.map((purpose) => ({ ...purpose, text: { en: script } })),
      recipients: MANIFEST.recipients.map((recipient) => ({ ...recipient, name: script })),
      sources: [{ en: script }],
    };
    // The engine refuses markup; until it is there, nobody has read these texts.
    const chat = await open({ manifest, redactor: 'new Promise(() => {})', ready: false });
    for (const tab of TABS) {
      await chat.open(tab);
      const { texts, made, links } = await chat.page.evaluate(() => {
        const root = window.panel.element.shadowRoot;
        return {
          texts: root.textContent,
          made: root.querySelectorAll('img, script').length,
          links: [...root.querySelectorAll('a')].map(({ protocol }) => protocol),
        };
      });
      assert.equal(made, 0, tab);
      if (tab !== 'shared' && tab !== 'stored') assert.ok(texts.includes('<img src=x'), tab);
      for (const protocol of links) assert.match(protocol, /^(?:https?|mailto):$/);
    }
    assert.equal(await chat.page.evaluate(() => window.ran), undefined);
    await chat.close();
  });

  test('it works without a ledger, and says that nothing is kept', async () => {
    const chat = await openChat(browser, site, { ledger: false });
    await chat.type(`card ${CARD}`);
    await chat.enter();
    await chat.answer('Send');
    await chat.received(1);
    await chat.open('shared');
    assert.match((await chat.texts('#content'))[0], /keeps no records.*Card × 1/s);
    for (const tab of TABS) await chat.open(tab);
    await chat.close();
  });

  test('the card offers the notice before the first consent', async () => {
    const chat = await open();
    await chat.type(MESSAGE);
    await chat.enter();
    const card = await chat.find('antifaz-card');
    await (await chat.page.waitForFunction((element) => element.shadowRoot.querySelector('.details'), {}, card)).asElement().click();
    await chat.one('#about[aria-selected=true]');
    await chat.one('.privacy-notice');
    const said = (await chat.texts('.privacy-notice'))[0];
    for (const fact of ['Banco Zarapito', 'privacy@zarapito.example', 'Agencia Española', 'automated assistant', 'Does a system learn from what you write?No', 'answering your question', 'kept 90 days', 'credit reference agencies', 'deciding on a loan', 'Full privacy notice']) {
      assert.ok(said.includes(fact), `${fact} in ${said}`);
    }
    await chat.page.keyboard.press('Escape');
    await chat.answer('Send');
    assert.equal((await chat.received(1)).length, 1);
    await chat.close();
  });

  for (const dark of [false, true]) {
    test(`axe finds nothing in any tab, ${dark ? 'dark' : 'light'}, wide and at 320 px`, async () => {
      const chat = await open();
      await bringCard(chat);
      if (dark) await chat.page.evaluate(() => (document.documentElement.style.colorScheme = 'dark'));
      // What the chat's own page lacks is not ours.
      await chat.page.evaluate(() => {
        document.title = 'Chat';
        for (const editor of document.querySelectorAll('.editor')) editor.ariaLabel = 'Message';
      });
      for (const width of [1000, 320]) {
        await chat.page.setViewport({ width, height: 640 });
        for (const tab of TABS) {
          await chat.open(tab);
          await chat.page.evaluate(() => {
            for (const details of window.panel.element.shadowRoot.querySelectorAll('details')) details.open = true;
          });
          assert.deepEqual((await breaches(chat.page)).filter((breach) => breach.includes('antifaz-panel')), [], `${tab} at ${width}`);
          const wide = await chat.page.evaluate(() => {
            const content = window.panel.element.shadowRoot.querySelector('#content');
            return content.scrollWidth - content.clientWidth;
          });
          assert.ok(wide <= 0, `${tab} at ${width} scrolls sideways by ${wide}`);
        }
      }
      await chat.close();
    });
  }
});
