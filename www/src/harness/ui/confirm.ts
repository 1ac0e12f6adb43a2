import { fill } from '../locales/index.js';
import type { Strings } from '../locales/strings.js';
import type { PromptRequest, PromptRow } from '../ui-contract.js';
import { h, onGesture } from './dom.js';
import { icon } from './icon.js';
import { keptFor, purposesOf } from './reasons.js';
import { word } from './status.js';

/**
 * The second step before a delicate category is shared: a modal with a statement to tick and, apart from it, a button.
 * Neither is reached by one Enter, and closing it decides nothing. Gives the words that were agreed to, for the record.
 */
export function confirmShare(
  root: Node & ParentNode,
  strings: Strings,
  row: PromptRow,
  recipient: PromptRequest['recipient'],
  signal: AbortSignal,
): Promise<string | undefined> {
  const { name } = recipient;
  const title = h('h2', { id: 'confirm', tabindex: '-1' }, strings.confirm);
  const facts: readonly (readonly [string, string])[] = [
    [strings.what, row.count > 1 ? `${word(strings, row.label)} × ${row.count}` : word(strings, row.label)],
    [strings.who, `${name} · ${strings.kind[recipient.kind]}`],
    [strings.whatFor, purposesOf(row, strings) || strings.unneeded],
    [strings.howLong, [strings.once, keptFor(row, strings)].filter(Boolean).join(' · ')],
    [strings.ifNot, strings.ifNotText],
  ];
  const agree = h(
    'button',
    { type: 'button', role: 'checkbox', 'aria-checked': 'false', class: 'agree', part: 'agree' },
    h('span', { class: 'box' }, icon('tick')),
    h('span', {}, fill(strings.agree, { name })),
  );
  const refuse = h('button', { type: 'button', class: 'button', part: 'button' }, strings.refuse);
  // `aria-disabled` and not `disabled`: who cannot see the tick still finds the button and hears why it waits.
  const grant = h('button', { type: 'button', class: 'button', part: 'button', 'aria-disabled': 'true' }, strings.grant);
  const dialog = h(
    'dialog',
    { part: 'dialog', 'aria-labelledby': 'confirm', lang: strings.lang, dir: strings.dir },
    title,
    h('dl', {}, ...facts.map(([term, text]) => h('div', {}, h('dt', {}, term), h('dd', {}, text)))),
    agree,
    h('div', { class: 'foot' }, refuse, grant),
  );

  return new Promise((resolve) => {
    let ticked = false;
    const close = (granted: boolean): void => {
      dialog.close();
      dialog.remove();
      resolve(granted ? (dialog.textContent ?? '') : undefined);
    };
    onGesture(agree, 'click', () => {
      ticked = !ticked;
      agree.setAttribute('aria-checked', String(ticked));
      grant.setAttribute('aria-disabled', String(!ticked));
    });
    onGesture(grant, 'click', () => ticked && close(true));
    onGesture(refuse, 'click', () => close(false));
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      close(false);
    });
    signal.addEventListener('abort', () => close(false), { once: true });
    root.append(dialog);
    dialog.showModal();
    title.focus();
  });
}
