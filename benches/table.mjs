// What is printed: ratios first, as they carry over to other machines, then the times of this one.

import { HOSTILE } from './cases.mjs';
import { OURS } from './subjects.mjs';

export function tables({ rows, subjects, machine }) {
  const names = subjects.map(({ name }) => name);
  const cell = (name, subject) => rows.find((row) => row.case === name && row.subject === subject);
  const cases = [...new Set(rows.map((row) => row.case))].filter((name) => !name.includes('/hostile-') || name.endsWith('/1000k'));
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
  // The hostile ones have a table of their own.
  const plain = lines.filter(([name]) => !name.includes('/hostile-'));
  const times = plain.map((line) => [title(line), ...names.map((subject) => {
    const measured = value(line, subject);
    if (measured === null) return '–';
    const speed = cell(line[0], subject).mb_per_s;
    const text = line[1] === 'start' ? `${short(measured)} ms` : line[1] === 'memory' ? `${short(measured)} MB` : duration(measured);
    return speed !== null && line[1] === 'p50' ? `${text} (${short(speed)} MB/s)` : text;
  })]);
  const growth = HOSTILE.flatMap((name) => {
    const about = rows.filter((row) => `${row.case}/`.startsWith(`node/hostile-${name}/`));
    if (about.length === 0) return [];
    const measured = names.map((subject) => about.filter((row) => row.subject === subject && row.calls > 0));
    return [[name, ...measured.map((pair) => {
      if (pair.length === 0) return '–';
      if (pair.at(-1).p50_us === null) return 'refused';
      const [half, whole] = [pair.at(-2), pair.at(-1)];
      const size = whole.case.split('/').at(-1);
      const grew = half === undefined ? '?' : `×${ratio(whole.p50_us / half.p50_us)}`;
      return `${grew} ${duration(whole.p50_us)}/${size}`;
    })]];
  });
  const counts = plain.filter(([, what]) => what !== 'p99').map(([name]) => {
    return [name, ...names.map((subject) => String(cell(name, subject)?.calls ?? 0))];
  });
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
  return [...cases].map(([remark, names]) => {
    const few = names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', ');
    return `${remark} (${few})`;
  });
}

function ratio(value) {
  return value >= 10 ? String(Math.round(value)) : value.toPrecision(2);
}

function duration(us) {
  return us >= 1e6 ? `${short(us / 1e6)} s` : us >= 1000 ? `${short(us / 1000)} ms` : `${short(us)} µs`;
}

function short(value) {
  return String(Number(value.toPrecision(value >= 100 ? 3 : 2)));
}

function grid(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const pad = (text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]));
  return lines.map((line) => line.map(pad).join('  ')).join('\n');
}
