import redactPii from 'redact-pii';

export function open() {
  const redactor = new redactPii.SyncRedactor();
  return { mask: (text) => redactor.redact(text) };
}
