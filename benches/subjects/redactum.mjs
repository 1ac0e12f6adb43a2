import { redactum } from 'redactum';

export function open() {
  return { mask: (text) => redactum(text).redactedText };
}
