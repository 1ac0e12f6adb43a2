import { fill } from '../locales/index.js';
import type { Strings } from '../locales/strings.js';
import type { Choice, PreviewSegment, PromptAnswer, PromptRequest, PromptRow, Scope } from '../ui-contract.js';
import { keepCaret } from './caret.js';
import { radioGroup } from './choice.js';
import { confirmShare } from './confirm.js';
import { h, host, onGesture } from './dom.js';
import { BY_CHOICE, icon, iconOf } from './icon.js';
import { composerOf, putBefore, roomBeside } from './place.js';
import { keptFor, purposesOf } from './reasons.js';
import { word } from './status.js';

/** Asks, per category, what may leave. Resolves with what the person did; nothing is decided before a gesture. */
export function askInCard(request: PromptRequest, strings: Strings, controller: string): Promise<PromptAnswer> {
  const { rows, recipient, signal, editor } = request;
  const choices = new Map<string, Choice>(rows.map((row) => [row.category, row.selected]));
  const scopes = new Map<string, Scope>();
  /** What the second step said, by category. */
  const confirmed = new Map<string, string>();
  const { element, root } = host('card');
  const over = new AbortController();
  const backToEditor = keepCaret(editor);

  const title = h('h2', { id: 'title', tabindex: '-1' }, strings.title);
  const to = [fill(strings.to, { name: recipient.name }), strings.kind[recipient.kind]];
  // Somebody else listens for the one the customer talks to.
  if (controller !== recipient.name) to.push(controller);
  const edit = h('button', { type: 'button', class: 'edit', part: 'edit' }, strings.edit);
  const preview = h('p', { part: 'preview' });
  const send = h('button', { type: 'button', class: 'button', part: 'button' }, strings.send);
  const hideAll = h('button', { type: 'button', class: 'button', part: 'button' }, strings.hideAll);
  const head = h('div', { class: 'head' }, title, edit, h('p', { class: 'to' }, to.join(' · ')));
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
    const reason = never
      ? strings.never
      : [why ? fill(strings.why, { purpose: why }) : strings.unneeded, recipient.name, keptFor(row, strings)]
          .filter(Boolean)
          .join(' · ');
    const what = row.changes.map((change) => strings.changes[change]).join(', ');
    const changed = what ? [h('small', { class: 'changed' }, fill(strings.changed, { what }))] : [];
    const heading = h('b', {}, name);
    if (row.count > 1) heading.append(h('span', { class: 'count' }, ` × ${row.count}`));
    const item = h(
      'li',
      { part: 'row', 'data-category': row.category },
      h('div', { class: 'what' }, icon(iconOf(row.label)), heading, h('small', {}, reason), ...changed),
    );
    if (never) return item;

    /** Delicate, or wanted by nobody: sharing it takes a second step. */
    const delicate = row.class === 'explicit' || !row.purposes.length;
    /** Shared before: how long was said then, and the chip takes it back. */
    const settled = row.selected === 'share';
    const date = row.until && new Intl.DateTimeFormat(strings.lang, { day: 'numeric', month: 'long' }).format(row.until);
    const lengths: readonly Scope[] = date ? ['message', 'conversation', 'date'] : ['message', 'conversation'];
    const scope = radioGroup<Scope>(
      strings.scope,
      lengths.map((value) => ({ value, word: fill(strings.scopes[value], { date: date || '' }) })),
      () => scopes.get(row.category) ?? 'message',
      (value) => scopes.set(row.category, value),
    );
    scope.element.classList.add('scope');
    const choice = radioGroup<Choice>(
      fill(strings.choose, { label: name }),
      row.options.map((value) => ({ value, word: strings.choice[value], icon: BY_CHOICE[value] })),
      () => choices.get(row.category) ?? 'hide',
      (value) => {
        if (value !== 'share' || !delicate) return settle(value);
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
      scope.element.hidden = value !== 'share' || delicate || settled;
      showPreview();
    }
    scope.element.hidden = true;
    item.append(h('div', { class: 'choices' }, choice.element, scope.element));
    return item;
  }

  return new Promise((resolve) => {
    const composer = composerOf(request.before);
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
          ? rows.map(({ category }) => [
              category,
              { choice: choices.get(category) ?? 'hide', scope: scopes.get(category) ?? 'message' },
            ])
          : [];
      const shown = rows.map(({ category }, at) => {
        const words = [head, list.children[at]].map((part) => part?.textContent);
        return [category, [...words, confirmed.get(category)].join('\n')];
      });
      const { lang: language } = strings;
      resolve({ action, choices: Object.fromEntries(chosen), shown: Object.fromEntries(shown), language, ...(gesture ? { gesture } : {}) });
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
    window.addEventListener('resize', fit, { signal: over.signal });
    fit();
    putBefore(composer, element);
    showPreview();
    title.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  });
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
