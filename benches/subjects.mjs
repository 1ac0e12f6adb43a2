// Who is measured, and what one has to know to read the numbers.

export const OURS = 'antifaz';

export const SUBJECTS = [
  { name: OURS, file: 'antifaz' },
  { name: 'llm-guard', file: 'llm-guard', note: 'finds only (five regexes), masks nothing; its other guards are off' },
  { name: '@redactpii/node', file: 'redactpii-node', note: 'five regexes' },
  { name: 'redact-pii', file: 'redact-pii', note: 'in Chromium without its Google Cloud client' },
  { name: 'cloakllm', file: 'cloakllm', note: 'regexes only, as installed; its audit log, a file, is off' },
  { name: 'redactum', file: 'redactum' },
  { name: 'openredaction', file: 'openredaction' },
  { name: '@arcjet/redact', file: 'arcjet-redact', note: 'instantiates its WebAssembly module at each call; four kinds' },
];
