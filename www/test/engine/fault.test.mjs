import assert from 'node:assert/strict';
import { test } from 'node:test';
import { join } from 'node:path';
import { engine } from './wasm-memory.mjs';
import { PACKAGE } from '../package.mjs';

const { AntifazError, createRedactor } = await import(join(PACKAGE, 'dist/index.js'));

// One test in one file: after a trap the engine stays broken.
test('after a trap nothing is sent and nothing is claimed', async () => {
  const redactor = await createRedactor();
  const conversation = redactor.conversation();
  const { text } = conversation.redact('4539 5787 6362 1486');
  assert.ok(!text.includes('4539'));

  const name = Object.keys(engine.exports).find((key) => /chat_redact/.test(key));
  const real = engine.exports[name];
  engine.exports[name] = () => {
    throw new WebAssembly.RuntimeError('unreachable');
  };
  const blocked = { status: 'blocked', reason: 'fault', findings: [] };
  assert.deepEqual(conversation.redact('4539 5787 6362 1486'), blocked);

  engine.exports[name] = real;
  assert.deepEqual(conversation.redact('4539 5787 6362 1486'), blocked, 'its memory may be in any state');
  assert.equal(conversation.restore(text), text);
  assert.deepEqual(conversation.restoreSpans(text), { text, spans: [] });
  const stream = conversation.restoreStream();
  assert.equal(stream.push(text) + stream.end(), text);
  conversation.heard('what is your card number?');

  const fault = (error) => error instanceof AntifazError && error.code === 'fault';
  assert.throws(() => conversation.analyze('text'), fault, '"nothing found" would be a lie');
  assert.throws(() => redactor.analyze('text'), fault);
  assert.throws(() => redactor.explain('text'), fault);
  assert.throws(() => redactor.conversation(), fault);
  await assert.rejects(createRedactor(), fault);
  conversation.free();
});
