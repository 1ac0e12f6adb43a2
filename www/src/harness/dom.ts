/** The page's tree across shadow roots. No `instanceof`: a node of a same-origin frame belongs to another realm. */

/** Shadow roots that their owner keeps to itself; known because `attachShadow` is watched. */
const closedRoots = new WeakMap<Element, ShadowRoot>();
const shadowWatchers = new Set<(root: ShadowRoot) => void>();

/** Tells of every shadow root from now on. The first call must come before the widget's script. */
export function watchShadows(tell: (root: ShadowRoot) => void): () => void {
  patchAttachShadow(Element.prototype);
  shadowWatchers.add(tell);
  return () => shadowWatchers.delete(tell);
}

let patched = false;

/** Stays for the life of the page: a closed root that was missed can never be found again. */
function patchAttachShadow(prototype: Element): void {
  if (patched) return;
  patched = true;
  const native = prototype.attachShadow;
  prototype.attachShadow = function attachShadow(init) {
    const root = native.call(this, init);
    if (root.mode === 'closed') closedRoots.set(this, root);
    for (const tell of shadowWatchers) tell(root);
    return root;
  };
}

export function shadowOf(element: Element): ShadowRoot | undefined {
  return element.shadowRoot ?? closedRoots.get(element);
}

export function isElement(node: unknown): node is Element {
  return (node as Node | null)?.nodeType === 1;
}

export function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

/** The parent, and from a shadow root its host. */
export function parentOf(node: Node): Node | null {
  return node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
}

/** From a node up to the document, out of shadow roots too. */
export function* upward(node: Node | null): Generator<Node> {
  for (let at = node; at; at = parentOf(at)) yield at;
}

/** Everything below a node, in shadow roots too. */
export function* below(node: Node): Generator<Node> {
  const stack: Node[] = [node];
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (at !== node) yield at;
    for (let child = at.lastChild; child; child = child.previousSibling) stack.push(child);
    const shadow = isElement(at) && shadowOf(at);
    if (shadow) stack.push(shadow);
  }
}

/** Our own interface: neither guarded nor read. */
export function isOurs(node: Node): boolean {
  for (const at of upward(node)) if (isElement(at) && at.hasAttribute('data-antifaz')) return true;
  return false;
}

/** The focused element, into shadow roots. */
export function focused(document: Document): Element | null {
  let at = document.activeElement;
  for (let shadow = at && shadowOf(at); shadow?.activeElement; shadow = at && shadowOf(at)) at = shadow.activeElement;
  return at;
}

/** Two frames: frameworks have rendered by then. A hidden page draws none, so a timer stands by. */
export async function frames(count = 2): Promise<void> {
  for (let at = 0; at < count; at++) {
    await new Promise<void>((done) => {
      requestAnimationFrame(() => done());
      setTimeout(done, 100);
    });
  }
}
