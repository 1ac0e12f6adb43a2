// What is printed: ratios first, as they carry over to other machines, then the times of this one.

import { HOSTILE } from './cases.mjs';
import { OURS } from './subjects.mjs';

export function tables({ rows, subjects, machine }) {
  const names = subjects.map(({ name }) => name);
  const cell = (name, subject) => rows.find((row) => row.case === name && row.subject === subject);
  const cases = [...new Set(rows.map((row) => row.case))].filter((name) => !name.includes('/hostile-'));
  const fields = { p50: 'p50_us', p99: 'p99_us', start: 'init_ms', memory: 'mb' };
  // Each line is a case and what of it is compared.
  const lines = cases.flatMap((name) => {
    if (name.endsWith('/start')) return [[name, 'start']];
    if (name.includes('/memory-')) return [[name, 'memory']];
    return rows.some((row) => row.case === name && row.p99_us !== null) ? [[name, 'p50'], [name, 'p99']] : [[name, 'p50']];
  });
  const value = ([name, what], subject) => cell(name, subject)?.[fields[what]] ?? null;
  const title = ([name, what]) => (what === 'start' || what === 'memory' ? name : `${name} ${what}`);

  const ratios = lines.map((line) => [title(line), ...names.map((subject) => {
    const [theirs, ours] = [value(line, subject), value(line, OURS)];
    return theirs === null ? '–' : ours === null ? '?' : ratio(theirs / ours);
  })]);
  const times = lines.map((line) => [title(line), ...names.map((subject) => {
    const measured = value(line, subject);
    if (measured === null) return '–';
    const speed = cell(line[0], subject).mb_per_s;
    const text = line[1] === 'start' ? `${short(measured)} ms` : line[1] === 'memory' ? `${short(measured)} MB` : duration(measured);
    return speed !== null && line[1] === 'p50' ? `${text} (${short(speed)} MB/s)` : text;
  })]);
  const growth = HOSTILE.flatMap((name) => {
    const measured = names.map((subject) => rows.filter((row) => row.subject === subject && row.case.startsWith(`node/hostile-${name}/`)));
    if (measured.every((pair) => pair.length === 0) && !rows.some((row) => row.case === `node/hostile-${name}`)) return [];
    return [[name, ...measured.map((pair) => {
      if (pair.length === 0) return '–';
      const [half, whole] = [pair.at(-2), pair.at(-1)];
      const size = whole.case.split('/').at(-1);
      const grew = half === undefined ? '?' : `×${ratio(whole.p50_us / half.p50_us)}`;
      return `${whole.note === 'refused' ? 'refused ' : ''}${grew} ${duration(whole.p50_us)}/${size}`;
    })]];
  });
  const counts = lines.filter(([, what]) => what !== 'p99').map((line) => [line[0], ...names.map((subject) => String(cell(line[0], subject)?.calls ?? 0))]);
  const notes = [
    ...subjects.filter(({ note }) => note !== undefined).map(({ name, note }) => `${name}: ${note}`),
    ...remarks(rows),
  ];
  const head = ['', ...names];
  const versions = ['version', ...subjects.map(({ version }) => version ?? 'not installed')];
  return [
    machine,
    `How many times ours (${OURS} = 1; below 1: quicker or smaller than ours)`, grid([head, versions, ...ratios]),
    ...(growth.length > 0 ? ['Hostile texts: × at twice the text, time for the largest size reached', grid([head, ...growth])] : []),
    'On this machine', grid([head, ...times]),
    'Samples timed (a typing-300 sample is 300 calls); memory: messages seen', grid([head, ...counts]),
    'Notes', ...notes.map((note) => `  ${note}`),
  ].join('\n\n').replaceAll('\n\n  ', '\n  ');
}

/** One line for one remark, with the cases it is about. */
function remarks(rows) {
  const cases = new Map();
  for (const { case: name, subject, note } of rows) {
    if (note === null) continue;
    const remark = `${subject}: ${note}`;
    cases.set(remark, [...(cases.get(remark) ?? []), name]);
  }
  return [...cases].map(([remark, names]) => `${remark} (${names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', ')})`);
}

function ratio(value) {
  return value >= 10 ? String(Math.round(value)) : value.toFixed(value < 1 ? 2 : 1);
}

function duration(us) {
  return us >= 1e6 ? `${short(us / 1e6)} s` : us >= 1000 ? `${short(us / 1000)} ms` : `${short(us)} µs`;
}

function short(value) {
  return String(Number(value.toPrecision(value >= 100 ? 3 : 2)));
}

function grid(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines.map((line) => line.map((text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]))).join('  ')).join('\n');
}
