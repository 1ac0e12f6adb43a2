// One run over one corpus: ours and the peers, in Node and in Chromium. Writes target/bench.json, prints the ratios.
//
//   node run.mjs [--subject NAME]… [--case TEXT]…
//
// Nothing here fails on a slow clock: what could not be measured is a row with nulls and a note that says why.

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { CASES, HOSTILE, MEGABYTE } from './cases.mjs';
import { Chromium, findChromium } from './chromium.mjs';
import { corpus } from './corpus.mjs';
import { NodePlayer } from './node.mjs';
import { OURS, SUBJECTS } from './subjects.mjs';
import { tables } from './table.mjs';

const TARGET = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../target', import.meta.url));
const PACKAGE = join(TARGET, 'pkg');
const OUTPUT = join(TARGET, 'bench.json');

// Five minutes and a half for everything; what is left then is noted, not measured.
const END = performance.now() + 330_000;
const BUDGET_MS = 1000;
const WARM_MS = 300;
const TURN_US = 20_000;
const PATIENCE_MS = 12_000;
// The browser slows a page down by stopping it for milliseconds: only the mean over a while means something.
const THROTTLED_US = 50_000;
const THROTTLED = 'message-300-cpu6x';
// A timing shorter than this many steps of the clock is a batch.
const CLOCK_STEPS = 20;
const LEAST_US = 0.1;
const STARTS = 7;
const MEMORY_AT = [10, 10_000];
const MEMORY_MS = 5000;
const FEWEST_FOR_P99 = 100;
// Doubled as long as a subject answers in time, so that growth shows for the slowest, too.
const HOSTILE_FROM = MEGABYTE / 128;
const HOSTILE_PATIENCE_MS = 1500;
const HOSTILE_ENOUGH_US = 400_000;

const { values: wanted } = parseArgs({
  options: { subject: { type: 'string', multiple: true }, case: { type: 'string', multiple: true } },
});
const subjects = SUBJECTS.filter(({ name }) => wanted.subject?.includes(name) ?? true)
  .map((subject) => ({ ...subject, version: versionOf(subject.name) }));
const asked = (name) => wanted.case?.some((part) => name.includes(part)) ?? true;
const rows = [];

installOurs();
console.error(`bench: ${subjects.length} subjects, at most ${Math.round((END - performance.now()) / 60_000)} minutes`);
const lanes = subjects.map((subject) => lane('node', subject, () => new NodePlayer(subject.file)));
for (const { name } of CASES) await measure(lanes, name);
const browser = await inChromium();
if (asked('start')) await starts(lanes);
if (asked('memory')) for (const one of lanes) await memory(one);
// Last, as it is what can best be cut short on a busy machine.
for (const name of HOSTILE) if (asked(`hostile-${name}`)) for (const one of lanes) await grow(one, name);
lanes.forEach((one) => one.player?.close());

// A part is for looking at, not for the record.
if (Object.keys(wanted).length === 0) {
  mkdirSync(dirname(OUTPUT), { recursive: true });
  writeFileSync(OUTPUT, `${JSON.stringify(rows, null, 1)}\n`);
}
console.log(tables({ rows, subjects, machine: `${cpus()[0].model}; Node ${process.version}; ${browser}; ${load()}` }));
process.exit(0);

/** Gives the browser's version. */
async function inChromium() {
  const path = findChromium();
  const without = (reason) => {
    const names = [...CASES.map(({ name }) => name), THROTTLED, 'start'].filter(asked);
    for (const subject of subjects) for (const name of names) record('chromium', name, subject, { note: reason });
    return reason;
  };
  if (path === undefined) return without('no Chromium on this machine');
  let chromium;
  try {
    chromium = await Chromium.open(path, subjects.filter(({ version }) => version !== null));
  } catch (error) {
    return without(`Chromium did not start: ${firstLine(error)}`);
  }
  const lanes = subjects.map((subject) => {
    return lane('chromium', subject, () => chromium.page(subject.file), chromium.unbundled.get(subject.name));
  });
  for (const { name } of CASES) await measure(lanes, name);
  await measure(lanes, 'message-300', { label: THROTTLED, slower: 6 });
  lanes.forEach((one) => one.player?.close());
  if (asked('start')) await starts(lanes);
  await chromium.close();
  return chromium.version;
}

/** A subject in one environment; its player is made when needed and made anew after it was killed. */
function lane(where, subject, make, reason = subject.version === null ? 'not installed here' : undefined) {
  return { where, subject, make, reason, player: undefined, step: undefined };
}

