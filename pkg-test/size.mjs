// What the package weighs. node pkg-test/size.mjs [--write] <package folder>; `cargo xtask size` writes.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const RECORD = fileURLToPath(new URL('size.json', import.meta.url));

/** Compilers and compressors of other days differ by a few bytes; what a change of ours does is more than that. */
const STALE = 0.01;

/** Bytes of every artifact of the record: of a module with what it imports. The limits are set by hand. */
export function measure(folder) {
  const record = JSON.parse(readFileSync(RECORD, 'utf8'));
  return Object.fromEntries(Object.entries(record).map(([name, { limit }]) => [name, { ...weigh(join(folder, name)), limit }]));
}

/** What is wrong with the record, one sentence each. */
export function complaints(measured) {
  const record = JSON.parse(readFileSync(RECORD, 'utf8'));
  return Object.entries(measured).flatMap(([name, sizes]) =>
    ['raw', 'gzip', 'brotli'].flatMap((form) => {
      const now = sizes[form];
      const before = record[name][form];
      const limit = sizes.limit[form];
      return [
        ...(now > limit ? [`${name}: ${now} bytes ${form} is over the limit of ${limit}`] : []),
        ...(Math.abs(now - before) > before * STALE ? [`${name}: ${now} bytes ${form}, recorded ${before}: run cargo xtask size`] : []),
      ];
    }),
  );
}

function weigh(file) {
  const sizes = { raw: 0, gzip: 0, brotli: 0 };
  for (const each of loaded(file)) {
    const bytes = readFileSync(each);
    const brotli = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
    sizes.raw += bytes.length;
    sizes.gzip += gzipSync(bytes, { level: 9 }).length;
    sizes.brotli += brotli.length;
  }
  return sizes;
}

/** What a browser fetches for a file: itself, and the pieces that modules share. */
function loaded(file, all = new Set()) {
  if (all.has(file)) return all;
  all.add(file);
  if (!file.endsWith('.js')) return all;
  for (const [, path] of readFileSync(file, 'utf8').matchAll(/(?:from|import) ?"(\.[^"]+)"/g)) loaded(join(dirname(file), path), all);
  return all;
}

if (process.argv[2] === '--write') {
  const measured = measure(process.argv[3]);
  writeFileSync(RECORD, `${JSON.stringify(measured, null, 2)}\n`);
  console.table(Object.fromEntries(Object.entries(measured).map(([name, { limit, ...sizes }]) => [name, sizes])));
}
