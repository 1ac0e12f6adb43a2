import type { Ui, UiOptions } from '../ui-contract.js';
import { askInCard } from './card.js';
import { releaseRows } from './place.js';
import { Announcer, Status } from './status.js';

/** The interface of the guard; what it must keep to is said in `ui-contract.ts`. */
export function createUi({ speech, controller, panel, compare }: UiOptions): Ui {
  const announcer = new Announcer();
  /** By editor; under `null`, the page's own line. */
  const statuses = new Map<HTMLElement | null, Status>();
  const over = new AbortController();

  function statusOf(editor: HTMLElement | null): Status {
    for (const [known, status] of statuses) {
      if (known?.isConnected === false) {
        status.element.remove();
        statuses.delete(known);
      }
    }
    let status = statuses.get(editor);
    if (!status) statuses.set(editor, (status = new Status()));
    if (editor) status.place(editor);
    else if (!status.element.isConnected) document.body.append(status.element);
    return status;
  }

  return {
    chips(editor, chips, actions) {
      const words = speech(editor);
      if (chips.length || statuses.has(editor)) {
        const open = panel();
        statusOf(editor).chips(words, chips, actions, open && (() => open('privacy')));
      }
      announcer.count(words, chips.reduce((sum, { count }) => sum + count, 0));
    },

    async ask(request) {
      const { element } = statusOf(request.editor);
      element.setAttribute('data-asking', '');
      try {
        const open = panel();
        // `AbortSignal.any` is younger than the browsers we serve.
        const abort = new AbortController();
        for (const signal of [request.signal, over.signal]) {
          if (signal.aborted) abort.abort();
          signal.addEventListener('abort', () => abort.abort());
        }
        return await askInCard({ ...request, signal: abort.signal }, speech(request.editor), controller, compare, open && (() => open('notice')));
      } finally {
        element.removeAttribute('data-asking');
      }
    },

    notice(editor, notice) {
      if (notice || statuses.has(editor)) statusOf(editor).notice(speech(editor), notice);
    },

    restored(root, any) {
      for (const [editor, status] of statuses) {
        if (editor?.getRootNode() === root) status.restored(speech(editor), any);
      }
    },

    destroy() {
      over.abort();
      announcer.destroy();
      for (const { element } of statuses.values()) element.remove();
      statuses.clear();
      releaseRows();
    },
  };
}
