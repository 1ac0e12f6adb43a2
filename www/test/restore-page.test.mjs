// The customer's values in the answers: on the screen, for the customer alone, and nowhere else.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch } from './browsers.mjs';
import { CARD, Chat, EMAIL, guardScript, HIDDEN, MESSAGE, until } from './kit/chat.mjs';
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

/** A chat in which the card is `[CARD_1]` and the mail `[EMAIL_1]`. */
async function open(widget = 'keydown', guard = {}) {
  const chat = await Chat.open(browser, site, widgetPage(widget, { guard: guardScript(guard), elsewhere: site.elsewhere }));
  await chat.page.evaluate((message) => window.guard.redact(message), MESSAGE);
  site.recorder.clear();
  return chat;
}

/** Puts an answer into the list as a widget does, and gives what it looks like a moment later. */
async function shown(chat, html) {
  return chat.page.evaluate(async (markup) => {
    const bubble = document.createElement('div');
    bubble.className = 'bubble theirs';
    bubble.innerHTML = markup;
    document.querySelector('#list').append(bubble);
    await new Promise((done) => setTimeout(done, 100));
    return { html: bubble.innerHTML, text: bubble.textContent };
  }, html);
}

test('E17: a token in an answer is shown as the value, however the other side writes it', async () => {
  const chat = await open();
  for (const token of ['[CARD_1]', '[card_1]', '[ CARD 1 ]', '(CARD_1)', 'CARD_1']) {
    assert.equal((await shown(chat, `Your card ${token} is fine`)).text, `Your card ${CARD} is fine`, token);
  }
  assert.equal((await shown(chat, 'not [CARD_7] nor card 1 of 2')).text, 'not [CARD_7] nor card 1 of 2');
  await chat.close();
});

test('E17: values are marked, and the cue says that only the customer sees them', async () => {
  const chat = await open();
  await chat.type('x');
  await shown(chat, 'Your card [CARD_1] and [EMAIL_1]');
  const marked = await chat.page.evaluate(() => [...(CSS.highlights?.get('antifaz-restored') ?? [])].map((range) => range.toString()));
  assert.deepEqual(marked, [CARD, EMAIL]);
  await shown(chat, 'and [CARD_1] again');
  await chat.page.evaluate(() => document.querySelector('.theirs').remove());
  await sleep(100);
  assert.deepEqual(await chat.page.evaluate(() => [...CSS.highlights.get('antifaz-restored')].map((range) => range.toString())), [CARD]);
  await chat.close();
});

test('E17: attributes, addresses, editors, scripts and styles keep the token', async () => {
  const chat = await open();
  const { html, text } = await shown(
    chat,
    '<a href="/about?q=[CARD_1]" title="[CARD_1]">[CARD_1]</a><img alt="[CARD_1]"><textarea>[CARD_1]</textarea><input value="[CARD_1]"><div contenteditable="true">[CARD_1]</div><style>/*[CARD_1]*/</style>',
  );
  assert.equal(html.split(CARD).length - 1, 1, html);
  assert.ok(text.startsWith(CARD));
  await chat.close();
});

test('E17: an answer with an image address causes no request with the value', async () => {
  const chat = await open();
  await shown(chat, `<p>Look: <img src="${site.elsewhere}/pixel.gif?q=[CARD_1]"></p>`);
  await shown(chat, `<span>![card](${site.elsewhere}/pixel.gif?q=[CARD_1])</span>`);
  // A renderer that reads the page's text as markdown or HTML, late.
  await chat.page.evaluate(async () => {
    for (const bubble of document.querySelectorAll('.theirs')) {
      bubble.innerHTML = bubble.textContent.replace(/!\[[^\]]*\]\(([^\s]+)\)$/, '<img src="$1">');
    }
    await new Promise((done) => setTimeout(done, 300));
  });
  await until(() => site.recorder.requests.filter(({ url }) => url.startsWith('/pixel')).length >= 2, () => 'two pixels');
  site.recorder.assertHolds(CARD);
  await chat.close();
});

test('E17: text that may yet become an address keeps the token', async () => {
  const chat = await open();
  const texts = [
    '![](https://x.example/?q=[CARD_1])',
    '[see](https://x.example/a b [CARD_1])',
    'https://x.example/[CARD_1]',
    'www.x.example?c=[CARD_1]',
    '//x.example/?q=CARD_1',
    '&lt;img src="https://x.example/?q=[CARD_1]"&gt;',
    '&lt;img alt=x src=[CARD_1]&gt;',
    '[1]: https://x.example/ [CARD_1]',
    '[CARD_1].x.example',
    '[CARD_1]@x.example',
  ];
  for (const text of texts) assert.match((await shown(chat, text)).text, /CARD_1/, text);
  await chat.close();
});

