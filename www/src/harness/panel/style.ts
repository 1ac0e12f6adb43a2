/** The looks of panel and notice, over the base of `ui/style.ts`. */
export const CSS = `
:host(antifaz-panel){inline-size:0;block-size:0}
dialog{
inline-size:min(46rem,calc(100vw - 24px));block-size:min(42rem,calc(100vh - 24px));max-inline-size:none;max-block-size:none;
margin:auto;padding:0;border:1px solid var(--_edge);border-radius:calc(var(--_radius) + 4px);background:var(--_surface);color:var(--_text);
display:none;grid-template:auto minmax(0,1fr) auto/11.5rem minmax(0,1fr);overflow:hidden;
box-shadow:0 24px 64px -16px rgb(12 10 22/.45);
}
@supports (block-size:1dvh){dialog{block-size:min(42rem,calc(100dvh - 24px))}}
dialog[open]{display:grid;animation:rise .2s ease-out}
dialog::backdrop{background:rgb(12 10 22/.55)}
.head{grid-column:1/-1;display:flex;align-items:center;justify-content:space-between;padding:10px 12px 10px 20px;padding-inline:20px 12px;border-block-end:1px solid var(--_edge)}
.head .edit{display:grid;place-content:center;padding:0;color:var(--_muted)}
[role=tablist]{display:flex;flex-direction:column;gap:2px;padding:10px;border-inline-end:1px solid var(--_edge);overflow:auto}
[role=tab]{display:flex;align-items:center;gap:10px;min-block-size:var(--_target);padding:4px 12px;border:0;border-radius:var(--_inner);background:none;color:var(--_muted);font-weight:550;text-align:start}
[role=tab]:hover{background:var(--_raised);color:var(--_text)}
[role=tab][aria-selected=true]{background:var(--_tint);color:var(--_accent)}
.content{overflow:auto;padding:18px 22px 28px;overscroll-behavior:contain}
.content:focus-visible,[role=tab]:focus-visible,summary:focus-visible{outline-offset:-3px}
.told{grid-column:1/-1;margin:0;padding:10px 20px;border-block-start:1px solid var(--_edge);background:var(--_raised);font-weight:550}
.told:empty{display:block;padding:0;border:0;block-size:0}

.intro{color:var(--_muted);margin-block-end:16px;max-inline-size:60ch}
h3{font-size:1em;font-weight:650;margin-block:22px 6px}
section>h3:first-child{margin-block-start:26px}
.quiet{font-size:.867em;color:var(--_muted)}
.list+.quiet,section>dl{margin-block-start:14px}
.fact+.fact{margin-block-start:4px}
.foot+.quiet{margin-block-start:10px}
.quiet>svg{vertical-align:-.25em;margin-inline-end:6px;color:var(--_accent)}
ol{list-style:none;padding:0}
.list>li{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:4px 16px;padding:10px 0}
.list>li+li{border-block-start:1px solid var(--_edge)}
.facts,.what{flex:1 1 14rem;min-inline-size:0}
.fact{display:flex;flex-wrap:wrap;align-items:center;gap:2px 10px}
.fact>svg,.what>svg,.checks svg{color:var(--_accent)}
b{font-weight:600;overflow-wrap:anywhere}
.badge{padding:1px 9px;border:1px solid var(--_edge);border-radius:99px;font-size:.8em;color:var(--_muted);white-space:nowrap}
.what{display:grid;grid-template-columns:auto 1fr;column-gap:10px;align-items:center}
.what small{grid-column:2}
.value{font-family:ui-monospace,Menlo,Consolas,monospace;color:var(--_text);overflow-wrap:anywhere}
.store{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:4px 16px;padding-block:14px}
.store>div:first-child{flex:1 1 14rem}
.store h3{margin:0}
.store+.list{margin-block-end:8px}
.store .foot{margin:0}
.note{margin-block-start:2px;padding-inline-start:10px;border-inline-start:3px solid var(--_edge);overflow-wrap:anywhere}
.actions{display:flex;flex-wrap:wrap;margin-inline:-12px}
.switches{flex:1 1 15rem;display:grid;gap:2px}
.switches li{display:flex;align-items:center;justify-content:space-between;gap:12px;min-block-size:var(--_target)}
.switches small{display:block}
[role=switch]{flex:none;display:grid;place-content:center;min-inline-size:52px;min-block-size:var(--_target);padding:0;border:0;background:none}
.track{display:block;inline-size:44px;block-size:26px;padding:2px;border:1.5px solid var(--_line);border-radius:99px;background:var(--_surface)}
.track::before{content:"";display:block;inline-size:18px;block-size:18px;border:1.5px solid var(--_line);border-radius:50%;background:var(--_surface)}
[aria-checked=true]>.track{border-color:var(--_accent)}
[aria-checked=true]>.track::before{margin-inline-start:auto;border-color:var(--_accent)}
[data-state=given]>.track,[data-state=given]>.track::before{background:var(--_accent)}
[data-state=given]>.track::before{background:var(--_surface)}

.foot{display:flex;flex-wrap:wrap;align-items:center;gap:10px;margin-block-start:10px}
.foot .button{flex:0 1 auto;padding-inline:18px}
.fields{display:grid;gap:14px;margin-block-start:10px;inline-size:100%}
.fields>.button{justify-self:start;padding-inline:18px}
.field{display:grid;gap:5px;font-weight:550;font-size:.933em}
input:not([type=checkbox]):not([type=radio]),select,textarea{
font:inherit;font-weight:400;color:inherit;inline-size:100%;min-block-size:var(--_target);padding:9px 12px;
border:1.5px solid var(--_line);border-radius:var(--_inner);background:var(--_surface);
}
textarea{resize:vertical;line-height:1.5}
::placeholder{color:var(--_muted);opacity:1}
.search{max-inline-size:26rem}
.tick,.choice{display:flex;align-items:center;gap:12px;min-block-size:var(--_target);cursor:pointer}
[type=checkbox],[type=radio]{flex:none;inline-size:20px;block-size:20px;margin:0;accent-color:var(--_accent)}
fieldset{border:0;padding:0;min-inline-size:0}
legend{padding:0;margin-block-end:6px;font-weight:650}
.choices{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(15.5rem,100%),1fr));gap:8px}
.choice{padding:8px 12px;border:1px solid var(--_edge);border-radius:var(--_inner);align-items:flex-start}
.choice small{display:block}
.choice:focus-within{border-color:var(--_accent)}
details{border-block-start:1px solid var(--_edge);margin-block-start:10px}
details+details{margin-block-start:0}
summary{min-block-size:var(--_target);display:flex;align-items:center;justify-content:space-between;cursor:pointer;font-weight:550}
summary::-webkit-details-marker{display:none}
summary::after{content:"";flex:none;inline-size:.5em;block-size:.5em;margin-inline:8px;border:solid var(--_muted);border-width:0 2px 2px 0;transform:rotate(45deg)}
[open]>summary::after{transform:rotate(225deg)}
details ul{display:grid;gap:8px;padding-block-end:14px}
details small{display:block}
pre{max-block-size:16rem;overflow:auto;padding:12px;border-radius:var(--_inner);background:var(--_raised);font:.8em/1.5 ui-monospace,Menlo,Consolas,monospace;direction:ltr;text-align:start}
dl{display:grid;gap:10px;margin-block-end:12px}
dt{font-size:.867em;color:var(--_muted)}
dd{font-weight:500;margin:0;overflow-wrap:anywhere}
.hash{font:.85em/1.5 ui-monospace,Menlo,Consolas,monospace}
a{color:var(--_accent)}
.checks li{justify-content:flex-start!important}
.checks .badge{margin-inline-start:auto}
.notice-card{padding:var(--_space);border:1px solid var(--_edge);border-radius:var(--_radius);background:var(--_surface)}
.notice-card h2{margin-block-end:12px}

@media (max-width:43em){
dialog{grid-template:auto auto minmax(0,1fr) auto/minmax(0,1fr);inline-size:100vw;block-size:100vh;border:0;border-radius:0}
@supports (block-size:1dvh){dialog{block-size:100dvh}}
[role=tablist]{flex-direction:row;padding:6px 10px;border:0;border-block-end:1px solid var(--_edge)}
[role=tab]{flex:none}
[role=tab] svg{display:none}
.content{padding:14px 16px 24px}
}
@media (max-height:28em){dialog[open]{display:block;overflow:auto}.content{overflow:visible}}
@media (forced-colors:active){
dialog,.badge,.choice,.notice-card{border-color:CanvasText}
[role=tab][aria-selected=true]{outline:2px solid Highlight;outline-offset:-2px}
.track,.track::before{border-color:ButtonText}
[aria-checked=true]>.track{background:Highlight;border-color:Highlight;forced-color-adjust:none}
}
`;
