// The gate with widgets that send in every way there is: nothing raw in request, bubble or storage, and one message each.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch } from './browsers.mjs';
import { CARD, Chat, EMAIL, guardScript, HIDDEN, MESSAGE } from './kit/chat.mjs';
import { Site } from './kit/site.mjs';
import { CLICKED, KEYED, widgetPage } from './kit/widgets.mjs';

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

const SECRETS = [CARD, EMAIL];

async function open(widget, guard = {}) {
  return Chat.open(browser, site, widgetPage(widget, { guard: guardScript(guard), elsewhere: site.elsewhere }));
}

async function assertSentHidden(chat, widget) {
  if (widget === 'posted') {
    await chat.page.waitForSelector('p.mine');
    assert.equal(await chat.page.$eval('p.mine', (bubble) => bubble.textContent), HIDDEN);
    assert.deepEqual(site.recorder.sentTo('/form').map((body) => new URLSearchParams(body).get('text')), [HIDDEN]);
  } else {
    assert.deepEqual(await chat.received(), [HIDDEN]);
    assert.deepEqual(await chat.bubbles('mine'), [HIDDEN]);
    assert.equal(await chat.editorText(), '');
  }
  site.recorder.assertHolds(...SECRETS);
  assert.doesNotMatch(await chat.stored(), /4111|example/);
}

for (const widget of KEYED) {
  test(`E1 E11: a message sent with Enter leaves the "${widget}" widget masked, once`, async () => {
    const chat = await open(widget);
    await chat.type(MESSAGE);
    await chat.enter();
    await sleep(400);
    await chat.answer('Send');
    await assertSentHidden(chat, widget);
    await chat.close();
  });
}

for (const widget of CLICKED) {
  test(`E2 E11: a pasted message sent with a click leaves the "${widget}" widget masked, once`, async () => {
    const chat = await open(widget);
    await chat.paste(MESSAGE);
    await chat.pressSend();
    await sleep(400);
    await chat.answer('Hide everything and send');
    await assertSentHidden(chat, widget);
    await chat.close();
  });
}

for (const widget of CLICKED.filter((name) => name !== 'posted')) {
  test(`with nobody to ask, the "${widget}" widget sends masked at once`, async () => {
    const chat = await open(widget, { options: "ui: 'none'" });
    await chat.type(MESSAGE);
    await (widget === 'mousedown' ? chat.pressSend() : chat.enter());
    await assertSentHidden(chat, widget);
    assert.equal(await chat.hasCard(), false);
    await chat.close();
  });

  test(`a message without findings passes through the "${widget}" widget untouched`, async () => {
    const chat = await open(widget);
    await chat.type('good morning');
    await (widget === 'mousedown' ? chat.pressSend() : chat.enter());
    assert.deepEqual(await chat.received(), ['good morning']);
    assert.equal(await chat.hasCard(), false);
    assert.deepEqual(await chat.events('prompt'), []);
    await chat.close();
  });
}
