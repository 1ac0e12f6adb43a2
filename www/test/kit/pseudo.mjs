// Two languages that nobody speaks, made of English: words that are longer than in any of ours, and a script that runs the other way.

/** Every line 40 % longer, in accented letters, so that what is left untranslated or cut off can be seen. */
export function long(locale) {
  const accents = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', n: 'ñ', c: 'ç' };
  return speak(locale, 'xx-long', 'ltr', (words) => {
    const added = Math.ceil(words.length * 0.4);
    return `${words.replace(/[aeiounc]/g, (letter) => accents[letter])}${'~ żłő'.repeat(added).slice(0, added)}`.trim();
  });
}

/** Every word written from right to left; the page mirrors around it. */
export function mirrored(locale) {
  return speak(locale, 'ar-XB', 'rtl', (words) => words.replace(/\p{L}+/gu, (word) => `\u202e${word}\u202c`));
}

function speak(locale, lang, dir, change) {
  const said = (value) => (typeof value === 'string' ? keepValues(value, change) : each(value, said));
  const { core } = each(locale, said);
  return { core: { ...core, lang, dir } };
}

function each(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, Array.isArray(value) ? value.map(change) : change(value)]));
}

/** `{name}` and `#` stay what they are. */
function keepValues(text, change) {
  return text
    .split(/(\{\w+\}|#)/)
    .map((part, at) => (at % 2 || !part.trim() ? part : part.replace(/\S.*\S|\S/s, change)))
    .join('');
}
