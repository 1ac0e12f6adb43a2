// The Node side: one process a subject.

import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('node-subject.mjs', import.meta.url));

export class NodePlayer {
  #child;
  #answered;

  constructor(file) {
    this.#child = fork(PROGRAM, [file], {
      execArgv: ['--expose-gc'],
      serialization: 'advanced',
      // What a peer prints about itself is not ours to show.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#answered = () => {};
    this.#child.on('message', (answer) => this.#answered(answer));
    this.#child.on('exit', () => this.#answered({ error: 'the process ended' }));
    this.#child.on('error', (error) => this.#answered({ error: error.message }));
    this.ready = new Promise((resolve) => { this.#answered = resolve; });
  }

  /** `undefined` when `ms` went by: the process is killed then, whatever it is doing. */
  async ask(action, request, ms) {
    await this.ready;
    let timer;
    const answer = await new Promise((resolve) => {
      timer = setTimeout(() => resolve(undefined), ms);
      this.#answered = resolve;
      if (this.#child.connected) this.#child.send({ action, ...request });
      else resolve({ error: 'the process ended' });
    });
    clearTimeout(timer);
    if (answer === undefined) {
      this.close();
      return undefined;
    }
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  }

  close() {
    this.#child.kill('SIGKILL');
  }
}
