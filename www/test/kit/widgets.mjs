// Chat widgets as they are found on pages: each sends in its own way. They run in the page, and know nothing of the guard.

/** What every widget has: a list of bubbles and a server. */
function base() {
  window.chat = {
    bubble(text, mine) {
      const bubble = document.createElement('div');
      bubble.className = mine ? 'bubble mine' : 'bubble theirs';
      bubble.textContent = text;
      (window.chat.list ?? document.querySelector('#list')).append(bubble);
    },
    async send(text) {
      window.chat.bubble(text, true);
      const response = await fetch('/chat', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
      });
      window.chat.bubble((await response.json()).text, false);
    },
  };
}

const WIDGETS = {
  /** A form that the browser submits for Enter. */
  form: {
    html: '<form><input name="text" class="editor"><button class="go">Send</button></form>',
    script() {
      document.querySelector('form').addEventListener('submit', (event) => {
        event.preventDefault();
        const editor = document.querySelector('.editor');
        void window.chat.send(editor.value);
        editor.value = '';
      });
    },
  },
  /** A form that goes to another page. */
  posted: { html: '<form action="/form" method="post"><input name="text" class="editor"><button class="go">Send</button></form>', script() {} },
  /** The most common: a text area, Enter on keydown, a button that submits nothing. */
  keydown: {
    html: '<div><textarea class="editor"></textarea><button type="button" class="go" aria-label="Send message">➤</button></div>',
    script() {
      const editor = document.querySelector('.editor');
      const send = () => {
        if (!editor.value) return;
        void window.chat.send(editor.value);
        editor.value = '';
      };
      editor.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        send();
      });
      document.querySelector('.go').addEventListener('click', send);
    },
  },
  /** An editable element that sends on keypress. */
  keypress: {
    html: '<div class="composer"><div class="editor" contenteditable="true"></div><button type="button" class="go send-button"></button></div>',
    script() {
      const editor = document.querySelector('.editor');
      const send = () => {
        if (!editor.textContent) return;
        void window.chat.send(editor.innerText.trim());
        editor.innerHTML = '';
      };
      editor.addEventListener('keypress', (event) => {
        if (event.key !== 'Enter' || event.shiftKey) return;
        event.preventDefault();
        send();
      });
      document.querySelector('.go').addEventListener('click', send);
    },
  },
  /** In an open shadow root: prevents the new line on keydown, sends on keyup; the send control is a `div`. */
  keyup: {
    html: '<keyup-chat></keyup-chat>',
    shadow: 'keyup-chat',
    script() {
      customElements.define('keyup-chat', class extends HTMLElement {
        connectedCallback() {
          const root = this.attachShadow({ mode: 'open' });
          root.innerHTML = '<div id="list"></div><div class="room-footer"><textarea class="editor"></textarea><div class="go svg-button"><svg id="icon-send" width="24" height="24"><path d="M0 0h24v24z"/></svg></div></div>';
          window.chat.list = root.querySelector('#list');
          const editor = root.querySelector('.editor');
          const send = () => {
            if (!editor.value.trim()) return;
            void window.chat.send(editor.value.trim());
            editor.value = '';
          };
          editor.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());
          editor.addEventListener('keyup', (event) => event.key === 'Enter' && send());
          root.querySelector('.go').addEventListener('click', send);
        }
      });
    },
  },
  /** Sends when the mouse goes down, before there is a click. */
  mousedown: {
    html: '<div><textarea class="editor"></textarea><button type="button" class="go">Send</button></div>',
    script() {
      const editor = document.querySelector('.editor');
      document.querySelector('.go').addEventListener('mousedown', (event) => {
        event.preventDefault();
        if (!editor.value) return;
        void window.chat.send(editor.value);
        editor.value = '';
      });
    },
    clickOnly: true,
  },
  /** As React does it: a value tracker on the element, rendering from a state, and handlers at the root. */
  controlled: {
    html: '<div id="app"><div><input class="editor"><button type="button" class="go" aria-label="Send"><svg width="20" height="20"></svg></button></div></div>',
    script() {
      const editor = document.querySelector('.editor');
      const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
      let tracked = '';
      let state = '';
      Object.defineProperty(editor, 'value', {
        configurable: true,
        get: () => native.get.call(editor),
        set(value) {
          tracked = String(value);
          native.set.call(editor, value);
        },
      });
      const render = () => {
        if (editor.value !== state) editor.value = state;
      };
      document.querySelector('#app').addEventListener('input', () => {
        // A value that a script set through the element's own setter is not taken for a change.
        if (editor.value === tracked) return render();
        tracked = editor.value;
        state = editor.value;
        queueMicrotask(render);
      });
      const send = () => {
        if (!state) return;
        void window.chat.send(state);
        state = '';
        queueMicrotask(render);
      };
      document.querySelector('#app').addEventListener('keydown', (event) => event.key === 'Enter' && send());
      document.querySelector('.go').addEventListener('click', send);
    },
  },
  /** Tells the server every draft, in five ways. */
  previews: {
    html: '<div><textarea class="editor"></textarea><button type="button" class="go">Send</button></div>',
    script() {
      const editor = document.querySelector('.editor');
      const socket = new WebSocket(location.origin.replace('http', 'ws') + '/socket');
      editor.addEventListener('input', () => {
        const draft = editor.value;
        void fetch('/typing', { method: 'POST', body: JSON.stringify({ draft }) }).catch(() => {});
        void fetch(`/draft?text=${encodeURIComponent(draft)}`).catch(() => {});
        const xhr = new XMLHttpRequest();
        xhr.open('POST', '/draft-xhr');
        xhr.setRequestHeader('content-type', 'application/x-www-form-urlencoded');
        xhr.send(`kind=draft&text=${encodeURIComponent(draft)}`);
        if (socket.readyState === 1) socket.send(JSON.stringify({ typing: draft }));
        new Image().src = `${window.elsewhere}/pixel.gif?q=${encodeURIComponent(draft)}`;
      });
      addEventListener('pagehide', () => navigator.sendBeacon(`${window.elsewhere}/left`, new Blob([JSON.stringify({ draft: editor.value })], { type: 'application/json' })));
      const send = () => {
        if (!editor.value) return;
        void window.chat.send(editor.value);
        editor.value = '';
      };
      editor.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        send();
      });
      document.querySelector('.go').addEventListener('click', send);
    },
  },
};

export const KEYED = ['form', 'posted', 'keydown', 'keypress', 'keyup', 'controlled', 'previews'];
export const CLICKED = [...KEYED, 'mousedown'];

/** `guard` is the page's script that sets it up, before the widget. */
export function widgetPage(name, { guard = '', elsewhere = '', before = '', after = '' } = {}) {
  const { html, script } = WIDGETS[name];
  const setUp = `window.elsewhere = ${JSON.stringify(elsewhere)};(${base})();(${script.toString().replace(/^script/, 'function script')})();`;
  return page(`${before}<main id="widget"><div id="list"></div>${html}</main><script>${setUp}</script>${after}`, guard);
}

/** The real deep-chat; `connect` and `attributes` as its documentation writes them. */
export function deepChatPage({ guard = '', attributes = '', connect = { url: '/chat', method: 'POST' } } = {}) {
  const tag = `<deep-chat id="widget" style="width:400px;height:320px" connect='${JSON.stringify(connect)}' ${attributes}></deep-chat>`;
  return page(`${tag}<script type="module" src="/deep-chat.js"></script>`, guard);
}

export function page(body, guard = '') {
  const script = guard && `<script src="/antifaz.js"></script><script>${guard}</script>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Chat</title>${script}</head><body>${body}</body></html>`;
}