async function player(one) {
  if (one.player === undefined && one.reason === undefined) {
    try {
      const made = await one.make();
      const opened = await made.ask('open', {}, PATIENCE_MS);
      if (opened === undefined) one.reason = 'does not open in time';
      // Whoever finds nothing is not quick.
      else if (!opened.finds) one.reason = 'leaves a card number standing';
      else Object.assign(one, { player: made, step: opened.step });
    } catch (error) {
      one.reason = `does not run here: ${firstLine(error)}`;
    }
  }
  return one.player;
}

/** `undefined`, with a note, when the subject takes too long: it is gone then. */
async function ask(run, action, request, ms = PATIENCE_MS) {
  const { one, slower = 1 } = run;
  const asked = one.player;
  // For this turn only: pages may share a process, and their brakes would add up.
  if (slower !== 1) await asked.slowDown(slower);
  const answer = await asked.ask(action, request, ms);
  if (answer === undefined) {
    one.player = undefined;
    run.note = `more than ${ms / 1000} s a call`;
  } else if (slower !== 1) await asked.slowDown(1);
  return answer;
}

/** All subjects turn by turn, so that a noisy minute is everyone's. */
async function measure(lanes, name, { label = name, slower = 1 } = {}) {
  if (!asked(label)) return;
  const runs = lanes.map((one) => ({ one, name, slower, us: [], single: [], calls: 0, blocked: 0, spent: 0, bytes: 0 }));
  for (const run of runs) await warmUp(run);
  for (let open = [...runs]; open.length > 0;) {
    open = open.filter((run) => run.note === undefined && run.spent < BUDGET_MS);
    for (const run of open) await turn(run);
    // Nobody is always first.
    open.push(...open.splice(0, 1));
  }
  for (const run of runs) record(run.one.where, label, run.one.subject, summary(run));
}

async function warmUp(run) {
  const { one, name, slower } = run;
  await attempt(run, async () => {
    if (await player(one) === undefined) {
      run.note = one.reason;
      return;
    }
    const first = await ask(run, 'warm', { name, ms: 0 });
    if (first === undefined) return;
    // Too slow to warm up for its own sake: the one cold call stands.
    const cold = first.us > WARM_MS * 1000;
    const warm = cold ? first : await ask(run, 'warm', { name, ms: WARM_MS });
    if (warm === undefined) return;
    if (cold) Object.assign(run, { us: [first.us], blocked: first.blocked, spent: first.us / 1000, calls: 1 });
    Object.assign(run, { bytes: warm.bytes, cost: Math.max(warm.us, LEAST_US) });
    run.batch = Math.ceil(Math.max(1, (slower === 1 ? CLOCK_STEPS * one.step : THROTTLED_US) / run.cost));
  });
}

async function turn(run) {
  // A batch hides the slowest call in it: where the clock is coarse, every third turn times single calls.
  const single = run.slower === 1 && run.batch > 1 && run.us.length > run.single.length * 2;
  const batch = single ? 1 : run.batch;
  const count = Math.max(1, Math.min(512, Math.floor(TURN_US / (run.cost * batch))));
  await attempt(run, async () => {
    const done = await ask(run, 'run', { name: run.name, from: run.calls, count, batch });
    if (done === undefined) return;
    (single ? run.single : run.us).push(...done.us);
    run.calls += count * batch;
    run.blocked += done.blocked;
    run.cost = Math.max(LEAST_US, quantile(done.us, 0.5));
    // Never zero, or a coarse clock could keep us here.
    run.spent += Math.max(1, done.us.reduce((sum, us) => sum + us, 0) * batch / 1000);
  });
}

function summary({ name, us, single, calls, blocked, bytes, note }) {
  if (blocked > 0 && blocked >= calls) return { calls, note: 'refused' };
  const p50 = quantile(us, 0.5);
  const tail = single.length > 0 ? single : us;
  const { throughput } = CASES.find((one) => one.name === name);
  return {
    p50_us: p50,
    p99_us: tail.length >= FEWEST_FOR_P99 ? quantile(tail, 0.99) : null,
    mb_per_s: throughput && p50 !== null ? round(bytes / p50) : null,
    calls,
    note: blocked > 0 ? `refused ${blocked} of ${calls}` : note,
  };
}

