// The assistant of the invented bank: rules only, the same in the server and in the exported page.
// It works with what it receives, and that is tokens such as [CARD_1].

/** Words that tell what is wanted, in all three languages: a customer may change in mid-chat. */
const WANTS = {
  receipt: /receipt|statement|recibo|justificante|чек|квитанци|выписк/i,
  block: /block|lost|stolen|freeze|bloque|perdid|robad|заблокир|потерял|украл/i,
  transfer: /transfer|payment|transferencia|pago|перевод|платёж|платеж/i,
  bye: /thank|bye|gracias|adiós|спасибо|до свидания/i,
};

const SAYS = {
  en: {
    hello: 'Hello! I am the assistant of Banco Zarapito, a program. I can block a card, look for a transfer or find your file. How can I help?',
    help: 'I can block a card, look for a transfer, find your file or send a receipt. What do you need?',
    whichCard: 'I can block it right now. What is the card number?',
    blocked: 'Done. I have blocked card {CARD}. A new one will arrive in three working days. What name should I put on it?',
    blockedShown: 'Done. I have blocked the card ending in {end}. A new one will arrive in three working days.',
    name: 'Thank you, {NAME}. I have noted your name.',
    call: 'Thank you, {NAME}. An adviser will call {PHONE} this afternoon.',
    phone: 'An adviser will call {PHONE} this afternoon.',
    mail: 'I will write to {EMAIL} today.',
    whichAccount: 'I can look for it. Which account did you send it to?',
    transfer:
      'I am looking for your transfer to {ACCOUNT}… Here it is. It left today at 09:42 and was accepted by the other bank. Money to {ACCOUNT} usually arrives within one working day. You do not need to do anything.',
    id: 'I have found your file under the document {ID}. Everything is up to date.',
    secret: 'Nobody at the bank needs that. It was hidden before your message reached me.',
    receipt:
      'Here is the receipt for {CARD}.\n\n![Receipt]({url})\n\nThe picture in this reply is a trap: its address asks for your card number. Nothing was loaded, and in that address there is only a token.',
    bye: 'You are welcome. Have a good day!',
  },
  es: {
    hello: '¡Hola! Soy el asistente de Banco Zarapito, un programa. Puedo bloquear una tarjeta, buscar una transferencia o encontrar su ficha. ¿En qué puedo ayudarle?',
    help: 'Puedo bloquear una tarjeta, buscar una transferencia, encontrar su ficha o enviarle un recibo. ¿Qué necesita?',
    whichCard: 'Puedo bloquearla ahora mismo. ¿Cuál es el número de la tarjeta?',
    blocked: 'Hecho. He bloqueado la tarjeta {CARD}. Recibirá una nueva en tres días laborables. ¿A nombre de quién la pongo?',
    blockedShown: 'Hecho. He bloqueado la tarjeta que termina en {end}. Recibirá una nueva en tres días laborables.',
    name: 'Gracias, {NAME}. He anotado su nombre.',
    call: 'Gracias, {NAME}. Una asesora llamará al {PHONE} esta tarde.',
    phone: 'Una asesora llamará al {PHONE} esta tarde.',
    mail: 'Hoy mismo escribiré a {EMAIL}.',
    whichAccount: 'Puedo buscarla. ¿A qué cuenta la envió?',
    transfer:
      'Estoy buscando su transferencia a {ACCOUNT}… Aquí está. Salió hoy a las 09:42 y el otro banco la ha aceptado. El dinero enviado a {ACCOUNT} suele llegar en un día laborable. No tiene que hacer nada.',
    id: 'He encontrado su ficha con el documento {ID}. Todo está al día.',
    secret: 'En el banco nadie necesita eso. Se ocultó antes de que su mensaje me llegara.',
    receipt:
      'Aquí tiene el recibo de {CARD}.\n\n![Recibo]({url})\n\nLa imagen de esta respuesta es una trampa: su dirección pide el número de su tarjeta. No se cargó nada, y en esa dirección solo hay un código.',
    bye: 'A usted. ¡Que tenga un buen día!',
  },
  ru: {
    hello: 'Здравствуйте! Я помощник банка «Сарапито», программа. Могу заблокировать карту, найти перевод или вашу анкету. Чем помочь?',
    help: 'Могу заблокировать карту, найти перевод, найти вашу анкету или прислать чек. Что вам нужно?',
    whichCard: 'Могу заблокировать прямо сейчас. Какой номер карты?',
    blocked: 'Готово. Карта {CARD} заблокирована. Новая придёт через три рабочих дня. На чьё имя её выпустить?',
    blockedShown: 'Готово. Карта, которая заканчивается на {end}, заблокирована. Новая придёт через три рабочих дня.',
    name: 'Спасибо, {NAME}. Имя записано.',
    call: 'Спасибо, {NAME}. Специалист позвонит сегодня по номеру {PHONE}.',
    phone: 'Специалист позвонит сегодня по номеру {PHONE}.',
    mail: 'Сегодня напишу на {EMAIL}.',
    whichAccount: 'Могу найти. На какой счёт вы его отправили?',
    transfer:
      'Ищу ваш перевод на {ACCOUNT}… Нашёл. Он ушёл сегодня в 09:42, другой банк его принял. Деньги на {ACCOUNT} обычно приходят за один рабочий день. Вам ничего делать не нужно.',
    id: 'Ваша анкета найдена по документу {ID}. Всё в порядке.',
    secret: 'В банке это никому не нужно. Это было скрыто до того, как сообщение дошло до меня.',
    receipt:
      'Вот чек по карте {CARD}.\n\n![Чек]({url})\n\nКартинка в этом ответе — ловушка: её адрес просит номер вашей карты. Ничего не загружено, и в адресе стоит только метка.',
    bye: 'Пожалуйста. Хорошего дня!',
  },
};

export const LANGUAGES = Object.keys(SAYS);

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
  Object.assign(memory, { tokens: { ...memory.tokens, ...tokens } });
  const say = (key, more = {}) => says[key].replace(/\{(\w+)\}/g, (_, name) => more[name] ?? memory.tokens[name] ?? '');
  const asked = memory.asked;
  memory.asked = undefined;

  if (tokens.SECRET && !tokens.CARD) return [say('secret')];
  if (WANTS.receipt.test(text)) {
    const url = `https://pixel.example/receipt.png?card=${tokens.CARD ?? memory.tokens.CARD ?? ''}`;
    return [say('receipt', { url, CARD: tokens.CARD ?? memory.tokens.CARD ?? '…' })];
  }
  if (tokens.CARD) {
    memory.asked = 'name';
    return [say('blocked')];
  }
  const shown = text.match(/(?:\d[ -]?){11,18}\d/)?.[0].replace(/\D/g, '');
  if (shown && (asked === 'card' || WANTS.block.test(text))) return [say('blockedShown', { end: shown.slice(-4) })];
  if (WANTS.block.test(text)) {
    memory.asked = 'card';
    return [say('whichCard')];
  }
  if (tokens.ACCOUNT) return say('transfer').match(/.{1,7}/gsu);
  if (WANTS.transfer.test(text)) return [say('whichAccount')];
  if (tokens.NAME && tokens.PHONE) return [say('call')];
  if (tokens.NAME || asked === 'name') return [say('name', { NAME: tokens.NAME ?? text.trim() })];
  if (tokens.PHONE) return [say('phone')];
  if (tokens.ID) return [say('id')];
  if (tokens.EMAIL) return [say('mail')];
  if (WANTS.bye.test(text)) return [say('bye')];
  return [say('help')];
}

function speech(language) {
  return SAYS[language] ?? SAYS.en;
}
