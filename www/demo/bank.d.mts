export type Channel = 'bank' | 'messenger';

export interface Received {
  /** The body of the request, letter for letter. */
  readonly raw: string;
  /** The message in it. */
  readonly text: string;
  /** The door it came in by. */
  readonly channel: Channel;
}

export function createBank(): {
  receive(raw: string, channel: Channel): AsyncGenerator<string>;
  watch(id: string, callback: (received: Received) => void): () => void;
};
