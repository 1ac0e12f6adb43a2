import { Redactor } from '@redactpii/node';

export function open() {
  const redactor = new Redactor();
  return { mask: (text) => redactor.redact(text) };
}
