/** Counts what the guard tells the page, and tells of what is unusual in it. In memory, without values. */
import type { Counts, GuardEvents } from './events.js';
import type { Parts, Tally } from './parts.js';

/** Values shared with one recipient, from which on it is told as unusual. */
const MANY = 20;

type Counted = Record<keyof Tally, Record<string, number>>;

export const stats: NonNullable<Parts['stats']> = (emit) => {
  const all = tally();
  const recipients: Record<string, Counted> = {};
  /** How many values each recipient was given. */
  const given = new Map<string, number>();
  let blocked = 0;
  let guardHits = 0;

  function count(what: keyof Tally, recipient: string | null, counts: Counts): void {
    for (const { [what]: counted } of [all, (recipients[recipient ?? ''] ??= tally())]) {
      for (const [id, more] of Object.entries(counts)) counted[id] = (counted[id] ?? 0) + more;
    }
  }

  /** Told once each: somebody else is given something, or somebody very much. */
  function watch(recipient: string, counts: Counts): void {
    const before = given.get(recipient) ?? 0;
    const now = before + Object.values(counts).reduce((sum, each) => sum + each, 0);
    if (before === 0 && given.size > 0) emit('anomaly', { kind: 'new-recipient', recipient });
    given.set(recipient, now);
    if (before < MANY && now >= MANY) emit('anomaly', { kind: 'many-shared', recipient });
  }

  return {
    note(type, detail) {
      if (type === 'masked' || type === 'revealed' || type === 'withheld') {
        const { counts, recipient } = detail as GuardEvents['masked'];
        count(type, recipient, counts);
        if (type === 'revealed' && recipient !== null) watch(recipient, counts);
      }
      if (type === 'prompt') {
        const { recipient, categories } = detail as GuardEvents['prompt'];
        count('asked', recipient, Object.fromEntries(categories.map((id) => [id, 1])));
      }
      if (type === 'decision') {
        const { recipient, choices } = detail as GuardEvents['decision'];
        count('refused', recipient, Object.fromEntries(Object.entries(choices).flatMap(([id, choice]) => (choice === 'hide' ? [[id, 1]] : []))));
      }
      if (type === 'blocked') blocked++;
      if (type === 'guard-hit') guardHits++;
    },
    read: () => ({ ...(JSON.parse(JSON.stringify({ ...all, recipients })) as Tally & { readonly recipients: Record<string, Tally> }), blocked, guardHits }),
  };
};

function tally(): Counted {
  return { masked: {}, revealed: {}, withheld: {}, asked: {}, refused: {} };
}
