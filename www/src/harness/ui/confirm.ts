import type { Strings } from '../locales/strings.js';
import type { PromptRequest, PromptRow } from '../ui-contract.js';
import { h, onGesture } from './dom.js';
import { checkbox } from './choice.js';
import { dotted, filled, keptFor, type Line, purposesOf } from './reasons.js';
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
  const facts: readonly (readonly [string, Line])[] = [
    [strings.what, [row.count > 1 ? `${word(strings, row.label)} × ${row.count}` : word(strings, row.label)]],
    [strings.who, dotted([h('bdi', {}, name)], [strings.kind[recipient.kind]])],
    [strings.whatFor, [h('bdi', {}, purposesOf(row, strings) || strings.unneeded)]],
    [strings.howLong, dotted([strings.once], keptFor(row, strings))],
    [strings.ifNot, [strings.ifNotText]],
  ];
  let ticked = false;
  const agree = checkbox(filled(strings.agree, { name }), () => {
    ticked = !ticked;
    grant.setAttribute('aria-disabled', String(!ticked));
    return ticked;
  });
  const refuse = h('button', { type: 'button', class: 'button', part: 'primary' }, strings.refuse);
  // `aria-disabled` and not `disabled`: who cannot see the tick still finds the button and hears why it waits.
  const grant = h('button', { type: 'button', class: 'button', part: 'primary', 'aria-disabled': 'true' }, strings.grant);
  const dialog = h(
    'dialog',
    { part: 'dialog', 'aria-labelledby': 'confirm', lang: strings.lang, dir: strings.dir },
    title,
    h('dl', {}, ...facts.map(([term, text]) => h('div', {}, h('dt', {}, term), h('dd', {}, ...text)))),
    agree,
    h('div', { class: 'foot' }, refuse, grant),
  );

  return new Promise((resolve) => {
    const close = (granted: boolean): void => {
      dialog.close();
      dialog.remove();
      resolve(granted ? (dialog.textContent ?? '') : undefined);
    };
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
