/** Where a customer types: finding it, reading it, and writing into it so that the widget notices. */
import { below, isElement, isOurs, upward } from './dom.js';

type Field = HTMLInputElement | HTMLTextAreaElement;

const TEXT_INPUTS = ['text', 'search', 'email', 'tel', 'url', ''];
/** What a browser fills in by itself belongs to a form with its own purpose. */
const OWN_PURPOSE = /\b(?:cc-|name|email|tel|username|password|one-time-code|street|address|postal|bday|country|organization)/;

/** The editor that a node is, or stands in. */
export function editorAt(node: Node): HTMLElement | undefined {
  if (!isElement(node)) return undefined;
  if (isField(node)) return isOurs(node) ? undefined : node;
  if (!(node as HTMLElement).isContentEditable) return undefined;
  let host = node as HTMLElement;
  while (host.parentElement?.isContentEditable) host = host.parentElement;
  return isOurs(host) ? undefined : host;
}

export function editorsIn(node: Node): HTMLElement[] {
  const editors = new Set<HTMLElement>();
  for (const inner of below(node)) {
    const editor = editorAt(inner);
    if (editor) editors.add(editor);
  }
  return [...editors];
}

export function isField(node: Node): node is Field {
  return node.nodeName === 'TEXTAREA' || (node.nodeName === 'INPUT' && TEXT_INPUTS.includes((node as HTMLInputElement).type));
}

const CHAT = /messag|mensa|chat|assist|asist|\bask\b|question|pregunt|prompt|nachricht|frage|сообщ|вопрос|напиш|спрос/i;

/**
 * A field of a login, a checkout, a search: what is typed there is meant for where it goes. Never a text area or an
 * editable element, which is how chats are written.
 */
export function hasOwnPurpose(node: Node): boolean {
  if (node.nodeName === 'SELECT') return true;
  if (node.nodeName !== 'INPUT') return false;
  const input = node as HTMLInputElement;
  if (!isField(input)) return true;
  if (isCalledChat(input)) return false;
  if (/email|tel|search/.test(input.type) || OWN_PURPOSE.test(input.autocomplete)) return true;
  const fields = [...(input.form?.elements ?? [])].filter((field) => field.nodeName === 'INPUT') as HTMLInputElement[];
  return fields.filter(({ type }) => [...TEXT_INPUTS, 'password', 'number'].includes(type)).length > 1;
}

/** A field of a form with others, or of a search, that says it is for talking. */
function isCalledChat({ name, id, placeholder, ariaLabel }: HTMLInputElement): boolean {
  return CHAT.test([name, id, placeholder, ariaLabel ?? ''].join(' '));
}

export function readText(editor: HTMLElement): string {
  // A trailing line break is how an editable element keeps its last line open.
  return isField(editor) ? editor.value : editor.innerText.replace(/\n$/, '');
}

/** Writes, gives the widget two frames to object, and says whether the text now stands there. */
export async function writeText(editor: HTMLElement, text: string, settle: () => Promise<void>): Promise<boolean> {
  const stands = (): boolean => editor.isConnected && plain(readText(editor)) === plain(text);
  if (isField(editor)) setValue(editor, text);
  else typeOver(editor, text);
  await settle();
  if (stands() || isField(editor)) return stands();
  // Some editable elements take no commands; a widget that keeps a model of its own will undo this, and then we stop.
  editor.textContent = text;
  announce(editor, text);
  await settle();
  return stands();
}

/** The prototype's setter: frameworks put one of their own on the element to tell a script's value from a typed one. */
function setValue(field: Field, text: string): void {
  const descriptor = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value');
  if (descriptor?.set) descriptor.set.call(field, text);
  else field.value = text;
  announce(field, text);
}

/** As typing does it, so that editors with a model of their own follow. */
function typeOver(editor: HTMLElement, text: string): void {
  const { ownerDocument: document } = editor;
  editor.focus();
  document.getSelection()?.selectAllChildren(editor);
  document.execCommand('selectAll');
  if (!document.execCommand('insertText', false, text)) {
    editor.textContent = text;
    announce(editor, text);
  }
}

function announce(editor: HTMLElement, text: string): void {
  editor.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText', data: text }),
  );
}

/** Editors swap spaces and line breaks for their own kinds. */
export function plain(text: string): string {
  return text.replace(/[\u200b\ufeff\r]/g, '').replace(/\s+/g, ' ').trim();
}

const SEND = /send|submit|enviar|mandar|отправ|senden|absenden|envoyer|invia|post(?:ar)?\b|reply|responder|ответить/i;
const NOT_SEND =
  /attach|adjunt|anexar|clip|emoji|smil|file|upload|photo|image|gif|camera|mic\b|microphone|voice|audio|record|speech|close|cerrar|menu|cancel|clear|delete|settings/i;

