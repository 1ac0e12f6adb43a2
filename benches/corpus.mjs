// The text that everyone reads: made up from `messages/` by a seeded generator, the same on every machine.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { HOSTILE, MEGABYTE } from './cases.mjs';

const SEED = 0x00a7_1faf;
const LANGUAGES = ['en', 'es', 'ru', 'de', 'fr', 'pt', 'it'];

const NAMES = {
  en: [['Megan', 'Oliver', 'Priya', 'Callum'], ['Ashdown', 'Fairweather', 'Okafor', 'Whitlock']],
  es: [['Lucía', 'Javier', 'Montserrat', 'Iker'], ['Robledo', 'Quintanilla', 'Azpeitia', 'Vidal']],
  ru: [['Марина', 'Алексей', 'Гульнара', 'Семён'], ['Зорич', 'Бережной', 'Лосев', 'Каримов']],
  de: [['Anke', 'Jürgen', 'Elif', 'Matthias'], ['Haselbach', 'Weißenborn', 'Tiedemann', 'Krüger']],
  fr: [['Élodie', 'Baptiste', 'Aïcha', 'Thibault'], ['Marchadier', 'Lefèvre', 'Besson', 'Dufresne']],
  pt: [['Beatriz', 'João', 'Thaís', 'Rui'], ['Sardinha', 'Albuquerque', 'Nogueira', 'Falcão']],
  it: [['Chiara', 'Niccolò', 'Fabiana', 'Dario'], ['Bellomo', 'Trevisan', 'Caputo', 'Serrano']],
};
const MAIL = ['posta-inventada.es', 'made-up-mailbox.com', 'erdachte-post.de'];
const STREETS = {
  en: ['14 Larkspur Road', '7 Millbrook Lane'],
  es: ['calle del Romero 18, 3º B', 'avda. de los Olmos 5'],
  ru: ['ул. Сиреневая, д. 12, кв. 40', 'проспект Садовый, 7'],
  de: ['Fliederweg 23', 'Am Mühlgraben 4'],
  fr: ['12 rue des Tilleuls', '3 bis avenue du Vieux Moulin'],
  pt: ['Rua das Amendoeiras 45', 'Av. dos Plátanos 9'],
  it: ['via dei Glicini 11', 'viale delle Querce 6'],
};

const random = seeded(SEED);
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];
const digits = (n) => Array.from({ length: n }, () => below(10)).join('');
const letters = (n, alphabet) => Array.from({ length: n }, () => pick(alphabet)).join('');
const two = (n) => String(n).padStart(2, '0');
const inFours = (value) => value.replace(/.{4}(?=.)/g, '$& ');

