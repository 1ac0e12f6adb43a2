import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const source = (path) => fileURLToPath(new URL(`../src/harness/${path}`, import.meta.url));

async function bundled(path) {
  const { outputFiles } = await build({ entryPoints: [source(path)], bundle: true, minify: true, write: false, format: 'esm' });
  return outputFiles[0].text;
}
const load = async (path) => import(`data:text/javascript;base64,${Buffer.from(await bundled(path)).toString('base64')}`);

const { plural, strings } = await load('locales/index.ts');
const LOCALES = ['en', 'es', 'ru'];
const sentences = (value) => (typeof value === 'string' ? [value] : Object.values(value).flatMap(sentences));

test('each locale takes at most 4 kB', async () => {
  for (const locale of LOCALES) {
    const size = gzipSync(await bundled(`locales/${locale}.ts`)).length;
    assert.ok(size <= 4096, `${locale}: ${size} bytes`);
  }
});

test('no sentence is longer than 20 words', () => {
  for (const locale of LOCALES) {
    for (const sentence of sentences(strings([locale])).flatMap((text) => text.split(/[.?!:]\s+/))) {
      assert.ok(sentence.split(/\s+/).length <= 20, `${locale}: ${sentence}`);
    }
  }
});

test('no line of one language is left in another', () => {
  const [en, es, ru] = LOCALES.map((locale) => strings([locale]));
  for (const line of sentences(ru)) {
    if (!['ru', 'ltr'].includes(line)) assert.match(line, /\p{Script=Cyrillic}|^# /u, line);
  }
  const shared = sentences(en.notices).filter((line) => sentences(es.notices).includes(line));
  assert.deepEqual(shared, []);
});

test('numbers take the form their language gives them', () => {
  const said = (locale, count) => plural(strings([locale]), strings([locale]).found, count);
  assert.deepEqual([1, 2].map((count) => said('en', count)), ['1 private detail found.', '2 private details found.']);
  assert.deepEqual([1, 2].map((count) => said('es', count)), ['1 dato personal encontrado.', '2 datos personales encontrados.']);
  assert.deepEqual(
    [1, 3, 5, 11, 21].map((count) => said('ru', count)),
    [
      'Найдена 1 личная запись.',
      'Найдены 3 личные записи.',
      'Найдено 5 личных записей.',
      'Найдено 11 личных записей.',
      'Найдена 21 личная запись.',
    ],
  );
});

test('the first language we speak is taken, and English where we speak none', () => {
  assert.deepEqual([['de', 'es-MX'], ['ru-RU'], ['ja']].map((tags) => strings(tags).lang), ['es', 'ru', 'en']);
});

test('the styles know no left and right, so that they mirror', () => {
  const css = readFileSync(source('ui/style.ts'), 'utf8');
  assert.doesNotMatch(css, /(?:margin|padding|border|inset)-(?:left|right|top|bottom)|[{;\s](?:left|right|top|bottom|width|height|max-width|max-height|min-width|min-height):/);
  assert.doesNotMatch(css, /text-align:(?:left|right)|float:/);
});
