// A page with the interface alone, without engine and gate: what the core would ask for is made up here.
import { createServer } from 'node:http';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { BROWSER, launch } from './browsers.mjs';

/** The values that stand in the made-up message; none may outlive the card. */
export const CARD = '4111 1111 1111 1111';
export const BIRTH = '12/04/1987';

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Chat</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="page.css"></head>
<body><main><h1>Chat</h1><form><textarea aria-label="Message"></textarea><button type="button">Go</button></form>
<div id="rich" contenteditable="true" role="textbox" aria-label="Rich message"></div></main>
<script src="page.js"></script></body></html>`;
const STYLE = `:root { color-scheme: light } .dark { color-scheme: dark } body { margin: 0; background: Canvas; color: CanvasText }`;
// The strictest policy a page can have: nothing of ours may need more.
const POLICY = "default-src 'none'; img-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'";

const SCRIPT = `
import { Speech } from './src/harness/locales/index.ts';
import { alike } from './src/harness/ui/alike.ts';
import { createUi } from './src/harness/ui/index.ts';
import { markRestored } from './src/harness/ui/restored.ts';
import { locales } from './src/locales/index.ts';
import { long, mirrored } from './test/kit/pseudo.mjs';

const ROWS = {
  card: { category: 'fin.card', class: 'ask', label: 'CARD', options: ['hide', 'share'], selected: 'hide', purposes: [{ en: 'blocking a card' }], retention: 'P90D' },
  birth: { category: 'id.birth', class: 'ask', label: 'BIRTH', options: ['hide', 'generalize', 'share'], selected: 'hide', purposes: [{ en: 'a contract' }] },
  phone: { category: 'contact.phone', class: 'ask', label: 'PHONE', options: ['hide', 'share'], selected: 'hide', purposes: [] },
  kept: { category: 'contact.phone', class: 'ask', label: 'PHONE', options: ['hide', 'share'], selected: 'hide', purposes: [{ en: 'a call' }], changes: ['recipient', 'retention'], until: new Date(2027, 4, 3, 23, 59).getTime() },
  wanted: { category: 'contact.email', class: 'ask', label: 'EMAIL', options: ['hide', 'share'], selected: 'hide', purposes: [{ en: 'an answer' }], optional: [{ id: 'ads', text: { en: 'advertising' } }, { id: 'survey', text: { en: 'a survey' } }], until: new Date(2027, 4, 3, 23, 59).getTime(), latest: new Date(2027, 7, 1, 23, 59).getTime() },
  theirs: { category: 'fin.card', class: 'ask', label: 'CARD', options: ['hide'], selected: 'hide', purposes: [], theirs: true },
  health: { category: 'special.health', class: 'explicit', label: 'HEALTH', options: ['hide', 'share'], selected: 'hide', purposes: [{ en: 'a claim' }] },
  secret: { category: 'auth.secret', class: 'never', label: 'SECRET', options: ['hide'], selected: 'hide', purposes: [] },
};
window.speech = new Speech([...locales, long(locales[0]), mirrored(locales[0])], 'auto');
let ui = createUi({ speech: (near) => speech.at(near).core, controller: 'A bank', panel: () => window.openPanel, compare: alike((code) => (window.warned = [...(window.warned ?? []), code])) });
window.editor = (name) => document.querySelector(name);
window.chips = (name, chips) =>
  ui.chips(editor(name), chips.map((chip) => ({ class: 'ask', will: 'hide', settled: false, theirs: false, ...chip })), { ask: (category) => (window.askedAgain = category) });
window.notice = (name, notice) => ui.notice(name && editor(name), notice);
window.restored = () => (markRestored(document), ui.restored(document, true));
window.destroy = () => ui.destroy();
window.ask = (name, rows) => {
  const controller = new AbortController();
  window.abort = () => controller.abort();
  window.answer = undefined;
  ui.ask({
    editor: editor(name),
    before: editor(name),
    rows: rows.map((row) => ({ count: 1, changes: [], optional: [], theirs: false, ...ROWS[row] })),
    modals: 2,
    recipient: { id: 'bank', name: 'A bank', kind: 'ai', role: 'controller', sealed: false },
    preview: (choices) => [
      { text: 'My card is ' },
      choices['fin.card'] === 'share' ? { text: '${CARD}', is: 'share', label: 'CARD' } : { text: '[CARD_1]', is: 'hide', label: 'CARD' },
      { text: ', born ' },
      { hide: { text: '[BIRTH_1]' }, generalize: { text: '1987' }, share: { text: '${BIRTH}' } }[choices['id.birth'] ?? 'hide'],
    ].map((piece, i) => (i === 3 ? { ...piece, is: choices['id.birth'] ?? 'hide', label: 'BIRTH' } : piece)),
    signal: controller.signal,
  }).then(({ gesture, shown, language, modals, ...answer }) => {
    window.noted = { shown, language, modals };
    window.answer = { ...answer, gesture: gesture ? { type: gesture.type, isTrusted: gesture.isTrusted } : null };
  });
};
/** Our elements, wherever they stand. */
window.ours = (selector) => [...document.querySelectorAll('[data-antifaz]')].flatMap((host) => [...host.shadowRoot.querySelectorAll(selector)]);
/** All text of the page, ours included, and what assistive technology is told. */
window.everything = () => document.body.outerHTML + ours('*').map((element) => element.outerHTML).join('');
window.deepFocus = () => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
};
`;

/** Browser and address; `preferences` are Firefox's; `open()` gives a fresh page, `close()` ends both. */
export async function uiPages({ preferences = {} } = {}) {
  const { outputFiles } = await build({
    stdin: { contents: SCRIPT, resolveDir: dirname(dirname(fileURLToPath(import.meta.url))) },
    bundle: true,
    write: false,
    format: 'iife',
  });
  const files = {
    '/': ['text/html; charset=utf-8', PAGE],
    '/favicon.ico': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    '/page.css': ['text/css', STYLE],
    '/page.js': ['text/javascript; charset=utf-8', outputFiles[0].text],
  };
  const server = createServer(({ url }, response) => {
    const [type, content] = files[url] ?? [];
    response.writeHead(type ? 200 : 404, { 'content-type': type ?? 'text/plain', 'content-security-policy': POLICY }).end(content);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await launch(BROWSER, [], { preferences });

  return {
    async open({ width = 480, height = 900, language = 'en', dark = false } = {}) {
      const page = await browser.newPage();
      const complaints = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.setViewport({ width, height });
      await page.goto(`http://127.0.0.1:${server.address().port}/`);
      await page.evaluate(
        (lang, isDark) => {
          document.documentElement.lang = lang;
          document.documentElement.classList.toggle('dark', isDark);
        },
        language,
        dark,
      );
      return Object.assign(page, { complaints });
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** A real click, by mouse, on the first of our elements that matches. */
export async function press(page, selector) {
  const element = await page.evaluateHandle((wanted) => ours(wanted)[0], selector);
  await element.click();
}

/** Waits until the page says so, and gives what it says. */
export async function until(page, question, ...args) {
  const answer = await page.waitForFunction(question, { timeout: 5000, polling: 20 }, ...args);
  return answer.jsonValue();
}