const SLOTS = {
  n: () => String(2 + below(97)),
  order: () => `${letters(2, 'ABCDEFGHJK')}-${digits(6)}`,
  amount: () => pick([`${1 + below(900)},${two(below(100))} €`, `$${1 + below(900)}.${two(below(100))}`, `${1 + below(90)}00 ₽`]),
  time: () => `${8 + below(12)}:${pick(['00', '15', '30', '45'])}`,
  date: () => `${1 + below(28)}.${1 + below(12)}.`,
  version: () => `${1 + below(9)}.${below(20)}.${below(10)}`,
  fullname: (language) => `${pick(NAMES[language][0])} ${pick(NAMES[language][1])}`,
  email: () => `${letters(6, 'abcdefghijklmnoprstuv')}.${letters(5, 'aeioulmnrst')}@${pick(MAIL)}`,
  phone: (language) => pick(PHONES[language] ?? PHONES.en)(),
  card: () => {
    const body = pick(['41111111', '55555555', '42424242', '22000000']) + digits(7);
    const card = body + luhnDigit(body);
    return pick([card, inFours(card), inFours(card).replaceAll(' ', '-')]);
  },
  expiry: () => `${two(1 + below(12))}/${27 + below(6)}`,
  iban: () => pick([
    () => iban('ES', spanishAccount()),
    () => iban('DE', digits(18)),
    () => iban('GB', `WEST${digits(14)}`),
  ])(),
  street: (language) => pick(STREETS[language]),
  streetru: () => pick(STREETS.ru),
  nino: () => `${letters(2, 'ABCEHJKLMNPRSTWXYZ')} ${inTwos(digits(6))} ${pick('ABCD')}`,
  dni: () => dni(digits(8)),
  nie: () => {
    const lead = below(3);
    const rest = digits(7);
    return `${'XYZ'[lead]}${rest}${dni(`${lead}${rest}`).at(-1)}`;
  },
  inn: () => {
    const body = digits(10);
    const first = weighted(body, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10;
    return body + first + weighted(body + first, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10;
  },
  snils: () => {
    const body = `1${digits(8)}`;
    const check = two(weighted(body, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100);
    return `${body.slice(0, 3)}-${body.slice(3, 6)}-${body.slice(6)} ${check}`;
  },
  passport: () => `${10 + below(89)} ${two(1 + below(23))} ${digits(6)}`,
  password: () => `${letters(5, 'abcdefghkmnp')}${pick('!#%_')}${digits(3)}`,
  birth: () => `${two(1 + below(28))}.${two(1 + below(12))}.${1950 + below(55)}`,
  apikey: () => `AKIA${letters(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`,
  btc: () => base58Check([0, ...Array.from({ length: 20 }, () => below(256))]),
  // The documentation range of RFC 5737.
  ip: () => `203.0.113.${below(256)}`,
};
// Nobody's, by order of the regulator, where there is such a range.
const PHONES = {
  en: [() => `07700 900${digits(3)}`, () => `(212) 555-01${digits(2)}`],
  fr: [() => `06 39 98 ${inTwos(digits(4))}`],
  de: [() => `0171 39200${digits(2)}`],
  es: [() => `+34 6${digits(2)} ${digits(3)} ${digits(3)}`],
  ru: [() => `+7 9${digits(2)} ${digits(3)}-${digits(2)}-${digits(2)}`],
};
const NOBODYS = new Set(['n', 'order', 'amount', 'time', 'date', 'version']);

const LINES = Object.fromEntries(LANGUAGES.map((language) => {
  const lines = readLines(`${language}.txt`);
  const slots = (line) => [...line.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  return [language, {
    personal: lines.filter((line) => slots(line).some((slot) => !NOBODYS.has(slot))),
    plain: lines.filter((line) => slots(line).every((slot) => NOBODYS.has(slot))),
    bare: lines.filter((line) => !/[\d@{]/.test(line)),
  }];
}));

/** Everything the cases read. */
export const corpus = {
  messages300: Array.from({ length: 1024 }, () => message(300)),
  messages40: Array.from({ length: 1024 }, () => message(40)),
  draft: message(10_400),
  megabyte: fill(() => message(20 + below(280))),
  withoutDigits: fill(() => pick(LINES[pick(LANGUAGES)].bare)),
  hostile: Object.fromEntries(HOSTILE.map((name) => [name, unescape(readLines(`hostile-${name}.txt`).join('\n'))])),
};

/** One message in one language; one in four holds personal data. */
function message(length) {
  const language = pick(LANGUAGES);
  const { personal, plain } = LINES[language];
  const sentences = below(4) === 0 ? [fillSlots(pick(personal), language)] : [];
  while (sentences.join(' ').length < length) {
    sentences.splice(below(sentences.length + 1), 0, fillSlots(pick(plain), language));
  }
  const text = sentences.join(pick([' ', '. ', '\n']));
  // Never half an emoji.
  const end = /[\ud800-\udbff]/.test(text[length - 1]) ? length - 1 : length;
  return text.slice(0, end);
}

function fillSlots(line, language) {
  return line.replace(/\{(\w+)\}/g, (_, slot) => SLOTS[slot](language));
}

function fill(next) {
  let bytes = 0;
  const parts = [];
  for (;;) {
    const part = `${next()}\n`;
    bytes += Buffer.byteLength(part);
    if (bytes > MEGABYTE) return parts.join('');
    parts.push(part);
  }
}

function readLines(file) {
  return readFileSync(new URL(`messages/${file}`, import.meta.url), 'utf8').replace(/\n$/, '').split('\n');
}

function unescape(text) {
  return text.replace(/\\u\{([0-9a-f]+)\}/g, (_, code) => String.fromCodePoint(parseInt(code, 16)));
}

/** Mulberry32: 32 bits of state are plenty for sentences. */
function seeded(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function weighted(value, weights) {
  return weights.reduce((sum, weight, i) => sum + weight * Number(value[i]), 0);
}

function luhnDigit(body) {
  const sum = [...body].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - sum % 10) % 10;
}

function inTwos(value) {
  return value.replace(/..(?=.)/g, '$& ');
}

function dni(number) {
  return number + 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23];
}

function spanishAccount() {
  const bank = digits(8);
  const account = digits(10);
  const check = (value) => {
    const digit = 11 - weighted(value.padStart(10, '0'), [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11;
    return digit === 11 ? 0 : digit === 10 ? 1 : digit;
  };
  return `${bank}${check(bank)}${check(account)}${account}`;
}

function iban(country, account) {
  const number = `${account}${country}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  const value = country + two(98n - BigInt(number) % 97n) + account;
  return pick([value, inFours(value)]);
}

function base58Check(payload) {
  const sha256 = (bytes) => createHash('sha256').update(Uint8Array.from(bytes)).digest();
  const bytes = [...payload, ...sha256(sha256(payload)).subarray(0, 4)];
  const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = '';
  for (; number > 0n; number /= 58n) text = alphabet[Number(number % 58n)] + text;
  return '1'.repeat(bytes.findIndex((byte) => byte !== 0)) + text;
}
