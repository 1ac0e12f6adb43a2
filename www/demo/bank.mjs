// One bank for both homes of the demo: the server and, in the exported site, the page itself.
import { reply } from './bot.mjs';

/** Enough for an afternoon of showing it round; then the oldest goes. */
const MOST_CHATS = 200;
const MOST_MESSAGES = 100;
/** Between two pieces of a slow reply. */
const PAUSE_MS = 60;

export function createBank() {
  /** By chat: what was received, the bot's notes by channel, and who watches. */
  const chats = new Map();

  function chatOf(id) {
    let chat = chats.get(id);
    if (!chat) {
      chat = { received: [], memory: { bank: {}, messenger: {} }, watchers: new Set() };
      chats.set(id, chat);
      if (chats.size > MOST_CHATS) chats.delete(chats.keys().next().value);
    }
    return chat;
  }

  return {
    /**
     * Takes a request body as it came over the wire, at the bank's own door or by way of the messenger; gives the reply as events for
     * the widget. Throws on what is no message.
     */
    async *receive(raw, channel) {
      const body = JSON.parse(raw);
      const text = body.messages.at(-1).text;
      const chat = chatOf(String(body.chat));
      const received = { raw, text, channel };
      chat.received.push(received);
      if (chat.received.length > MOST_MESSAGES) chat.received.shift();
      for (const watch of chat.watchers) watch(received);
      const pieces = reply(chat.memory[channel], text, body.language);
      for (const piece of pieces) {
        if (pieces.length > 1) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        yield `data: ${JSON.stringify({ text: piece })}\n\n`;
      }
    },

    /** Shows all that was received of a chat, and then what comes in; gives a function that stops it. */
    watch(id, callback) {
      const { received, watchers } = chatOf(id);
      received.forEach(callback);
      watchers.add(callback);
      return () => watchers.delete(callback);
    },
  };
}