/** One hostile text, doubled until the subject takes too long or a megabyte is reached. */
async function grow(one, name) {
  const run = { one };
  const sizes = [];
  for (let bytes = HOSTILE_FROM; bytes <= MEGABYTE && run.note === undefined; bytes *= 2) {
    const kilobytes = Math.round(bytes / 1000);
    await attempt(run, async () => {
      if (await player(one) === undefined) {
        run.note = one.reason;
        return;
      }
      const done = await ask(run, 'hostile', { unit: corpus.hostile[name], bytes }, HOSTILE_PATIENCE_MS);
      if (done === undefined) run.note = `more than ${HOSTILE_PATIENCE_MS / 1000} s for ${kilobytes} kB`;
      else if (done.error !== null) run.note = `throws for ${kilobytes} kB: ${done.error}`;
      else {
        sizes.push({ ...done, size: `${kilobytes}k` });
        if (done.us > HOSTILE_ENOUGH_US && bytes < MEGABYTE) run.note = `too slow beyond ${kilobytes} kB`;
      }
    });
  }
  for (const { us, bytes, blocked, calls, size } of sizes.slice(-2)) {
    const times = blocked ? {} : { p50_us: round(us), mb_per_s: round(bytes / us) };
    record('node', `hostile-${name}/${size}`, one.subject, { ...times, calls, note: blocked ? 'refused' : run.note });
  }
  if (sizes.length === 0) record('node', `hostile-${name}`, one.subject, { note: run.note });
}

/** Each start in a fresh process or page, turn by turn. */
async function starts(lanes) {
  const runs = lanes.map((one) => ({ one, ms: [], note: one.reason }));
  for (let i = 0; i < STARTS; i++) {
    for (const run of runs) {
      if (run.note !== undefined) continue;
      await attempt(run, async () => {
        const fresh = await run.one.make();
        const ms = await fresh.ask('start', { text: corpus.messages300[i] }, PATIENCE_MS);
        fresh.close();
        if (ms === undefined) run.note = `more than ${PATIENCE_MS / 1000} s`;
        else run.ms.push(ms);
      });
    }
  }
  for (const { one, ms, note } of runs) record(one.where, 'start', one.subject, { init_ms: quantile(ms, 0.5), calls: ms.length, note });
}

/** A fresh process, ten messages, ten thousand; the slowest get as far as they do. */
async function memory(one) {
  const run = { note: one.reason };
  let readings;
  if (run.note === undefined) {
    await attempt(run, async () => {
      const fresh = await one.make();
      readings = await fresh.ask('memory', { counts: MEMORY_AT, ms: MEMORY_MS }, PATIENCE_MS);
      fresh.close();
    });
  }
  MEMORY_AT.forEach((count, i) => {
    const { messages = 0, mb = null, linearMb = 0 } = readings?.[i] ?? {};
    const note = linearMb > 0 ? `${round(linearMb)} MB of it linear memory` : run.note;
    record('node', `memory-${count}`, one.subject, { calls: messages, mb: mb === null ? null : round(mb), note });
  });
}

/** Whatever goes wrong with a subject is a remark about it, not the end of the bench. */
async function attempt(run, work) {
  if (performance.now() > END) {
    run.note = 'not measured: time was up';
    return;
  }
  try {
    await work();
  } catch (error) {
    run.note = `throws: ${firstLine(error)}`;
  }
}

function record(where, name, { name: subject, version }, measured) {
  const { p50_us = null, p99_us = null, mb_per_s = null, init_ms = null, calls = 0, mb = null, note = null } = measured;
  rows.push({ case: `${where}/${name}`, subject, version, p50_us, p99_us, mb_per_s, init_ms, calls, mb, note });
}

function quantile(values, part) {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]);
}

/** Four digits: more would be noise. */
function round(value) {
  return Number(value.toPrecision(4));
}

function firstLine(error) {
  return String(error?.message ?? error).split('\n')[0].slice(0, 100);
}

function versionOf(name) {
  const folder = name === OURS ? PACKAGE : fileURLToPath(new URL(`node_modules/${name}`, import.meta.url));
  const manifest = `${folder}/package.json`;
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : null;
}

/** Who else was at work: it is p99 that suffers first. */
function load() {
  return `${cpus().length} cores, load ${loadavg()[1].toFixed(1)} in the last five minutes (this bench alone: 1)`;
}

/**
 * Ours is imported by its name, as anybody would; a path in package.json would tie the lock to what was packed last. A copy, as the
 * package may be packed anew meanwhile.
 */
function installOurs() {
  const installed = fileURLToPath(new URL('node_modules/antifaz', import.meta.url));
  rmSync(installed, { recursive: true, force: true });
  if (existsSync(PACKAGE)) cpSync(PACKAGE, installed, { recursive: true });
}
