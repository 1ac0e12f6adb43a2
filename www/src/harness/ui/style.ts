/**
 * The looks. Colours and sizes are custom properties `--antifaz-…`, which reach into any shadow root; dark where the
 * `color-scheme` of the page says so. No colour is the only sign of anything, and none of them praises or blames a choice.
 */

/** Name after `--antifaz-`, light, dark: what a theme has to say. */
const PALETTE = [
  ['surface', '#fff', '#1e1d24'],
  ['text', '#1c1b22', '#f0eff5'],
  ['accent', '#4a34b8', '#c3b8ff'],
  ['danger', '#a1261b', '#ffb3a8'],
] as const;

/** Name, light, and what it is made of, so that four colours make a theme: so much of one of them in the surface. */
const DERIVED = [
  ['muted', '#5b5966', 'text', 72],
  ['line', '#8a8796', 'text', 52],
  ['edge', '#e2e0ea', 'text', 13],
  ['raised', '#f5f4f8', 'text', 4],
  ['tint', '#eeebfb', 'accent', 11],
] as const;

const property = (name: string, value: string): string => `--_${name}:var(--antifaz-${name},${value});`;
const LIGHT = [...PALETTE, ...DERIVED].map(([name, light]) => property(name, light)).join('');
const BOTH =
  PALETTE.map(([name, light, dark]) => property(name, `light-dark(${light},${dark})`)).join('') +
  DERIVED.map(([name, , of, share]) => property(name, `color-mix(in srgb,var(--_${of}) ${share}%,var(--_surface))`)).join('');

/** What everything of ours starts from: the sizes are those of the text, and never tiny where a page has made its `rem` so. */
const BASE = `
:host{
all:initial;
display:block;
color-scheme:inherit;
box-sizing:border-box;
inline-size:100%;
font:var(--antifaz-font,400 max(.9375rem,15px)/1.45 system-ui,sans-serif);
${LIGHT}
--_radius:var(--antifaz-radius,14px);
--_inner:calc(var(--_radius)*.72);
--_space:var(--antifaz-space,16px);
--_target:var(--antifaz-target,44px);
color:var(--_text);
text-align:start;
}
@supports (color:light-dark(red,red)) and (color:color-mix(in srgb,red,red)){:host{${BOTH}}}
:host([hidden]),[hidden]{display:none!important}
*{box-sizing:border-box;margin:0}
ul,dl{list-style:none;padding:0}
svg{flex:none;inline-size:1.25em;block-size:1.25em;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
button{font:inherit;color:inherit;cursor:pointer;touch-action:manipulation}
:focus-visible{outline:3px solid var(--antifaz-focus,var(--_accent));outline-offset:2px}
h2{font-size:1.133em;font-weight:650;line-height:1.3}
h2:focus{outline:0}
small{font-size:.867em;color:var(--_muted)}
.button,.edit{min-block-size:var(--_target);min-inline-size:var(--_target);border-radius:var(--_inner);color:var(--_accent);font-weight:600;line-height:1.25}
.button{padding:6px 10px;border:1.5px solid var(--_accent);background:var(--_surface);text-align:center;text-wrap:balance;overflow-wrap:break-word}
.edit{padding:0 12px;border:0;background:none}
.edit:hover,.button:hover{background:var(--_tint)}
.button[aria-disabled=true]{border-color:var(--_line);color:var(--_muted);cursor:not-allowed;background:none}
@keyframes rise{from{opacity:0;transform:translateY(6px)}}
[dir=rtl] .flip{transform:scaleX(-1)}
@media (prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important}}
@media (prefers-contrast:more){:host{--_muted:var(--_text);--_edge:var(--_line);--_line:var(--_text)}}
@media (forced-colors:active){svg{stroke:CanvasText}.button[aria-disabled=true]{color:GrayText;border-color:GrayText}}
`;

