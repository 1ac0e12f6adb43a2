import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const source = (path) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

async function bundled(path) {
  const { outputFiles } = await build({ entryPoints: [source(path)], bundle: true, minify: true, write: false, format: 'esm', charset: 'utf8' });
  return outputFiles[0].text;
}
const load = async (path) => import(`data:text/javascript;base64,${Buffer.from(await bundled(path)).toString('base64')}`);

const { plural } = await load('harness/locales/index.ts');
const { locales: spoken } = await load('locales/index.ts');
const { panelLocales } = await load('locales/panel/index.ts');
const locales = spoken.map(({ core }) => ({ core, panel: panelLocales.find(({ lang }) => lang === core.lang).panel }));
const byLang = Object.fromEntries(locales.map((locale) => [locale.core.lang, locale]));
const [en, ...others] = locales;
const LATIN = ['en', 'es', 'de', 'fr', 'pt', 'it'];

/** Every line of a locale with the path to it. */
function lines(value, path = '') {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => lines(inner, path ? `${path}.${key}` : key));
}
/** A plural has as many lines as its language has forms. */
const isForm = (path) => /\.(one|two|few|many|other|zero)$/.test(path);
const text = ([path]) => !['core.lang', 'core.dir'].includes(path);

test('there are seven languages, each known by its own name', () => {
  assert.deepEqual(Object.keys(byLang), ['en', 'es', 'ru', 'de', 'fr', 'pt', 'it']);
});

test('no line is empty, and none begins or ends with a space', () => {
  for (const locale of locales) {
    for (const [path, line] of lines(locale)) assert.ok(line !== '' && line === line.trim(), `${locale.core.lang} ${path}: "${line}"`);
  }
});

test('no sentence is longer than 20 words', () => {
  for (const locale of locales) {
    for (const [path, line] of lines(locale)) {
      for (const sentence of line.split(/[.?!:;]\s+/)) {
        assert.ok(sentence.split(/\s+/).length <= 20, `${locale.core.lang} ${path}: ${sentence}`);
      }
    }
  }
});

test('every language fills in the same values', () => {
  const placeholders = (line) => (line.match(/\{\w+\}|#/g) ?? []).sort().join(' ');
  const wanted = Object.fromEntries(lines(en).filter(text));
  for (const locale of others) {
    const given = lines(locale).filter(text);
    for (const [path, line] of given) {
      const model = wanted[path] ?? wanted[path.replace(/\w+$/, 'other')];
      assert.notEqual(model, undefined, `${locale.core.lang} ${path} is in no other language`);
      assert.equal(placeholders(line), placeholders(model), `${locale.core.lang} ${path}: ${line}`);
    }
  }
});

test('every plural has the forms its language knows', () => {
  for (const locale of locales) {
    const { lang } = locale.core;
    const plurals = new Map();
    for (const [path] of lines(locale).filter(([path]) => isForm(path))) {
      const [, name, form] = /^(.*)\.(\w+)$/.exec(path);
      plurals.set(name, [...(plurals.get(name) ?? []), form]);
    }
    assert.ok(plurals.size > 1);
    // Millions have a form of their own in some languages; nobody has a million of anything here.
    const needed = [0, 1, 2, 5, 21].map((count) => new Intl.PluralRules(lang).select(count));
    for (const [name, forms] of plurals) {
      // "5 more" is the same for every number.
      if (forms.join() === 'other') continue;
      for (const form of needed) assert.ok(forms.includes(form), `${lang} ${name} lacks "${form}"`);
    }
  }
});

test('no line of one language is left in another', () => {
  for (const [path, line] of lines(byLang.ru).filter(text)) {
    assert.match(line, /\p{Script=Cyrillic}|^[#{}\w\s·.:]*(?:GPC|JSON|CSV|SHA)/u, `${path}: ${line}`);
  }
  // Words that languages share stand alone or in pairs; a sentence that two of them share was forgotten.
  for (const a of LATIN) {
    for (const b of LATIN.filter((other) => other > a)) {
      const there = Object.fromEntries(lines(byLang[b]));
      const same = lines(byLang[a]).filter(([path, line]) => there[path] === line && line.split(/\s+/).length > 3);
      assert.deepEqual(same, [], `${a} and ${b}`);
    }
  }
});

test('nobody is on first-name terms with the customer', () => {
  const familiar = {
    es: 'tú|tu|tus|tuyo|contigo|ti|puedes|quieres|tienes',
    de: 'du|dein|deine|deinem|deinen|deiner|dir|dich',
    fr: 'tu|ton|ta|tes|toi',
    ru: 'ты|тебе|тебя|твой|твоя|твоё|твои',
    it: 'tu|tuo|tua|tuoi|tue|puoi|vuoi',
    pt: 'tu|teu|tua|teus|tuas|você',
  };
  for (const [lang, words] of Object.entries(familiar)) {
    for (const [path, line] of lines(byLang[lang])) assert.doesNotMatch(line, new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu'), `${lang} ${path}`);
  }
});

test('numbers take the form their language gives them', () => {
  const said = (lang, count) => plural(byLang[lang].core, byLang[lang].core.found, count);
  assert.deepEqual([1, 2].map((count) => said('en', count)), ['1 private detail found.', '2 private details found.']);
  assert.deepEqual([1, 2].map((count) => said('es', count)), ['1 dato personal encontrado.', '2 datos personales encontrados.']);
  assert.deepEqual(
    [1, 2, 5, 11, 21].map((count) => said('ru', count)),
    [
      'Найдена 1 личная запись.',
      'Найдены 2 личные записи.',
      'Найдено 5 личных записей.',
      'Найдено 11 личных записей.',
      'Найдена 21 личная запись.',
    ],
  );
});

test('a browser without plural rules counts the same way', () => {
  const counts = [...Array(130).keys(), 1000, 1001, 1011, 1012, 1021, 1112];
  const said = () => locales.map(({ core }) => counts.map((count) => plural({ lang: core.lang }, FORMS, count).replace(/[^a-z]/g, '')));
  const FORMS = Object.fromEntries(['one', 'few', 'many', 'other'].map((form) => [form, form]));
  const withRules = said();
  const rules = Intl.PluralRules;
  Intl.PluralRules = undefined;
  try {
    assert.deepEqual(said(), withRules);
  } finally {
    Intl.PluralRules = rules;
  }
});

test('the styles know no left and right, so that they mirror', () => {
  const css = readFileSync(source('harness/ui/style.ts'), 'utf8');
  assert.doesNotMatch(css, /(?:margin|padding|border|inset)-(?:left|right|top|bottom)|[{;\s](?:left|right|top|bottom|width|height|max-width|max-height|min-width|min-height):/);
  assert.doesNotMatch(css, /text-align:(?:left|right)|float:/);
});
