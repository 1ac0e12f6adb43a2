import { OpenRedaction } from 'openredaction';

export function open() {
  const shield = new OpenRedaction();
  return { answersLater: true, mask: async (text) => (await shield.detect(text)).redacted };
}
