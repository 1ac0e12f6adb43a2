import { isTrusted, listen } from '../gesture.js';
import { fill } from '../locales/index.js';
import type { Strings } from '../locales/strings.js';
import type { Choice, PreviewSegment, PromptAnswer, PromptRequest, PromptRow, Scope, UiOptions } from '../ui-contract.js';
import { keepCaret } from './caret.js';
import { checkbox, radioGroup } from './choice.js';
import { confirmShare } from './confirm.js';
import { h, host, onGesture } from './dom.js';
import { BY_CHOICE, icon, iconOf } from './icon.js';
import { composerOf, placeFor, put, roomBeside } from './place.js';
import { dotted, filled, inWords, keptFor, purposesOf } from './reasons.js';
import { word } from './status.js';

/** Asks, per category, what may leave. Resolves with what the person did; nothing is decided before a gesture. */
export function askInCard(
  request: PromptRequest,
  strings: Strings,
  controller: string,
  compare: UiOptions['compare'],
  details: (() => void) | undefined,
): Promise<PromptAnswer> {
  const { rows, recipient, signal, editor } = request;
  const open = rows.filter(({ options }) => options.length > 1);
  const choices = new Map<string, Choice>(open.map((row) => [row.category, row.selected]));
  const scopes = new Map<string, Scope>();
  /** The last day of a consent "until a date", and what it may be used for besides. */
  const days = new Map<string, number>();
  const extras = new Map<string, Set<string>>();
  let modals = 0;
  /** What the second step said, by category. */
  const confirmed = new Map<string, string>();
  const { element, root } = host('card');
  const over = new AbortController();
  const backToEditor = keepCaret(editor);

  const title = h('h2', { id: 'title', tabindex: '-1' }, strings.title);
  const to = dotted(
    filled(strings.to, { name: recipient.name }),
    [strings.kind[recipient.kind]],
    // Somebody else listens for the one the customer talks to.
    controller === recipient.name ? [] : [h('bdi', {}, controller)],
  );
  const edit = h('button', { type: 'button', class: 'edit', part: 'secondary' }, strings.edit);
  const preview = h('p', { part: 'preview' });
  const send = h('button', { type: 'button', class: 'button', part: 'primary' }, strings.send);
  const hideAll = h('button', { type: 'button', class: 'button', part: 'primary' }, strings.hideAll);
  const about = h('p', { class: 'to' }, ...to);
  if (details) {
    const more = h('button', { type: 'button', class: 'details', part: 'secondary', 'aria-haspopup': 'dialog' }, strings.details);
    onGesture(more, 'click', details);
    about.append(' ', more);
  }
  const head = h('div', { class: 'head' }, title, edit, about);
  const list = h('ul', { class: 'rows', role: 'list' }, ...rows.map(rowOf));
  const card = h(
    'div',
    { class: 'card', part: 'card', role: 'group', 'aria-labelledby': 'title', lang: strings.lang, dir: strings.dir },
    head,
    h(
      'div',
      { class: 'body' },
      h('div', { class: 'preview' }, h('h3', {}, strings.preview), preview),
      list,
    ),
    h('div', { class: 'foot' }, send, hideAll),
  );
  root.append(card);

  function showPreview(): void {
    preview.replaceChildren(...request.preview(Object.fromEntries(choices)).map((segment) => piece(strings, segment)));
    // What scrolls must be reached without a mouse.
    if (preview.scrollHeight > preview.clientHeight) preview.tabIndex = 0;
    else preview.removeAttribute('tabindex');
  }

  function rowOf(row: PromptRow): HTMLElement {
    const name = word(strings, row.label);
    const never = row.class === 'never';
    const why = purposesOf(row, strings);
    const fixed = row.theirs ? strings.theirs : never ? strings.never : '';
    const reason = fixed
      ? [fixed]
      : dotted(
          why ? filled(strings.why, { purpose: why }) : [strings.unneeded],
          [h('bdi', {}, recipient.name)],
          recipient.sealed ? [strings.sealed] : [],
          keptFor(row, strings),
        );
    const what = row.changes.map((change) => strings.changes[change]).join(', ');
    const changed = what ? [h('small', { class: 'changed' }, fill(strings.changed, { what }))] : [];
    const heading = h('b', {}, name);
    if (row.count > 1) heading.append(h('span', { class: 'count' }, ` × ${row.count}`));
    const item = h(
      'li',
      { part: 'row', 'data-category': row.category },
      h('div', { class: 'what' }, icon(iconOf(row.label)), heading, h('small', {}, ...reason), ...changed),
    );
    if (row.options.length < 2) return item;

    /** Delicate, or wanted by nobody: sharing it takes a second step. */
    const delicate = row.class === 'explicit' || !row.purposes.length;
    /** Shared before: how long was said then, and the chip takes it back. */
    const settled = row.selected === 'share';
    const { category, until, optional } = row;
    const lengths: readonly Scope[] = until ? ['message', 'conversation', 'date'] : ['message', 'conversation'];
    const untilDay = (value: Scope): string =>
      fill(strings.scopes[value], {
        date: new Date(days.get(category) ?? until ?? 0).toLocaleDateString(strings.lang, { day: 'numeric', month: 'long' }),
      });
    const scope = radioGroup<Scope>(
      strings.scope,
      lengths.map((value) => ({ value, word: untilDay(value) })),
      () => scopes.get(category) ?? 'message',
      (value) => {
        scopes.set(category, value);
        day.hidden = value !== 'date';
      },
    );
    scope.element.classList.add('scope');
    const day = dayField(strings.lastDay, row, (picked) => {
      days.set(category, picked);
      scope.element.querySelector('[data-choice=date]')?.replaceChildren(untilDay('date'));
    });
    const ticked = new Set<string>();
    extras.set(category, ticked);
    const besides = optional.map(({ id, text }) =>
      checkbox([h('bdi', {}, inWords(text, strings))], () => {
        if (!ticked.delete(id)) ticked.add(id);
        return ticked.has(id);
      }),
    );
    const more = h('div', { class: 'more' }, scope.element, day);
    if (besides.length) more.append(h('div', { role: 'group', 'aria-label': strings.besides }, h('small', {}, strings.besides), ...besides));
    const choice = radioGroup<Choice>(
      fill(strings.choose, { label: name }),
      row.options.map((value) => ({ value, word: strings.choice[value], icon: BY_CHOICE[value] })),
      () => choices.get(row.category) ?? 'hide',
      (value) => {
        if (value !== 'share' || !delicate) return settle(value);
        if (modals >= request.modals) return void enough.replaceChildren(strings.enough);
        modals++;
        void confirmEach().then((words) => {
          if (over.signal.aborted) return;
          if (words) {
            confirmed.set(row.category, words);
            settle('share');
          }
          choice.element.querySelector<HTMLElement>('[aria-checked=true]')?.focus();
        });
      },
      (value) => value === 'share' && delicate,
    );
    /** One purpose at a time; nothing unless all are agreed to. */
    async function confirmEach(): Promise<string> {
      let all = '';
      for (const purposes of row.purposes.length ? row.purposes.map((purpose) => [purpose]) : [[]]) {
        const words = await confirmShare(root, strings, { ...row, purposes }, recipient, over.signal);
        if (!words) return '';
        all += words;
      }
      return all;
    }
    function settle(value: Choice): void {
      choices.set(row.category, value);
      choice.update();
      more.hidden = value !== 'share' || delicate || settled;
      showPreview();
    }
    more.hidden = true;
    const enough = h('small', { role: 'status' });
    item.append(h('div', { class: 'choices' }, choice.element, enough, more));
    return item;
  }

  return new Promise((resolve) => {
    const place = placeFor(editor, 'consent');
    const composer = place ?? composerOf(request.before);
    const fit = (): void => element.style.setProperty('--_room', `${roomBeside(composer)}px`);
    const answer = (action: PromptAnswer['action'], gesture?: Event): void => {
      if (over.signal.aborted) return;
      over.abort();
      element.remove();
      // The values in the preview must not outlive the card.
      root.replaceChildren();
      backToEditor();
      const chosen =
        action === 'send'
          ? open.map(({ category, until }) => {
              const choice = choices.get(category) ?? 'hide';
              const scope = scopes.get(category) ?? 'message';
              const day = days.get(category) ?? until;
              const purposes = [...(extras.get(category) ?? [])];
              return [category, { choice, scope, ...(scope === 'date' && day ? { until: day } : {}), ...(purposes.length ? { purposes } : {}) }];
            })
          : [];
      const shown = rows.map(({ category }, at) => {
        const words = [head, list.children[at]].map((part) => part?.textContent);
        return [category, [...words, confirmed.get(category)].join('\n')];
      });
      const { lang: language } = strings;
      resolve({ action, choices: Object.fromEntries(chosen), shown: Object.fromEntries(shown), language, modals, ...(gesture ? { gesture } : {}) });
    };

    onGesture(send, 'click', (event) => answer('send', event));
    onGesture(hideAll, 'click', (event) => answer('hide-all', event));
    onGesture(edit, 'click', (event) => answer('edit', event));
    for (const target of [element, editor]) {
      onGesture(
        target,
        'keydown',
        (event) => {
          // In the modal, Escape only closes the modal.
          if (event.key === 'Escape' && !root.querySelector('dialog')) answer('edit', event);
        },
        over.signal,
      );
    }
    // What is typed here is no shortcut of the page.
    for (const type of ['keydown', 'keypress', 'keyup']) element.addEventListener(type, (event) => event.stopPropagation());
    signal.addEventListener('abort', () => answer('edit'), { signal: over.signal });
    if (signal.aborted) return answer('edit');
    for (const view of [window, window.visualViewport]) view?.addEventListener('resize', fit, { signal: over.signal });
    fit();
    put(element, place, composer);
    showPreview();
    title.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
    requestAnimationFrame(() => element.isConnected && compare?.(send, hideAll));
  });
}

