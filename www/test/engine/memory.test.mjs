import assert from 'node:assert/strict';
import { test } from 'node:test';
import { join } from 'node:path';
import { engine } from './wasm-memory.mjs';
import { PACKAGE } from '../package.mjs';

const { createRedactor } = await import(join(PACKAGE, 'dist/index.js'));

// Made up, with valid check digits where there are any.
const VALUES = ['4539 5787 6362 1486', 'Zacarias.Quintanilla@Correo-Ejemplo.es', 'ES79 2100 0813 6101 2345 6789', 'Quetzalcoatl'];
const MESSAGE = `me llamo Quetzalcoatl, mi tarjeta es ${VALUES[0]}, escribe a ${VALUES[1]} o paga a ${VALUES[2]} 😀`;

/** How a value may lie in memory: as typed, folded, without what separates it, in either encoding. */
function traces(value) {
  const bare = value.replace(/[^\p{L}\p{N}]/gu, '');
  const forms = new Set([value, value.toLowerCase(), bare, bare.toLowerCase()]);
  // Half of a value is a leak, too.
  for (const form of [...forms]) forms.add(form.slice(0, Math.ceil(form.length / 2))).add(form.slice(Math.ceil(form.length / 2)));
  return [...forms].flatMap((form) => [Buffer.from(form, 'utf8'), Buffer.from(form, 'utf16le')]);
}

function found() {
  const memory = Buffer.from(engine.memory.buffer);
  return VALUES.flatMap((value) =>
    traces(value)
      .filter((trace) => memory.includes(trace))
      .map((trace) => `${trace} at ${memory.indexOf(trace)}`),
  );
}

test('no value stays in the memory of the engine after its conversation is freed', async () => {
  const redactor = await createRedactor({ languages: ['es'] });
  assert.deepEqual(found(), [], 'the engine itself must not hold the values');

  const conversation = redactor.conversation();
  conversation.heard(`¿es ${VALUES[0]} su tarjeta?`);
  conversation.analyze(MESSAGE, { all: true });
  const redaction = conversation.redact(MESSAGE);
  assert.equal(redaction.status, 'cleared');
  assert.equal(conversation.restore(redaction.text), MESSAGE);
  const stream = conversation.restoreStream();
  for (const unit of redaction.text) stream.push(unit);
  stream.end();
  redactor.analyze(MESSAGE);
  redactor.explain(MESSAGE);
  assert.notDeepEqual(found(), [], 'while the conversation lives its vault holds them: the search can find');

  conversation.free();
  assert.deepEqual(found(), []);
});

test('a blocked message leaves nothing in memory either', async () => {
  const conversation = (await createRedactor({ maxBytes: 64 })).conversation();
  assert.equal(conversation.redact(MESSAGE).status, 'blocked');
  assert.deepEqual(found(), []);
  conversation.free();
});
