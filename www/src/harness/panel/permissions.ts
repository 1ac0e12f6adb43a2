/** Category by purpose by recipient. Nothing here can allow anything: a switch that goes on only means "ask me". */
import { fill } from '../locales/index.js';
import type { CategoryRule, Purpose, Recipient } from '../manifest.js';
import { h, onGesture } from '../ui/dom.js';
import { icon, iconOf } from '../ui/icon.js';
import { filled, keptFor, type Line } from '../ui/reasons.js';
import { button, line, section, type View } from './view.js';
import { date, labelled, said } from './words.js';

export function permissionsTab(view: View): readonly Node[] {
  const { guard, locale, categories, tell } = view;
  const { panel } = locale;
  const { manifest, gpc: signal } = guard;
  const all = button(
    panel.withdrawAll,
    () => {
      guard.withdraw({}, 'panel');
      tell(panel.withdrawn);
    },
    { look: 'button' },
  );
  const shown = manifest.categories.filter(({ id }) => categories.find((category) => category.id === id)?.class !== 'allow');
  return [
    h('div', { class: 'foot' }, all),
    h('p', { class: 'quiet', part: 'gpc' }, icon('note'), signal ? panel.gpcOn : panel.gpcOff),
    ...manifest.recipients.map((recipient) =>
      section(
        `${recipient.name ?? recipient.id} · ${locale.core.kind[recipient.kind]}`,
        h('ul', { class: 'list', role: 'list' }, ...shown.map((rule) => rowOf(view, rule, recipient))),
      ),
    ),
    line(panel.hidden),
  ];
}

function rowOf(view: View, rule: CategoryRule, recipient: Recipient): HTMLElement {
  const { guard, locale, categories } = view;
  const { core, panel } = locale;
  const known = categories.find(({ id }) => id === rule.id);
  const name = labelled(core, categories, rule.id);
  const { needed, optional, refused } = guard.purposesOf(rule.id);
  const never = known?.class === 'never' || rule.purposes.length === 0;
  const about: Line = never ? [known?.class === 'never' ? core.never : `${core.unneeded}. ${panel.refused}.`] : keptFor(rule, core);
  const what = h('div', { class: 'what' }, icon(iconOf(known?.label)), h('b', {}, name), h('small', {}, ...about));
  if (never) return h('li', { part: 'item' }, what);
  return h(
    'li',
    { part: 'item' },
    what,
    h(
      'ul',
      { class: 'switches', role: 'list' },
      ...[...needed, ...optional].map((purpose) => switchOf(view, rule, recipient, purpose)),
      ...refused.map((purpose) => h('li', {}, h('span', {}, said(purpose.text, core.lang), h('small', {}, panel.gpcRefused)))),
    ),
  );
}

function switchOf(view: View, { id: category }: CategoryRule, { id: recipient }: Recipient, purpose: Purpose): HTMLElement {
  const { guard, locale, categories } = view;
  const { core, panel } = locale;
  const which = { category, recipient, purpose: purpose.id };
  const consent = guard.consents().find((each) => each.category === category && each.recipient === recipient && each.purpose === purpose.id);
  const isRefused = guard.refusals().some((each) => each.category === category && each.recipient === recipient && each.purpose === purpose.id);
  const until = consent?.until;
  const otherwise = consent ? panel.allowedChat : isRefused ? panel.refused : panel.asks;
  const state: Line = until ? filled(panel.allowed, { date: date(until, core.lang) }) : [otherwise];
  const words = said(purpose.text, core.lang);
  const made = h(
    'button',
    { type: 'button', role: 'switch', part: 'switch', 'aria-checked': String(!isRefused), 'data-key': `${category}|${purpose.id}|${recipient}` },
    h('span', { class: 'track' }),
  );
  made.ariaLabel = fill(panel.mayAsk, { label: labelled(core, categories, category), purpose: words });
  made.dataset['state'] = consent ? 'given' : isRefused ? 'refused' : 'asks';
  onGesture(made, 'click', () => {
    if (isRefused) guard.ask(which);
    else guard.refuse(which, 'panel');
    view.tell(isRefused ? panel.asks : panel.refused);
    view.refresh();
  });
  return h('li', {}, h('span', {}, words, h('small', {}, ...state)), made);
}
