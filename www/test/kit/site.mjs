// A chat's server on the loopback, and a second origin beside it. Both record all that reaches them.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PACKAGE } from '../package.mjs';
import { Recorder } from './recorder.mjs';
import { acceptWebSocket } from './websocket.mjs';

const SCRIPTS = {
  '/antifaz.js': join(PACKAGE, 'dist/iife.js'),
  '/deep-chat.js': fileURLToPath(new URL('../../node_modules/deep-chat/dist/deepChat.bundle.js', import.meta.url)),
};
const TYPES = { json: 'application/json', html: 'text/html; charset=utf-8', script: 'text/javascript; charset=utf-8' };

/** `csp` and `pages` (path → HTML) may be changed between tests; `reply` makes the other side's answer. */
export class Site {
  recorder = new Recorder();
  pages = {};
  csp = '';
  reply = (text) => `Noted: ${text}`;
  /** By path: `(request) → {type?, status?, headers?, body}`, before anything else. */
  routes = {};
  #servers = [];

  static async start() {
    const site = new Site();
    site.origin = await site.#listen();
    /** Another origin, which no manifest declares. */
    site.elsewhere = await site.#listen();
    return site;
  }

  async close() {
    await Promise.all(
      this.#servers.map(
        (server) =>
          new Promise((done) => {
            server.close(done);
            server.closeAllConnections();
          }),
      ),
    );
  }

  async #listen() {
    const server = createServer((request, response) => void this.#answer(request, response));
    server.on('upgrade', (request, socket) => {
      this.#record('websocket', request, Buffer.alloc(0));
      acceptWebSocket(request, socket, (bytes, isText) => {
        this.#record('websocket', request, bytes);
        return isText ? this.#socketReply(bytes.toString('utf8')) : undefined;
      });
    });
    this.#servers.push(server);
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${server.address().port}`;
  }

  #record(channel, { method, url, headers }, body) {
    this.recorder.add({ channel, method, url, headers, body });
  }

  #socketReply(text) {
    try {
      const message = JSON.parse(text);
      return message.typing === undefined ? JSON.stringify({ text: this.reply(textOf(message)) }) : undefined;
    } catch {
      return undefined;
    }
  }

  async #answer(request, response) {
    const path = request.url.split('?')[0];
    if (request.method === 'GET' && SCRIPTS[path]) return send(response, { type: TYPES.script, body: readFileSync(SCRIPTS[path]) });
    if (request.method === 'GET' && this.pages[path] !== undefined) {
      return send(response, { type: TYPES.html, headers: this.csp ? { 'content-security-policy': this.csp } : {}, body: this.pages[path] });
    }
    const headers = {
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-allow-headers': 'content-type, authorization',
      'access-control-allow-credentials': 'true',
    };
    if (request.method === 'OPTIONS') return send(response, { headers, body: '' });
    const body = await read(request);
    if (path !== '/favicon.ico') this.#record('http', request, body);
    const route = this.routes[path];
    if (route) {
      const answer = await route({ ...request, url: request.url, body: body.toString('utf8') }, response);
      return answer && send(response, { ...answer, headers: { ...headers, ...answer.headers } });
    }
    if (path === '/chat') {
      return send(response, { type: TYPES.json, headers, body: JSON.stringify({ text: this.reply(textOf(parse(body))) }) });
    }
    if (path === '/form') {
      const text = new URLSearchParams(body.toString('utf8')).get('text') ?? '';
      return send(response, { type: TYPES.html, body: `<!doctype html><p class="mine">${text.replace(/</g, '&lt;')}</p>` });
    }
    return send(response, { type: TYPES.json, headers, body: '{}' });
  }
}

function parse(body) {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return {};
  }
}

/** deep-chat sends all messages since its last answer, ours one text. */
function textOf({ text, messages }) {
  return text ?? messages?.at(-1)?.text ?? '';
}

async function read(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function send(response, { status = 200, type = 'text/plain; charset=utf-8', headers = {}, body }) {
  response.writeHead(status, { 'content-type': type, ...headers }).end(body);
}
