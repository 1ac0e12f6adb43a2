// One run over one corpus: ours and the peers, in Node and in Chromium. Writes target/bench.json, prints the ratios.
//
//   node run.mjs [--subject NAME]… [--case TEXT]…
//
// Nothing here fails on a slow clock: what could not be measured is a row with nulls and a note that says why.

import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { CASES, HOSTILE, MEGABYTE } from './cases.mjs';
import { Chromium, findChromium } from './chromium.mjs';
import { corpus } from './corpus.mjs';
import { NodePlayer } from './node.mjs';
import { OURS, SUBJECTS } from './subjects.mjs';
import { tables } from './table.mjs';

const PACKAGE = fileURLToPath(new URL('../target/pkg', import.meta.url));
const OUTPUT = fileURLToPath(new URL('../target/bench.json', import.meta.url));

// Five minutes and a half for everything; what is left then is noted, not measured.
const END = performance.now() + 330_000;
const BUDGET_MS = 1000;
const WARM_MS = 300;
const TURN_US = 20_000;
const PATIENCE_MS = 12_000;
// The browser slows a page down by stopping it for milliseconds: only the mean over a while means something.
const THROTTLED_US = 50_000;
const STARTS = 7;
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

linkOurs();
console.error(`bench: ${subjects.length} subjects, at most ${Math.round((END - performance.now()) / 60_000)} minutes`);
await inNode();
await inChromium();
mkdirSync(dirname(OUTPUT), { recursive: true });
writeFileSync(OUTPUT, `${JSON.stringify(rows, null, 1)}\n`);
console.log(tables({ rows, subjects, machine: `${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}` }));
process.exit(0);

async function inNode() {
  const lanes = subjects.map((subject) => lane('node', subject, () => new NodePlayer(subject.file)));
  for (const { name } of CASES) await measure(lanes, name);
  for (const name of HOSTILE) if (asked(`hostile-${name}`)) for (const one of lanes) await grow(one, name);
  lanes.forEach((one) => one.player?.close());
  if (asked('start')) await starts(lanes);
  if (asked('memory')) for (const one of lanes) await memory(one);
}

