/** How the page sees what the bank received: over the wire, or, where no server runs, from the bank inside the page. */
import { createBank, type Received } from './bank.mjs';

/** Set by the build: true in the exported site. */
declare const SIMULATED: boolean;

export const simulated = SIMULATED;

/**
 * In the exported site the bank answers in place of `fetch`. It must stand there before the guard wraps `fetch`, so that
 * the widget, the guard and the bank are in the same order as with a server: what the bank gets has been through all of it.
 */
const bank = SIMULATED ? simulate() : undefined;

/** Calls back for every message that the bank has received in this chat. */
export function watchReceived(chat: string, callback: (received: Received) => void): void {
  if (bank) {
    bank.watch(chat, callback);
    return;
  }
  const events = new EventSource(`received?chat=${chat}`);
  events.addEventListener('message', ({ data }) => callback(JSON.parse(data as string) as Received));
}

function simulate(): ReturnType<typeof createBank> {
  const inside = createBank();
  const network = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!new URL(request.url).pathname.endsWith('/chat')) return network(request);
    const pieces = inside.receive(await request.text());
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
