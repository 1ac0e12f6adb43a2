/** What the guard tells the page. No value of the customer is in any of it. */
import type { BlockReason } from '../engine/types.js';
import type { Choice, Scope } from './ui-contract.js';

/** How many values, by category id. */
export type Counts = Readonly<Record<string, number>>;

/** Where something was on its way out. */
export type Channel = 'gate' | 'api' | 'fetch' | 'xhr' | 'websocket' | 'beacon' | 'eventsource' | 'image' | 'form';

/**
 * `no-engine`: it could not be loaded, or failed: nothing is sent. `not-ready`: it is still loading. `undecidable`: a body that
 * cannot be read as text, or not in time. `mode`: `guardNetwork({mode: 'block'})` stops what `mask` would have masked.
 */
export type Reason = BlockReason | 'no-engine' | 'not-ready' | 'undecidable' | 'mode';

/** What became of a consent, in the words of DPV 2.3 without their prefix. `deferred`: asked, and not answered. */
export type Status = 'given' | 'refused' | 'deferred' | 'withdrawn' | 'expired' | 'invalidated';

export interface GuardEvents {
  /** The engine is there. */
  ready: Record<string, never>;
  /** What stands in a guarded editor, whenever it changes. */
  finding: { readonly counts: Counts };
  /** Cancelable: then nobody is asked and everything is hidden. */
  prompt: { readonly recipient: string; readonly categories: readonly string[] };
  decision: {
    readonly recipient: string;
    readonly action: 'send' | 'edit' | 'hide-all';
    readonly choices: Readonly<Record<string, Choice>>;
  };
  /** Left without the value. */
  masked: { readonly channel: Channel; readonly recipient: string | null; readonly counts: Counts };
  /** Left with the value, since the customer shared it. */
  revealed: { readonly channel: Channel; readonly recipient: string | null; readonly counts: Counts };
  /** The part of `masked` that nobody may share. */
  withheld: { readonly channel: Channel; readonly recipient: string | null; readonly counts: Counts };
  /** Did not leave at all. */
  blocked: { readonly channel: Channel; readonly origin: string | null; readonly reason: Reason };
  /** Chat text was on its way to an origin that the manifest does not declare. */
  'unknown-recipient': { readonly origin: string };
  /** The network guard had to act: there is a way around the gate in the widget. */
  'guard-hit': { readonly channel: Channel; readonly origin: string; readonly counts: Counts };
  /** The ledger noted it; `purpose` is `null` where nobody needs the category. */
  consent: {
    readonly category: string;
    readonly purpose: string | null;
    readonly recipient: string;
    readonly scope: Scope;
    readonly status: Status;
  };
  /** The ledger is behind a passphrase: nothing is shared, nobody is asked. */
  locked: Record<string, never>;
  unlocked: Record<string, never>;
  erased: { readonly what: 'consents' | 'sent' | 'all' };
  /**
   * Protection goes on with less: `no-storage`, `no-crypto`: consents end with the page. `storage-full`: what happens is noted
   * in memory until there is room. `ledger-altered`: the ledger is not what was written, so no consent in it stands.
   */
  degraded: {
    readonly reason:
      | 'no-wasm' | 'no-engine' | 'closed-shadow' | 'foreign-frame'
      | 'no-storage' | 'no-crypto' | 'storage-full' | 'ledger-altered';
  };
  error: { readonly code: string };
}

export type Emit = <K extends keyof GuardEvents>(type: K, detail: GuardEvents[K]) => boolean;