const CSS = `
:host(antifaz-live){position:absolute;inline-size:1px}

.card,dialog{background:var(--_surface);border:1px solid var(--_edge);border-radius:var(--_radius);color:var(--_text)}
.card{
container-type:inline-size;
position:relative;z-index:var(--antifaz-z,auto);
display:flex;flex-direction:column;
margin:var(--antifaz-margin,8px 12px);
max-block-size:min(36rem,var(--_room,36rem));
box-shadow:0 1px 2px rgb(20 16 40/.06),0 12px 32px -8px rgb(20 16 40/.22);
overflow:hidden;
animation:rise .2s ease-out;
}
.head{display:grid;grid-template-columns:1fr auto;align-items:center;padding:10px var(--_space)}
.to{grid-column:1/-1;color:var(--_muted);font-size:.867em}
.details{min-block-size:24px;padding:0;border:0;background:none;color:var(--_accent);font-weight:600;text-decoration:underline}
.edit{margin-block:-8px;margin-inline-end:-12px}
.body{flex:0 1 auto;min-block-size:0;overflow:auto;padding:0 var(--_space);overscroll-behavior:contain}
.preview{padding:10px 12px;background:var(--_raised);border-radius:var(--_inner)}
.preview h3{font-size:.8em;font-weight:600;color:var(--_muted);margin-block-end:2px}
.preview p{max-block-size:8.7em;overflow:auto;white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.65}
.pill{
display:inline-block;padding:0 7px;border-radius:calc(var(--_radius)*.5);background:var(--_tint);color:var(--_accent);
font:600 .8125em/1.6 ui-monospace,Menlo,Consolas,monospace;white-space:normal;
}
.pill svg{inline-size:1.15em;block-size:1.15em;vertical-align:-.22em;margin-inline-end:5px}
.share,.generalize{font-family:inherit}
.share{background:none;box-shadow:inset 0 0 0 1.5px var(--_accent)}

.rows>li{display:flex;flex-wrap:wrap;align-items:center;gap:8px 16px;padding:12px 0}
.rows>li+li{border-block-start:1px solid var(--_edge)}
.what{flex:1 1 15em;min-inline-size:0;display:grid;grid-template-columns:auto minmax(0,1fr);column-gap:10px;overflow-wrap:anywhere}
.what>svg{margin-block-start:.1em;color:var(--_accent)}
.what b{font-weight:600}
.what small{grid-column:2}
.what .changed{color:var(--_text)}
.count{font-weight:400;color:var(--_muted)}
.choices{flex:1 1 17em;min-inline-size:0}
[role=radiogroup]{display:flex;gap:3px;padding:3px;border-radius:calc(var(--_inner) + 2px);background:var(--_raised)}
[role=radio]{
flex:1 1 0;min-inline-size:var(--_target);min-block-size:var(--_target);padding:2px 4px;border:0;border-radius:calc(var(--_inner) - 1px);background:none;color:var(--_muted);
display:flex;flex-wrap:wrap;place-content:center;align-items:center;gap:1px 5px;font-size:.933em;font-weight:500;line-height:1.2;hyphens:auto;overflow-wrap:anywhere;
}
[role=radio]:hover{color:var(--_text)}
[role=radio][aria-checked=true]{background:var(--_surface);color:var(--_accent);font-weight:650;box-shadow:0 0 0 1.5px var(--_accent)}
.more{display:grid;gap:6px;margin-block-start:6px}
.more .agree{margin-block-start:4px}
.day{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px;font-size:.933em}
.day input{flex:1 1 9rem;min-block-size:var(--_target);padding:0 10px;border:1px solid var(--_line);border-radius:var(--_inner);background:var(--_surface);color:inherit;font:inherit}

.foot{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:10px;padding:12px var(--_space) var(--_space);border-block-start:1px solid var(--_edge)}

dialog{inline-size:min(30rem,calc(100vw - 24px));max-block-size:calc(100dvh - 24px);padding:calc(var(--_space) + 4px);margin:auto;overflow:auto}
dialog::backdrop{background:rgb(12 10 22/.55)}
dialog h2{margin-block-end:12px}
dl{display:grid;gap:10px}
dt{font-size:.867em;color:var(--_muted)}
dd{font-weight:500}
.agree{
display:flex;gap:12px;align-items:center;text-align:start;inline-size:100%;min-block-size:var(--_target);margin-block-start:16px;padding:8px 12px;
border:1px solid var(--_line);border-radius:var(--_inner);background:var(--_raised);
}
.box{flex:none;display:grid;border:1.5px solid var(--_line);border-radius:6px;background:var(--_surface)}
.box svg{visibility:hidden;color:var(--_accent)}
[aria-checked=true]>.box{border-color:var(--_accent)}
[aria-checked=true]>.box svg{visibility:visible}
dialog .foot{padding:16px 0 0;border:0}

.status{padding:var(--antifaz-status-padding,4px 14px);font-size:.867em;line-height:1.4}
:host([data-asking]) :is(ul,.restored){display:none!important}
.status ul{display:flex;flex-wrap:wrap;gap:6px}
.chip,.line{max-inline-size:100%;padding:3px 10px 3px 8px;border:1px solid var(--_edge);background:var(--_surface);color:var(--_text);animation:rise .16s ease-out}
.chip{display:inline-flex;align-items:center;gap:6px;border-radius:99px}
.chip>svg,.line svg{inline-size:1.2em;block-size:1.2em;color:var(--_accent)}
.chip i{font-style:normal;color:var(--_muted)}
.chip button{flex:none;min-block-size:var(--_target);min-inline-size:24px;margin-block:-10px;padding:0 6px;border:0;background:none;color:var(--_accent);font-weight:600;text-decoration:underline}
.line{display:flex;inline-size:fit-content;gap:8px;margin-block-end:6px;border-radius:var(--_inner)}
.line svg{margin-block-start:.1em}
.restored{color:var(--_muted)}
.notice{font-weight:500}

@container (max-width:23em){[role=radio]{flex-direction:column;font-size:.867em}.button{font-size:.933em}}
@media (max-height:25em){.card{overflow:auto}.body{flex:none;overflow:visible}}
@media (forced-colors:active){
.card,dialog,.chip,.line,.preview,.pill,[role=radiogroup],.agree{border:1px solid CanvasText}
[role=radio][aria-checked=true]{background:CanvasText;color:Canvas;forced-color-adjust:none}
[role=radio][aria-checked=true] svg{stroke:Canvas}
}`;

const sheets = new Map<string, CSSStyleSheet>();

/** One sheet for all the roots that share it. */
export function made(css: string): CSSStyleSheet {
  let made = sheets.get(css);
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(css);
    sheets.set(css, made);
  }
  return made;
}

/** The base and what is laid over it, each one sheet for all the shadow roots that share it. */
export function looks(css: string = CSS): CSSStyleSheet[] {
  return [made(BASE), made(css)];
}