/** The control in a click's path that sends what stands in an editor, with that editor. */
export function sendControl(
  path: readonly EventTarget[],
  isEditor: (editor: HTMLElement) => boolean,
  selector: string | undefined,
): { readonly control: HTMLElement; readonly editor: HTMLElement } | undefined {
  const elements = path.filter(isElement) as HTMLElement[];
  for (const [depth, element] of elements.entries()) {
    if (editorAt(element)) return undefined;
    if (selector ? !element.matches(selector) : depth > 8 || !presses(element)) continue;
    const editor = nearestEditor(element, isEditor);
    if (editor && (selector || sends(element, editor, elements.slice(0, depth)))) return { control: element, editor };
  }
  return undefined;
}

/** The control that sends an editor's text, for when no key does. */
export function findSendControl(editor: HTMLElement, selector: string | undefined): HTMLElement | undefined {
  for (const at of near(editor)) {
    const controls = [...below(at)].filter(isElement) as HTMLElement[];
    const found = selector
      ? controls.find((control) => control.matches(selector))
      : controls.find((control) => presses(control) && SEND.test(describe(control)) && !isOurs(control));
    if (found) return found;
  }
  return undefined;
}

/** The button that the browser itself would press for Enter in a field. */
export function defaultButton(form: HTMLFormElement): HTMLElement | undefined {
  const buttons = [...form.elements] as (HTMLButtonElement | HTMLInputElement)[];
  return buttons.find(
    ({ nodeName, type }) => (nodeName === 'BUTTON' || nodeName === 'INPUT') && (type === 'submit' || type === 'image'),
  );
}

export function formOf(editor: HTMLElement): HTMLFormElement | undefined {
  return (isField(editor) ? editor.form : editor.closest('form')) ?? undefined;
}

/** Looks like something to press. */
function presses(element: HTMLElement): boolean {
  const { nodeName } = element;
  if (nodeName === 'BUTTON' || element.getAttribute('role') === 'button') return true;
  if (nodeName === 'INPUT') return ['submit', 'image', 'button'].includes((element as HTMLInputElement).type);
  if (nodeName === 'LABEL' || nodeName === 'FORM' || nodeName === 'BODY' || nodeName === 'HTML') return false;
  const named = SEND.test([element, ...iconsIn(element)].map(nameOf).join(' '));
  return named || element.onclick !== null || getComputedStyle(element).cursor === 'pointer';
}

function sends(element: HTMLElement, editor: HTMLElement, inner: readonly HTMLElement[]): boolean {
  const described = [element, ...inner].map(describe).join(' ');
  if (SEND.test(described)) return true;
  if (NOT_SEND.test(described)) return false;
  const form = formOf(editor);
  const type = (element as Partial<HTMLInputElement>).type;
  if (form && (type === 'submit' || type === 'image')) return true;
  // A button without a name beside the editor: an icon. Asking once too often is the smaller mistake.
  return [...near(editor)].slice(0, 3).some((at) => at.contains(element));
}

/** Up from the editor as far as a composer reaches. */
function* near(editor: HTMLElement): Generator<Node> {
  let steps = 0;
  for (const at of upward(editor)) {
    if (at === editor || at.nodeType === 11) continue;
    if (at.nodeName === 'BODY' || steps++ > 5) return;
    yield at;
  }
}

/** The written editor that shares a small part of the page with a control, and the form where there is one. */
function nearestEditor(control: HTMLElement, isEditor: (editor: HTMLElement) => boolean): HTMLElement | undefined {
  const form = control.closest('form');
  let steps = 0;
  for (const at of upward(control)) {
    if (steps++ > 8) return undefined;
    const editor = editorsIn(at).find((inside) => isEditor(inside) && readText(inside).trim() !== '');
    if (!editor) continue;
    // What holds the editor is no control of it; a button of another form is no control of this one.
    const close = [...upward(editor)].indexOf(at) <= 8;
    return close && at !== control && (!form || formOf(editor) === form) ? editor : undefined;
  }
  return undefined;
}

function nameOf(element: Element): string {
  return `${element.id} ${element.getAttribute('class') ?? ''} ${element.getAttribute('name') ?? ''}`;
}

/** An icon's name is often the only one that a control has. */
function iconsIn(element: Element): Element[] {
  return [...element.querySelectorAll('svg, svg *, img, i')].slice(0, 6);
}

/** All that a widget's author may have called it. */
function describe(element: HTMLElement): string {
  const own = ['aria-label', 'title', 'value', 'data-testid', 'alt'].map((name) => element.getAttribute(name) ?? '');
  const text = (element.textContent ?? '').length < 40 ? (element.textContent ?? '') : '';
  return [nameOf(element), ...own, text, ...iconsIn(element).map(nameOf)].join(' ');
}
