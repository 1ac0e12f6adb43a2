/** Where messages go, and how the page sees what arrived: over the wire, or, where no server runs, from the bank inside the page. */
import { type Channel, createBank, type Received } from './bank.mjs';

/** Set by the build: true in the exported site. */
declare const SIMULATED: boolean;

export const simulated = SIMULATED;

/**
 * Another origin than the page's: in the exported site an invented one, which nothing reaches; else this device by its other name, so
 * that the browser takes it for somebody else.
 */
export const MESSENGER = SIMULATED ? 'https://parley.example' : otherName();

export const ADDRESSES: Readonly<Record<Channel, string>> = { bank: 'chat', messenger: `${MESSENGER}/relay` };

/**
 * In the exported site the bank answers in place of `fetch`. It must stand there before the guard wraps `fetch`, so that
 * the widget, the guard and the bank are in the same order as with a server: what the bank gets has been through all of it.
 */
const bank = SIMULATED ? simulate() : undefined;

/** Calls back for every message that arrived in this chat. */
export function watchReceived(chat: string, callback: (received: Received) => void): void {
  if (bank) {
    bank.watch(chat, callback);
    return;
  }
  const events = new EventSource(`received?chat=${chat}`);
  events.addEventListener('message', ({ data }) => callback(JSON.parse(data as string) as Received));
}

function otherName(): string {
  const url = new URL(location.origin);
  url.hostname = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return url.origin;
}

function simulate(): ReturnType<typeof createBank> {
  const inside = createBank();
  const network = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const relayed = request.url === ADDRESSES.messenger;
    if (!relayed && !new URL(request.url).pathname.endsWith('/chat')) return network(request);
    const pieces = inside.receive(await request.text(), relayed ? 'messenger' : 'bank');
    const encoder = new TextEncoder();
    const stream = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
    });
    return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
  };
  return inside;
}