async function inChromium() {
  const path = findChromium();
  const missing = (reason) => {
    for (const subject of subjects) for (const { name } of CASES) if (asked(name)) record('chromium', name, subject, { note: reason });
  };
  if (path === undefined) return missing('no Chromium on this machine');
  let chromium;
  try {
    chromium = await Chromium.open(path, subjects.filter(({ version }) => version !== null));
  } catch (error) {
    return missing(`Chromium did not start: ${firstLine(error)}`);
  }
  const lanes = subjects.map((subject) => lane('chromium', subject, () => chromium.page(subject.file), chromium.unbundled.get(subject.name)));
  for (const { name } of CASES) await measure(lanes, name);
  await measure(lanes, 'message-300', { label: 'message-300-cpu6x', slower: 6 });
  lanes.forEach((one) => one.player?.close());
  if (asked('start')) await starts(lanes);
  await chromium.close();
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

/** `slower` holds for this turn only: pages may share a process, and their brakes would add up. */
async function ask(one, action, request, ms, slower = 1) {
  const turn = one.player;
  if (slower !== 1) await turn.slowDown(slower);
  const answer = await turn.ask(action, request, ms);
  if (answer === undefined) one.player = undefined;
  else if (slower !== 1) await turn.slowDown(1);
  return answer;
}

/** All subjects turn by turn, so that a noisy minute is everyone's. */
async function measure(lanes, name, { label = name, slower = 1 } = {}) {
  if (!asked(label)) return;
  const runs = [];
  for (const one of lanes) {
    const run = { one, us: [], single: [], next: 0, spent: 0, blocked: 0, note: undefined };
    runs.push(run);
    if (outOfTime(run) || !await prepare(run)) continue;
    await attempt(run, async () => {
      const first = await ask(one, 'warm', { name, ms: 0 }, PATIENCE_MS, slower);
      if (first === undefined) return late(run);
      // Too slow to warm up for its own sake: the one cold call stands.
      const warm = first.us > WARM_MS * 1000 ? first : await ask(one, 'warm', { name, ms: WARM_MS }, PATIENCE_MS, slower);
      if (warm === undefined) return late(run);
      Object.assign(run, { bytes: warm.bytes, cost: Math.max(warm.us, 0.1) });
      if (first === warm) Object.assign(run, { us: [first.us], blocked: first.blocked, spent: first.us / 1000, next: 1 });
      const shortest = slower === 1 ? 20 * one.step : THROTTLED_US;
      run.batch = Math.ceil(Math.max(1, shortest / run.cost));
    });
  }
  for (let open = runs; open.length > 0;) {
    open = open.filter((run) => run.batch !== undefined && run.note === undefined && run.spent < BUDGET_MS);
    for (const run of open) {
      if (outOfTime(run)) continue;
      // A batch hides the slowest call in it: where the clock is coarse, every third turn times single calls.
      const single = slower === 1 && run.batch > 1 && run.us.length > run.single.length * 2;
      const batch = single ? 1 : run.batch;
      const count = Math.max(1, Math.min(512, Math.floor(TURN_US / (run.cost * batch))));
      await attempt(run, async () => {
        const done = await ask(run.one, 'run', { name, from: run.next, count, batch }, PATIENCE_MS, slower);
        if (done === undefined) return late(run);
        run.cost = Math.max(0.1, quantile(done.us, 0.5));
        run.next += count * batch;
        (single ? run.single : run.us).push(...done.us);
        run.blocked += done.blocked;
        // Never zero, or a coarse clock could keep us here.
        run.spent += Math.max(1, done.us.reduce((sum, us) => sum + us, 0) * batch / 1000);
      });
    }
    // Nobody is always first.
    open.push(...open.splice(0, 1));
  }
  for (const run of runs) {
    const tail = run.single.length > 0 ? run.single : run.us;
    record(run.one.where, label, run.one.subject, {
      p50_us: quantile(run.us, 0.5),
      p99_us: tail.length >= FEWEST_FOR_P99 ? quantile(tail, 0.99) : null,
      mb_per_s: run.bytes > 100_000 && run.us.length > 0 && name !== 'typing-300' ? round(run.bytes / quantile(run.us, 0.5)) : null,
      calls: run.next,
      note: run.blocked > 0 ? `refused ${run.blocked} of ${run.next}` : run.note,
    });
  }

  async function prepare(run) {
    if (await player(run.one) === undefined) run.note = run.one.reason;
    return run.note === undefined;
  }
}

/** One hostile text, doubled until the subject takes too long or a megabyte is reached. */
async function grow(one, name) {
  const run = { one, note: undefined };
  const sizes = [];
  if (!outOfTime(run) && await player(one) === undefined) run.note = one.reason;
  for (let bytes = HOSTILE_FROM; bytes <= MEGABYTE && run.note === undefined; bytes *= 2) {
    await attempt(run, async () => {
      const done = await ask(one, 'hostile', { unit: corpus.hostile[name], bytes }, HOSTILE_PATIENCE_MS);
      if (done === undefined) run.note = `more than ${HOSTILE_PATIENCE_MS / 1000} s for ${Math.round(bytes / 1000)} kB`;
      else if (done.error !== null) run.note = `throws for ${Math.round(bytes / 1000)} kB: ${done.error}`;
      else {
        sizes.push(done);
        if (done.us > HOSTILE_ENOUGH_US && bytes < MEGABYTE) run.note = `too slow beyond ${Math.round(bytes / 1000)} kB`;
      }
    });
  }
  for (const { us, bytes, blocked, calls } of sizes.slice(-2)) {
    record('node', `hostile-${name}/${Math.round(bytes / 1000)}k`, one.subject, {
      p50_us: round(us), mb_per_s: round(bytes / us), calls, note: blocked ? 'refused' : run.note,
    });
  }
  if (sizes.length === 0) record('node', `hostile-${name}`, one.subject, { note: run.note });
}

/** Each start in a fresh process or page, turn by turn. */
async function starts(lanes) {
  const times = new Map(lanes.map((one) => [one, []]));
  for (let i = 0; i < STARTS; i++) {
    for (const one of lanes) {
      if (one.reason !== undefined || outOfTime({})) continue;
      const run = {};
      await attempt(run, async () => {
        const fresh = await one.make();
        const ms = await fresh.ask('start', { text: corpus.messages300[i] }, PATIENCE_MS);
        fresh.close();
        if (ms !== undefined) times.get(one).push(ms);
      });
    }
  }
  for (const [one, ms] of times) {
    record(one.where, 'start', one.subject, { init_ms: quantile(ms, 0.5), calls: ms.length, note: one.reason });
  }
}

async function memory(one) {
  const run = { note: one.reason };
  let readings;
  if (run.note === undefined && !outOfTime(run)) {
    await attempt(run, async () => {
      const fresh = one.make();
      readings = await fresh.ask('memory', { counts: [10, 10_000], ms: 5000 }, PATIENCE_MS);
      fresh.close();
    });
  }
  ['memory-10', 'memory-10000'].forEach((name, i) => {
    const reading = readings?.[i];
    record('node', name, one.subject, {
      calls: reading?.messages ?? 0,
      mb: reading === undefined ? null : round(reading.mb),
      note: reading?.linearMb > 0 ? `${round(reading.linearMb)} MB of it linear memory` : run.note,
    });
  });
}

async function attempt(run, work) {
  try {
    await work();
  } catch (error) {
    run.note = `throws: ${firstLine(error)}`;
  }
}

function late(run) {
  run.note = `more than ${PATIENCE_MS / 1000} s a call`;
}

function outOfTime(run) {
  if (performance.now() < END) return false;
  run.note ??= 'not measured: time was up';
  return true;
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

/** Ours is imported by its name, as anybody would; a path in package.json would tie the lock to what was packed last. */
function linkOurs() {
  const link = fileURLToPath(new URL('node_modules/antifaz', import.meta.url));
  rmSync(link, { recursive: true, force: true });
  if (existsSync(PACKAGE)) symlinkSync(PACKAGE, link, 'dir');
}
