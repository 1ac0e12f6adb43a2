// Makes the npm package out of this folder and of what wasm-bindgen left: node build.mjs <glue folder> <package folder> <version>
// `cargo xtask pack` calls it; README, changelog and licences are copied there.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const www = dirname(fileURLToPath(import.meta.url));
const [glue, out, version] = process.argv.slice(2);
if (!version) throw new Error('usage: node build.mjs <glue folder> <package folder> <version>');

const dist = join(out, 'dist');
const wasm = join(glue, 'antifaz_bg.wasm');
const modules = ['index', 'slim', 'harness', 'ledger'];

/** Puts the built engine in the place of the two modules that the sources only declare. */
const engine = {
  name: 'engine',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^antifaz:glue$/ }, () => ({ path: resolve(glue, 'antifaz.js') }));
    onResolve({ filter: /^antifaz:bytes$/ }, () => ({ path: 'bytes', namespace: 'antifaz' }));
    onLoad({ filter: /.*/, namespace: 'antifaz' }, () => ({
      contents: `export default '${readFileSync(wasm, 'base64')}';`,
    }));
  },
};

const common = {
  bundle: true,
  minify: true,
  // Breaks the long string with the bytes, too: editors, diffs and log viewers survive it.
  lineLimit: 2400,
  platform: 'neutral',
  charset: 'utf8',
  // The oldest with reference types in wasm (Chrome, WebView), `Object.hasOwn` (Firefox), and `<dialog>` (Safari).
  target: ['chrome96', 'firefox92', 'safari15.4'],
  plugins: [engine],
  logLevel: 'warning',
};

rmSync(out, { recursive: true, force: true });
mkdirSync(join(dist, 'cjs'), { recursive: true });
cpSync(wasm, join(dist, 'antifaz.wasm'));

const entryPoints = modules.map((name) => join(www, `src/${name}.ts`));
await build({ ...common, entryPoints, format: 'esm', outdir: dist });
await build({ ...common, entryPoints, format: 'cjs', outdir: join(dist, 'cjs') });
const script = await build({
  ...common,
  entryPoints: [join(www, 'src/iife.ts')],
  format: 'iife',
  globalName: 'antifaz',
  // A bundler that imports the script makes `antifaz` a variable of a module.
  footer: { js: 'globalThis.antifaz = antifaz;' },
  write: false,
});
// A classic script is read in the encoding of its page; esbuild's own `ascii` leaves regular expressions as they are.
writeFileSync(join(dist, 'iife.js'), script.outputFiles[0].text.replace(/[^\x00-\x7f]/g, escapeUnit));

// The same declarations twice: whether a .d.ts speaks for `import` or for `require` is decided by the nearest package.json.
const types = join(dist, 'types');
execFileSync(
  process.execPath,
  [join(www, 'node_modules/typescript/bin/tsc'), '-p', join(www, 'tsconfig.package.json'), '--outDir', types],
  { stdio: 'inherit' },
);
cpSync(types, join(dist, 'cjs/types'), { recursive: true });
writeJson('dist/cjs/package.json', { type: 'commonjs', sideEffects: false });

writeJson('package.json', {
  name: 'antifaz',
  version,
  description: 'Masks personal and financial data in what a customer types into a chat, on the device, before it is sent.',
  keywords: ['privacy', 'pii', 'redaction', 'masking', 'consent', 'chat', 'wasm'],
  license: 'MIT OR Apache-2.0',
  type: 'module',
  sideEffects: ['./dist/iife.js'],
  main: './dist/cjs/index.js',
  module: './dist/index.js',
  types: './dist/types/index.d.ts',
  exports: {
    '.': conditions('index'),
    './slim': conditions('slim'),
    './harness': conditions('harness'),
    './ledger': conditions('ledger'),
    './iife': { types: './dist/types/iife.d.ts', default: './dist/iife.js' },
    './wasm': './dist/antifaz.wasm',
    './package.json': './package.json',
  },
  files: ['dist', 'SRI.json', 'CHANGELOG.md', 'LICENSE-MIT', 'LICENSE-APACHE'],
  engines: { node: '>=20' },
});

const scripts = readdirSync(dist).filter((name) => /\.(js|wasm)$/.test(name)).sort();
writeJson('SRI.json', Object.fromEntries(scripts.map((name) => [`dist/${name}`, integrity(join(dist, name))])));

function conditions(name) {
  return {
    import: { types: `./dist/types/${name}.d.ts`, default: `./dist/${name}.js` },
    require: { types: `./dist/cjs/types/${name}.d.ts`, default: `./dist/cjs/${name}.js` },
  };
}

function escapeUnit(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function integrity(file) {
  return `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;
}

function writeJson(path, value) {
  writeFileSync(join(out, path), `${JSON.stringify(value, null, 2)}\n`);
}
