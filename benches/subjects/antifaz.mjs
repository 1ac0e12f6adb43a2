import { createRedactor } from 'antifaz';

export async function open() {
  const redactor = await createRedactor();
  let conversation = redactor.conversation();
  return {
    mask(text) {
      const redaction = conversation.redact(text);
      return redaction.status === 'cleared' ? redaction.text : null;
    },
    look: (text) => conversation.analyze(text),
    // Outside the clock: a page opens a conversation when the chat opens, not when a message is sent.
    fresh() {
      conversation.free();
      conversation = redactor.conversation();
    },
  };
}
