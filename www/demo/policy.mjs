// What the page may do. Scripts and styles are files of ours; wasm may compile; nothing else is loaded from anywhere.
// No Trusted Types: deep-chat itself writes `innerHTML`.
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
