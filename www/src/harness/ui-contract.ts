/**
 * What the harness core asks of its user interface, and all it gets back.
 *
 * `ui/index.ts` exports `createUi(options: UiOptions): Ui`. Everything it shows lives in open shadow roots of its own with
 * `adoptedStyleSheets`; each host carries the attribute `data-antifaz`, by which gate and restoring leave it alone. No value of the customer reaches it but through `preview()` and `ChipInfo.hint`, and neither may
 * stay in the page after the card or chip is gone.
 *
 * Consent comes only from a person: a choice may change only in a `click`, `keydown` or `pointerup` handler whose event has
 * `isTrusted`. A `change` event is no proof, since the browser sends a trusted one after `element.click()` by a script; nor is
 * `input.checked`, which any script may set. So the choices live in a model of the card, not in its controls.
 */
import type { BlockReason, CategoryClass } from '../engine/types.js';
import type { Words } from './manifest.js';
import type { Strings } from './locales/strings.js';

export type Choice = 'hide' | 'generalize' | 'share';

/** How long a `share` holds. `conversation`: until the guard is destroyed or the page goes. `date`: until `PromptRow.until`. */
export type Scope = 'message' | 'conversation' | 'date';

/** What is no longer as it was when the customer agreed. */
export type Change = 'purpose' | 'recipient' | 'retention';

export interface UiOptions {
  /** What to say near this part of the page. */
  readonly speech: (near: Node | null) => Strings;
  /** Who is behind the chat, for the card. */
  readonly controller: string;
  /** What opens the privacy panel, there the notice if asked; nothing while no panel is connected. */
  readonly panel: () => ((what: 'privacy' | 'notice') => void) | undefined;
  /** Told of the two buttons that must weigh the same, once they stand there. */
  readonly compare: ((one: HTMLElement, other: HTMLElement) => void) | undefined;
}

/** What one category of the text in the editor will turn into if it is sent now. One chip each. */
export interface ChipInfo {
  readonly category: string;
  readonly class: CategoryClass;
  /** Key for words and icons: the token label of the category, such as `CARD`. */
  readonly label: string;
  readonly count: number;
  readonly will: Choice;
  /** The last four characters of the only value of a card or account, such as `1111`. */
  readonly hint?: string;
  /** Settled for this conversation, hidden or shared: the chip offers "ask me again" (`ChipActions.ask`). */
  readonly settled: boolean;
  /** Somebody else's: always hidden, and nothing about it can be chosen. */
  readonly theirs: boolean;
}

export interface ChipActions {
  /** From a trusted gesture only: takes the settled choice back, so that the next send asks. */
  ask(category: string): void;
}

/** A piece of the message as it will leave, in order; the concatenated `text`s are what is sent. */
export interface PreviewSegment {
  readonly text: string;
  /** Absent for the customer's own words. `hide`: `text` is a token; read it out as words, not as punctuation. */
  readonly is?: Choice;
  /** With `is`: as in `ChipInfo`. */
  readonly label?: string;
}

export interface PromptRow {
  readonly category: string;
  readonly class: CategoryClass;
  readonly label: string;
  readonly count: number;
  /** What may be chosen, in this order. Class `never`: only `hide`, and the row says why. */
  readonly options: readonly Choice[];
  /** Chosen when the card opens; never `share`, unless the customer shared it for this conversation. */
  readonly selected: Choice;
  /** What needs it, by language; empty when no declared purpose does ("not needed for this"). Sharing is for all of them. */
  readonly purposes: readonly Words[];
  /** What it may be used for besides: each a choice of its own, off, once it is shared. Not offered for class `explicit`. */
  readonly optional: readonly { readonly id: string; readonly text: Words }[];
  /** Somebody else's: only `hide`, beside a row of the same category for the customer's own. */
  readonly theirs: boolean;
  /** How long the recipient keeps it, as the manifest says. */
  readonly retention?: string;
  /** When a consent "until a date" would end if nothing else is chosen, in ms; absent where it would not outlive the page. */
  readonly until?: number;
  /** The last day that may be chosen, in ms. */
  readonly latest?: number;
  /** Why the customer is asked again. */
  readonly changes: readonly Change[];
}

export interface PromptRequest {
  /** Focus goes back there, at the same caret. `document.body` for a `review()` that no editor belongs to. */
  readonly editor: HTMLElement;
  /**
   * The card goes right before this element in DOM order: the send control where it is known, else the editor.
   * May be in an open shadow root of the widget. Move up to the nearest ancestor where a block-level card has room.
   */
  readonly before: Element;
  readonly rows: readonly PromptRow[];
  readonly recipient: { readonly id: string; readonly name: string; readonly kind: 'ai' | 'human' | 'mixed'; readonly role: string; readonly sealed: boolean };
  /** How many second confirmations may still be shown in this conversation. */
  readonly modals: number;
  /** The message exactly as it would leave with these choices (a category that is not named keeps `selected`). */
  preview(choices: Readonly<Record<string, Choice>>): readonly PreviewSegment[];
  /** Aborted when the editor went away or the guard was destroyed: remove the card, answer `edit`. */
  readonly signal: AbortSignal;
}

export interface Chosen {
  readonly choice: Choice;
  readonly scope: Scope;
  /** With scope `date`: the end of the day the customer picked, in ms. */
  readonly until?: number;
  /** Of `PromptRow.optional`, those that were ticked. */
  readonly purposes?: readonly string[];
}

export interface PromptAnswer {
  /** `edit`: nothing is sent, the text stays as typed. `hide-all`: sent with everything hidden, and asked no more. */
  readonly action: 'send' | 'edit' | 'hide-all';
  /** For `send`: by category id. */
  readonly choices: Readonly<Record<string, Chosen>>;
  /** How many second confirmations were shown. */
  readonly modals: number;
  /** By category id: the words its row showed, for the record. Never a value. */
  readonly shown: Readonly<Record<string, string>>;
  /** BCP 47. */
  readonly language: string;
  /** The event that gave the answer; the core takes `share` only from a trusted one. Absent after `signal`. */
  readonly gesture?: Event;
}

/** Why nothing was sent, or why it was sent otherwise than typed. */
export type Notice =
  /** The engine is still loading: the send waits. */
  | 'waiting'
  /** There is no engine (`degraded`): nothing is sent. */
  | 'no-engine'
  /** The engine would not vouch for the text. */
  | BlockReason
  /** The masked text stands in the editor, but the widget did not send it: press send again. */
  | 'press-send'
  /** The masked text could not be put into the editor: nothing was sent. */
  | 'not-written'
  /** Something the page sent was stopped. */
  | 'network-blocked'
  /** The device has no room for the records. */
  | 'storage-full';

export interface Ui {
  /** Quiet chips under the editor; an empty list removes them. Announces a change in count politely, never a value. */
  chips(editor: HTMLElement, chips: readonly ChipInfo[], actions: ChipActions): void;
  ask(request: PromptRequest): Promise<PromptAnswer>;
  /** One line near the editor (or the page's end where there is none), until `null` or the next one. */
  notice(editor: HTMLElement | null, notice: Notice | null): void;
  /** The cue "only you see this", where `any` values were put back into rendered text in `root`. */
  restored(root: Document | ShadowRoot, any: boolean): void;
  /** Removes all of it from the page. */
  destroy(): void;
}
