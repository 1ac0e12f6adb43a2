// The requests a customer may make by law, as text and JSON, without a page.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MANIFEST } from './kit/panel.mjs';
import { PACKAGE } from './package.mjs';

const load = (name) => import(pathToFileURL(join(PACKAGE, `dist/${name}.js`)));

const CARD = '4111 1111 1111 1111';
const bank = { id: 'bank', name: 'Banco Zarapito', role: 'controller', kind: 'ai', country: 'ES', origins: ['self'] };
const SENT = {
  kind: 'sent',
  receiptId: '8c6f0e1a-5b7d-4a39-9d1e-0f2b3c4d5e6f',
  recordId: '11111111-5b7d-4a39-9d1e-0f2b3c4d5e6f',
  time: '2026-05-03T10:20:00.000Z',
  recipient: bank,
  shared: { 'fin.card': 1 },
  masked: { 'contact.email': 1 },
  tokens: ['[EMAIL_1]'],
};
const OTHER = { ...SENT, receiptId: '0a0b0c0d-5b7d-4a39-9d1e-0f2b3c4d5e6f', recipient: { ...bank, id: 'blip', name: 'Blip' }, shared: {} };

/** Per language, words that say which right it is. */
const SAYS = {
  en: { access: 'copy of my personal data', rectify: 'correct', erase: 'erase', restrict: 'restrict', object: 'I object', port: 'machine-readable' },
  es: { access: 'copia de mis datos', rectify: 'corrijan', erase: 'borren', restrict: 'limiten', object: 'Me opongo', port: 'lectura mecánica' },
  ru: { access: 'копию моих', rectify: 'исправить', erase: 'удалить', restrict: 'ограничить', object: 'Возражаю', port: 'машиночитаемом' },
  de: { access: 'Kopie meiner', rectify: 'Berichtigung', erase: 'Löschung', restrict: 'Einschränkung', object: 'widerspreche', port: 'maschinenlesbaren' },
  fr: { access: 'copie de mes', rectify: 'rectification', erase: 'effacement', restrict: 'limitation', object: 'm’oppose', port: 'lisible par machine' },
  pt: { access: 'cópia dos meus', rectify: 'corrijam', erase: 'apaguem', restrict: 'limitem', object: 'Oponho-me', port: 'leitura automática' },
  it: { access: 'copia dei miei', rectify: 'rettifica', erase: 'cancellazione', restrict: 'limitazione', object: 'Mi oppongo', port: 'leggibile da una macchina' },
};
const ARTICLES = { access: 15, rectify: 16, erase: 17, restrict: 18, port: 20, object: 21 };

/** Each language whole: what the card says, and what the panel does. */
async function spoken() {
  const [{ locales }, { panelLocales }] = [await load('locales/index'), await load('locales/panel/index')];
  return panelLocales.map((panel, at) => ({ ...locales[at], ...panel }));
}

