export interface Received {
  /** The body of the request, letter for letter. */
  readonly raw: string;
  /** The message in it. */
  readonly text: string;
}

export function createBank(): {
  receive(raw: string): AsyncGenerator<string>;
  watch(id: string, callback: (received: Received) => void): () => void;
};