/** The last day of a consent: what a person enters, and nothing that a script puts there. */
function dayField(label: string, { until = 0, latest = until }: PromptRow, pick: (end: number) => void): HTMLElement {
  const iso = (time: number): string => new Date(time - new Date(time).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  const input = h('input', { type: 'date', required: '', min: iso(Date.now() + 86_400_000), max: iso(latest), value: iso(until) });
  listen(input, 'input', (event) => {
    if (isTrusted(event) && input.checkValidity()) pick(new Date(`${input.value}T23:59:59.999`).getTime());
  });
  const field = h('label', { class: 'day' }, label, input);
  field.hidden = true;
  return field;
}

/** One piece of what will leave; a token is read out as words. */
function piece(strings: Strings, { text, is, label }: PreviewSegment): Node {
  if (!is) return document.createTextNode(text);
  const spoken = `${word(strings, label ?? '')}: ${strings.state[is]}`;
  const pill = h('span', { class: `pill ${is}`, part: 'pill', translate: 'no' }, icon(is === 'hide' ? iconOf(label) : BY_CHOICE[is]));
  if (is === 'hide') {
    pill.setAttribute('role', 'img');
    pill.ariaLabel = spoken;
    pill.append(text);
  } else {
    pill.append(h('span', { class: 'unseen' }, `${spoken}: `), h('bdi', {}, text));
  }
  return pill;
}
