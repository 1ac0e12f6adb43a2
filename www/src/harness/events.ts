/** What the guard tells the page. No value of the customer is in any of it. */
import type { BlockReason } from '../engine/types.js';
import type { Rejection } from './trust.js';
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

/**
 * What became of a consent, in the words of DPV 2.3 without their prefix. `requested`: the question is shown; `deferred`: it was not
 * answered; `renewed`: given again until a date, before or after the last one was over.
 */
export type Status = 'requested' | 'given' | 'renewed' | 'refused' | 'deferred' | 'withdrawn' | 'expired' | 'invalidated';

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
  /**
   * Chat text was on its way to somebody the manifest does not declare, or (`insecure`) to whom it does not allow `http:` and `ws:`.
   * All that was found in it was masked; nothing can be shared there, and nobody is asked.
   */
  'unknown-recipient': { readonly origin: string; readonly why: 'undeclared' | 'insecure' };
  /** Worth a look, told once each: the first value for a second recipient, or very many for one. */
  anomaly: { readonly kind: 'new-recipient' | 'many-shared'; readonly recipient: string };
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
  erased: { readonly what: 'values' | 'consents' | 'sent' | 'all' };
  /** The time of these values is over: their tokens stand for nothing any more. */
  expired: { readonly counts: Counts };
  /** The manifest is not the one that this device saw last. */
  'policy-changed': { readonly from: string | null; readonly to: string | null };
  /** The manifest does not count: everything is hidden, for everyone, and nobody is asked. */
  'policy-rejected': Rejection;
  /**
   * Protection goes on with less: `no-storage`, `no-crypto`: consents end with the page. `storage-full`: what happens is noted
   * in memory until there is room. `ledger-altered`: the ledger is not what was written, so no consent in it stands.
   * `insecure-recipient`: one is spoken to without encryption and the manifest does not say so, so nothing can be shared with it.
   */
  degraded: {
    readonly reason:
      | 'no-wasm' | 'no-engine' | 'closed-shadow' | 'foreign-frame'
      | 'no-storage' | 'no-crypto' | 'storage-full' | 'ledger-altered' | 'insecure-recipient';
  };
  /** `guard.locale` was set. */
  language: { readonly locale: string };
  error: { readonly code: string };
}

export type Emit = <K extends keyof GuardEvents>(type: K, detail: GuardEvents[K]) => boolean;
