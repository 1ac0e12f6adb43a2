// What is measured. A sample is a list of texts given one after another and timed as one: one message, or every state of a draft.
// Runs in Node and in the page alike.

// Below the engine's default limit of 1 MiB, above which it answers "too long" at once and there is nothing to time.
export const MEGABYTE = 1_000_000;
export const HOSTILE = [
  'digits', 'ats', 'dots', 'brackets', 'near-ibans', 'short-runs', 'cue-words', 'zero-width', 'combining-marks',
];

/** `look` is what runs at every key (finds, replaces nothing) where a subject has such a call; `mask` is what runs on send. */
export const CASES = [
  { name: 'message-300', call: 'mask', samples: (corpus) => corpus.messages300.map(alone) },
  { name: 'message-40', call: 'mask', samples: (corpus) => corpus.messages40.map(alone) },
  { name: 'typing-300', call: 'look', samples: (corpus) => corpus.messages300.slice(0, 48).map((message) => keys(message, 0)) },
  { name: 'draft-10k-key', call: 'look', samples: (corpus) => keys(corpus.draft, 10_000).map(alone) },
  { name: 'megabyte', call: 'mask', throughput: true, samples: (corpus) => [alone(corpus.megabyte)] },
  { name: 'no-digits', call: 'mask', throughput: true, samples: (corpus) => [alone(corpus.withoutDigits)] },
];

/** A hostile text of at most `bytes` bytes: the unit, again and again. */
export function hostile(unit, bytes) {
  return unit.repeat(Math.floor(bytes / new TextEncoder().encode(unit).length));
}

export function bytesOf(texts) {
  const encoder = new TextEncoder();
  return texts.reduce((sum, text) => sum + encoder.encode(text).length, 0);
}

function alone(text) {
  return [flat(text)];
}

/** The draft after each key from `from` on. */
function keys(text, from) {
  const states = [];
  let state = text.slice(0, from);
  for (const character of text.slice(from)) {
    state += character;
    states.push(flat(state));
  }
  return states;
}

/** A text box gives flat strings; a rope or a slice would make the first reader pay for flattening. */
export function flat(text) {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}