test('E17: a streamed answer is restored wherever its tokens are cut', async () => {
  const chat = await open();
  const answer = 'Your card [CARD_1] and mail [EMAIL_1].';
  const wanted = `Your card ${CARD} and mail ${EMAIL}.`;
  const ways = {
    'one growing text': (bubble, piece) => (bubble.textContent += piece),
    'more text nodes': (bubble, piece) => bubble.append(piece),
    'one element for each piece': (bubble, piece) => bubble.append(Object.assign(document.createElement('span'), { textContent: piece })),
    'text that is appended to': (bubble, piece) => (bubble.firstChild ? bubble.firstChild.appendData(piece) : bubble.append(piece)),
  };
  for (const [name, add] of Object.entries(ways)) {
    for (const size of [1, 3, 7]) {
      const text = await chat.page.evaluate(
        async (whole, step, source) => {
          const append = (0, eval)(source);
          const bubble = document.createElement('p');
          document.querySelector('#list').append(bubble);
          for (let at = 0; at < whole.length; at += step) {
            append(bubble, whole.slice(at, at + step));
            await new Promise((done) => setTimeout(done, 0));
          }
          await new Promise((done) => setTimeout(done, 50));
          return bubble.textContent;
        },
        answer,
        size,
        `(${add.toString()})`,
      );
      assert.equal(text, wanted, `${name}, ${size} characters at a time`);
    }
  }
  await chat.close();
});

test('a widget that renders again from its own model is restored again', async () => {
  const chat = await open();
  const texts = await chat.page.evaluate(async () => {
    const model = ['Your card [CARD_1]'];
    const list = document.querySelector('#list');
    const seen = [];
    for (const more of ['is fine', 'and [EMAIL_1] too']) {
      model.push(more);
      list.replaceChildren(...model.map((text) => Object.assign(document.createElement('p'), { textContent: text })));
      await new Promise((done) => setTimeout(done, 60));
      seen.push(list.innerText);
    }
    return seen;
  });
  assert.match(texts[0], new RegExp(CARD));
  assert.match(texts[1], new RegExp(`${CARD}[^]*${EMAIL}`));
  await chat.close();
});

test('the bubble of the message sent shows what was sent; an answer that repeats it shows the value', async () => {
  const chat = await open();
  site.reply = (text) => text;
  await chat.type(MESSAGE);
  await chat.enter();
  await chat.answer('Send');
  await until(async () => (await chat.bubbles('theirs'))[0] === MESSAGE, () => 'the value in the echo');
  assert.deepEqual(await chat.bubbles('mine'), [HIDDEN]);
  site.reply = (text) => `Noted: ${text}`;
  site.recorder.assertHolds(CARD, EMAIL);
  await chat.close();
});

test('what is copied from an answer into the editor is held like anything typed', async () => {
  const chat = await open();
  await shown(chat, 'Your card [CARD_1]');
  const copied = await chat.page.evaluate(() => {
    getSelection().selectAllChildren(document.querySelector('.theirs'));
    return getSelection().toString();
  });
  assert.equal(copied, `Your card ${CARD}`);
  await chat.paste(copied);
  await chat.enter();
  await chat.answer('Send');
  assert.deepEqual(await chat.received(), ['Your card [CARD_1]']);
  site.recorder.assertHolds(CARD);
  await chat.close();
});

test('what a page reads back from its own answers leaves masked', async () => {
  const chat = await open();
  await shown(chat, 'Your card [CARD_1]');
  await chat.page.evaluate(() => fetch('/history', { method: 'POST', body: JSON.stringify({ html: document.querySelector('#list').innerHTML }) }));
  assert.match(site.recorder.sentTo('/history')[0], /Your card \[CARD_1\]/);
  site.recorder.assertHolds(CARD);
  await chat.close();
});

test('a value is shown in open and in closed shadow roots', async () => {
  const chat = await open();
  const texts = await chat.page.evaluate(async () => {
    const roots = ['open', 'closed'].map((mode) => {
      const host = document.createElement('div');
      document.querySelector('#list').append(host);
      const root = host.attachShadow({ mode });
      root.append(Object.assign(document.createElement('p'), { textContent: 'Your card [CARD_1]' }));
      return root;
    });
    await new Promise((done) => setTimeout(done, 80));
    return roots.map((root) => root.textContent);
  });
  assert.deepEqual(texts, [`Your card ${CARD}`, `Your card ${CARD}`]);
  await chat.close();
});

test('outside what is attached no value is shown, and after detaching none stays', async () => {
  for (const attach of ["'#widget'", "document.querySelector('#widget')", 'document']) {
    const chat = await open('keydown', { attach: '' });
    await chat.page.evaluate((expression) => (window.detach = window.guard.attach((0, eval)(expression))), attach);
    await shown(chat, 'Your card [CARD_1]');
    const [outside, inside, after] = await chat.page.evaluate(async () => {
      const other = Object.assign(document.createElement('p'), { textContent: 'Your card [CARD_1]' });
      document.body.append(other);
      await new Promise((done) => setTimeout(done, 60));
      const before = [other.textContent, document.querySelector('.theirs').textContent];
      window.detach();
      return [...before, document.querySelector('.theirs').textContent];
    });
    assert.equal(outside, attach === 'document' ? `Your card ${CARD}` : 'Your card [CARD_1]', attach);
    assert.equal(inside, `Your card ${CARD}`, attach);
    assert.equal(after, 'Your card [CARD_1]', attach);
    await chat.close();
  }
});
