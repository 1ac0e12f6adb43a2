// Makes the npm package out of this folder and of what wasm-bindgen left: node build.mjs <glue folder> <package folder> <version>
// `cargo xtask pack` calls it; README, changelog and licences are copied there.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { minify } from 'terser';

const www = dirname(fileURLToPath(import.meta.url));
const [glue, out, version] = process.argv.slice(2);
if (!version) throw new Error('usage: node build.mjs <glue folder> <package folder> <version>');

const dist = join(out, 'dist');
const wasm = join(glue, 'antifaz_bg.wasm');
const languages = ['locales', 'locales/panel'].flatMap((folder) =>
  readdirSync(join(www, 'src', folder)).flatMap((file) => (file.endsWith('.ts') ? `${folder}/${file.slice(0, -3)}` : [])),
);
const SCHEMAS = ['manifest.schema.json', 'record.schema.json'];
const engines = ['index', 'slim'];
const parts = ['core', 'parts', 'harness', 'manifest', 'ledger', 'sealing', 'panel', 'elements', 'demo-split'];
/** Importing these defines elements. */
const defining = ['panel', 'elements', 'demo-split'];

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

/** `antifaz/locales` and `antifaz/locales/panel` hold no language twice: each imports the modules of all. */
const apart = {
  name: 'apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/[a-z]{2}\.js$/ }, ({ path }) => ({ path, external: true }));
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
  define: { ANTIFAZ_PUBLIC_KEY: JSON.stringify(process.env.ANTIFAZ_PUBLIC_KEY ?? '') },
  logLevel: 'warning',
};

rmSync(out, { recursive: true, force: true });
mkdirSync(join(dist, 'cjs'), { recursive: true });
cpSync(wasm, join(dist, 'antifaz.wasm'));
for (const schema of SCHEMAS) cpSync(join(www, schema), join(out, schema));

await bundle(engines, { format: 'esm', outdir: dist });
await bundle(engines, { format: 'cjs', outdir: join(dist, 'cjs') });
// Without `splitting`: pieces shared by all of them hold what one of them does not need, 3 kB gzip more for the harness.
await bundle(parts, { format: 'esm', outdir: dist }, smaller);
await bundle(parts, { format: 'cjs', outdir: join(dist, 'cjs') }, smaller);
await bundle(languages, { format: 'esm', outdir: dist, plugins: [apart] }, smaller);
await bundle(languages, { format: 'cjs', outdir: join(dist, 'cjs'), plugins: [apart] }, smaller);
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
writeJson('dist/cjs/package.json', { type: 'commonjs', sideEffects: defining.map((name) => `./${name}.js`) });

writeJson('package.json', {
  name: 'antifaz',
  version,
  description: 'Masks personal and financial data in what a customer types into a chat, on the device, before it is sent.',
  keywords: ['privacy', 'pii', 'redaction', 'masking', 'consent', 'chat', 'wasm'],
  license: 'MIT OR Apache-2.0',
  type: 'module',
  sideEffects: ['iife', ...defining].map((name) => `./dist/${name}.js`),
  main: './dist/cjs/index.js',
  module: './dist/index.js',
  types: './dist/types/index.d.ts',
  exports: {
    '.': conditions('index'),
    './slim': conditions('slim'),
    './harness': conditions('harness'),
    './core': conditions('core'),
    './parts': conditions('parts'),
    './manifest': conditions('manifest'),
    ...Object.fromEntries(SCHEMAS.map((name) => [`./${name}`, `./${name}`])),
    './ledger': conditions('ledger'),
    './sealing': conditions('sealing'),
    './panel': conditions('panel'),
    './elements': conditions('elements'),
    './demo-split': conditions('demo-split'),
    ...Object.fromEntries(languages.map((name) => [`./${name.replace('/index', '')}`, conditions(name)])),
    './iife': { types: './dist/types/iife.d.ts', default: './dist/iife.js' },
    './wasm': './dist/antifaz.wasm',
    './package.json': './package.json',
  },
  files: ['dist', ...SCHEMAS, 'SRI.json', 'CHANGELOG.md', 'LICENSE-MIT', 'LICENSE-APACHE'],
  engines: { node: '>=20' },
});

const scripts = [...readdirSync(dist), ...languages.map((name) => `${name}.js`)].filter((name) => /\.(js|wasm)$/.test(name)).sort();
writeJson('SRI.json', Object.fromEntries(scripts.map((name) => [`dist/${name}`, integrity(join(dist, name))])));

async function bundle(names, options, shrink = (code) => code) {
  const entryPoints = names.map((name) => join(www, `src/${name}.ts`));
  const { outputFiles } = await build({ ...common, ...options, entryPoints, outbase: join(www, 'src'), write: false });
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await shrink(text, options.format === 'esm'));
  }
}

/** A second pass: 3 % less gzip of code. */
async function smaller(code, module) {
  const { lineLimit } = common;
  return (await minify(code, { module, toplevel: true, ecma: 2020, compress: { passes: 2 }, format: { max_line_len: lineLimit } })).code;
}

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
