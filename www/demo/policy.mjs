// What the page may do. Scripts and styles are files of ours; wasm may compile; nothing else is loaded from anywhere.
// No Trusted Types: deep-chat itself writes `innerHTML`.

/** `messenger`: the origins, besides the page's own, that a message may go to. */
export function policy(...messenger) {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    `connect-src ${["'self'", ...messenger].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
