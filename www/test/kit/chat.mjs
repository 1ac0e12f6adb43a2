// A page with a guarded chat, and a person in front of it.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

/** Published test numbers: nobody's. */
export const CARD = '4111 1111 1111 1111';
export const IBAN = 'GB82 WEST 1234 5698 7654 32';
export const EMAIL = 'ana.perez@example.com';
export const MESSAGE = `my card is ${CARD}, mail ${EMAIL}`;
export const HIDDEN = 'my card is [CARD_1], mail [EMAIL_1]';

export const MANIFEST = {
  controller: { name: 'Example Bank', address: '1 Example Street, Example Town', email: 'privacy@bank.example' },
  authority: 'Example Authority',
  jurisdiction: 'ES',
  ai: 'ai',
  learnsFromChats: false,
  recipients: [{ id: 'bank', name: 'Example Bank', origins: ['self'], role: 'controller', country: 'ES', kind: 'ai' }],
  purposes: [{ id: 'support', dpv: 'dpv:CustomerCare', text: { en: 'answer your question' } }],
  categories: [
    { id: 'fin.card', purposes: ['support'], retention: 'P30D' },
    { id: 'fin.account', purposes: ['support'], retention: 'P30D' },
    { id: 'contact.email', purposes: ['support'], retention: 'P30D' },
    { id: 'auth.secret', purposes: [] },
  ],
  sources: [],
  rights: [{ id: 'eu-gdpr:A17', how: 'privacy@bank.example' }],
  notice: { url: 'https://bank.example/privacy' },
};

/** The page's own script; `redactor`, `attach` and `network` are expressions, `options` further ones for `createGuard`. */
export function guardScript({
  manifest = MANIFEST,
  redactor = 'antifaz.createRedactor()',
  options = '',
  attach = "'#widget'",
  attachOptions = '{}',
  network = '{}',
} = {}) {
  return `
    window.events = [];
    for (const type of ['ready','finding','prompt','decision','masked','revealed','withheld','blocked','unknown-recipient','anomaly','guard-hit','degraded','error','consent','locked','unlocked','erased','expired','policy-changed','policy-rejected'])
      document.addEventListener('antifaz-' + type, (event) => events.push({ type, ...event.detail }));
    window.guard = antifaz.createGuard({ redactor: ${redactor}, manifest: ${JSON.stringify(manifest)}, ${options} });
    ${network && `guard.guardNetwork(${network});`}
    ${attach && `guard.attach(${attach}, ${attachOptions});`}`;
}

export class Chat {
  constructor(page, site) {
    this.page = page;
    this.site = site;
  }

  /** Opens a page of the site that holds `html`. `ready`: waits for the engine. */
  static async open(browser, site, html, { ready = true, editor = true } = {}) {
    site.pages['/page'] = html;
    site.recorder.clear();
    const page = await browser.newPage();
    const chat = new Chat(page, site);
    chat.problems = [];
    // Firefox counts a connection that failed as an error of the page.
    page.on('pageerror', (error) => /establish a connection/.test(String(error)) || chat.problems.push(error.stack ?? String(error)));
    await page.goto(`${site.origin}/page`);
    if (ready) await page.waitForFunction(() => window.events?.some(({ type }) => type === 'ready'));
    if (editor) await chat.find(EDITOR);
    return chat;
  }

  /** The same page again, or, with `html`, its next version; storage stays. */
  async reload(html) {
    if (html !== undefined) this.site.pages['/page'] = html;
    await this.page.goto(`${this.site.origin}/page`);
    await this.page.waitForFunction(() => window.events?.some(({ type }) => type === 'ready'));
  }

  /** The first element that matches, in open shadow roots too. */
  async find(selector, { index = 0 } = {}) {
    const handle = await this.page.waitForFunction(
      (wanted, at) => {
        const found = [];
        const walk = (root) => {
          found.push(...root.querySelectorAll(wanted));
          for (const element of root.querySelectorAll('*')) if (element.shadowRoot) walk(element.shadowRoot);
        };
        walk(document);
        return found[at];
      },
      {},
      selector,
      index,
    );
    return handle.asElement();
  }

  async type(text) {
    await (await this.find(EDITOR)).focus();
    await this.page.keyboard.type(text);
  }

  /** As a paste does it: all at once, with trusted events. */
  async paste(text) {
    const editor = await this.find(EDITOR);
    await editor.focus();
    await editor.evaluate((element, value) => element.ownerDocument.execCommand('insertText', false, value), text);
  }

  async enter() {
    await this.page.keyboard.press('Enter');
  }

  /** Like a person, after the chips have come: they move the composer. */
  async pressSend() {
    await sleep(200);
    await (await this.find(SEND)).click();
  }

  /** Waits for the card and answers it: `Send`, `Hide everything and send` or `Edit`. */
  async answer(label = 'Send') {
    const card = await this.find('antifaz-card');
    const button = await this.page.waitForFunction(
      (element, wanted) => [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find((each) => each.textContent.trim() === wanted),
      {},
      card,
      label,
    );
    await button.asElement().click();
  }

  /** Chooses for a category in the open card: `Hide`, `Less exact`, `Share`, then `This message` or `Whole chat`. */
  async choose(category, label) {
    const card = await this.find('antifaz-card');
    const radio = await this.page.waitForFunction(
      (element, id, wanted) =>
        [...element.shadowRoot.querySelectorAll(`[data-category="${id}"] [role=radio]`)].find((each) => each.textContent.trim() === wanted),
      {},
      card,
      category,
      label,
    );
    await radio.asElement().click();
  }

  async hasCard() {
    return this.page.evaluate(() => {
      const walk = (root) =>
        root.querySelector('antifaz-card') !== null || [...root.querySelectorAll('*')].some((each) => each.shadowRoot && walk(each.shadowRoot));
      return walk(document);
    });
  }

  /** What stands in bubbles of one side: `mine` or `theirs`. */
  async bubbles(side) {
    return this.page.evaluate((name) => {
      const root = window.chat?.list ?? document;
      return [...root.querySelectorAll(`.${name}`)].map((bubble) => bubble.textContent);
    }, side);
  }

  /** Waits for that many messages at a path of the server and gives their `text`. */
  async received(count = 1, path = '/chat') {
    const texts = () => this.site.recorder.sentTo(path).map((body) => JSON.parse(body).text);
    await until(() => texts().length >= count, () => `${count} messages at ${path}, got ${JSON.stringify(texts())}`);
    // Time for one too many.
    await sleep(300);
    return texts();
  }

  async editorText() {
    return (await this.find(EDITOR)).evaluate((element) => element.value ?? element.innerText.trim());
  }

  async events(type) {
    return this.page.evaluate((wanted) => window.events.filter((event) => event.type === wanted), type);
  }

  async stored() {
    return this.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  }

  async close() {
    await this.page.close();
    assert.deepEqual(this.problems, [], 'the page threw');
  }
}

export const EDITOR = '.editor, #text-input';
export const SEND = '.go, .inside-end, .input-button';

export async function until(holds, what, limit_ms = 8000) {
  const end = Date.now() + limit_ms;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what()}`);
    await sleep(25);
  }
}
