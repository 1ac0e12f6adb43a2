// The packed tarball in the hands of everyone who may install it: node --test pkg-test/run.mjs, after `cargo xtask pack`.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch } from '../www/test/browsers.mjs';
import { PACKAGE } from '../www/test/package.mjs';
import { complaints, measure } from './size.mjs';

const tools = fileURLToPath(new URL('../www/node_modules', import.meta.url));
const work = join(PACKAGE, '../pkg-test');
const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json')));
const tarball = join(PACKAGE, `../antifaz-${version}.tgz`);
const installed = join(work, 'node_modules/antifaz');

const masked = 'my card is [CARD_1]';
const restored = 'my card is 4111 1111 1111 1111';
const answer = { masked, restored };

let chromium;

before(async () => {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  cpSync(fileURLToPath(new URL('consumers', import.meta.url)), work, { recursive: true });
  writeFileSync(join(work, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error', tarball], { cwd: work });
  for (const page of ['script-tag', 'webview', 'strict-csp']) {
    cpSync(join(installed, 'dist/iife.js'), join(work, page, 'antifaz.js'));
    cpSync(join(work, 'shared/main.js'), join(work, page, 'main.js'));
  }
  chromium = await launch('chromium');
});

after(() => chromium?.close());

test('a Node program imports it', () => {
  const said = JSON.parse(node('node-esm', 'main.mjs'));
  assert.deepEqual(said, { answers: [answer, answer], guard: 'function', language: 'es' });
});

test('a Node program requires it', () => {
  const said = JSON.parse(node('node-cjs', 'main.cjs'));
  assert.deepEqual(said, { answers: [answer, answer], guard: 'function', language: 'es' });
});

test('esbuild bundles it for a page', async () => {
  node('esbuild', tool('esbuild/bin/esbuild'), 'main.js', '--bundle', '--format=esm', '--outfile=bundle.js', '--log-level=error');
  await withPage({ folder: 'esbuild' }, answersRight);
});

test('Vite builds a page with it, the wasm as a file of its own', async () => {
  node('vite', tool('vite/bin/vite.js'), 'build', '--base=./', '--logLevel=error');
  await withPage({ folder: 'vite/dist' }, answersRight);
});

test('one classic script is enough for a page', async () => {
  await withPage({ folder: 'script-tag' }, async (page, requests) => {
    await answersRight(page);
    await guardsForm(page);
    assert.deepEqual(requests, ['/', '/antifaz.js', '/main.js'], 'it fetches nothing');
  });
});

test('a page opened from the disk works', async () => {
  const page = await chromium.newPage();
  await page.goto(pathToFileURL(join(work, 'script-tag/index.html')).href);
  await answersRight(page);
  await guardsForm(page);
  await page.close();
});

test('a webview with a made-up origin, no secure context and replaced natives works', async () => {
  await withPage({ folder: 'webview', origin: 'http://app.antifaz-test' }, async (page, requests) => {
    await answersRight(page);
    await guardsForm(page);
    assert.equal(await page.evaluate(() => isSecureContext), false);
    assert.deepEqual(requests, ['/', '/antifaz.js', '/main.js']);
  });
});

const strict = "default-src 'none'; connect-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; script-src 'self'";

test('a page with a strict policy, no connections and Trusted Types works', async () => {
  await withPage({ folder: 'strict-csp', policy: `${strict} 'wasm-unsafe-eval'` }, async (page, requests) => {
    await answersRight(page);
    await guardsForm(page);
    assert.deepEqual(await page.evaluate(() => violations), []);
    assert.deepEqual(requests, ['/', '/before.js', '/antifaz.js', '/main.js']);
  });
});

test('a policy that forbids wasm is named as the reason', async () => {
  await withPage({ folder: 'strict-csp', policy: strict }, async (page) => {
    await failsWith(page, 'no-wasm');
    await holdsForm(page);
  });
});

test('a browser without WebAssembly is named as the reason', async () => {
  const jitless = await launch('chromium', ['--js-flags=--jitless']);
  await withPage({ folder: 'script-tag', browser: jitless }, async (page) => {
    await failsWith(page, 'no-wasm');
    await holdsForm(page);
  });
  await jitless.close();
});

test('TypeScript accepts right uses and refuses wrong ones, in modules and in CommonJS', () => {
  node('typescript', tool('typescript/bin/tsc'), '-p', '.');
});

test('publint has nothing to say', () => {
  node('.', tool('publint/src/cli.js'), 'run', installed, '--strict');
});

test('every way to resolve the types works', () => {
  // Node 10 knew no `exports`; the wasm and the classic script are files, not modules.
  const options = ['--profile', 'node16', '--exclude-entrypoints', './wasm', './iife'];
  node('.', tool('@arethetypeswrong/cli/dist/index.js'), tarball, ...options);
});

test('every build holds the same wasm, and SRI.json says what is in the files', async () => {
  const { createHash } = await import('node:crypto');
  const wasm = readFileSync(join(installed, 'dist/antifaz.wasm'), 'base64');
  for (const file of ['index.js', 'cjs/index.js', 'iife.js']) {
    const code = readFileSync(join(installed, 'dist', file), 'utf8').replaceAll('\\\n', '');
    assert.ok(code.includes(wasm), file);
  }
  for (const [file, integrity] of Object.entries(JSON.parse(readFileSync(join(installed, 'SRI.json'))))) {
    const digest = createHash('sha384').update(readFileSync(join(installed, file))).digest('base64');
    assert.equal(integrity, `sha384-${digest}`, file);
  }
});

test('the classic script reads the same in every encoding that a page may have', () => {
  assert.doesNotMatch(readFileSync(join(installed, 'dist/iife.js'), 'utf8'), /[^\x00-\x7f]/);
});

test('the package weighs what size.json says, within its limits', () => {
  assert.deepEqual(complaints(measure(installed)), []);
});

/** Runs a script in a consumer's folder; fails with what it printed. */
function node(folder, ...words) {
  try {
    return execFileSync(process.execPath, words, { cwd: join(work, folder), encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    assert.fail(`${error.stdout}${error.stderr}`);
  }
}

function tool(path) {
  return join(tools, path);
}

/** Shows a folder at an origin that exists only in the browser: every request is answered from the disk and noted. */
async function withPage({ folder, origin = 'http://localhost', policy, browser = chromium }, use) {
  // Storage of its own: they all have the same origin.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const requests = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname === '/favicon.ico') return request.respond({ status: 404 });
    requests.push(pathname);
    const file = pathname === '/' ? 'index.html' : pathname;
    return request.respond({
      contentType: { '.html': 'text/html', '.js': 'text/javascript' }[extname(file)] ?? 'application/octet-stream',
      headers: policy ? { 'content-security-policy': policy } : {},
      body: readFileSync(join(work, folder, file)),
    });
  });
  await page.goto(`${origin}/`);
  await use(page, requests);
  await context.close();
}

async function answersRight(page) {
  assert.deepEqual(await page.evaluate(() => answer), { answers: [answer], guard: 'function', language: 'es' });
}

/** The data attributes of the script are all it takes: the chat of the page gets the message masked. */
async function guardsForm(page) {
  await typeAndSend(page);
  await page.waitForFunction(() => sent.length > 0, { timeout: 5000 });
  assert.deepEqual(await page.evaluate(() => sent), [masked]);
}

/** Without an engine the message stays in the box. */
async function holdsForm(page) {
  await typeAndSend(page);
  await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
  assert.deepEqual(await page.evaluate(() => [sent, document.forms[0].elements[0].value]), [[], restored]);
}

async function typeAndSend(page) {
  await page.type('textarea', restored);
  await page.keyboard.press('Enter');
}

async function failsWith(page, code) {
  assert.equal(await page.evaluate(() => answer.then(String, (error) => error.code)), code);
}
