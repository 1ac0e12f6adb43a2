/** The looks of the elements that a page places itself, laid over the base of `ui/style.ts`. */
export const COMPOSER = `
.field{display:flex;align-items:flex-end;gap:4px;padding:4px;border:1.5px solid var(--_line);border-radius:calc(var(--_target)/2 + 6px);background:var(--_surface)}
.field:focus-within{border-color:var(--antifaz-focus,var(--_accent));box-shadow:0 0 0 2px var(--antifaz-focus,var(--_accent))}
textarea{
flex:1;min-inline-size:0;min-block-size:var(--_target);max-block-size:min(10em,40vh);padding:calc((var(--_target) - 1.45em)/2) 14px;border:0;outline:0;resize:none;
background:none;color:inherit;font:inherit;overflow-y:auto;
}
textarea:focus-visible{outline:0}
textarea::placeholder{color:var(--_muted);opacity:1}
.send{flex:none;display:grid;place-content:center;inline-size:var(--_target);block-size:var(--_target);padding:0;border:0;border-radius:50%;background:var(--_accent);color:var(--_surface)}
.send:hover{background:color-mix(in srgb,var(--_accent) 86%,var(--_text))}
textarea:placeholder-shown~.send{background:var(--_raised);color:var(--_muted)}
:disabled{cursor:not-allowed;opacity:.6}
@media (forced-colors:active){.field,.send{border:1.5px solid ButtonText}.field:focus-within{outline:2px solid Highlight}}
`;

export const SHIELD = `
:host{display:inline-block;inline-size:auto}
button{
position:relative;display:inline-flex;align-items:center;justify-content:center;gap:6px;min-inline-size:var(--_target);min-block-size:var(--_target);padding:0 10px;
border:1.5px solid var(--_edge);border-radius:99px;background:var(--_surface);color:var(--_accent);font-weight:600;font-variant-numeric:tabular-nums;
}
button:hover{background:var(--_tint)}
svg{inline-size:1.6em;block-size:1.6em}
.waiting{border-style:dashed;color:var(--_muted)}
.failed{border-color:var(--_danger);color:var(--_danger)}
.count{min-inline-size:1.2em;text-align:center;color:var(--_text)}
@media (forced-colors:active){button{border-color:ButtonText}}
`;

export const SPLIT = `
.split{container-type:inline-size;border:1px solid var(--_edge);border-radius:var(--_radius);background:var(--_surface);overflow:hidden}
ol{list-style:none;padding:0}
.pair{display:grid;grid-template-columns:repeat(2,minmax(0,1fr))}
.pair>*{padding:10px var(--_space);overflow-wrap:anywhere;white-space:pre-wrap}
.pair>:last-child{border-inline-start:1px solid var(--_edge);background:var(--_raised)}
li+li{border-block-start:1px solid var(--_edge)}
.head{border-block-end:1px solid var(--_edge);font-size:.867em;font-weight:650;color:var(--_muted)}
mark{padding:0 6px;border-radius:calc(var(--_radius)*.5);background:var(--_tint);color:var(--_accent);font:600 .8125em/1.6 ui-monospace,Menlo,Consolas,monospace}
@media (forced-colors:active){mark{border:1px solid CanvasText}}
`;
