// The few lines of RFC 6455 that an echo needs: unfragmented frames under 64 kB.
import { createHash } from 'node:crypto';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** `receive(bytes, isText)` gives what to answer, or nothing. */
export function acceptWebSocket(request, socket, receive) {
  const accept = createHash('sha1').update(request.headers['sec-websocket-key'] + GUID).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let pending = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    for (let frame = read(pending); frame; frame = read(pending)) {
      pending = pending.subarray(frame.length);
      if (frame.opcode === 8) return void socket.end(write(Buffer.alloc(0), 8));
      if (frame.opcode !== 1 && frame.opcode !== 2) continue;
      const answer = receive(frame.payload, frame.opcode === 1);
      if (answer !== undefined) socket.write(write(Buffer.from(answer), 1));
    }
  });
}

function read(bytes) {
  if (bytes.length < 6) return undefined;
  let size = bytes[1] & 0x7f;
  let at = 2;
  if (size === 126) {
    size = bytes.readUInt16BE(2);
    at = 4;
  }
  if (bytes.length < at + 4 + size) return undefined;
  const key = bytes.subarray(at, at + 4);
  const payload = Buffer.from(bytes.subarray(at + 4, at + 4 + size).map((byte, index) => byte ^ key[index % 4]));
  return { opcode: bytes[0] & 0x0f, payload, length: at + 4 + size };
}

function write(payload, opcode) {
  const head = payload.length < 126 ? [0x80 | opcode, payload.length] : [0x80 | opcode, 126, payload.length >> 8, payload.length & 0xff];
  return Buffer.concat([Buffer.from(head), payload]);
}
