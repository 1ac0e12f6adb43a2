/** What a composer is part of, and never is. */
const PARTS = 'body,main,section,article,aside,dialog,[role=main],[role=dialog],[role=region],[role=complementary]';

/**
 * Where a block of ours has room: right before the outermost ancestor of `anchor` that is still the composer, that is, no
 * taller than its own content plus a row of buttons, in a parent that stacks its children and is wide enough to read in.
 */
export function composerOf(anchor: Element): Element {
  const limit = anchor.getBoundingClientRect().height + 120;
  let best: Element | undefined;
  for (let spot = anchor, parent = anchor.parentElement; parent; spot = parent, parent = parent.parentElement) {
    if (best && spot.getBoundingClientRect().height > limit) break;
    if (spot.matches(PARTS)) break;
    if (stacks(parent) && inFlow(spot)) best = spot;
  }
  return best ?? anchor;
}

function stacks(parent: Element): boolean {
  const { display, flexDirection, gridTemplateColumns } = getComputedStyle(parent);
  if (parent.clientWidth < 200 || /^(inline|contents|table|none)/.test(display)) return false;
  if (display.endsWith('flex')) return flexDirection.startsWith('column');
  if (display.endsWith('grid')) return gridTemplateColumns.trim().split(/\s+/).length < 2;
  return true;
}

function inFlow(spot: Element): boolean {
  const { position, float } = getComputedStyle(spot);
  return float === 'none' && !/absolute|fixed/.test(position);
}

/** The page's own place for what concerns an editor, in its tree or further out: for it by id, or for all. */
export function placeFor(editor: Element, name: 'chips' | 'consent'): Element | undefined {
  for (let root: Node = editor.getRootNode(); ; root = (root as ShadowRoot).host.getRootNode()) {
    const { id } = editor;
    for (const wanted of [...(id ? [`[for="${CSS.escape(id)}"]`] : []), ':not([for])']) {
      const place = (root as ParentNode).querySelector?.(`antifaz-${name}${wanted}`);
      // One that is not shown would hide the question.
      if (place?.getClientRects().length) return place;
    }
    if (!(root instanceof ShadowRoot)) return undefined;
  }
}

/** Grids whose rows we gave a size, and how they were before. */
const grids = new Map<HTMLElement, string>();

/** Puts a block of ours into its place, if there is one, else before the composer; at the page's end where there is neither. */
export function put(block: Element, place: Element | undefined, composer: Element): void {
  if (place || composer === document.body) {
    (place?.shadowRoot ?? place ?? composer).append(block);
    return;
  }
  const siblings = [...(composer.parentNode?.children ?? [composer])];
  const tallest = siblings.reduce((a, b) => (b.clientHeight > a.clientHeight ? b : a));
  const atEnd = tallest.scrollHeight - tallest.scrollTop - tallest.clientHeight < 8;
  if (composer.parentElement) keepRows(composer.parentElement, tallest);
  composer.before(block);
  // Who reads the newest message goes on seeing it.
  if (atEnd) tallest.scrollTop = tallest.scrollHeight;
}

/**
 * The free space of a grid goes in equal parts to its automatic rows: one more row of ours would take its share from the
 * messages, and its height would push the composer out. So the messages get what is left, as they had.
 */
function keepRows(grid: HTMLElement, tallest: Element): void {
  if (!getComputedStyle(grid).display.endsWith('grid') || grids.has(grid)) return;
  const rows = [...grid.children].filter((child) => inFlow(child) && getComputedStyle(child).display !== 'none');
  grids.set(grid, grid.style.gridTemplateRows);
  grid.style.gridTemplateRows = rows.map((row) => (row === tallest ? 'minmax(0,1fr)' : 'auto')).join(' ');
}

/** Leaves the page's layout as it was found. */
export function releaseRows(): void {
  for (const [grid, rows] of grids) grid.style.gridTemplateRows = rows;
  grids.clear();
}

/** How tall a block of ours may grow so that the composer below it stays in view: in pixels. */
export function roomBeside(composer: Element): number {
  // What a soft keyboard leaves, but not what pinching does.
  const { height, scale } = window.visualViewport ?? { height: window.innerHeight, scale: 1 };
  let room = height * scale;
  for (let node: Node | null = composer.parentNode; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (node instanceof Element && node !== document.documentElement && node !== document.body) {
      const { overflowY } = getComputedStyle(node);
      if (overflowY !== 'visible' && node.clientHeight > 0) room = Math.min(room, node.clientHeight);
    }
  }
  return Math.max(200, room - composer.getBoundingClientRect().height - 40);
}
