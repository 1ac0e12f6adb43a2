/** What the demo page says, and the messages it offers to type. */

export interface Example {
  readonly name: string;
  /** Numbers that issuers publish as examples or keep free for fiction; each is valid. */
  readonly text: string;
}

export interface Words {
  readonly title: string;
  readonly intro: string;
  readonly bank: string;
  readonly examples: string;
  readonly typed: string;
  readonly typedWhere: string;
  readonly received: string;
  readonly receivedWhere: string;
  readonly receivedHere: string;
  readonly empty: string;
  readonly raw: string;
  readonly youTyped: string;
  readonly serverGot: string;
  readonly notYet: string;
  readonly write: string;
  readonly send: string;
  readonly stored: (messages: string, values: string) => string;
  readonly messages: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<'language' | 'dark' | 'chat' | 'again' | 'ledger', string>>;
  readonly tries: readonly Example[];
}

const en: Words = {
  title: 'What you type is not what they get.',
  intro:
    'Chat with an invented bank. antifaz finds personal data on your device and hides it before the message leaves. In the replies it puts your data back, for your eyes only.',
  bank: 'Automated assistant · invented bank',
  examples: 'Try a message',
  typed: 'What you typed',
  typedWhere: 'stays on your device',
  received: 'What the server received',
  receivedWhere: 'all that Banco Zarapito has',
  receivedHere: 'played by this page: no server runs here',
  empty: 'Write to the bank, or take one of the examples. Here you see both sides.',
  raw: 'Raw JSON',
  youTyped: 'You typed',
  serverGot: 'The server received',
  notYet: 'nothing yet',
  write: 'Write a message',
  send: 'Send',
  stored: (messages, values) => `The bank stored ${messages} and ${values}.`,
  messages: { one: '# message', other: '# messages' },
  values: { one: '# private value', other: '# private values' },
  labels: {
    language: 'Language',
    dark: 'Dark colours',
    chat: 'Chat with Banco Zarapito',
    again: 'Start again',
    ledger: 'Both sides of the chat',
  },
  tries: [
    { name: 'Block a card', text: 'Hi, please block my card 4111 1111 1111 1111' },
    { name: 'Find a transfer', text: 'Did my transfer to GB82 WEST 1234 5698 7654 32 arrive?' },
    { name: 'Say who I am', text: 'My name is Nora Whitfield, my phone is +44 20 7946 0958' },
    { name: 'Tell a PIN', text: 'My card PIN is 4821, is that right?' },
    { name: 'Get a reply that spies', text: 'Send me the receipt for card 4111 1111 1111 1111' },
  ],
};

const es: Words = {
  title: 'Lo que usted escribe no es lo que reciben.',
  intro:
    'Hable con un banco inventado. antifaz encuentra los datos personales en su dispositivo y los oculta antes de que salga el mensaje. En las respuestas vuelve a poner sus datos, solo para usted.',
  bank: 'Asistente automático · banco inventado',
  examples: 'Pruebe un mensaje',
  typed: 'Lo que usted escribió',
  typedWhere: 'se queda en su dispositivo',
  received: 'Lo que recibió el servidor',
  receivedWhere: 'todo lo que tiene Banco Zarapito',
  receivedHere: 'lo hace esta página: aquí no hay servidor',
  empty: 'Escriba al banco o elija un ejemplo. Aquí verá los dos lados.',
  raw: 'JSON en bruto',
  youTyped: 'Usted escribió',
  serverGot: 'El servidor recibió',
  notYet: 'nada todavía',
  write: 'Escriba un mensaje',
  send: 'Enviar',
  stored: (messages, values) => `El banco guardó ${messages} y ${values}.`,
  messages: { one: '# mensaje', other: '# mensajes' },
  values: { one: '# dato personal', other: '# datos personales' },
  labels: {
    language: 'Idioma',
    dark: 'Colores oscuros',
    chat: 'Chat con Banco Zarapito',
    again: 'Empezar de nuevo',
    ledger: 'Los dos lados del chat',
  },
  tries: [
    { name: 'Bloquear una tarjeta', text: 'Hola, bloquee mi tarjeta 4111 1111 1111 1111, por favor' },
    { name: 'Dar el DNI', text: 'Mi DNI es 12345678Z, ¿tienen mi ficha?' },
    { name: 'Buscar una transferencia', text: '¿Ha llegado mi transferencia a ES91 2100 0418 4502 0005 1332?' },
    { name: 'Decir quién soy', text: 'Me llamo Lucía Prado' },
    { name: 'Dar el PIN', text: 'El PIN de mi tarjeta es 4821, ¿es correcto?' },
    { name: 'Una respuesta que espía', text: 'Envíeme el recibo de la tarjeta 4111 1111 1111 1111' },
  ],
};

const ru: Words = {
  title: 'Вы пишете одно, банк получает другое.',
  intro:
    'Напишите выдуманному банку. antifaz находит личные данные на вашем устройстве и скрывает их до отправки. В ответах он возвращает их на место, и видите их только вы.',
  bank: 'Автоматический помощник · выдуманный банк',
  examples: 'Попробуйте',
  typed: 'Что вы написали',
  typedWhere: 'остаётся на вашем устройстве',
  received: 'Что получил сервер',
  receivedWhere: 'всё, что есть у Banco Zarapito',
  receivedHere: 'его роль играет страница: сервера здесь нет',
  empty: 'Напишите банку или выберите пример. Здесь видны обе стороны.',
  raw: 'Исходный JSON',
  youTyped: 'Вы написали',
  serverGot: 'Сервер получил',
  notYet: 'пока ничего',
  write: 'Напишите сообщение',
  send: 'Отправить',
  stored: (messages, values) => `Банк сохранил: ${messages}, ${values}.`,
  messages: { one: '# сообщение', few: '# сообщения', many: '# сообщений', other: '# сообщений' },
  values: {
    one: '# личное значение',
    few: '# личных значения',
    many: '# личных значений',
    other: '# личных значений',
  },
  labels: {
    language: 'Язык',
    dark: 'Тёмные цвета',
    chat: 'Чат с Banco Zarapito',
    again: 'Начать заново',
    ledger: 'Обе стороны чата',
  },
  tries: [
    { name: 'Заблокировать карту', text: 'Здравствуйте, заблокируйте карту 4111 1111 1111 1111' },
    { name: 'Назвать СНИЛС', text: 'Мой СНИЛС 112-233-445 95, найдите мою анкету' },
    { name: 'Назвать ИНН', text: 'Мой ИНН 500100732259' },
    { name: 'Представиться', text: 'Меня зовут Анна Ветрова' },
    { name: 'Сообщить ПИН-код', text: 'ПИН-код моей карты 4821, верно?' },
    { name: 'Ответ-шпион', text: 'Пришлите чек по карте 4111 1111 1111 1111' },
  ],
};

export const WORDS: Readonly<Record<string, Words>> = { en, es, ru };
