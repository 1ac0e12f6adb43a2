// The demo: node www/demo/server.mjs [--package DIR] [--port N] [--export DIR]
// `cargo xtask demo` packs the package first. With --export it writes a static site instead, where the page plays the bank.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createBank } from './bank.mjs';
import { buildDemo, exportDemo } from './build.mjs';
import { policy } from './policy.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const LARGEST_MESSAGE = 256 * 1024;
const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1):\d+$/;
/** The bank's own door, and that of the messenger in between. */
const CHANNELS = { '/chat': 'bank', '/relay': 'messenger' };

const { values } = parseArgs({
  options: { package: { type: 'string' }, port: { type: 'string' }, export: { type: 'string' } },
});
const packageFolder = values.package ?? here('../../target/pkg');

if (values.export) {
  await exportDemo(packageFolder, values.export);
  console.log(`The demo as a static site: ${values.export}`);
} else {
  const files = await buildDemo(packageFolder);
  const bank = createBank();
  const server = createServer((request, response) => {
    void answer(bank, files, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(400);
      response.end();
    });
  });
  // Only this machine: the demo has no accounts, and what is typed into it is nobody else's business.
  server.listen(Number(values.port ?? 8080), '127.0.0.1', () => {
    console.log(`The demo is at http://localhost:${server.address().port}/`);
  });
  server.on('error', (error) => {
    console.error(error.code === 'EADDRINUSE' ? `Port ${values.port ?? 8080} is taken; choose another with --port N.` : error.message);
    process.exit(1);
  });
}

async function answer(bank, files, request, response) {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const channel = CHANNELS[pathname];
  if (channel === 'messenger') {
    // The page is of another origin: it has this device's other name.
    const { origin = '' } = request.headers;
    if (!LOOPBACK.test(origin)) throw new Error('not this device');
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-allow-headers', 'content-type');
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
  }
  if (request.method === 'POST' && channel) {
    const pieces = bank.receive(await bodyOf(request), channel);
    // The first piece before the headers: what is no message gets an error, not half an answer.
    let piece = await pieces.next();
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    for (; !piece.done; piece = await pieces.next()) response.write(piece.value);
    response.end();
    return;
  }
  if (request.method !== 'GET') {
    response.writeHead(405).end();
    return;
  }
  if (pathname === '/received') {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).flushHeaders();
    const stop = bank.watch(searchParams.get('chat') ?? '', (received) => {
      response.write(`data: ${JSON.stringify(received)}\n\n`);
    });
    request.on('close', stop);
    return;
  }
  const file = files.get(pathname === '/' ? '/index.html' : pathname);
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  response
    .writeHead(200, {
      'content-type': file.type,
      'cache-control': 'no-store',
      'content-security-policy': `${policy(...namesOf(request))}; frame-ancestors 'none'`,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .end(file.content);
}

/** Both names of this device, as the page may call it. */
function namesOf({ headers: { host = '' } }) {
  const port = host.match(/:\d+$/)?.[0] ?? '';
  return ['localhost', '127.0.0.1'].map((name) => `http://${name}${port}`);
}

async function bodyOf(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_MESSAGE) throw new Error('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
