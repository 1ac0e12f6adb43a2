// The Chromium side: one cross-origin-isolated page a subject, served from here.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { builtinModules } from 'node:module';
import { delimiter, join } from 'node:path';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';

import { corpus } from './corpus.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
  '--disable-background-networking', '--disable-component-update',
  // Pages wait their turn in the background; they must run at full speed when it comes.
  '--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows', '--disable-background-timer-throttling',
];

export function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
}

export class Chromium {
  #server;
  #browser;
  #profile;
  #files = new Map();
  version;

  /** Serves `subjects`; those that cannot be bundled are in `unbundled`, with the reason. */
  static async open(executablePath, subjects) {
    const self = new Chromium();
    self.unbundled = new Map();
    self.#files.set('/', ['text/html', '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>']);
    self.#files.set('/corpus.json', ['application/json', JSON.stringify(corpus)]);
    self.#files.set('/page.js', ['text/javascript', await bundle('page.mjs')]);
    for (const { name, file } of subjects) {
      try {
        self.#files.set(`/subjects/${file}.js`, ['text/javascript', await bundle(`subjects/${file}.mjs`)]);
      } catch (error) {
        self.unbundled.set(name, `cannot be bundled: ${error.errors?.[0]?.text ?? error.message}`);
      }
    }
    self.#server = createServer((request, response) => {
      const [type, body] = self.#files.get(request.url) ?? [];
      response.writeHead(body === undefined ? 404 : 200, {
        'content-type': type ?? 'text/plain',
        // Isolated, the clock steps by 5 µs, else by 100.
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      }).end(body);
    });
    await new Promise((resolve) => self.#server.listen(0, '127.0.0.1', resolve));
    self.#profile = mkdtempSync(join(tmpdir(), 'antifaz-bench-'));
    self.#browser = await puppeteer.launch({ executablePath, args: FLAGS, userDataDir: self.#profile, protocolTimeout: 120_000 });
    self.version = await self.#browser.version();
    return self;
  }

  async page(file) {
    const page = await this.#browser.newPage();
    await page.goto(`http://127.0.0.1:${this.#server.address().port}/`);
    await page.waitForFunction('window.bench');
    if (!await page.evaluate(() => window.crossOriginIsolated)) throw new Error('the page is not cross-origin isolated');
    return new PagePlayer(page, file);
  }

  async close() {
    // A page that hangs in a regex does not close by itself.
    this.#browser.process()?.kill('SIGKILL');
    await this.#browser.close().catch(() => {});
    this.#server.close();
    this.#server.closeAllConnections();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

class PagePlayer {
  #page;
  #file;

  constructor(page, file) {
    this.#page = page;
    this.#file = file;
  }

  /** `undefined` when `ms` went by: the page is given up then. */
  async ask(action, request, ms) {
    let timer;
    const late = new Promise((resolve) => { timer = setTimeout(resolve, ms); });
    const answer = this.#page.evaluate((name, given) => window.bench[name](given), action, { file: this.#file, ...request });
    answer.catch(() => {});
    const value = await Promise.race([answer, late]);
    clearTimeout(timer);
    if (value === undefined) this.close();
    return value;
  }

  /** A phone is several times slower than this machine. */
  async slowDown(times) {
    await this.#page.emulateCPUThrottling(times === 1 ? null : times);
  }

  close() {
    this.#page.close().catch(() => {});
  }
}

async function bundle(entry) {
  const { outputFiles } = await build({
    absWorkingDir: HERE,
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    // Names stay: a peer that misses something of Node's should say what.
    minifySyntax: true,
    minifyWhitespace: true,
    write: false,
    logLevel: 'silent',
    plugins: [serverParts],
  });
  return outputFiles[0].text;
}

/**
 * Peers import Node's modules, and one a cloud client, for what the measured call does not do. Empty modules stand in,
 * so that a peer is left out only where the call itself needs them.
 */
const serverParts = {
  name: 'server-parts',
  setup({ onResolve, onLoad }) {
    const server = new RegExp(`^(node:)?(${builtinModules.join('|')})$|^@google-cloud/dlp$`);
    onResolve({ filter: server }, ({ path }) => ({ path, namespace: 'server-part' }));
    onLoad({ filter: /.*/, namespace: 'server-part' }, () => ({ contents: 'module.exports = {}', loader: 'js' }));
  },
};
