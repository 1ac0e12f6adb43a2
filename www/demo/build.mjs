// Puts the demo together: the page, deep-chat as npm gives it, and antifaz as the package ships it.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { policy } from './policy.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The files of the page by address. `bank`: whether a server plays the bank, or the page does. */
export async function buildDemo(packageFolder, bank = 'server') {
  const { outputFiles } = await build({
    entryPoints: ['page.ts', 'widget.mjs', 'page.css'].map(here),
    outdir: here('.'),
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    charset: 'utf8',
    target: 'es2022',
    define: { SIMULATED: String(bank === 'page') },
    assetNames: '[name]',
    loader: { '.woff2': 'file' },
    logLevel: 'warning',
  });
  const files = new Map();
  const add = (name, content) => files.set(`/${name}`, { content, type: TYPES[extname(name)] });
  for (const { path, contents } of outputFiles) add(path.slice(here('.').length), Buffer.from(contents));

  const antifaz = readFileSync(join(packageFolder, 'dist/iife.js'));
  add('antifaz.js', antifaz);
  add('icon.svg', readFileSync(here('icon.svg')));
  // From a folder opened as a file there is no origin to fetch from with CORS, which integrity needs.
  const digest = createHash('sha384').update(antifaz).digest('base64');
  const integrity = bank === 'page' ? '' : ` integrity="sha384-${digest}" crossorigin="anonymous"`;
  // The server sends its policy as a header; a static site can only say it in the page.
  const said = bank === 'page' ? `<meta http-equiv="Content-Security-Policy" content="${policy()}">` : '';
  add(
    'index.html',
    readFileSync(here('index.html'), 'utf8').replace('<!-- policy -->', said).replace(' {integrity}', integrity),
  );
  return files;
}

/** Writes the static site. */
export async function exportDemo(packageFolder, folder) {
  for (const [name, { content }] of await buildDemo(packageFolder, 'page')) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}
