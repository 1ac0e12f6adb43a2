// One subject under the clock, in Node and in the page alike: `node-subject.mjs` and `page.mjs` only carry the messages.

import { CASES, bytesOf, flat, hostile } from './cases.mjs';

/** Messages in a chat. */
const CHAT = 32;

/** Import → ready → first answer, in milliseconds. */
export async function start(load, text) {
  const before = performance.now();
  const subject = await (await load()).open();
  await subject.mask(text);
  return { subject, initMs: performance.now() - before };
}

/** The smallest step the clock makes, in microseconds: 5 in an isolated page, 100 in any other. */
export function clockStep() {
  let step = Infinity;
  for (let i = 0; i < 20; i++) {
    const from = performance.now();
    let to = from;
    while (to === from) to = performance.now();
    step = Math.min(step, to - from);
  }
  return step * 1000;
}

export class Meter {
  #subject;
  #corpus;
  #samples = new Map();
  #kept = 0;

  constructor(subject, corpus) {
    this.#subject = subject;
    this.#corpus = corpus;
  }

  /** Whether a card number, the one thing everybody here claims to know, goes away (or is reported, by who only reports). */
  async finds() {
    const card = '4111 1111 1111 1111';
    const answer = await this.#subject.mask(`my card is ${card} thanks`);
    return typeof answer === 'string' ? !answer.includes(card) : answer?.length > 0;
  }

  /** Runs samples for `ms`, at least one, and tells what one costs in the end, in microseconds. */
  async warm({ name, ms }) {
    const until = performance.now() + ms;
    let before;
    let calls = 0;
    let blocked = 0;
    let from;
    do {
      before = performance.now();
      ({ blocked } = await this.run({ name, from: calls, count: 1, batch: Math.max(1, calls) }));
      from = calls;
      calls += Math.max(1, calls);
    } while (performance.now() < until);
    const us = (performance.now() - before) * 1000 / (calls - from);
    return { us, blocked, bytes: bytesOf(this.#samplesOf(name)[0]) };
  }

  /**
   * `count` timings, each over `batch` samples in a row: a clock that steps by 5 µs cannot see one call of 5 µs.
   * `blocked` counts answers that were a refusal, which takes no time and must not pass for speed.
   */
  async run({ name, from, count, batch }) {
    const samples = this.#samplesOf(name);
    const { call, answersLater } = this.#call(name);
    const us = [];
    let blocked = 0;
    // The process has slept since its last turn: what it runs on has cooled.
    if (count > 1) await this.warm({ name, ms: 0.5 });
    for (let i = 0; i < count; i++) {
      if (i % CHAT === 0) this.#subject.fresh?.();
      const texts = [];
      for (let j = 0; j < batch; j++) texts.push(...samples[(from + i * batch + j) % samples.length]);
      const answers = new Array(texts.length);
      const before = performance.now();
      // An await would cost a subject that answers at once a fifth of a microsecond.
      if (answersLater) for (let j = 0; j < texts.length; j++) answers[j] = await call(texts[j]);
      else for (let j = 0; j < texts.length; j++) answers[j] = call(texts[j]);
      us.push((performance.now() - before) * 1000 / batch);
      for (const answer of answers) {
        if (answer === null) blocked++;
        else this.#kept += answer.length;
      }
    }
    return { us, blocked };
  }

  /** One hostile text of about `bytes` bytes; `us` of the quickest run, as the first one compiles and any may be disturbed. */
  async hostile(unit, bytes) {
    const text = flat(hostile(unit, bytes));
    const { call } = this.#call();
    const us = [];
    let answer;
    let error = null;
    for (let i = 0, sum = 0; i < 5 && sum < 500_000; i++) {
      this.#subject.fresh?.();
      const before = performance.now();
      try {
        answer = await call(text);
      } catch (thrown) {
        error = String(thrown?.message ?? thrown).slice(0, 80);
      }
      us.push((performance.now() - before) * 1000);
      sum += us[i];
    }
    return { us: Math.min(...us), bytes: bytesOf([text]), blocked: answer === null, calls: us.length, error };
  }

  #call(name) {
    const { mask, look, answersLater = false } = this.#subject;
    const wanted = CASES.find((one) => one.name === name)?.call;
    return { call: wanted === 'look' && look ? look : mask, answersLater };
  }

  #samplesOf(name) {
    if (!this.#samples.has(name)) this.#samples.set(name, CASES.find((one) => one.name === name).samples(this.#corpus));
    return this.#samples.get(name);
  }
}
