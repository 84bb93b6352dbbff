/** Added to the report's style. The mirror behind a field has its text in the same places, so that marks lie under words; on paper it stands for it. */
export const OWN_STYLE = `
.desk { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0 1.5rem; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: .35rem .75rem; min-height: 2.6rem; }
label { font-weight: 600; } label.muted, .bar .check { font-weight: 400; }
button, select, input { font: inherit; color: var(--text); background: var(--box); border: 1px solid var(--line);
  border-radius: 4px; padding: .2rem .5rem; max-width: 100%; }
input[type="checkbox"] { width: 1.1rem; height: 1.1rem; vertical-align: -.15rem; }
.editor { display: grid; grid-template-columns: max-content minmax(0, 1fr); background: var(--box); border: 1px solid var(--line);
  border-radius: 4px; height: 26rem; overflow: auto; resize: vertical; }
.editor:has(textarea:focus-visible) { outline: 3px solid var(--link); outline-offset: 2px; }
.editor pre, .editor textarea { font: .8125rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; margin: 0; padding: .5rem;
  border: 0; background: none; tab-size: 4; white-space: pre; overflow-wrap: normal; overflow: visible; letter-spacing: 0; }
.editor .numbers { color: var(--muted); text-align: right; position: sticky; left: 0; background: var(--box); z-index: 1;
  border-right: 1px solid var(--rule); border-radius: 0; }
.layers { display: grid; min-width: max-content; }
.layers > * { grid-area: 1 / 1; min-width: 100%; }
.editor .mirror { color: transparent; }
.editor textarea { color: var(--text); width: 100%; height: 100%; resize: none; overflow: hidden; outline: none; }
.mirror mark { color: transparent; background: none; text-decoration: underline wavy var(--high) 1.5px; text-underline-offset: 3px; }
.mirror mark.warning { text-decoration-color: var(--medium); }
.mirror .lens { font-style: italic; } .mirror .lens.error { color: var(--high); } .mirror .lens.warning { color: var(--medium); }
.faults { margin: .25rem 0; padding-left: 1.5rem; max-height: 14rem; overflow: auto; }
.faults button { vertical-align: top; border: 0; background: none; padding: .1rem .25rem; text-align: left; text-decoration: underline; cursor: pointer; }
.faults .error { color: var(--high); } .faults .warning { color: var(--medium); }
.problem { border: 3px solid var(--high); border-radius: 4px; padding: .5rem .75rem; }
h4 { font-size: 1rem; margin: .5rem 0 .25rem; } h5 { font-size: .925rem; margin: .75rem 0 .1rem; }
.payload { white-space: pre-wrap; } .unmet { columns: 16rem; padding-left: 1.1rem; margin: .25rem 0; }
.sentence { font-weight: 600; }
svg .lit { stroke: var(--link); stroke-width: 3.5; } svg .edge.lit { stroke-width: 2.5; }
svg .lost { stroke: var(--high); stroke-width: 2.5; stroke-dasharray: 7 5; } svg .tip { fill: context-stroke; }
#link { width: 24rem; }
@media (max-width: 60rem) { .desk { grid-template-columns: minmax(0, 1fr); } }
@media print { .editor { height: auto; overflow: visible; } .desk { grid-template-columns: minmax(0, 1fr); }
  .editor textarea, .editor .numbers { display: none; } .editor, .layers { display: block; min-width: 0; }
  .editor .mirror, .mirror mark { color: var(--text); white-space: pre-wrap; overflow-wrap: anywhere; }
  button, #link, .bar select { display: none; } .faults { max-height: none; } .faults button { display: inline; } }
`;
