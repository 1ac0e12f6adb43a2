import { redact } from '@arcjet/redact';

export function open() {
  return { answersLater: true, mask: async (text) => (await redact(text))[0] };
}
