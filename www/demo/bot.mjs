// The assistant of the invented bank: rules only, the same in the server and in the exported page.
// It works with what it receives, and that is tokens such as [CARD_1], years and bands.
import { SAYS } from './says.mjs';

/** Words that tell what is wanted, in all languages: a customer may change in mid-chat. */
const WANTS = {
  receipt: /receipt|statement|recibo|justificante|чек|квитанци|выписк|beleg|quittung|reçu|ricevuta/i,
  block: /block|lost|stolen|freeze|bloque|perdid|robad|заблокир|потерял|украл|sperr|gestohlen|verloren|bloqu|volée|perdu|blocc|rubat/i,
  loan: /loan|préstamo|кредит|kredit|prêt|crédito|prestito/i,
  transfer: /transfer|payment|transferencia|pago|перевод|платёж|платеж|überweis|virement|bonifico/i,
  bye: /thank|bye|gracias|adiós|спасибо|до свидания|danke|merci|obrigad|grazie/i,
};
const YEAR = /\b(?:19|20)\d\d\b/;
const BAND = /\d[\d.]*–\d[\d.]*(?: ?[^\s\d.,;!?]+)?/;

/** The first words of a chat. */
export function greeting(language) {
  return speech(language).hello;
}

/**
 * The reply, in the pieces it is sent in. `memory` is the bank's note about one chat: it starts as `{}` and is kept by the caller.
 * A slow reply is cut anywhere, also inside a token, as a language model would.
 */
export function reply(memory, text, language) {
  const says = speech(language);
  const tokens = Object.fromEntries([...text.matchAll(/\[([A-Z]+)_\d+\]/g)].map(([token, label]) => [label, token]));
  const band = text.match(BAND)?.[0];
  if (band) tokens.AMOUNT = band;
  Object.assign(memory, { tokens: { ...memory.tokens, ...tokens } });
  const say = (key, more = {}) => says[key].replace(/\{(\w+)\}/g, (_, name) => more[name] ?? memory.tokens[name] ?? '…');
  const asked = memory.asked;
  memory.asked = undefined;
  const ask = (what, key) => {
    memory.asked = what;
    return [say(key)];
  };

  if (tokens.SECRET && !tokens.CARD) return [say('secret')];
  if (tokens.HEALTH) return [say('health')];
  if (WANTS.receipt.test(text)) {
    const url = `https://pixel.example/receipt.png?card=${tokens.CARD ?? memory.tokens.CARD ?? ''}`;
    return [say('receipt', { url })];
  }
  if (tokens.CARD) return ask('name', 'blocked');
  const shown = text.match(/(?:\d[ -]?){11,18}\d/)?.[0].replace(/\D/g, '');
  if (shown && (asked === 'card' || WANTS.block.test(text))) return [say('blockedShown', { end: shown.slice(-4) })];
  if (asked === 'income') return [say('loan')];
  if (WANTS.loan.test(text) || asked === 'birth') {
    if (!tokens.BIRTH && !YEAR.test(text)) return ask('birth', 'askBirth');
    return tokens.AMOUNT ? [say('loan')] : ask('income', 'askIncome');
  }
  if (WANTS.block.test(text)) return ask('card', 'whichCard');
  if (tokens.ACCOUNT) return say('transfer').match(/.{1,7}/gsu);
  if (WANTS.transfer.test(text)) return [say('whichAccount')];
  if (tokens.NAME && tokens.PHONE) return [say('call')];
  if (tokens.PHONE) return [say('phone')];
  if (tokens.EMAIL) return [say('mail')];
  if (tokens.NAME || asked === 'name') return [say('name', { NAME: tokens.NAME ?? text.trim() })];
  if (tokens.ID) return [say('id')];
  if (WANTS.bye.test(text)) return [say('bye')];
  return [say('help')];
}

function speech(language) {
  return SAYS[language] ?? SAYS.en;
}
