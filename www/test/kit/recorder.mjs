// Everything a page sent, and whether a value is in it, in whatever dress.
import assert from 'node:assert/strict';

export class Recorder {
  /** `{channel, origin, method, url, headers, body}`; `body` as bytes. */
  requests = [];

  add(request) {
    this.requests.push(request);
  }

  clear() {
    this.requests.length = 0;
  }

  /** Bodies of what was sent to a path, as text. */
  sentTo(path) {
    return this.requests.filter(({ url }) => url.split('?')[0] === path).map(({ body }) => body.toString('utf8'));
  }

  /** Fails on any of the values: raw, URL-encoded, base64, or split by separators. */
  assertHolds(...values) {
    for (const { channel, method, url, headers, body } of this.requests) {
      const texts = [url, JSON.stringify(headers), body.toString('utf8'), body.toString('latin1'), body.toString('utf16le')];
      for (const value of values) {
        assert.ok(!texts.some((text) => reveals(text, value)), `${channel} ${method} ${url} carries ${value}: ${body.toString('utf8')}`);
      }
    }
  }
}

/** True where a text holds a value, however it is written. */
export function reveals(text, value) {
  const wanted = bare(value);
  if (wanted.length < 6) throw new Error(`"${value}" is too short to be told from chance`);
  return readings(text, 3).some((reading) => bare(reading).includes(wanted));
}

function* readingsOf(text) {
  yield text.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  yield text.replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  yield text.replace(/&#(x?)([0-9a-f]+);/gi, (_, x, code) => String.fromCodePoint(Math.min(parseInt(code, x ? 16 : 10), 0x10ffff)));
  for (const [run] of text.matchAll(/[\w+/-]{8,}={0,2}/g)) yield Buffer.from(run, 'base64').toString('utf8');
}

function readings(text, depth) {
  const all = new Set([text]);
  let latest = [text];
  for (let at = 0; at < depth; at++) {
    latest = latest.flatMap((reading) => [...readingsOf(reading)]).filter((reading) => !all.has(reading));
    for (const reading of latest) all.add(reading);
  }
  return [...all];
}

function bare(text) {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