describe('requests', () => {
  let panel;
  let locales;
  let redactor;
  before(async () => {
    panel = await load('panel');
    locales = Object.fromEntries((await spoken()).map((locale) => [locale.lang, locale]));
    redactor = await (await load('index')).createRedactor();
  });
  const build = (right, options = {}) =>
    panel.buildRequest(right, { manifest: MANIFEST, language: locales.en, records: [SENT, OTHER], categories: redactor.categories(), ...options });

  test('each right in each language names the right, the controller, the article and the authority', () => {
    for (const [lang, says] of Object.entries(SAYS)) {
      for (const [right, words] of Object.entries(says)) {
        const { text, json } = build(right, { language: locales[lang] });
        assert.ok(text.includes(words), `${lang} ${right}: ${text}`);
        assert.match(text, /Banco Zarapito/);
        assert.match(text, new RegExp(`(?:[Aa]rt|ст)[.] ${ARTICLES[right]} (?:GDPR|RGPD|DSGVO|Регламента)`), text);
        assert.match(text, /Agencia Española/);
        assert.doesNotMatch(text, /[{}]|undefined/);
        assert.deepEqual([json.right, json.language, json.answerWithin], [right, lang, 'P1M']);
        assert.deepEqual(JSON.parse(JSON.stringify(json)), json);
      }
    }
  });

  test('what is written could be sent in the chat as it is: nothing in it is private', () => {
    for (const lang of Object.keys(SAYS)) {
      for (const right of panel.RIGHTS) {
        const { text } = build(right, { language: locales[lang], scope: { receiptId: SENT.receiptId } });
        const redaction = redactor.conversation().redact(text);
        assert.deepEqual([redaction.status, redaction.edits.map(({ start, end, category }) => [category, text.slice(start, end)])], ['cleared', []], `${lang} ${right}`);
      }
    }
  });

  test('values stand in it only where the customer gave them', () => {
    assert.doesNotMatch(JSON.stringify(build('access')), /4111|value/);
    const { text, json } = build('rectify', { values: [{ token: '[CARD_1]', value: CARD }] });
    assert.ok(text.includes(`[CARD_1] ${CARD}`));
    assert.deepEqual(json.values, [{ token: '[CARD_1]', value: CARD }]);
  });

  test('the receipts it is about are named, by recipient, category or one by one', () => {
    const receipts = (scope) => build('erase', { scope }).json.receipts.map(({ receiptId }) => receiptId.slice(0, 8));
    assert.deepEqual(receipts({}), ['8c6f0e1a', '0a0b0c0d']);
    assert.deepEqual(receipts({ recipient: 'blip' }), ['0a0b0c0d']);
    assert.deepEqual(receipts({ category: 'fin.card' }), ['8c6f0e1a']);
    assert.deepEqual(receipts({ receiptId: SENT.receiptId }), ['8c6f0e1a']);
    const { text } = build('erase', { scope: { receiptId: SENT.receiptId } });
    assert.match(text, /May 3, 2026, Card \(shared\), E-?mail \(hidden\), receipt 8c6f0e1a/i);
  });

  test('the customer’s own words stand in it, unchanged', () => {
    const note = 'My street is spelled wrong: <b>Mayor</b>, not {Maior}.';
    const { text, json } = build('rectify', { note: `  ${note} ` });
    assert.ok(text.includes(note));
    assert.equal(json.note, note);
  });

  test('the law is the one of the jurisdiction, and none is cited where we know none', () => {
    const cited = (jurisdiction, right, lang = 'en') => build(right, { manifest: { ...MANIFEST, jurisdiction }, language: locales[lang] });
    assert.match(cited('RU', 'erase', 'ru').text, /ст\. 14, 21 Федерального закона № 152-ФЗ/);
    assert.match(cited('RU', 'access').text, /Art\. 14, 20 152-FZ/);
    assert.match(cited('GB', 'port').text, /Art\. 20 UK GDPR/);
    assert.match(cited('BR', 'access', 'pt').text, /art\. 18, II LGPD/);
    assert.match(cited('US-CA', 'erase').text, /§ 1798\.105 California Civil Code/);
    assert.match(cited('de-BY', 'access').text, /Art\. 15 GDPR/);
    assert.match(cited(undefined, 'access').text, /Art\. 15 GDPR/);
    const unknown = cited('JP', 'access');
    assert.doesNotMatch(unknown.text, /GDPR|Art\./);
    assert.deepEqual([unknown.json.law, unknown.json.answerWithin], [null, null]);
  });

  test('another right is an error that says which there are', () => {
    assert.throws(() => build('forget'), { code: 'unknown-right', message: /access, rectify, erase, restrict, object, port/ });
  });
});

describe('words of the panel', () => {
  let locales;
  before(async () => (locales = await spoken()));
  const sentences = (value) => (typeof value === 'string' ? [value] : Object.values(value).flatMap(sentences));

  test('no sentence is longer than 20 words', () => {
    const long = locales.flatMap(({ core, panel }) =>
      sentences(panel)
        .flatMap((text) => text.split(/[.?!:;]\s+/))
        .filter((sentence) => sentence.split(/\s+/).length > 20)
        .map((sentence) => `${core.lang}: ${sentence}`),
    );
    assert.deepEqual(long, []);
  });

  test('no line of English is left in another language', () => {
    const [en, ...others] = locales;
    const same = (a, b, at) =>
      typeof a === 'string' ? (a === b ? [`${at} ${a}`] : []) : Object.keys(a).flatMap((key) => same(a[key], b[key], `${at}.${key}`));
    // What really is the same word there.
    const alike = /Message|GDPR|Password|[Aa]rt\. \{article\}|\bContacts$|controller|Protection|: No$| No$|processor|no$/;
    for (const { core, panel } of others) assert.deepEqual(same(en.panel, panel, core.lang).filter((line) => !alike.test(line)), []);
  });
});
