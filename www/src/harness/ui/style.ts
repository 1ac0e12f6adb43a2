/**
 * The looks. Colours and sizes are custom properties `--antifaz-…`, which reach into any shadow root; dark where the
 * `color-scheme` of the page says so. No colour is the only sign of anything, and none of them praises or blames a choice.
 */

/** Name after `--antifaz-`, light, dark. */
const PALETTE = [
  ['surface', '#fff', '#1e1d24'],
  ['raised', '#f5f4f8', '#292831'],
  ['text', '#1c1b22', '#f0eff5'],
  ['muted', '#5b5966', '#b2afbe'],
  ['line', '#8a8796', '#7d7a8a'],
  ['edge', '#e2e0ea', '#3a3844'],
  ['accent', '#4a34b8', '#c3b8ff'],
  ['tint', '#eeebfb', '#332d5c'],
] as const;

const colours = (pick: (light: string, dark: string) => string): string =>
  PALETTE.map(([name, light, dark]) => `--_${name}:var(--antifaz-${name},${pick(light, dark)});`).join('');

const CSS = `
:host{
all:initial;
display:block;
color-scheme:inherit;
box-sizing:border-box;
inline-size:100%;
font:var(--antifaz-font,400 .9375rem/1.45 system-ui,sans-serif);
${colours((light) => light)}
--_radius:var(--antifaz-radius,14px);
--_space:var(--antifaz-space,16px);
color:var(--_text);
text-align:start;
}
@supports (color:light-dark(#000,#fff)){:host{${colours((light, dark) => `light-dark(${light},${dark})`)}}}
:host(antifaz-live){position:absolute;inline-size:1px}
:host([hidden]),[hidden]{display:none!important}
*{box-sizing:border-box;margin:0}
ul,dl{list-style:none;padding:0}
svg{flex:none;inline-size:1.25em;block-size:1.25em;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
button{font:inherit;color:inherit;cursor:pointer;touch-action:manipulation}
:focus-visible{outline:3px solid var(--antifaz-focus,var(--_accent));outline-offset:2px}
h2:focus{outline:0}

.card,dialog{background:var(--_surface);border:1px solid var(--_edge);border-radius:var(--_radius);color:var(--_text)}
.card{
container-type:inline-size;
display:flex;flex-direction:column;
margin:var(--antifaz-margin,8px 12px);
max-block-size:min(36rem,var(--_room,36rem));
box-shadow:0 1px 2px rgb(20 16 40/.06),0 12px 32px -8px rgb(20 16 40/.22);
overflow:hidden;
animation:rise .2s ease-out;
}
@keyframes rise{from{opacity:0;transform:translateY(8px)}}
.head{display:grid;grid-template-columns:1fr auto;align-items:center;padding:10px var(--_space)}
h2{font-size:1.0625rem;font-weight:650;line-height:1.3}
.to{grid-column:1/-1;color:var(--_muted);font-size:.8125rem}
.edit{min-block-size:44px;min-inline-size:44px;margin-block:-8px;margin-inline-end:-12px;padding:0 12px;border:0;border-radius:10px;background:none;color:var(--_accent);font-weight:600}
.body{flex:0 1 auto;min-block-size:0;overflow:auto;padding:0 var(--_space);overscroll-behavior:contain}
.preview{padding:10px 12px;background:var(--_raised);border-radius:10px}
.preview h3{font-size:.75rem;font-weight:600;color:var(--_muted);margin-block-end:2px}
.preview p{max-block-size:8.7em;overflow:auto;white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.65}
.pill{
display:inline-block;padding:0 7px;border-radius:7px;background:var(--_tint);color:var(--_accent);
font:600 .8125em/1.6 ui-monospace,Menlo,Consolas,monospace;white-space:normal;
}
.pill svg{inline-size:1.15em;block-size:1.15em;vertical-align:-.22em;margin-inline-end:5px}
.share,.generalize{font-family:inherit}
.share{background:none;box-shadow:inset 0 0 0 1.5px var(--_accent)}

.rows>li{display:flex;flex-wrap:wrap;align-items:center;gap:8px 16px;padding:12px 0}
.rows>li+li{border-block-start:1px solid var(--_edge)}
.what{flex:1 1 15rem;min-inline-size:0;display:grid;grid-template-columns:auto 1fr;column-gap:10px}
.what>svg{margin-block-start:.1em;color:var(--_accent)}
.what b{font-weight:600}
.what small{grid-column:2;font-size:.8125rem;color:var(--_muted)}
.what .changed{color:var(--_text)}
.count{font-weight:400;color:var(--_muted)}
.choices{flex:1 1 16rem}
[role=radiogroup]{display:flex;gap:3px;padding:3px;border-radius:12px;background:var(--_raised)}
[role=radio]{
flex:1 1 0;min-inline-size:44px;min-block-size:44px;padding:2px 4px;border:0;border-radius:9px;background:none;color:var(--_muted);
display:flex;flex-wrap:wrap;place-content:center;align-items:center;gap:1px 5px;font-size:.875rem;font-weight:500;line-height:1.2;
}
[role=radio]:hover{color:var(--_text)}
[role=radio][aria-checked=true]{background:var(--_surface);color:var(--_accent);font-weight:650;box-shadow:0 0 0 1.5px var(--_accent)}
.scope{margin-block-start:6px}

.foot{display:grid;grid-template-columns:1fr 1fr;gap:10px;padding:12px var(--_space) var(--_space);border-block-start:1px solid var(--_edge)}
.button{
min-block-size:48px;padding:6px;border:1.5px solid var(--_accent);border-radius:12px;background:var(--_surface);color:var(--_accent);
font-weight:600;line-height:1.25;text-align:center;text-wrap:balance;overflow-wrap:break-word;
}
.edit:hover,.button:hover{background:var(--_tint)}
.button[aria-disabled=true]{border-color:var(--_line);color:var(--_muted);cursor:not-allowed;background:none}

dialog{inline-size:min(30rem,calc(100vw - 24px));max-block-size:calc(100dvh - 24px);padding:20px;margin:auto;overflow:auto}
dialog::backdrop{background:rgb(12 10 22/.55)}
dialog h2{margin-block-end:12px}
dl{display:grid;gap:10px}
dt{font-size:.8125rem;color:var(--_muted)}
dd{font-weight:500}
.agree{
display:flex;gap:12px;align-items:center;text-align:start;inline-size:100%;min-block-size:48px;margin-block-start:16px;padding:8px 12px;
border:1px solid var(--_line);border-radius:12px;background:var(--_raised);
}
.box{flex:none;display:grid;border:1.5px solid var(--_line);border-radius:6px;background:var(--_surface)}
.box svg{visibility:hidden;color:var(--_accent)}
[aria-checked=true]>.box{border-color:var(--_accent)}
[aria-checked=true]>.box svg{visibility:visible}
dialog .foot{padding:16px 0 0;border:0}

.status{padding:var(--antifaz-status-padding,4px 14px);font-size:.8125rem;line-height:1.4}
:host([data-asking]) :is(ul,.restored){display:none!important}
.status ul{display:flex;flex-wrap:wrap;gap:6px}
.chip{display:inline-flex;align-items:center;gap:6px;max-inline-size:100%;padding:3px 10px 3px 8px;border:1px solid var(--_edge);border-radius:99px;background:var(--_surface);color:var(--_text);animation:rise .16s ease-out}
.chip>svg{inline-size:1.2em;block-size:1.2em;color:var(--_accent)}
.chip i{font-style:normal;color:var(--_muted)}
.chip button{min-block-size:44px;margin-block:-10px;padding:0 6px;border:0;background:none;color:var(--_accent);font-weight:600;text-decoration:underline}
.line{display:flex;align-items:flex-start;gap:8px;padding-block:3px;color:var(--_muted)}
.line svg{color:var(--_accent);margin-block-start:.08em}
.notice{color:var(--_text);font-weight:500}

@container (max-width:22rem){[role=radio]{flex-direction:column;font-size:.8125rem}.button{font-size:.875rem}}
[dir=rtl] .flip{transform:scaleX(-1)}
@media (prefers-reduced-motion:reduce){*{animation:none!important}}
@media (prefers-contrast:more){:host{--_muted:var(--_text);--_edge:var(--_line)}}
@media (forced-colors:active){
.card,dialog,.chip,.preview,.pill,[role=radiogroup],.agree{border:1px solid CanvasText}
[role=radio][aria-checked=true]{background:Highlight;color:HighlightText;forced-color-adjust:none}
.what>svg,.line svg,.chip>svg,.box svg{color:CanvasText}
.button[aria-disabled=true]{color:GrayText;border-color:GrayText}
}`;

/** Wherever a value was put back: only the customer sees it, so it must not look like the sender's own words. */
const RESTORED = `
::highlight(antifaz-restored){background-color:#e9e4ff;color:#2c1d7d;text-decoration:underline dotted 2px #6a55d6}
@supports (color:light-dark(#000,#fff)){
::highlight(antifaz-restored){background-color:light-dark(#e9e4ff,#3b3369);color:light-dark(#2c1d7d,#e6e0ff);text-decoration-color:light-dark(#6a55d6,#a597ff)}
}`;

let own: CSSStyleSheet | undefined;
let restored: CSSStyleSheet | undefined;

function made(css: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/** One sheet for all our shadow roots. */
export function sheet(): CSSStyleSheet {
  return (own ??= made(CSS));
}

/** Gives the marks of restored values their look in a tree of the page. */
export function markRestored(root: Document | ShadowRoot): void {
  restored ??= made(RESTORED);
  if (!root.adoptedStyleSheets.includes(restored)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, restored];
}
