/** deep-chat in the colours of the bank: options of the widget, nothing about privacy. */

/** What the demo uses of deep-chat: its own declarations import without file extensions, which does not resolve here. */
export interface DeepChat extends HTMLElement {
  connect?: { url: string; stream: boolean };
  /** Called each time it has drawn itself anew, which any new option makes it do. */
  onComponentRender?: () => void;
  /** Sees each request before it leaves. */
  requestInterceptor?: (request: { body: object }) => object;
  history?: readonly { role: string; text: string }[];
  setPlaceholderText(text: string): void;
}

const ARROW =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"><path d="M12 19.5v-15M5 11.5l7-7 7 7"/></svg>';

const bubble = {
  maxWidth: '84%',
  padding: '10px 14px',
  borderRadius: '18px',
  lineHeight: '1.45',
  marginTop: '6px',
  marginBottom: '4px',
  overflowWrap: 'anywhere',
};

/** Before the widget draws itself: an element without a font family makes it ask a font host on the network for one. */
export function undress(widget: HTMLElement): void {
  Object.assign(widget.style, { fontFamily: 'var(--font)', border: '0 solid transparent' });
}

export function dress(widget: DeepChat, placeholder: string): void {
  Object.assign(widget, {
    chatStyle: { width: '100%', height: '100%', backgroundColor: 'transparent', fontSize: '0.9375rem' },
    messageStyles: {
      default: {
        shared: { bubble },
        user: { bubble: { backgroundColor: 'var(--mine)', color: '#fff', borderEndEndRadius: '6px' } },
        ai: { bubble: { backgroundColor: 'var(--theirs)', color: 'var(--ink)', borderEndStartRadius: '6px' } },
      },
      loading: { message: { styles: { bubble: { backgroundColor: 'var(--theirs)', color: 'var(--soft)' } } } },
    },
    inputAreaStyle: { padding: '4px 12px 12px', boxSizing: 'border-box', marginTop: '0' },
    textInput: {
      placeholder: { text: placeholder, style: { color: 'var(--soft)' } },
      styles: {
        container: {
          width: '100%',
          margin: '0',
          minHeight: '50px',
          borderRadius: '16px',
          border: '1px solid var(--edge)',
          backgroundColor: 'var(--paper)',
          boxShadow: 'none',
          alignItems: 'center',
        },
        text: { padding: '13px 56px 13px 16px', color: 'var(--ink)', fontSize: '1rem', lineHeight: '1.4' },
        focus: { border: '1px solid var(--mask)' },
      },
    },
    submitButtonStyles: { position: 'inside-end', submit: { svg: { content: ARROW } } },
    auxiliaryStyle: `
      #chat-view { grid-template-rows: minmax(0, 1fr) auto; }
      #messages { padding: 10px 4px 6px; box-sizing: border-box; scrollbar-width: thin; }
      .message-bubble p { margin: 0; }
      .message-bubble p + p { margin-block-start: 8px; }
      .message-bubble img { max-inline-size: 100%; }
      .inside-end { inset-inline-end: 4px; inset-block-end: 3px; }
      .input-button { box-sizing: border-box; inline-size: 44px; block-size: 44px; margin: 0; padding: 11px; border-radius: 13px; background-color: var(--bank) !important; }
      .input-button:is(:hover, :focus-visible, :active) { filter: brightness(1.2); }
      .input-button:focus-visible { outline: 3px solid var(--mask); outline-offset: 2px; }
      .input-button svg { display: block; inline-size: 22px; block-size: 22px; filter: none !important; }
      .disabled-button { opacity: 0.55; }
    `,
  });
}
