import { made } from './style.js';

/** Wherever a value was put back: only the customer sees it, so it must not look like the sender's own words. */
const RESTORED = `
::highlight(antifaz-restored){background-color:#e9e4ff;color:#2c1d7d;text-decoration:underline dotted 2px #6a55d6}
@supports (color:light-dark(#000,#fff)){
::highlight(antifaz-restored){background-color:light-dark(#e9e4ff,#3b3369);color:light-dark(#2c1d7d,#e6e0ff);text-decoration-color:light-dark(#6a55d6,#a597ff)}
}`;

/** Gives the marks of restored values their look in a tree of the page. */
export function markRestored(root: Document | ShadowRoot): void {
  const restored = made(RESTORED);
  if (!root.adoptedStyleSheets.includes(restored)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, restored];
}
