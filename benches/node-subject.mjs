// A subject in a process of its own: nobody's garbage collector or hung regex is anybody else's, and it can be killed.

import { clockStep, Meter, start } from './measure.mjs';

const file = process.argv[2];
const load = () => import(`./subjects/${file}.mjs`);
const memories = [];
let meter;

const ACTIONS = {
  /** The very first answer: nothing but the clock is loaded before. */
  async start({ text }) {
    return (await start(load, text)).initMs;
  },
  async open() {
    const { corpus } = await import('./corpus.mjs');
    const { subject } = await start(load, corpus.messages40[0]);
    meter = new Meter(subject, corpus);
    return { step: clockStep(), finds: await meter.finds() };
  },
  warm: (request) => meter.warm(request),
  run: (request) => meter.run(request),
  hostile: ({ unit, bytes }) => meter.hostile(unit, bytes),
  memory,
};

/** Megabytes held after each of `counts` messages (one in a hundred of 10 kB), or after as many as `ms` allow. */
async function memory({ counts, ms }) {
  watchWasm();
  const { corpus } = await import('./corpus.mjs');
  const before = held();
  const subject = await (await load()).open();
  const until = performance.now() + ms;
  const readings = [];
  let done = 0;
  for (const count of counts) {
    while (done < count && performance.now() < until) {
      if (done % 32 === 0) subject.fresh?.();
      await subject.mask(done % 100 === 5 ? corpus.draft : corpus.messages300[done % corpus.messages300.length]);
      done++;
    }
    readings.push({ messages: done, mb: held() - before + linear(), linearMb: linear() });
  }
  return readings;
}

function held() {
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed / 1e6;
}

function linear() {
  return memories.reduce((sum, memory) => sum + (memory.deref()?.buffer.byteLength ?? 0), 0) / 1e6;
}

/** Linear memories are outside the heap: remember each one, weakly, when it is made. */
function watchWasm() {
  const note = (instance) => {
    for (const value of Object.values(instance.exports)) {
      if (value instanceof WebAssembly.Memory) memories.push(new WeakRef(value));
    }
  };
  const { Instance, instantiate } = WebAssembly;
  WebAssembly.Instance = function (...given) {
    const instance = new Instance(...given);
    note(instance);
    return instance;
  };
  WebAssembly.Instance.prototype = Instance.prototype;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    note(made.instance ?? made);
    return made;
  };
}

process.on('message', async ({ action, ...request }) => {
  try {
    process.send({ value: await ACTIONS[action](request) });
  } catch (error) {
    process.send({ error: String(error?.message ?? error) });
  }
});
process.send({ value: 'ready' });
